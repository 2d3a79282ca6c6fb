"""The file of looks: one line a source, which reads back as what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.loading.corpus import load
from claimgraph.loading.looked import LOOKED, looked_text
from claimgraph.model.looked import Look

if TYPE_CHECKING:
    from pathlib import Path

LOOKS = {
    "report": Look(on="2026-11-30", answer="there"),
    "gone": Look(
        on="2026-11-30",
        answer="moved",
        moved_to="https://a.example/?it's=so,really:#1",
        copy="gone",
        lost=("half-late 2", "full 1"),
        notice="expression of concern 10.1000/x(1)",
        found_copy="https://web.archive.org/web/1/x",
    ),
}
TEXT = """\
# yaml-language-server: $schema=looked.schema.json
# Written by `claimgraph sources --look`: what the addresses of the sources answered.
gone: {on: 2026-11-30, answer: moved, moved_to: 'https://a.example/?it''s=so,really:#1', copy: gone, \
lost: ['half-late 2', 'full 1'], notice: 'expression of concern 10.1000/x(1)', \
found_copy: 'https://web.archive.org/web/1/x'}
report: {on: 2026-11-30, answer: there}
"""


def test_one_line_a_source_in_the_order_of_ids() -> None:
    assert looked_text(LOOKS) == looked_text(dict(reversed(LOOKS.items()))) == TEXT


def test_it_reads_back(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / LOOKED).write_text(TEXT, "utf-8")
    corpus = load(tmp_path)
    assert corpus.findings == ()
    assert corpus.looked is not None
    assert dict(corpus.looked.record.by_source) == LOOKS


def test_without_the_file_nobody_has_looked(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    assert load(tmp_path).looked is None
