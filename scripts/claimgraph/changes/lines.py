"""Lines in which changes are told, the same for every form in which they are shown.

What comes from files is kept apart from our own words, so that each form can show it as text and as nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

MAX_TEXT: Final = 2_000
"""How many characters of one value are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that comes from files: shown as it is, and never as markup."""

    text: str


Piece: TypeAlias = "str | Told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; `depth` is 0 for what stands under a heading itself, 1 for what belongs to the line above."""

    depth: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading; `note` is a sentence for whoever reads them, empty if there is nothing to say."""

    heading: str
    lines: tuple[Line, ...]
    note: str = ""


def line(depth: int, *pieces: Piece) -> Line:
    """Return a line of these pieces."""
    return Line(depth=depth, pieces=pieces)


def told(text: str) -> Told:
    """Return a text that comes from files, cut where it is very long."""
    return Told(text=text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "\u2026")
