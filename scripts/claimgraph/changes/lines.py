"""Lines about changes, the same for every format.

Text from files is kept apart from our own words, so that each format can show it as text and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

MAX_TEXT: Final = 2_000
"""How many characters of one value are shown at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A text from files, which is shown as it is and never as markup."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """A text from files before and after, each shortened if it is very long."""

    before: str
    after: str


Piece: TypeAlias = "str | FileText | Reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; `depth` is 0 for a line under a heading, and one more for each level below it."""

    depth: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading; `note` is a sentence for their reader, or empty."""

    heading: str
    lines: tuple[Line, ...]
    note: str = ""


def line(depth: int, *pieces: Piece) -> Line:
    """Return a line of these pieces."""
    return Line(depth=depth, pieces=pieces)


def file_text(text: str) -> FileText:
    """Return a text from files, shortened if it is very long."""
    return FileText(text=_shortened(text))


def reworded(before: str, after: str) -> Reworded:
    """Return a text from files before and after, each shortened if it is very long."""
    return Reworded(before=_shortened(before), after=_shortened(after))


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "\u2026"
