"""Folds what typesetting may change between two copies of one text, by Unicode's own lists.

docs/contribute/verbatim.md explains why none of this can change what is said:

- NFC: one letter written in two ways (Unicode Standard Annex 15).
- Invisible characters (`Default_Ignorable_Code_Point`, UAX 44): soft hyphens, joiners, marks of direction.
- Presentation forms: the same letters, digits and marks as ligatures, wide, narrow, or by their place in a word.
- Raised and lowered digits after a short run of letters: a PDF reader gives `m³` and `CO₂` as `m3` and `CO2`.
- Quotation marks (`Quotation_Mark`, UAX 44), single to single and double to double; dashes; the ellipsis.

Case, digits, signs (U+2212 is one), operators, diacritics, words, and a raised digit after a digit are never folded.
"""

from __future__ import annotations

import unicodedata
from typing import Final

import regex

SPACE: Final = " "

_SINGLE_MARKS: Final = frozenset("\u2018\u2019\u201a\u201b\u2039\u203a")
_PRESENTATION_FORMS: Final = (
    range(0xFB00, 0xFE00),  # ligatures, Hebrew and Arabic forms
    range(0xFE10, 0xFE20),  # marks for upright lines
    range(0xFE30, 0xFF00),  # more of them, small forms, Arabic forms
    range(0xFF01, 0xFFF0),  # wide and narrow forms
)
"""Unicode's blocks of forms that exist for typesetting alone (The Unicode Standard, chapter 2.3)."""


def _plain() -> dict[int, str]:
    """Map the code point of each character to what it is folded to."""
    marks = {ord(c): "'" if c in _SINGLE_MARKS else '"' for c in _of(r"\p{Quotation_Mark}") if c not in "'\""}
    dashes = dict.fromkeys(range(0x2010, 0x2016), "-")
    plain = {**marks, **dashes, 0x2026: "..."}
    forms = {number: unicodedata.normalize("NFKC", chr(number)) for block in _PRESENTATION_FORMS for number in block}
    return plain | {number: form.translate(plain) for number, form in forms.items() if form != chr(number)}


def _of(pattern: str) -> list[str]:
    """Return the characters of Unicode's first plane that match a pattern."""
    found: list[str] = regex.findall(pattern, "".join(map(chr, range(0x10000))))
    return found


_PLAIN: Final = _plain()
_LEVEL_DIGITS: Final = {
    ord(character): str(unicodedata.digit(character))
    for character in _of(r"\p{No}")
    if unicodedata.decomposition(character).startswith(("<super>", "<sub>")) and character.isdigit()
}
RAISED_DIGITS: Final = "".join(map(chr, _LEVEL_DIGITS))
"""The superscript and subscript digits."""
_UNSEEN: Final = regex.compile(r"\p{Default_Ignorable_Code_Point}+")
_SOFT_BREAK: Final = regex.compile(r"\u00ad(?=[^\S\n]*\n)")
_DASH_BREAK: Final = regex.compile(r"[\u2012-\u2015](?=[^\S\n]*\n)")
_UNIT: Final = regex.compile(rf"(?<![\p{{L}}\p{{M}}])[\p{{L}}\p{{M}}]{{1,3}}\K[{RAISED_DIGITS}]+")
"""Raised or lowered digits after one to three letters: a unit's power or a formula. After more, they number a note."""
_CLUSTER: Final = regex.compile(r"\X")
_WHITE: Final = regex.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text with its typographic variants made plain; white space and line ends stay.

    Unlike a hyphen, a dash at a line's end breaks no word: a vertical tab, which is white space, is put after it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if text.isascii():  # all that follows changes other characters only
        return text
    seen: str = _UNSEEN.sub("", _SOFT_BREAK.sub("-", text))
    level: str = _UNIT.sub(lambda match: match[0].translate(_LEVEL_DIGITS), _made_plain(seen))
    return level


def _made_plain(seen: str) -> str:
    apart: str = _DASH_BREAK.sub("-\v", seen)
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", apart).translate(_PLAIN))


def fold_line(text: str) -> str:
    """Return the folded text with each run of white space as one space and none at the ends."""
    line: str = _WHITE.sub(SPACE, fold(text))
    return line.strip()


def folded_places(text: str) -> list[tuple[int, int]]:
    """Return the range of characters of the text that each character of the folded text stands for."""
    seen, places = _seen(text)
    found: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(seen):
        start, end = match.span()
        alone = _made_plain(match[0]) + ("\v" if _DASH_BREAK.match(seen, start) else "")
        found += [(places[start], places[end - 1] + 1)] * len(alone)
    return found


def _seen(text: str) -> tuple[str, list[int]]:
    """Return the visible characters of a text, and where each stands in it."""
    characters: list[str] = []
    places: list[int] = []
    breaks = {match.start() for match in _SOFT_BREAK.finditer(text.replace("\r", "\n"))}
    for at, character in enumerate(text):
        if at in breaks:
            characters.append("-")
        elif _UNSEEN.match(character) or text.startswith("\r\n", at):
            continue
        else:
            characters.append("\n" if character == "\r" else character)
        places.append(at)
    return "".join(characters), places
