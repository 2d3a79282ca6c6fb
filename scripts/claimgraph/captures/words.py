"""Cuts text into words and the gaps between them, and folds what may differ between two copies of one text.

A word is a maximal run of letters, marks and digits with its inner apostrophes, hyphens, points and commas and any
attached sign, currency or percent. What lies between words is a gap, and is never empty, so that no quote can begin or
end inside a word. Folded are the Unicode form (NFC), white space, typographic quotation marks, dashes and the ellipsis
against plain ones, and soft hyphens. U+2212 is a sign and stays. Never folded are case, digits, signs, operators,
diacritics and words.
"""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass
from typing import Final

import regex

SPACE: Final = " "

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
        "\u2026": "...",
    }
)
_SOFT_BREAK: Final = regex.compile(r"\u00ad(?=[^\S\n]*\n)")
_DASH_BREAK: Final = regex.compile(r"[\u2012-\u2015](?=[^\S\n]*\n)")
_WHITE: Final = regex.compile(r"\s+")
_WORD: Final = regex.compile(
    r"""
    (?: [\p{Sm}\p{Sc}%\-]++ (?= \.?\p{N} ) )?            # signs and currency before a number: -5, £5, US$5
    (?: (?<!\.) \. (?= \p{N} ) )?                        # its decimal point: .5; after dots it is one of them
    [\p{L}\p{M}\p{N}]++
    (?:
        (?: [%\u2030\u00b0\p{Sc}+\u2212]*+                # percent, currency and signs after it: 5%, 10°C, 65+
            (?: ['.,\u00b7\-]                             # inner marks; the raised point is the Lancet's decimal point
              | [\p{Sm}\p{Sc}%\-]++ \.? (?= \p{N} )        # signs and currency before a further number: p<0.05
              | -[^\S\n\v]*\n[^\S\n]*(?= \p{Ll} )         # a line end within a word
            )?
        )
        [\p{L}\p{M}\p{N}]++
    )*
    [%\u2030\u00b0\p{Sc}+\u2212]*+
    """,
    regex.VERBOSE,
)
_LINE_END: Final = regex.compile(r"-[^\S\n\v]*\n[^\S\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as words and gaps.

    `gaps[i]` stands before `words[i]`, and one more gap follows the last word, so that `gaps` is longer by one; white
    space in them is one space. `broken` maps the index of a word that a line end breaks to its other reading: the
    word itself is read without the hyphen, the other one with it. `starts` are the offsets of the words in the folded
    text.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    broken: dict[int, str]
    starts: tuple[int, ...]

    def between(self, first: int, end: int) -> str:
        """Return the words from `first` up to but not including `end` with the gaps inside, none at the edges."""
        following = zip(self.gaps[first + 1 : end], self.words[first + 1 : end], strict=True)
        return self.words[first] + "".join(gap + word for gap, word in following)

    def is_spelt(self, written: str, first: int, end: int) -> bool:
        """Tell whether the words of a range, with the gaps inside, are as written; a broken word in either reading."""
        if end > len(self.words):
            return False
        rest = written
        for index in range(first, end):
            gap = self.gaps[index] if index > first else ""
            readings = [gap + self.words[index], *([gap + self.broken[index]] if index in self.broken else [])]
            match = next((reading for reading in sorted(readings, key=len) if rest.startswith(reading)), None)
            if match is None:
                return False
            rest = rest.removeprefix(match)
        return not rest


def fold(text: str) -> str:
    """Return the text with its typographic variants made plain; line ends stay, other white space too.

    A dash at a line's end breaks no word, unlike a hyphen: a vertical tab, white space too, keeps it off the line end.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    if text.isascii():  # all that follows changes other characters only
        return text
    joined: str = _SOFT_BREAK.sub("-", text).replace("\u00ad", "")
    apart: str = _DASH_BREAK.sub("-\v", unicodedata.normalize("NFC", joined))
    return apart.translate(_PLAIN)


def folded_alone(text: str, start: int, end: int) -> str:
    """Return what one grapheme cluster of a text becomes where the text is folded."""
    cluster = text[start:end]
    if cluster == "\r\n":
        return "\n"
    if _SOFT_BREAK.match(text, start):
        return "-"
    if _DASH_BREAK.match(text, start):
        return "-\v"
    return fold(f"\n{cluster}")[1:]  # a byte order mark goes at the very beginning alone


def fold_line(text: str) -> str:
    """Return the text folded, with every run of white space as one space and none at the ends."""
    line: str = _WHITE.sub(SPACE, fold(text))
    return line.strip()


def cut(folded: str) -> Words:
    """Cut folded text into words and gaps."""
    words: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    broken: dict[int, str] = {}
    end = 0
    for match in _WORD.finditer(folded):
        start, stop = match.span()
        gap, word = folded[end:start], folded[start:stop]
        gaps.append(gap if gap == SPACE else _WHITE.sub(SPACE, gap))
        if "\n" in word:
            broken[len(words)] = _LINE_END.sub("-", word)
            word = _LINE_END.sub("", word)
        words.append(word)
        starts.append(start)
        end = stop
    gaps.append(_WHITE.sub(SPACE, folded[end:]))
    return Words(words=tuple(words), gaps=tuple(gaps), broken=broken, starts=tuple(starts))


def ends(folded: str) -> tuple[tuple[int, int], ...]:
    """Return where each word of folded text begins and ends, in characters."""
    return tuple(match.span() for match in _WORD.finditer(folded))


def edges(text: str) -> tuple[str, str]:
    """Return what stands before the first word of a text and after its last one; all of it where it has no word."""
    folded = fold(text)
    spans = ends(folded)
    return (folded[: spans[0][0]], folded[spans[-1][1] :]) if spans else (folded, "")


def checksum(text: str) -> int:
    """Return the CRC-32 (ISO 3309, as in zlib) of the text in UTF-8. It is a checksum and hides nothing."""
    return zlib.crc32(text.encode("utf-8"))
