"""The timeline: the years in which sources were published, and the years that claims speak about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import plural
from claimgraph.pages.charts.bars import Column, columns_chart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.dates import Period
    from claimgraph.pages.drawing.plotting import Chart

MOST_NAMED: Final = 12
"""The number of sources that are named for a span of years; the others are counted."""

_MOST_SPANS: Final = 40
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The years from `first` to `last`, with the number of sources published in them and of claims about them.

    `named` are the first of the sources. A claim counts in every year it speaks about; if its period has no known
    start, it counts in the last year only.
    """

    first: int
    last: int
    named: tuple[Ref, ...]
    sources: int
    claims: int

    @property
    def years(self) -> str:
        """The years in words."""
        return str(self.first) if self.first == self.last else f"{self.first}\u2013{self.last}"

    @property
    def unnamed(self) -> int:
        """The number of sources that are not named."""
        return self.sources - len(self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Spans of the same length without a gap, empty if nothing has a date.

    `undated` counts sources whose year is not known.
    """

    spans: tuple[Span, ...]
    undated: int


def timeline(view: View) -> Timeline:
    """Return the timeline of all sources and claims, from the first year of any to the last."""
    published: dict[int, list[str]] = {}
    undated = 0
    for id_, source in view.corpus.sources.items():
        date = source.record.issued or source.record.event_date
        if date is None or date.year is None:
            undated += 1
        else:
            published.setdefault(date.year, []).append(id_)
    periods = [claim.record.scope.period for claim in view.corpus.claims.values()]
    years = [*published, *(year for period in periods for year in _ends(period))]
    if not years:
        return Timeline(spans=(), undated=undated)
    begin, end = min(years), max(years)
    step = _step(end + 1 - begin)
    begin = begin // step * step
    count = (end - begin) // step + 1
    spoken_of = _spoken_of(periods, begin, step, count)
    spans = []
    for number in range(count):
        first = begin + number * step
        ids = [id_ for year in range(first, first + step) for id_ in published.get(year, ())]
        spans.append(
            Span(
                first=first,
                last=first + step - 1,
                named=tuple(view.source(id_) for id_ in ids[:MOST_NAMED]),
                sources=len(ids),
                claims=spoken_of[number],
            )
        )
    return Timeline(spans=tuple(spans), undated=undated)


def _ends(period: Period) -> Iterator[int]:
    """Yield the first and the last year of a period, if known."""
    for day in (period.first, period.last):
        if day is not None:
            yield day[0]


def _step(years: int) -> int:
    return next(step for step in _STEPS if years <= step * _MOST_SPANS)


def _spoken_of(periods: Iterable[Period], begin: int, step: int, count: int) -> list[int]:
    """Return the number of periods in each span.

    A period without a start counts in its last span only; one without an end counts in all spans from its first.
    """
    change = [0] * (count + 1)
    for period in periods:
        known = period.first or period.last
        if known is not None:
            change[(known[0] - begin) // step] += 1
            change[(period.last[0] - begin) // step + 1 if period.last else count] -= 1
    return list(accumulate(change[:count]))


def timeline_charts(shown: Timeline) -> tuple[Chart, ...]:
    """Return a chart of the sources and one of the claims, over the same years; empty if there are no spans."""
    if not shown.spans:
        return ()
    first, last = shown.spans[0].first, shown.spans[-1].last
    charts = []
    for id_, what, counts, how in (
        ("sources", "Sources by the year of their publication", [span.sources for span in shown.spans], "source"),
        ("claims", "Claims by the years of which they speak", [span.claims for span in shown.spans], "claim"),
    ):
        most = max(range(len(counts)), key=counts.__getitem__)
        charts.append(
            columns_chart(
                id_=f"chart-of-{id_}",
                title=f"{what}, {first} to {last}",
                description=(
                    f"{plural(len(counts), 'column')}, one for each step of the time axis. "
                    f"The highest is {plural(counts[most], how)} in {shown.spans[most].years}. "
                    "The table below has every number."
                ),
                columns=[
                    Column(first=span.first, last=span.last, count=count)
                    for span, count in zip(shown.spans, counts, strict=True)
                ],
            )
        )
    return tuple(charts)
