"""Whole pages, without the shell round them, compared with the files in `golden/`.

Where a change of a template or of words is meant, write the files anew, and read their difference before you commit it:

    RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/pages/test_golden.py
    git diff tests/pages/golden
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.index.view import view_of
from claimgraph.site.checking import check
from tests.pages.corpora import AS_OF, CONTENT_ALONE, lay_harbour, press

if TYPE_CHECKING:
    from tests.pages.corpora import Press

GOLDEN = Path(__file__).parent / "golden"

PAGES = {
    "claim": "claims/half-late/",
    "inferred-claim": "claims/passengers-lose-patience/",
    "challenged-claim": "claims/target-met/",
    "thesis": "claims/late-too-often/",
    "topic": "topics/buses/",
    "source": "sources/harbour-forum-2022/",
    "cited-source": "sources/town-count-2021/",
    "voice": "voices/ada-quill/",
    "reported-voice": "voices/drivers-union/",
}
"""The address of each page by the name of its file."""

PARTS = {name: f"{name}/" for name in ("claims", "figures", "glossary", "sources", "topics", "voices")}
"""The address of the written page that each part is poured into."""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Press:
    root = tmp_path_factory.mktemp("harbour")
    lay_harbour(root)
    checked = check(root)
    assert checked.findings == ()
    return press(view_of(checked.examined.corpus, checked.examined.verdicts, AS_OF), CONTENT_ALONE)


def compare(name: str, html: str) -> None:
    """Compare HTML with a golden file, or write that anew; line ends make no difference."""
    file = GOLDEN / f"{name}.html"
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(html, "utf-8")
    assert html.split("\n") == file.read_text("utf-8").split("\n")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_in_its_file(harbour: Press, name: str) -> None:
    made = {page.address: page for page in harbour.pages()}
    compare(name, made[PAGES[name]].make())


@pytest.mark.parametrize("name", PARTS)
def test_a_list_is_as_in_its_file(harbour: Press, name: str) -> None:
    compare(f"list-of-{name}", harbour.fill(name, PARTS[name]).content)


def test_every_file_belongs_to_a_page() -> None:
    expected = {*PAGES, *(f"list-of-{name}" for name in PARTS)}
    assert {file.stem for file in GOLDEN.iterdir()} == expected
