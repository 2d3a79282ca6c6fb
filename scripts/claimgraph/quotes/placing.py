"""Finds where the parts of a quote stand together: in order, within one stretch, outside ignored parts."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.model.verdict import Outcome, Place
from claimgraph.quotes.repetition import Span, distinct
from claimgraph.quotes.search import has_edges, occurrences, stands_with_edges, with_prefix, with_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.model.claim import Quote
    from claimgraph.quotes.ground import Ground
    from claimgraph.quotes.phrase import Part, Reading

MAX_PLACES: Final = 100
"""How many places are told of a quote that stands in many."""
MAX_ENDS: Final = 5
"""How many ends are tried for one beginning, each in another sentence; two are enough to be ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where one reading of a quote stands, or the reason why it stands nowhere.

    `places` holds each different place once, in order, at most `MAX_PLACES`; `outcome` is the reason where there is
    none. `is_found` tells that every part stands in the source, be it at the wrong place.
    """

    places: tuple[Place, ...]
    outcome: Outcome = Outcome.ABSENT
    is_found: bool = False


def place(quote: Quote, reading: Reading, ground: Ground) -> Placing:
    """Find one reading of a quote in its source."""
    capture, territory = ground.capture, ground.territory
    parts = reading.parts
    starts = [[at for at in occurrences(part.key, capture) if _is_there(part, ground, at)] for part in parts]
    if not all(starts):
        return Placing(places=())
    if not _some(parts, starts, ground):
        return Placing(places=(), outcome=Outcome.OUT_OF_ORDER, is_found=True)
    starts = _between(quote, parts, starts, capture)
    spans = _some(parts, starts, ground)
    if not spans:
        return Placing(places=(), outcome=Outcome.ABSENT)
    starts = [
        [at for at in found if not territory.is_ignored(at, at + len(part.words))]
        for part, found in zip(parts, starts, strict=True)
    ]
    heard = _some(parts, starts, ground)
    if not heard:
        return Placing(places=_places(spans, ground), outcome=Outcome.IGNORED, is_found=True)
    within = list(_spans(parts, starts, ground, lambda at: territory.stretch_of(at).end))
    if not within:
        return Placing(places=_places(heard, ground), outcome=Outcome.CROSSES_BOUND, is_found=True)
    places = _places(itertools.islice(distinct(within, ground), MAX_PLACES), ground)
    return Placing(places=places, outcome=Outcome.VERIFIED, is_found=True)


def _between(quote: Quote, parts: Sequence[Part], starts: list[list[int]], capture: Capture) -> list[list[int]]:
    """Leave the places of the first part that follow the prefix, and those of the last that precede the suffix."""
    before, after = with_prefix(quote.prefix, parts[0]), with_suffix(parts[-1], quote.suffix)
    left = [list(found) for found in starts]
    if before:
        extra = [(part, len(part.words) - len(parts[0].words)) for part in before]
        left[0] = [at for at in left[0] if any(stands_with_edges(part, capture, at - more) for part, more in extra)]
    if after:
        left[-1] = [at for at in left[-1] if any(stands_with_edges(part, capture, at) for part in after)]
    return left


def _is_there(part: Part, ground: Ground, at: int) -> bool:
    """Tell whether a part whose hashes stand at a word stands there with its edges, and literally if that can be seen.

    Where the text is at hand, no clash of two hashes passes.
    """
    end = at + len(part.words)
    if not has_edges(part, ground.capture, at):
        return False
    text = ground.text
    return text is None or (
        text.is_spelt(part.inside, at, end)
        and text.gaps[at].endswith(part.lead)
        and text.gaps[end].startswith(part.trail)
    )


def _some(parts: Sequence[Part], starts: Sequence[Sequence[int]], ground: Ground) -> tuple[Span, ...]:
    """Return the first spans, wherever their bounds are; empty if there is none."""
    return tuple(itertools.islice(_spans(parts, starts, ground, lambda _: ground.capture.words), MAX_PLACES))


def _spans(
    parts: Sequence[Part], starts: Sequence[Sequence[int]], ground: Ground, bound_of: Callable[[int], int]
) -> Iterator[Span]:
    """Yield, for each place of the first part, the spans in which the others follow in order, in order.

    Between two parts, at least one word is left out. A span ends before the bound of its first word. The parts between
    the first and the last stand as early as they can, and of the last parts in one sentence only the first is taken:
    spans with the same first part and the same sentences are one place.
    """
    for first in starts[0]:
        span = [(first, first + len(parts[0].words))]
        for part, found in zip(parts[1:-1], starts[1:-1], strict=True):
            if (at := _next(found, span[-1][1] + 1)) is None:
                break
            span.append((at, at + len(part.words)))
        else:
            bound = bound_of(first)
            yield from itertools.islice(_ended(span, parts, starts[-1], bound, ground), MAX_ENDS)


def _ended(
    span: list[tuple[int, int]], parts: Sequence[Part], found: Sequence[int], bound: int, ground: Ground
) -> Iterator[Span]:
    if len(parts) == 1:
        if span[0][1] <= bound:
            yield tuple(span)
        return
    at = _next(found, span[-1][1] + 1)
    while at is not None and (end := at + len(parts[-1].words)) <= bound:
        yield (*span, (at, end))
        at = _next(found, ground.capture.sentence(at, end)[1] - len(parts[-1].words) + 1)


def _next(found: Sequence[int], least: int) -> int | None:
    """Return the first number that is not less."""
    index = bisect.bisect_left(found, least)
    return found[index] if index < len(found) else None


def _places(spans: Iterator[Span] | tuple[Span, ...], ground: Ground) -> tuple[Place, ...]:
    return tuple(_place(span, ground) for span in spans)


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
