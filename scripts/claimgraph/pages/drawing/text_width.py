"""Estimates of the width of a text, so that it can be broken into lines without a browser."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_HELVETICA: Final = (
    (" !',./:;I[\\]fijlt|", 278),
    ('"()*-`r{}', 340),
    ("Jcksvxyz", 500),
    ("#$0123456789?L_abdeghnopqu", 556),
    ("+<=>^~FTZ", 600),
    ("&ABEKPSVXY", 667),
    ("CDHNRUw", 722),
    ("GOQ", 778),
    ("%Mm", 860),
    ("W@", 980),
)
"""Adobe's widths of Helvetica in thousandths of an em, rounded up to groups."""

_WIDER: Final = 1.12
"""The average factor by which DejaVu Sans and Verdana are wider than Helvetica."""

ELLIPSIS: Final = "…"


class _Widths(dict[str, float]):
    """Widths by character, in em; the width of a character that is not Latin is found at its first use."""

    def __missing__(self, character: str) -> float:
        if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
            width = 0.0
        elif unicodedata.east_asian_width(character) in "WF":
            width = 1.0
        else:
            width = 0.75
        if len(self) < _MOST:
            self[character] = width
        return width


_MOST: Final = 4096
_WIDTHS: Final = _Widths({character: width * _WIDER / 1000 for group, width in _HELVETICA for character in group})


def text_width(text: str) -> float:
    """Return the estimated width of `text` on one line without serifs, in em; rather too much than too little."""
    return sum(map(_WIDTHS.__getitem__, text))


_word_width: Final = lru_cache(maxsize=1 << 15)(text_width)


@lru_cache(maxsize=1 << 15)
def wrapped(text: str, *, width: float, lines: int) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines of at most `width` em; a text that does not fit ends in an ellipsis.

    White space is folded. A word that is wider than a line is broken. An empty text has no lines.
    """
    made: list[str] = []
    line, used = "", 0.0
    space = _WIDTHS[" "]
    for word in text.split():
        for piece, wide in _pieces(word, width):
            if not line:
                line, used = piece, wide
            elif used + space + wide <= width:
                line, used = f"{line} {piece}", used + space + wide
            else:
                made.append(line)
                line, used = piece, wide
    if line:
        made.append(line)
    if len(made) > lines:
        made[lines - 1 :] = [_shortened(" ".join(made[lines - 1 : lines + 1]), width)]
    return tuple(made)


def _pieces(word: str, width: float) -> tuple[tuple[str, float], ...]:
    """Return the word and its width; or parts of it with theirs, if it is wider than a line."""
    whole = _word_width(word)
    if whole <= width:
        return ((word, whole),)
    pieces: list[tuple[str, float]] = []
    part, used = "", 0.0
    for character in word:
        wide = _WIDTHS[character]
        if part and used + wide > width:
            pieces.append((part, used))
            part, used = "", 0.0
        part, used = part + character, used + wide
    return (*pieces, (part, used))


def _shortened(text: str, width: float) -> str:
    """Return the beginning of `text` that fits, with an ellipsis."""
    room = width - _WIDTHS[ELLIPSIS]
    kept = ""
    for character in text:
        room -= _WIDTHS[character]
        if room < 0:
            break
        kept += character
    return kept.rstrip() + ELLIPSIS
