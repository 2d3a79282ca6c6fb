"""Time as a number: the position of a day on an axis of years, and the ticks of an axis."""

from __future__ import annotations

import calendar
import math
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimgraph.model.dates import Day

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE: Final = (0, *accumulate(_LENGTHS))
_STEPS: Final = (1, 2, 5)
_CYCLE: Final = 400
_DAYS_OF_CYCLE: Final = 146_097


def ordinal(day: Day) -> int:
    """Return the number of a day in the proleptic Gregorian calendar, counted without gaps, for any year."""
    year, month, number = day
    cycles, inside = divmod(year - 1, _CYCLE)
    leap_day = month > 2 and calendar.isleap(year % _CYCLE + _CYCLE)  # noqa: PLR2004  after February
    leap_years = inside // 4 - inside // 100
    return cycles * _DAYS_OF_CYCLE + inside * 365 + leap_years + _BEFORE[month - 1] + leap_day + number


def start_of(day: Day) -> float:
    """Return the beginning of a day as a year with a fraction: 1 July 2021 is 2021.496."""
    return _as_year(day[0], ordinal(day))


def end_of(day: Day) -> float:
    """Return the end of a day as a year with a fraction: 31 December 2021 is 2022.0."""
    return _as_year(day[0], ordinal(day) + 1)


def _as_year(year: int, number: int) -> float:
    first, next_ = ordinal((year, 1, 1)), ordinal((year + 1, 1, 1))
    return year + (number - first) / (next_ - first)


def ticks(lowest: float, highest: float, most: int) -> tuple[float, ...]:
    """Return at most `most` + 1 round numbers at even steps, from `lowest` or below to `highest` or above.

    Steps are 1, 2 or 5 times a power of ten. If `lowest` and `highest` are equal, the scale still gets some length.
    """
    length = (highest - lowest) or abs(highest) or 1.0
    power = 10.0 ** math.floor(math.log10(length / most))
    for step in (factor * ten for ten in (power, power * 10) for factor in _STEPS):
        first, last = math.floor(lowest / step + _TINY), math.ceil((lowest + length) / step - _TINY)
        if last - first <= most:
            return tuple(_rounded(at * step, step) for at in range(first, last + 1))
    message = f"no scale from {lowest} to {highest}"
    raise AssertionError(message)


_TINY: Final = 1e-9


def _rounded(value: float, step: float) -> float:
    return round(value, max(0, -math.floor(math.log10(step)))) + 0.0


def year_ticks(first: int, last: int, most: int) -> tuple[int, ...]:
    """Return at most `most` + 1 years from `first` to `last`, at even steps of 1, 2, 5, 10 and so on."""
    step = int(max(1.0, ticks(0, max(1, last - first), most)[1]))
    start = -(-first // step) * step
    return tuple(range(start, last + 1, step))
