"""Cuts passages out of an invented text, word for word, as quotes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.captures.digests import WINDOW
from claimgraph.captures.folding import fold
from claimgraph.captures.marks import Mark
from claimgraph.captures.words import Words, cut

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from bench.documents import Document, Paragraph
    from claimgraph.captures.capture import Capture

Span: TypeAlias = tuple[int, int]
"""A range of words by number, without the last."""

_TWO_SENTENCES: Final = 0.02
_PIECE: Final = 0.8
_LEFT_OUT: Final = 0.85
"""Up to these shares, a passage is two sentences, a piece of one, or one with a part left out; if not, one sentence."""
_LONG: Final = 16
"""The least number of words of a sentence that is quoted in part."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Words that can be quoted; no two passages share a word.

    `asks_for_context` says that the rest of the sentence has a negation, hedge, condition or attribution.
    """

    source: str
    speaker: str
    exact: str
    asks_for_context: bool


def passages(rng: random.Random, source: str, document: Document, capture: Capture) -> Iterator[Passage]:
    """Yield the passages of a source in the order of its text."""
    words = cut(fold(document.text))
    for paragraph in document.paragraphs:
        if paragraph.is_furniture or paragraph.repeats:
            continue
        sentences = _sentences(paragraph, capture)
        while sentences:
            spans = _spans(rng, sentences)
            if sum(end - first for first, end in spans) < WINDOW:
                continue
            yield Passage(
                source=source,
                speaker=paragraph.speaker,
                exact=" [...] ".join(words.between(*span) for span in spans) + _stop(words, spans[-1][1]),
                asks_for_context=_asks_for_context(spans, capture),
            )


def _sentences(paragraph: Paragraph, capture: Capture) -> list[Span]:
    """Return the sentences of a paragraph, without the speaker's name before the first."""
    first, end = capture.line_starts[paragraph.first_line - 1], capture.line_starts[paragraph.last_line]
    bounds = [first, *(start for start in capture.sentences if first < start < end), end]
    label = capture.labels.get(paragraph.first_line)
    bounds[0] += label.words if label else 0
    return list(itertools.pairwise(bounds))


def _spans(rng: random.Random, sentences: list[Span]) -> tuple[Span, ...]:
    """Take the next passage from a paragraph's sentences: one range of words, or two with a gap between them."""
    first, end = sentences.pop(0)
    chance = rng.random()
    if chance < _TWO_SENTENCES and sentences:
        return ((first, sentences.pop(0)[1]),)
    if chance > _LEFT_OUT or end - first < _LONG:
        return ((first, end),)
    if chance < _PIECE:
        kept = rng.randint(8, end - first - 2)
        start = rng.choice((first, end - kept))
        return ((start, start + kept),)
    return ((first, first + 6), (end - 7, end))


def _stop(words: Words, end: int) -> str:
    """Return the full stop, question mark or exclamation mark after a passage; empty if there is none."""
    return words.gaps[end][:1] if words.gaps[end][:1] in {".", "?", "!"} else ""


def _asks_for_context(spans: tuple[Span, ...], capture: Capture) -> bool:
    first, end = capture.sentence(spans[0][0], spans[-1][1])
    edges = ((first, spans[0][0]), (spans[-1][1], end))
    between = [(one[1], two[0]) for one, two in itertools.pairwise(spans)]
    return any(mark is not Mark.NUMBER for edge in edges for _, mark in capture.marks_within(*edge)) or any(
        capture.marks_within(*span) for span in between
    )
