"""What a drawing shows: for each of its series, the numbers, their ranges, and which of them a line may join."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimgraph.pages.charts.chart_labels import written
from claimgraph.pages.charts.time_axis import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.dates import Period
    from claimgraph.model.terms import Series
    from claimgraph.pages.charts.chart_labels import Factor
    from claimgraph.pages.charts.numbers import Number, Numbers

_ALIKE: Final = 0.1
"""The share of the longer period by which two periods of the same length may differ, as months and leap years do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The two ends of a range that one source gives for one period."""

    low: Number
    high: Number

    @property
    def shown(self) -> str:
        """The range in words."""
        return f"{self.low.plain} to {self.high.plain}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A series with its numbers, which are never none.

    `numbers` are in the order of time, the upper ends of ranges after the lower ones. `unit` is that of the measure.
    """

    label: str
    is_aim: bool
    unit: str
    numbers: tuple[Number, ...]
    ranges: tuple[Range, ...]

    @property
    def heading(self) -> str:
        """The label with a capital letter."""
        return capital(self.label)

    @property
    def is_single(self) -> bool:
        """Tell whether all its numbers are the same."""
        return len({number.shown for number in self.numbers}) == 1

    def name(self, factor: Factor) -> str:
        """Return the label as a drawing writes it: after the number if there is only one; an aim has that behind it."""
        if not self.is_single:
            return self.heading
        only = written(self.numbers[0], factor)
        return f"{self.heading}: {only}" if self.is_aim else f"{only} {self.label}"

    @property
    def extent(self) -> str:
        """The lowest and the highest number in words, which claims no trend."""
        low = min(self.numbers, key=lambda number: Decimal(number.value))
        high = max(self.numbers, key=lambda number: Decimal(number.value))
        return low.shown if low.shown == high.shown else f"{low.shown} to {high.shown}"

    def joins(self) -> Iterator[tuple[Number, Number]]:
        """Yield the pairs of numbers that a line may join.

        One period follows the other without a gap and has the same length, and nothing says that the two count other
        people. If there are two numbers for one period, none are joined.
        """
        exact = [number for number in self.numbers if _is_exact(number.period)]
        if len({number.period.text for number in exact}) == len(exact):
            for one, next_ in pairwise(exact):
                if one.base.agrees(next_.base) and _follows(one.period, next_.period):
                    yield one, next_


def capital(text: str) -> str:
    """Return a text with a capital letter, the others as they are."""
    return text[:1].upper() + text[1:]


def plot_of(series: Series, measures: Mapping[str, Numbers]) -> Plot | None:
    """Return a series with its numbers, None if none are recorded."""
    low = measures.get(series.measure)
    high = measures.get(series.upper) if series.upper else None
    known = low or high
    if known is None:
        return None
    lows, highs = (each.numbers if each else () for each in (low, high))
    tops = {(number.period.text, number.source): number for number in highs}
    pairs = [(number, tops.get((number.period.text, number.source))) for number in lows]
    return Plot(
        label=series.label,
        is_aim=series.aim,
        unit=known.unit,
        numbers=(*lows, *highs),
        ranges=tuple(Range(low=one, high=other) for one, other in pairs if other),
    )


def _is_exact(period: Period) -> bool:
    return period.first is not None and period.last is not None and not set("~?%") & set(period.text)


def _follows(one: Period, other: Period) -> bool:
    """Tell whether an exact period follows another without a gap and has about the same length."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    if ordinal(one.last) + 1 != ordinal(other.first):
        return False
    long = (ordinal(one.last) - ordinal(one.first) + 1, ordinal(other.last) - ordinal(other.first) + 1)
    return max(long) - min(long) <= _ALIKE * max(long)
