"""Finds where the parts of a quote stand together: in order, within one stretch, outside ignored parts."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.captures.marks import Mark
from claimgraph.model.verdict import Outcome, Place
from claimgraph.quotes.repetition import Span, distinct
from claimgraph.quotes.search import Run, runs, with_prefix, with_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimgraph.captures.words import Words
    from claimgraph.model.claim import Quote
    from claimgraph.quotes.ground import Ground
    from claimgraph.quotes.phrase import Part, Reading
    from claimgraph.quotes.stretches import Stretch

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
    territory, parts = ground.territory, reading.parts
    found = [_runs(part, ground) for part in parts]
    if not all(found):
        return Placing(places=())
    if not _some(found, ground):
        return Placing(places=(), outcome=Outcome.OUT_OF_ORDER, is_found=True)
    found = _between(quote, parts, found, ground)
    spans = _some(found, ground)
    if not spans:
        return Placing(places=(), outcome=Outcome.ABSENT)
    found = [[run for run in each if not any(territory.is_ignored(*piece) for piece in run.pieces)] for each in found]
    heard = _some(found, ground)
    if not heard:
        return Placing(places=_places(spans, ground), outcome=Outcome.IGNORED, is_found=True)
    within = list(_spans(found, ground, lambda at: territory.stretch_of(at).end))
    if not within:
        return Placing(places=_places(heard, ground), outcome=Outcome.CROSSES_BOUND, is_found=True)
    places = _places(itertools.islice(distinct(within, ground), MAX_PLACES), ground)
    return Placing(places=places, outcome=Outcome.VERIFIED, is_found=True)


def _runs(part: Part, ground: Ground) -> list[Run]:
    """Return where a part stands; where the text is at hand, only where its words are spelt so."""
    return [run for run in runs(part, ground.capture, ground.furniture) if _is_spelt(part, run, ground.text)]


def _is_spelt(part: Part, run: Run, text: Words | None) -> bool:
    if text is None or run.passed is not None:
        return True
    return text.is_spelt(part.inside, run.first, run.end)


def _between(quote: Quote, parts: Sequence[Part], found: list[list[Run]], ground: Ground) -> list[list[Run]]:
    """Leave the places of the first part that follow the prefix, and those of the last that precede the suffix."""
    left = list(found)
    if before := with_prefix(quote.prefix, parts[0]):
        ends = {run.end for part in before for run in _runs(part, ground)}
        left[0] = [run for run in left[0] if run.end in ends]
    if after := with_suffix(parts[-1], quote.suffix):
        starts = {run.first for part in after for run in _runs(part, ground)}
        left[-1] = [run for run in left[-1] if run.first in starts]
    return left


def _some(found: Sequence[Sequence[Run]], ground: Ground) -> tuple[Span, ...]:
    """Return the first spans, wherever their bounds are; empty if there is none."""
    return tuple(itertools.islice(_spans(found, ground, lambda _: ground.capture.words), MAX_PLACES))


def _spans(found: Sequence[Sequence[Run]], ground: Ground, bound_of: Callable[[int], int]) -> Iterator[Span]:
    """Yield, for each place of the first part, the spans in which the others follow in order, in order.

    Between two parts, at least one word is left out, or the number of a note. A span ends before the bound of its
    first word. The parts between the first and the last stand as early as they can, and of the last parts in one
    sentence only the first is taken: spans with the same first part and the same sentences are one place.
    """
    for first in found[0]:
        span = [first]
        for middle in found[1:-1]:
            if (run := _next(middle, _after(span[-1], ground))) is None:
                break
            span.append(run)
        else:
            bound = bound_of(first.first)
            yield from itertools.islice(_ended(span, found, bound, ground), MAX_ENDS)


def _after(run: Run, ground: Ground) -> int:
    """Return the first word at which the next part may stand."""
    return run.end + (run.end not in ground.capture.gap_variants)


def _ended(span: list[Run], found: Sequence[Sequence[Run]], bound: int, ground: Ground) -> Iterator[Span]:
    if len(found) == 1:
        if span[0].end <= bound:
            yield tuple(span)
        return
    run = _next(found[-1], _after(span[-1], ground))
    while run is not None and run.end <= bound:
        yield (*span, run)
        run = _next(found[-1], ground.sentence(run.first, run.end)[1] - (run.end - run.first) + 1)


def _next(found: Sequence[Run], least: int) -> Run | None:
    """Return the first run that does not begin before a word."""
    index = bisect.bisect_left(found, least, key=_first_of)
    return found[index] if index < len(found) else None


def _first_of(run: Run) -> int:
    return run.first


def _places(spans: Iterator[Span] | tuple[Span, ...], ground: Ground) -> tuple[Place, ...]:
    return tuple(_place(span, ground) for span in spans)


def _place(span: Span, ground: Ground) -> Place:
    capture, stretch = ground.capture, ground.territory.stretch_of(span[0].first)
    first, end = span[0].first, span[-1].end
    sentence = ground.sentence(first, end)
    edges = [(sentence[0], first), (end, sentence[1])]
    between = [(one.end, other.first) for one, other in itertools.pairwise(span)]
    beside = _marked(edges, ground, stretch)
    marks = (beside - {Mark.NUMBER}) | _marked(between, ground, stretch)
    inner = [(max(begin, stretch.first), min(stop, stretch.end)) for begin, stop in edges]
    return Place(
        first_line=capture.line_of(first),
        last_line=capture.line_of(end - 1),
        words=tuple((run.first, run.end) for run in span),
        passed=tuple(run.passed for run in span if run.passed is not None),
        speaker=stretch.speaker,
        posted_by=stretch.posted_by,
        is_whole=not between and not any(begin < stop for begin, stop in inner),
        marks=tuple(sorted(mark.name.lower() for mark in marks)),
        has_number_beside=Mark.NUMBER in beside,
        apart=tuple(stop - begin for begin, stop in between),
        doubt=stretch.doubt,
    )


def _marked(ranges: Iterable[tuple[int, int]], ground: Ground, stretch: Stretch) -> set[Mark]:
    """Return the kinds of marked words in ranges; attributions and numbers count in the words of the stretch alone."""
    return {
        mark
        for begin, stop in ranges
        for at, mark in ground.capture.marks_within(begin, stop)
        if mark not in {Mark.ATTRIBUTION, Mark.NUMBER} or stretch.first <= at < stretch.end
    }
