"""Finds where the parts of a quote stand together: in order, within one speaker's span, outside ignored parts."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.captures.marks import Mark
from claimgraph.model.verdict import Outcome, Place
from claimgraph.quotes.repetition import Match, distinct
from claimgraph.quotes.search import Run, runs, with_prefix, with_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimgraph.captures.words import Words
    from claimgraph.model.claim import Quote
    from claimgraph.quotes.phrase import Part, Reading
    from claimgraph.quotes.prepared import PreparedSource
    from claimgraph.quotes.speaker_spans import SpeakerSpan

MAX_PLACES: Final = 100
"""How many places of a quote are reported at most."""
MAX_ENDS: Final = 5
"""How many ends are tried for one beginning, each in a different sentence; two already make it ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where one reading of a quote stands, or why it stands nowhere.

    `places` holds each distinct place once, in order, at most `MAX_PLACES`; if it is empty, `outcome` is the reason.
    `is_found` tells that the source has every part, even if in the wrong place.
    """

    places: tuple[Place, ...]
    outcome: Outcome = Outcome.ABSENT
    is_found: bool = False


def place(quote: Quote, reading: Reading, prepared: PreparedSource) -> Placing:
    """Return where one reading of a quote stands in its source."""
    segmentation, parts = prepared.segmentation, reading.parts
    found = [_runs(part, prepared) for part in parts]
    if not all(found):
        return Placing(places=())
    if not _some(found, prepared):
        return Placing(places=(), outcome=Outcome.OUT_OF_ORDER, is_found=True)
    found = _between(quote, parts, found, prepared)
    matches = _some(found, prepared)
    if not matches:
        return Placing(places=(), outcome=Outcome.ABSENT)
    found = [
        [run for run in each if not any(segmentation.is_ignored(*piece) for piece in run.pieces)] for each in found
    ]
    unignored = _some(found, prepared)
    if not unignored:
        return Placing(places=_places(matches, prepared), outcome=Outcome.IGNORED, is_found=True)
    within = list(_matches(found, prepared, lambda at: segmentation.span_at(at).end))
    if not within:
        return Placing(places=_places(unignored, prepared), outcome=Outcome.CROSSES_BOUND, is_found=True)
    places = _places(itertools.islice(distinct(within, prepared), MAX_PLACES), prepared)
    return Placing(places=places, outcome=Outcome.VERIFIED, is_found=True)


def _runs(part: Part, prepared: PreparedSource) -> list[Run]:
    """Return where a part stands; if the text is at hand, only where the spelling agrees too."""
    return [run for run in runs(part, prepared.capture, prepared.furniture) if _is_spelt(part, run, prepared.text)]


def _is_spelt(part: Part, run: Run, text: Words | None) -> bool:
    if text is None or run.passed is not None:
        return True
    return text.is_spelt(part.inside, run.first, run.end)


def _between(quote: Quote, parts: Sequence[Part], found: list[list[Run]], prepared: PreparedSource) -> list[list[Run]]:
    """Keep only runs of the first part that follow the prefix, and of the last part that precede the suffix."""
    left = list(found)
    if before := with_prefix(quote.prefix, parts[0]):
        ends = {run.end for part in before for run in _runs(part, prepared)}
        left[0] = [run for run in left[0] if run.end in ends]
    if after := with_suffix(parts[-1], quote.suffix):
        starts = {run.first for part in after for run in _runs(part, prepared)}
        left[-1] = [run for run in left[-1] if run.first in starts]
    return left


def _some(found: Sequence[Sequence[Run]], prepared: PreparedSource) -> tuple[Match, ...]:
    """Return the first matches, across segments too; empty if there are none."""
    return tuple(itertools.islice(_matches(found, prepared, lambda _: prepared.capture.words), MAX_PLACES))


def _matches(
    found: Sequence[Sequence[Run]], prepared: PreparedSource, bound_of: Callable[[int], int]
) -> Iterator[Match]:
    """Yield the matches of all parts, in order of the first part.

    Between two parts, at least one word or the number of a note is left out. A match ends before the bound of its first
    word. Inner parts stand as early as possible, and of several last parts in one sentence only the first counts:
    matches with the same first part and the same sentences are one place.
    """
    for first in found[0]:
        match = [first]
        for middle in found[1:-1]:
            if (run := _next(middle, _after(match[-1], prepared))) is None:
                break
            match.append(run)
        else:
            bound = bound_of(first.first)
            yield from itertools.islice(_ended(match, found, bound, prepared), MAX_ENDS)


def _after(run: Run, prepared: PreparedSource) -> int:
    """Return the first word at which the next part may stand."""
    return run.end + (run.end not in prepared.capture.gap_variants)


def _ended(match: list[Run], found: Sequence[Sequence[Run]], bound: int, prepared: PreparedSource) -> Iterator[Match]:
    if len(found) == 1:
        if match[0].end <= bound:
            yield tuple(match)
        return
    run = _next(found[-1], _after(match[-1], prepared))
    while run is not None and run.end <= bound:
        yield (*match, run)
        run = _next(found[-1], prepared.sentence(run.first, run.end)[1] - (run.end - run.first) + 1)


def _next(found: Sequence[Run], least: int) -> Run | None:
    """Return the first run that begins at the word `least` or later."""
    index = bisect.bisect_left(found, least, key=_first_of)
    return found[index] if index < len(found) else None


def _first_of(run: Run) -> int:
    return run.first


def _places(matches: Iterator[Match] | tuple[Match, ...], prepared: PreparedSource) -> tuple[Place, ...]:
    return tuple(_place(match, prepared) for match in matches)


def _place(match: Match, prepared: PreparedSource) -> Place:
    capture, span = prepared.capture, prepared.segmentation.span_at(match[0].first)
    first, end = match[0].first, match[-1].end
    sentence = prepared.sentence(first, end)
    edges = [(sentence[0], first), (end, sentence[1])]
    between = [(one.end, other.first) for one, other in itertools.pairwise(match)]
    beside = _marked(edges, prepared, span)
    marks = (beside - {Mark.NUMBER}) | _marked(between, prepared, span)
    inner = [(max(begin, span.first), min(stop, span.end)) for begin, stop in edges]
    return Place(
        first_line=capture.line_of(first),
        last_line=capture.line_of(end - 1),
        words=tuple((run.first, run.end) for run in match),
        passed=tuple(run.passed for run in match if run.passed is not None),
        speaker=span.speaker,
        posted_by=span.posted_by,
        is_whole=not between and not any(begin < stop for begin, stop in inner),
        marks=tuple(sorted(mark.name.lower() for mark in marks)),
        has_number_beside=Mark.NUMBER in beside,
        apart=tuple(stop - begin for begin, stop in between),
        doubt=span.doubt,
    )


def _marked(ranges: Iterable[tuple[int, int]], prepared: PreparedSource, span: SpeakerSpan) -> set[Mark]:
    """Return the kinds of marked words in ranges; attributions and numbers count only within the speaker's span."""
    return {
        mark
        for begin, stop in ranges
        for at, mark in prepared.capture.marks_within(begin, stop)
        if mark not in {Mark.ATTRIBUTION, Mark.NUMBER} or span.first <= at < span.end
    }
