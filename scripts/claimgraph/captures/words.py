"""Tokenizes folded text into words and the gaps between them.

A word is a maximal run of letters, marks and digits with its inner apostrophes, hyphens, points and commas and any
attached sign, currency or percent. In scripts without spaces a word is what Unicode's word breaking gives (UAX 29):
one ideograph, one Hiragana letter, one cluster of Thai, Lao, Khmer or Myanmar. A gap is what lies between two words;
only between words of such a script is it empty, so that no quote can begin or end inside a word. The number of a note,
such as `[12]` or a raised digit after a word, belongs to no word.
"""

from __future__ import annotations

import itertools
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.folding import RAISED_DIGITS, SPACE, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACELESS: Final = r"\p{Ideographic}\p{Hiragana}\p{Line_Break=SA}"
"""Letters of scripts without spaces, as the inside of a class."""
LETTER: Final = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{SPACELESS}]]"
"""A letter, mark or digit of the other scripts, as a class (regex, version 1)."""
_WORD: Final = regex.compile(
    rf"""
    [{SPACELESS}] \p{{M}}*+
    |
    (?: [\p{{Sm}}\p{{Sc}}%\-]++ (?= \.?\p{{N}} ) )?        # signs and currency before a number: -5, £5, US$5
    (?: (?<!\.) \. (?= \p{{N}} ) (?! [{RAISED_DIGITS}] ) )?  # its decimal point: .5; after dots it is one of them
    {LETTER}++
    (?:
        (?: [%\u2030\u00b0\p{{Sc}}+\u2212]*+               # percent, currency and signs after it: 5%, 10°C, 65+
            (?: ['.,\u00b7\-] (?! [{RAISED_DIGITS}] )      # inner marks; the raised point is the Lancet's decimal point
              | [\p{{Sm}}\p{{Sc}}%\-]++ \.? (?= \p{{N}} )  # signs and currency before a further number: p<0.05
              | -[^\S\n\v]*\n[^\S\n]*(?= \p{{Ll}} )        # a line end within a word
            )?
        )
        {LETTER}++
    )*
    [%\u2030\u00b0\p{{Sc}}+\u2212]*+
    """,
    regex.VERBOSE | regex.VERSION1,
)
_LINE_END: Final = regex.compile(r"-[^\S\n\v]*\n[^\S\n]*")
_WHITE: Final = regex.compile(r"\s+")
_NOTE: Final = regex.compile(
    rf"""
    (?<= [\p{{L}}\p{{M}}.,;:!?'")\]] | [\p{{L}}\p{{M}}]\s )              # after a word in letters, or a mark after it
    (?: \[ [1-9]\d{{0,2}} (?: (?: ,\s? | - ) [1-9]\d{{0,2}} )* \] )+     # [12], [3, 4], [3-5]
    | (?<= [.,;:!?'")\]] ) [{RAISED_DIGITS}]++ (?! \p{{L}} | \p{{N}} )   # a raised digit after a mark
    | (?<= [\p{{L}}\p{{M}}.,;:!?'")\]] ) [\u2020\u2021]++                # daggers
    """,
    regex.VERBOSE,
)
_RAISED_NOTE: Final = regex.compile(rf"(?<=^[\p{{L}}\p{{M}}'\-]*[\p{{L}}\p{{M}}]{{4}})[{RAISED_DIGITS}]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as words and gaps.

    `gaps[i]` precedes `words[i]`, and a last gap follows the last word; white space in a gap is one space. `variants`
    maps the index of a word to its second reading: the one with the hyphen for a word that a line end breaks, the one
    without the number for a word with a raised note number. `gap_variants` maps the index of a gap to its reading
    without the numbers of notes. `starts` are the offsets of the words in the folded text.
    """

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    variants: dict[int, str]
    gap_variants: dict[int, str]
    starts: tuple[int, ...]

    def between(self, first: int, end: int) -> str:
        """Return the words from `first` up to but not including `end` with the gaps between them."""
        following = zip(self.gaps[first + 1 : end], self.words[first + 1 : end], strict=True)
        return self.words[first] + "".join(gap + word for gap, word in following)

    def readings(self, first: int, end: int) -> Iterator[str]:
        """Yield `between` in every reading of its words and inner gaps, the plain one first."""
        pieces = [self._word(first)]
        for index in range(first + 1, end):
            pieces += [self._gap(index), self._word(index)]
        yield from ("".join(choice) for choice in itertools.product(*pieces))

    def has_variants(self, first: int, end: int) -> bool:
        """Tell whether a range of words has more than one reading."""
        inner = range(first + 1, end)
        return any(i in self.variants for i in range(first, end)) or any(i in self.gap_variants for i in inner)

    def _word(self, index: int) -> tuple[str, ...]:
        return (self.words[index], *([self.variants[index]] if index in self.variants else []))

    def _gap(self, index: int) -> tuple[str, ...]:
        return (self.gaps[index], *([self.gap_variants[index]] if index in self.gap_variants else []))

    def is_spelt(self, written: str, first: int, end: int) -> bool:
        """Tell whether one of the readings of a range of words, with the gaps between them, is `written`."""
        if end > len(self.words):
            return False
        rests = {written}
        for index in range(first, end):
            gaps = self._gap(index) if index > first else ("",)
            steps = [gap + word for gap in gaps for word in self._word(index)]
            rests = {rest.removeprefix(step) for rest in rests for step in steps if rest.startswith(step)}
        return "" in rests


def cut(folded: str) -> Words:
    """Split folded text into words and gaps."""
    words: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    variants: dict[int, str] = {}
    gap_variants: dict[int, str] = {}
    end = 0
    for start, stop in ends(folded):
        gaps.append(_gap(folded[end:start]))
        if (without := _without_notes(folded, end, start)) is not None:
            gap_variants[len(words)] = without
        word = folded[start:stop]
        if "\n" in word:
            variants[len(words)] = _LINE_END.sub("-", word)
            word = _LINE_END.sub("", word)
        elif (bare := _RAISED_NOTE.sub("", word)) != word:
            variants[len(words)] = bare
        words.append(word)
        starts.append(start)
        end = stop
    gaps.append(_gap(folded[end:]))
    if (without := _without_notes(folded, end, len(folded))) is not None:
        gap_variants[len(words)] = without
    return Words(
        words=tuple(words), gaps=tuple(gaps), variants=variants, gap_variants=gap_variants, starts=tuple(starts)
    )


def _gap(text: str) -> str:
    return text if text == SPACE else _WHITE.sub(SPACE, text)


def _without_notes(folded: str, start: int, end: int) -> str | None:
    """Return a gap without the numbers of notes and the space before them; None if it has no notes."""
    if end - start < 2 and not folded[start:end].strip():  # noqa: PLR2004  one space, as nearly all are
        return None
    notes = list(_NOTE.finditer(folded, start, end))
    if not notes:
        return None
    stops = [*(later.start() for later in notes[1:]), end]
    kept = [folded[start : notes[0].start()].rstrip()]
    kept += [folded[note.end() : stop] for note, stop in zip(notes, stops, strict=True)]
    return _gap("".join(kept))


def ends(folded: str) -> tuple[tuple[int, int], ...]:
    """Return the range of characters of each word of folded text."""
    spans = [match.span() for match in _WORD.finditer(folded)]
    notes = [match.span() for match in _NOTE.finditer(folded)]
    if not notes:
        return tuple(spans)
    inside = {at for first, stop in notes for at in range(first, stop)}
    return tuple(span for span in spans if span[0] not in inside)


def edges(text: str) -> tuple[str, str]:
    """Return what precedes the first word of a text and what follows the last; all of a text without words."""
    folded = fold(text)
    spans = ends(folded)
    return (folded[: spans[0][0]], folded[spans[-1][1] :]) if spans else (folded, "")


def checksum(text: str) -> int:
    """Return the CRC-32 (ISO 3309, as in zlib) of a text in UTF-8: it keeps ids apart and is no proof."""
    return zlib.crc32(text.encode("utf-8"))
