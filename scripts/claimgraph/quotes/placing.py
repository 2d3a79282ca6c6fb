"""Finds where the parts of a quote stand together: in order, within one stretch, outside ignored parts."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.model.verdict import Outcome, Place
from claimgraph.quotes.search import follows, has_edges, occurrences, precedes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.model.claim import Quote
    from claimgraph.quotes.ground import Ground
    from claimgraph.quotes.phrase import Reading

MAX_COMBINATIONS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where one reading of a quote stands, or the reason why it stands nowhere.

    `places` holds each different place once, in order; `outcome` is the reason where there is none. `is_found` tells
    that every part stands in the source, be it at the wrong place.
    """

    places: tuple[Place, ...]
    outcome: Outcome = Outcome.ABSENT
    is_found: bool = False


def place(quote: Quote, reading: Reading, ground: Ground) -> Placing:
    """Find one reading of a quote in its source."""
    starts = [
        [at for at in occurrences(part.key, ground.capture) if has_edges(part, ground.capture, at)]
        for part in reading.parts
    ]
    if not all(starts):
        return Placing(places=())
    spans = list(_spans(reading, starts))
    in_order = [span for span in spans if _is_in_order(span)]
    if not in_order:
        return Placing(places=(), outcome=Outcome.OUT_OF_ORDER, is_found=True)
    spans = [span for span in in_order if _is_between(quote, reading, ground, span)]
    if not spans:
        return Placing(places=(), outcome=Outcome.ABSENT)
    heard = [span for span in spans if not any(ground.territory.is_ignored(*words) for words in span)]
    if not heard:
        return Placing(places=tuple(_place(span, ground) for span in spans), outcome=Outcome.IGNORED, is_found=True)
    within = [span for span in heard if _is_within_bounds(span, ground)]
    if not within:
        places = tuple(_place(span, ground) for span in heard)
        return Placing(places=places, outcome=Outcome.CROSSES_BOUND, is_found=True)
    return Placing(places=tuple(_distinct(within, ground)), outcome=Outcome.VERIFIED, is_found=True)


Span: TypeAlias = "tuple[tuple[int, int], ...]"
"""The ranges of words of the parts of a quote, in the order of the quote."""


def _spans(reading: Reading, starts: list[list[int]]) -> Iterator[Span]:
    for choice in itertools.islice(itertools.product(*starts), MAX_COMBINATIONS):
        yield tuple((at, at + len(part.words)) for at, part in zip(choice, reading.parts, strict=True))


def _is_in_order(span: Span) -> bool:
    """Tell whether each part begins after the one before it, with at least one word left out between them."""
    return all(end < first for (_, end), (first, _) in itertools.pairwise(span))


def _is_between(quote: Quote, reading: Reading, ground: Ground, span: Span) -> bool:
    first, last = reading.parts[0], reading.parts[-1]
    capture = ground.capture
    return follows(quote.prefix, first, capture, span[0][0]) and precedes(quote.suffix, last, capture, span[-1][0])


def _is_within_bounds(span: Span, ground: Ground) -> bool:
    return span[-1][1] <= ground.territory.stretch_of(span[0][0]).end


def _distinct(spans: Iterable[Span], ground: Ground) -> Iterator[Place]:
    """Yield each place once: what repeats another place, or stands in the same sentence of the same speaker, is one."""
    kept: list[Span] = []
    spans = list(spans)
    lines = {ground.capture.line_of(span[0][0]) for span in spans}
    for span in spans:
        repeats = ground.territory.stretch_of(span[0][0]).repeats
        if repeats is not None and repeats in lines - {ground.capture.line_of(span[0][0])}:
            continue
        if any(_is_same_sentence(span, other, ground) for other in kept):
            continue
        kept.append(span)
        yield _place(span, ground)


def _is_same_sentence(one: Span, other: Span, ground: Ground) -> bool:
    territory, capture = ground.territory, ground.capture
    if territory.stretch_of(one[0][0]).speaker != territory.stretch_of(other[0][0]).speaker:
        return False
    first, second = (capture.sentence(span[0][0], span[-1][1]) for span in (one, other))
    length = first[1] - first[0]
    offset = one[0][0] - first[0]
    return (
        length == second[1] - second[0]
        and other[0][0] - second[0] == offset
        and capture.same_words(first[0], second[0], length)
    )


def _place(span: Span, ground: Ground) -> Place:
    capture, stretch = ground.capture, ground.territory.stretch_of(span[0][0])
    first, end = span[0][0], span[-1][1]
    sentence = capture.sentence(first, end)
    left_out = [(sentence[0], first), *((a, b) for (_, a), (b, _) in itertools.pairwise(span)), (end, sentence[1])]
    marks = {
        mark.name.lower()
        for begin, stop in left_out
        for at, mark in capture.marks_within(begin, stop)
        if mark.name != "ATTRIBUTION" or stretch.first <= at < stretch.end
    }
    inner = [(max(begin, stretch.first), min(stop, stretch.end)) for begin, stop in left_out]
    return Place(
        first_line=capture.line_of(first),
        last_line=capture.line_of(end - 1),
        words=span,
        speaker=stretch.speaker,
        posted_by=stretch.posted_by,
        is_whole=not any(begin < stop for begin, stop in inner),
        marks=tuple(sorted(marks)),
    )
