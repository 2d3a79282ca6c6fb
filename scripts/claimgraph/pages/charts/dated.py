"""A timeline of chosen claims, drawn from top to bottom: each claim at the time of which it speaks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import period_in_words
from claimgraph.pages.charts.time_axis import end_of, start_of, year_ticks
from claimgraph.pages.drawing.text_width import wrapped
from claimgraph.pages.parts.linked_text import claim_ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.dates import Period

WIDTH: Final = 330
"""The width of the picture in its own units, about the pixels of a phone."""

LINE: Final = 18
"""The height of a line of text."""

RAIL: Final = 42
"""Where the axis is, across."""

_TOP: Final = 8
_GAP: Final = 8
_FONT: Final = 14
_BOLD: Final = 1.1
_LANE: Final = 9
_LANES: Final = 5
_LEADER: Final = 16
_SHORTEST: Final = 8
_MOST_LINES: Final = 4
_LEAST_OF_A_YEAR: Final = 12
_MOST_TICKS: Final = 6
_SLACK: Final = 1.15
"""How much longer the axis is than all words, so that most of them can stand near their bars."""

_GAP_OF_BARS: Final = 60
"""Bars in one lane are this part of the axis apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year on the axis, and how far down it is."""

    year: int
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One claim on the timeline.

    `when` is its period in words and `lines` its title, both broken into lines; `is_cut` says that a word of the title
    is broken, or its end left out. The words begin at `top`, the baseline of the first line. The bar is at `x` across,
    from `y` down, and `height` long; `is_open` says that its period has no known end. `leader` is the path from the bar
    to the words.
    """

    claim: Ref
    when: tuple[str, ...]
    lines: tuple[str, ...]
    is_cut: bool
    top: float
    x: float
    y: float
    height: float
    is_open: bool
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedClaims:
    """The timeline. Events are in the order of their beginnings; `undated` are claims whose periods have no bounds.

    `left` is where words begin, and `foot` how far down the open bars go. `events` and `ticks` are empty if no claim is
    dated.
    """

    first: int
    last: int
    height: int
    left: int
    foot: float
    ticks: tuple[Tick, ...]
    events: tuple[Event, ...]
    undated: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A claim with the beginning and the end of its period, as years with a fraction; `end` is None if it is open."""

    claim: Ref
    when: str
    start: float
    end: float | None


def dated_claims(view: View, ids: Iterable[str]) -> DatedClaims:
    """Return the timeline of these claims.

    A period without a known beginning is drawn at its end. An id that is no claim's is undated.
    """
    known, undated = [], []
    for id_ in dict.fromkeys(ids):
        claim = view.corpus.claims.get(id_)
        ends = _ends(claim.record.scope.period) if claim else None
        if claim is None or ends is None:
            undated.append(claim_ref(view, id_))
        else:
            when = _capital(period_in_words(claim.record.scope.period))
            known.append(_Dated(claim=view.claim(id_), when=when, start=ends[0], end=ends[1]))
    known.sort(key=lambda one: (one.start, math.inf if one.end is None else one.end))
    return _laid_out(known, tuple(undated))


def _ends(period: Period) -> tuple[float, float | None] | None:
    if period.first is None:
        return None if period.last is None else (start_of(period.last), end_of(period.last))
    return start_of(period.first), None if period.last is None else end_of(period.last)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _laid_out(known: Sequence[_Dated], undated: tuple[Ref, ...]) -> DatedClaims:
    if not known:
        return DatedClaims(first=0, last=0, height=0, left=0, foot=0, ticks=(), events=(), undated=undated)
    first = math.floor(known[0].start)
    last = max(math.ceil(one.start + 1 if one.end is None else one.end) for one in known)
    gap = (last - first) / _GAP_OF_BARS
    lanes = _lanes([(one.start, math.inf if one.end is None else one.end + gap) for one in known])
    left = RAIL + _LANE * (max(lanes) + 1) + _LEADER
    room = (WIDTH - left) / _FONT
    words = [
        (wrapped(one.when, width=room / _BOLD, lines=2), wrapped(one.claim.title, width=room, lines=_MOST_LINES))
        for one in known
    ]
    heights = [LINE * (len(when) + len(lines)) + _GAP for when, lines in words]
    length = max(_SLACK * sum(heights), _LEAST_OF_A_YEAR * (last - first))

    def down(year: float) -> float:
        return round(_TOP + (year - first) / (last - first) * length, 1)

    starts = [down(one.start) for one in known]
    tops = _apart(starts, heights, top=_TOP, foot=_TOP + length)
    return DatedClaims(
        first=first,
        last=last,
        height=math.ceil(length + 2 * _TOP),
        left=left,
        foot=down(last),
        ticks=tuple(Tick(year=year, y=down(year)) for year in _years(first, last)),
        events=tuple(
            _event(one, both, lane, (start, down(last if one.end is None else one.end), top), left)
            for one, both, lane, start, top in zip(known, words, lanes, starts, tops, strict=True)
        ),
        undated=undated,
    )


def _years(first: int, last: int) -> tuple[int, ...]:
    """Return the years to mark: the first, the last, and round ones between that are not close to either."""
    close = (last - first) / _MOST_TICKS / 2
    between = (year for year in year_ticks(first, last, _MOST_TICKS) if first + close < year < last - close)
    return (first, *between, last)


def _event(
    one: _Dated, words: tuple[tuple[str, ...], tuple[str, ...]], lane: int, at: tuple[float, float, float], left: int
) -> Event:
    start, end, top = at
    when, lines = words
    x = RAIL + _LANE * (lane + 1)
    middle, baseline = start + _SHORTEST / 2, round(top + _FONT, 1)
    across = left - 4
    return Event(
        claim=one.claim,
        when=when,
        lines=lines,
        is_cut=" ".join(lines) != " ".join(one.claim.title.split()),
        top=baseline,
        x=x,
        y=start,
        height=_SHORTEST if one.end is None else round(max(_SHORTEST, end - start), 1),
        is_open=one.end is None,
        leader=f"M{x} {middle:g}H{across - 8}L{across} {baseline - 5:g}",
    )


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return a lane for each span, the first that is free at its beginning; the last of `_LANES` takes what is left."""
    free: list[float] = []
    found = []
    for start, end in spans:
        lane = next((number for number, until in enumerate(free) if until <= start), len(free))
        lane = min(lane, _LANES - 1)
        free[lane : lane + 1] = [max(end, free[lane]) if lane < len(free) else end]
        found.append(lane)
    return found


def _apart(wanted: Sequence[float], heights: Sequence[float], *, top: float, foot: float) -> list[float]:
    """Return places as near as can be to those wanted, in the same order and without overlap, from `top` to `foot`.

    It moves them by the least sum of squares, by the pool-adjacent-violators algorithm (Ayer et al. 1955). All heights
    together fit between `top` and `foot`.
    """
    before = list(accumulate(heights, initial=0))
    pools: list[tuple[float, int]] = []
    for at, above in zip(wanted, before, strict=False):
        mean, count = at - above, 1
        while pools and pools[-1][0] > mean:
            other, number = pools.pop()
            mean, count = (mean * count + other * number) / (count + number), count + number
        pools.append((mean, count))
    lowest = foot - before[-1]
    kept = [min(max(mean, top), lowest) for mean, count in pools for _ in range(count)]
    return [round(at + above, 1) for at, above in zip(kept, before, strict=False)]
