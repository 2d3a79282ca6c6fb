"""A capture: fingerprints of a text, by which a quote can be found in it although the text is not there."""

from __future__ import annotations

import bisect
import itertools
import re
import struct
import zlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.marks import LISTS_VERSION, Mark, marks
from claimgraph.captures.sentences import sentence_starts
from claimgraph.captures.words import SPACE, Words, checksum, cut, fold, fold_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WINDOW: Final = 5
"""How many words one hash covers, and how many a quote has at least."""

WIDTH: Final = 4
"""Bytes of one hash."""

EDGE_LIMIT: Final = 16
"""How many characters of a gap a quote's own edge may hold."""

_LABEL: Final = re.compile(r"[^\S\n]*([^:\n]{1,60}):")
_DASH: Final = re.compile("[\u2012-\u2015]")
_NO_LETTER: Final = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Hashes of the beginnings and of the ends of one gap, by which a quote's edge punctuation is checked."""

    beginnings: frozenset[int]
    ends: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before a colon at the start of a line: perhaps a speaker's name. `words` counts its words."""

    words: int
    hash: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Fingerprints of one source's text. Words, lines and sentences are numbered as follows.

    Words count from 0; lines count from 1. `line_starts[k]` is the number of the first word at or after the start of
    line `k + 1`; one more item holds the number of words. `windows` holds, for each word from which five words follow
    on, the CRC-32 of those five with the gaps inside, four bytes each, big end first. `alternatives` gives further
    hashes of a window in which a line end breaks a word. `gaps` gives the hash of the gap before a word (and after
    the last) where that is not one space, and `edges` what each such gap begins and ends with. `sentences` are the
    words that begin a sentence. `marks` are the negations, hedges, conditions and attributions. `labels` are by line.
    """

    text_hash: int
    lists: int
    line_starts: tuple[int, ...]
    windows: bytes
    alternatives: Mapping[int, frozenset[int]]
    gaps: Mapping[int, int]
    edges: Mapping[int, Edges]
    sentences: tuple[int, ...]
    marks: tuple[tuple[int, Mark], ...]
    labels: Mapping[int, Label]

    @property
    def words(self) -> int:
        """The number of words."""
        return self.line_starts[-1]

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.line_starts) - 1

    def line_of(self, word: int) -> int:
        """Return the line in which a word begins."""
        return bisect.bisect_right(self.line_starts, word, hi=self.lines)

    def sentence(self, first: int, end: int) -> tuple[int, int]:
        """Return the words, from the first up to but not including the last, of the sentences that hold a range."""
        start = self.sentences[bisect.bisect_right(self.sentences, first) - 1] if self.sentences else 0
        after = bisect.bisect_left(self.sentences, end)
        return start, self.sentences[after] if after < len(self.sentences) else self.words

    def marks_within(self, first: int, end: int) -> tuple[tuple[int, Mark], ...]:
        """Return the marked words from `first` up to but not including `end`."""
        begin = bisect.bisect_left(self.marks, first, key=_index_of)
        stop = bisect.bisect_left(self.marks, end, key=_index_of)
        return self.marks[begin:stop]

    def gap_hash(self, index: int) -> int:
        """Return the hash of the gap before a word, or after the last."""
        return self.gaps.get(index, _SPACE_HASH)

    def gap_ends_with(self, index: int, text: str) -> bool:
        """Tell whether the gap before word `index` ends with the text."""
        return not text or checksum(text) in self._edges(index).ends

    def gap_begins_with(self, index: int, text: str) -> bool:
        """Tell whether the gap before word `index` begins with the text."""
        return not text or checksum(text) in self._edges(index).beginnings

    def _edges(self, index: int) -> Edges:
        return self.edges.get(self.gap_hash(index), _NO_EDGES)


def _index_of(mark: tuple[int, Mark]) -> int:
    return mark[0]


_SPACE_HASH: Final = checksum(SPACE)


def edges_of(gap: str) -> Edges:
    """Return the hashes of what a gap begins and ends with, at most `EDGE_LIMIT` characters of each."""
    size = min(len(gap), EDGE_LIMIT)
    return Edges(
        beginnings=frozenset(checksum(gap[: k + 1]) for k in range(size)),
        ends=frozenset(checksum(gap[-k - 1 :]) for k in range(size)),
    )


_NO_EDGES: Final = edges_of(SPACE)


def windows_of(words: Words) -> bytes:
    """Return the hash of each window, in order, four bytes each, big end first; a broken word without its hyphen."""
    pieces = [(gap + word).encode() for gap, word in zip(words.gaps, words.words, strict=False)]
    text, ends = b"".join(pieces), tuple(itertools.accumulate(map(len, pieces)))
    starts = (end - len(word.encode()) for word, end in zip(words.words, ends, strict=True))
    hashes = [zlib.crc32(text[start:end]) for start, end in zip(starts, ends[WINDOW - 1 :], strict=False)]
    return struct.pack(f">{len(hashes)}I", *hashes)


def _broken_windows(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the first word and the further hashes of each window in which a line end breaks a word."""
    for first in range(len(words.words) - WINDOW + 1):
        inside = [index for index in range(first, first + WINDOW) if index in words.broken]
        for choice in range(1, 1 << len(inside)):
            other = {index: words.broken[index] for bit, index in enumerate(inside) if choice >> bit & 1}
            reading = [other.get(index, words.words[index]) for index in range(first, first + WINDOW)]
            gaps = words.gaps[first + 1 : first + WINDOW]
            yield first, checksum(reading[0] + "".join(gap + word for gap, word in zip(gaps, reading[1:], strict=True)))


