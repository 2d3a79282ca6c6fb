"""The program serves any subject: it names neither the one of this map, nor its claims, sources and voices."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.brought.places import brought_pages, overrides
from claimgraph.loading.corpus import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
SUBJECT: Final = re.compile(r"\biapt\b|talking[ -]therap|psychological therap", re.IGNORECASE)
ID: Final = re.compile(r"(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w-])")
OF_THE_MAP: Final = ("tests/map/", "tests/browser/test_")
"""Tests about this map; those in a browser read its pages."""
VENDOR: Final = "site_overrides/assets/vendor/"


def files_of_the_program() -> Iterator[Path]:
    """Yield the files that are the program's own, with its tests, and the pages that it brings."""
    for folder in ("scripts", "bench", "release", "tests", "examples"):
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    yield from overrides(ROOT).values()
    yield from brought_pages().values()


def texts() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each of them."""
    for path in files_of_the_program():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith((*OF_THE_MAP, VENDOR)) or "__pycache__" in name or "/site/" in name or "/.cache/" in name:
            continue
        try:
            yield name, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or bytes that a test begins with


def test_no_file_of_the_program_names_the_subject() -> None:
    found = [(name, match[0]) for name, text in texts() if (match := SUBJECT.search(text))]
    assert found == []


def test_no_file_of_the_program_names_a_claim_a_source_or_a_voice_of_the_map() -> None:
    corpus = load(ROOT)
    ids = {*corpus.claims, *corpus.sources, *corpus.voices}
    found = {(name, id_) for name, text in texts() for id_ in ID.findall(text) if id_ in ids}
    assert found == set()
