"""One edit writes few pages anew, and leaves the corpus as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.corpus import write_corpus
from bench.editing import edits
from bench.edits import EDITS

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 60


def test_edits_write_few_pages_and_leave_the_files_as_they_were(tmp_path: Path) -> None:
    write_corpus(tmp_path / "checkout", SIZE)
    files = {path: path.read_bytes() for path in (tmp_path / "checkout").rglob("*.yml")}
    made = edits(tmp_path / "checkout")
    assert len(made) == EDITS
    assert all(0 < edit.pages < SIZE for edit in made)
    assert {path: path.read_bytes() for path in (tmp_path / "checkout").rglob("*.yml")} == files