def capture_text(text: str) -> Capture:
    """Make the capture of a text. The same text, typographic variants folded, always gives the same capture."""
    folded = fold(text)
    words = cut(folded)
    alternatives: dict[int, set[int]] = {}
    for first, value in _broken_windows(words):
        alternatives.setdefault(first, set()).add(value)
    gaps = {index: checksum(gap) for index, gap in enumerate(words.gaps) if gap != SPACE}
    line_starts = _line_starts(folded, words)
    return Capture(
        text_hash=checksum(fold_line(text)),
        lists=LISTS_VERSION,
        line_starts=line_starts,
        windows=windows_of(words),
        alternatives=MappingProxyType({first: frozenset(values) for first, values in alternatives.items()}),
        gaps=MappingProxyType(gaps),
        edges=MappingProxyType({checksum(gap): edges_of(gap) for gap in set(words.gaps) if gap != SPACE}),
        sentences=tuple(dict.fromkeys(sentence_starts(folded, words))),
        marks=_marks(text, words),
        labels=MappingProxyType(dict(_labels(folded, words, line_starts))),
    )


def _marks(text: str, words: Words) -> tuple[tuple[int, Mark], ...]:
    """Return the marked words, in order, each with one mark: the first in the order of `Mark`.

    A word that a line end breaks is looked at in both readings. A dash without spaces joins two words like a hyphen;
    the small word before or after it ("not\u2014the") is marked nonetheless.
    """
    found = [*marks(words.words), *marks([words.broken.get(index, word) for index, word in enumerate(words.words)])]
    apart = cut(fold(_DASH.sub(r" \g<0> ", text)))
    if len(apart.words) != len(words.words):
        ends = list(itertools.accumulate(map(_letters, words.words)))
        starts = list(itertools.accumulate(map(_letters, apart.words), initial=0))
        found += [(bisect.bisect_right(ends, starts[index]), mark) for index, mark in marks(apart.words)]
    rank = list(Mark).index
    found.sort(key=lambda item: rank(item[1]), reverse=True)
    return tuple(sorted(dict(found).items()))


def _letters(word: str) -> int:
    return len(_NO_LETTER.sub("", word))


def _line_starts(folded: str, words: Words) -> tuple[int, ...]:
    starts: list[int] = []
    offset = 0
    for line in folded.split("\n"):
        starts.append(bisect.bisect_left(words.starts, offset))
        offset += len(line) + 1
    return (*starts, len(words.words))


def _labels(folded: str, words: Words, line_starts: tuple[int, ...]) -> Iterator[tuple[int, Label]]:
    """Yield the label of each line that has one and does not begin inside a word that the line before it breaks."""
    offset = 0
    for number, line in enumerate(folded.split("\n"), start=1):
        first, is_whole = line_starts[number - 1], False
        if (match := _LABEL.match(line)) and (found := cut(match[1]).starts):
            is_whole = first < len(words.words) and words.starts[first] == offset + match.start(1) + found[0]
        if match and is_whole:
            label = fold_line(match[1])
            yield number, Label(words=len(found), hash=checksum(label))
        offset += len(line) + 1
