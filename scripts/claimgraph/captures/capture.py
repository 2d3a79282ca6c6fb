"""A capture: fingerprints of a text in which a quote can be found without the text itself."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.digests import WINDOW, Digester
from claimgraph.captures.folding import SPACE, fold, fold_line
from claimgraph.captures.interruptions import interruptions
from claimgraph.captures.labels import doubtful_labels, labels
from claimgraph.captures.marks import LISTS_VERSION, Mark, marks
from claimgraph.captures.sentences import sentence_starts
from claimgraph.captures.words import Words, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.captures.labels import Label

_DASH: Final = regex.compile("[\u2012-\u2015]")
_NO_LETTER: Final = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDigest:
    """The digest of a possible speaker's label, such as the words before a colon at the start of a line.

    `words` counts the words up to its end and `whole` is the digest of all of it. `name` is the digest of the speaker's
    name in it, in small letters and without the role that follows; None if it does not look like a speaker's label.
    """

    words: int
    whole: bytes
    name: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """Words that may be page furniture, from `first` up to but not including `end`, and the windows across them.

    `windows` are the joined digests of the windows that begin at most four words before `first` and continue at `end`,
    in order; `begin` is the first word of the first of them.
    """

    first: int
    end: int
    begin: int
    windows: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Fingerprints of one source's text. Words count from 0, lines from 1.

    `source` is the source's id, which is hashed in, and `text` the hexadecimal SHA-256 of the whole text.
    `line_starts[k]` is the first word at or after the start of line `k + 1`; a last item holds the number of words.
    `windows` holds, for each word that four words follow, the digest of these five words with the gaps inside. `others`
    gives further digests of a window in which a line end breaks a word or a note is numbered. `gaps` gives the gap
    before a word (and after the last) unless that is one space; `gap_variants` gives it without the numbers of notes.
    `sentences` are the words that begin a sentence. `marks` are the negations, hedges, conditions, attributions and
    numbers. `labels` are by line. `doubtful_labels`, within a line or alone on one, are by the word at which they
    begin. `interruptions` are what a quote may pass over, in order.
    """

    source: str
    text: str
    lists: int
    line_starts: tuple[int, ...]
    windows: bytes
    others: Mapping[int, frozenset[bytes]]
    gaps: Mapping[int, str]
    gap_variants: Mapping[int, str]
    sentences: tuple[int, ...]
    marks: tuple[tuple[int, Mark], ...]
    labels: Mapping[int, LabelDigest]
    doubtful_labels: Mapping[int, LabelDigest]
    interruptions: tuple[Interruption, ...]

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
        """Return the range of words, without its end, of the sentences that a range of words lies in."""
        start = self.sentences[bisect.bisect_right(self.sentences, first) - 1] if self.sentences else 0
        after = bisect.bisect_left(self.sentences, end)
        return start, self.sentences[after] if after < len(self.sentences) else self.words

    def marks_within(self, first: int, end: int) -> tuple[tuple[int, Mark], ...]:
        """Return the marked words from `first` up to but not including `end`."""
        begin = bisect.bisect_left(self.marks, first, key=_index_of)
        stop = bisect.bisect_left(self.marks, end, key=_index_of)
        return self.marks[begin:stop]

    def gap(self, index: int) -> str:
        """Return the gap before a word, or after the last word."""
        return self.gaps.get(index, SPACE)

    def gap_ends_with(self, index: int, text: str) -> bool:
        """Tell whether the gap before word `index` ends with the text, with or without the numbers of notes."""
        return self.gap(index).endswith(text) or self.gap_variants.get(index, "").endswith(text)

    def gap_begins_with(self, index: int, text: str) -> bool:
        """Tell whether the gap before word `index` begins with the text, with or without the numbers of notes."""
        return self.gap(index).startswith(text) or self.gap_variants.get(index, "").startswith(text)


def _index_of(mark: tuple[int, Mark]) -> int:
    return mark[0]


def capture_text(text: str, source: str) -> Capture:
    """Return the capture of a source's text; `source` is the source's id.

    Under one id, texts that differ only in typesetting give the same capture.
    """
    digester, folded = Digester(source), fold(text)
    words = cut(folded)
    others: dict[int, set[bytes]] = {}
    for first, digest in digester.other_windows(words):
        others.setdefault(first, set()).add(digest)
    line_starts = _line_starts(folded, words)
    return Capture(
        source=source,
        text=digester.hex_of(fold_line(text)),
        lists=LISTS_VERSION,
        line_starts=line_starts,
        windows=digester.windows(words),
        others=MappingProxyType({first: frozenset(digests) for first, digests in others.items()}),
        gaps=MappingProxyType({index: gap for index, gap in enumerate(words.gaps) if gap != SPACE}),
        gap_variants=MappingProxyType(words.gap_variants),
        sentences=tuple(dict.fromkeys(sentence_starts(folded, words))),
        marks=_marks(text, words),
        labels=_label_digests(labels(folded, words, line_starts), digester),
        doubtful_labels=_label_digests(doubtful_labels(folded, words, line_starts), digester),
        interruptions=tuple(_interruptions(folded, words, line_starts, digester)),
    )


def _marks(text: str, words: Words) -> tuple[tuple[int, Mark], ...]:
    """Return the marked words in order, each with its first mark in the order of `Mark`.

    A word that a line end breaks is looked up in both readings. A dash without spaces joins two words as a hyphen does,
    but a small word beside it ("not\u2014the") is marked all the same.
    """
    found = [*marks(words.words), *marks([words.variants.get(index, word) for index, word in enumerate(words.words)])]
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


def _label_digests(found: Iterable[tuple[int, Label]], digester: Digester) -> Mapping[int, LabelDigest]:
    return MappingProxyType(
        {
            at: LabelDigest(
                words=label.words,
                whole=digester.of(label.text),
                name=digester.of(label.name.casefold()) if label.name else None,
            )
            for at, label in found
        }
    )


def _interruptions(folded: str, words: Words, line_starts: Sequence[int], digester: Digester) -> Iterator[Interruption]:
    lines = folded.split("\n")
    offsets = tuple(itertools.accumulate((len(line) + 1 for line in lines), initial=0))
    for first_line, end_line in interruptions(lines):
        first, end = line_starts[first_line], line_starts[end_line]
        if not 0 < first < end < len(words.words):
            continue
        begin, stop = max(first - WINDOW + 1, 0), min(end + WINDOW - 1, len(words.words))
        before = folded[words.starts[begin] : offsets[first_line]]
        after = folded[offsets[end_line] : words.starts[stop] if stop < len(words.words) else len(folded)]
        passing = cut(f"{before}\v\n{after}")
        if passing.words == words.words[begin:first] + words.words[end:stop] and len(passing.words) >= WINDOW:
            yield Interruption(first=first, end=end, begin=begin, windows=digester.windows(passing))
