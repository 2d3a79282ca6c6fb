"""The chart of one measure: its numbers over time, or side by side if all have the same period.

A number is drawn as the whole period that it counts, a line from its first day to its last, with a mark in the middle.
The line of an approximate period is dashed. If a period has no start or no end, the mark is at the other end, and a
dashed line runs towards the open one. Each base has its own mark. Every scale of values includes zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claimgraph.index.wording import date_in_words, plural
from claimgraph.pages.charts.bars import (
    FOOT,
    INK,
    LEFT,
    RIGHT,
    TINT,
    TOP,
    Row,
    rows_chart,
    scale,
    text,
    time_axis,
    value_axis,
)
from claimgraph.pages.charts.chart_labels import factor_of, placed_labels, short
from claimgraph.pages.charts.time_axis import end_of, start_of, ticks
from claimgraph.pages.drawing.plotting import WIDTH, Chart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimgraph.pages.charts.numbers import Base, Number, Numbers

MARKS: Final = (
    "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "M-.9,-.9H.9V.9H-.9Z",
    "M0,-1.1L1.1,.9H-1.1Z",
    "M0,-1.25L1.25,0L0,1.25L-1.25,0Z",
)
"""The shapes that tell bases apart, first filled, then hollow, as paths round a centre, about 2 wide."""

MOST_BASES: Final = 2 * len(MARKS)
"""With more bases than marks there is no chart over time."""

MOST_NUMBERS: Final = 120
"""With more numbers there is no chart: they would cover each other."""

_SIZE: Final = 150
_HIGH: Final = 170
_OPEN: Final = 0.07
_MOST_TICKS: Final = 5
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """The position of a number: its line, its mark and its label, in units of the chart."""

    begin: float
    end: float
    at: float
    high: float
    is_dashed: bool


def is_of_one_time(numbers: Numbers) -> bool:
    """Tell whether all numbers have one period, so that they are compared side by side."""
    return len({number.period.text for number in numbers.numbers}) == 1


def measure_chart(numbers: Numbers) -> Chart | None:
    """Return the chart of a measure; None if fewer than two numbers can be drawn, or there are too many."""
    if not 1 < len(numbers.numbers) <= MOST_NUMBERS:
        return None
    if is_of_one_time(numbers):
        return _side_by_side(numbers)
    dated = [number for number in numbers.numbers if number.period.first or number.period.last]
    if len(dated) < 2 or len(numbers.bases) > MOST_BASES:  # noqa: PLR2004  one value is no chart
        return None
    return _over_time(numbers, dated)


def _id(numbers: Numbers) -> str:
    return f"chart-{numbers.id}"


def _side_by_side(numbers: Numbers) -> Chart:
    time = numbers.numbers[0].time
    rows = [
        Row(label=_label(number, numbers.bases), value=float(number.value), shown=number.plain)
        for number in numbers.numbers
    ]
    return rows_chart(
        id_=_id(numbers),
        title=f"{numbers.name}, {time}",
        description=f"{plural(len(rows), 'bar')}, each from zero. {_extremes(numbers.numbers)} {_BELOW}",
        rows=rows,
    )


def _label(number: Number, bases: Sequence[Base]) -> str:
    """Return what tells a number from the others: the parts of its base that they do not share, or else its source."""
    parts = [
        part
        for part, all_parts in (
            (number.base.population, {base.population for base in bases}),
            (number.base.denominator, {base.denominator for base in bases}),
        )
        if part and len(all_parts) > 1
    ]
    return " of ".join(parts) or (number.counts if len(bases) > 1 else number.source.title)


def _extremes(numbers: Sequence[Number]) -> str:
    """Return a sentence with the lowest and the highest number, which claims no trend."""
    low = min(numbers, key=lambda number: Decimal(number.value))
    high = max(numbers, key=lambda number: Decimal(number.value))
    return f"The lowest is {low.shown} ({low.time}), the highest {high.shown} ({high.time})."


_BELOW: Final = "The table below has every number with its base and source."


def _over_time(numbers: Numbers, dated: Sequence[Number]) -> Chart:
    factor = factor_of(number.value for number in numbers.numbers)
    begin, end = _years(dated)
    values = [Decimal(number.value) / factor.by for number in dated]
    high = ticks(float(min(_ZERO, *values)), float(max(_ZERO, *values)) * 1.04, _MOST_TICKS)
    height = TOP + _HIGH + FOOT
    placed = {
        id(number): _placed(number, float(value), (begin, end), (high[0], high[-1]))
        for number, value in zip(dated, values, strict=True)
    }
    labelled = [(placed[id(number)].at, placed[id(number)].high, short(number.value, factor)) for number in dated]
    marks = [_mark(number, placed[id(number)], numbers.bases) for number in dated]
    joins = [(placed[id(one)], placed[id(other)]) for one, other in numbers.joins()]
    return Chart(
        id=_id(numbers),
        title=f"{numbers.name}, {date_in_words(f'{begin:04}/{end - 1:04}')}",
        description=f"{plural(len(dated), 'number')} over time. {_extremes(dated)} {_BELOW}",
        height=height,
        inner={
            "data": [
                {"name": "joins", "values": [{"x": a.at, "y": a.high, "x2": b.at, "y2": b.high} for a, b in joins]},
                {"name": "lines", "values": [_line(place) for place in placed.values()]},
                {"name": "marks", "values": marks},
                {"name": "labels", "values": placed_labels(labelled, top=0, foot=TOP + _HIGH)},
            ],
            "scales": [
                scale("time", (begin, end), (LEFT, WIDTH - RIGHT)),
                scale("high", (high[0], high[-1]), (TOP + _HIGH, TOP)),
            ],
            "axes": [value_axis("high", high), time_axis("time", begin, end)],
            "marks": [
                _rule("lines", {"stroke": {"value": TINT}, "strokeWidth": {"value": 5}, "strokeDash": _DASH}),
                _rule("joins", {"stroke": {"value": INK}, "strokeWidth": {"value": 1.5}}),
                _SYMBOLS,
                text("labels", "text", {"field": "x"}, {"field": "y"}, "center"),
            ],
        },
    )


_DASH: Final = {"field": "dash"}
_SYMBOLS: Final[dict[str, Any]] = {
    "type": "symbol",
    "from": {"data": "marks"},
    "encode": {
        "enter": {
            "x": {"field": "x"},
            "y": {"field": "y"},
            "shape": {"field": "shape"},
            "size": {"value": _SIZE},
            "fill": {"field": "fill"},
            "stroke": {"value": INK},
            "strokeWidth": {"value": 2},
        }
    },
}


def _rule(data: str, how: dict[str, Any]) -> dict[str, Any]:
    ends = {name: {"field": name} for name in ("x", "y", "x2", "y2")}
    return {"type": "rule", "from": {"data": data}, "encode": {"enter": {**ends, **how}}}


def _years(dated: Iterable[Number]) -> tuple[int, int]:
    """Return the first year of the chart and the year after its last, with room for open ends."""
    days = [(start_of(first), end_of(last)) for first, last in map(_ends, dated)]
    begin, end = min(first for first, _ in days), max(last for _, last in days)
    tail = (end - begin) * _OPEN
    begin -= tail if any(number.period.first is None for number in dated) else 0
    end += tail if any(number.period.last is None for number in dated) else 0
    whole_end = int(end) + (end > int(end))
    return int(begin // 1), max(whole_end, int(begin // 1) + 1)


def _ends(number: Number) -> tuple[Any, Any]:
    """Return the first and the last day; for an open period, the known one twice."""
    return number.period.first or number.period.last, number.period.last or number.period.first


def _placed(number: Number, value: float, years: tuple[int, int], high: tuple[float, float]) -> _Placed:
    first, last = _ends(number)
    begin, end = start_of(first), end_of(last)
    middle = (begin + end) / 2
    tail = (years[1] - years[0]) * _OPEN
    if number.period.first is None:
        begin, middle = max(end - tail, years[0]), end
    elif number.period.last is None:
        end, middle = min(begin + tail, years[1]), begin
    across = (WIDTH - RIGHT - LEFT) / (years[1] - years[0])
    at = [LEFT + (year - years[0]) * across for year in (begin, end, middle)]
    is_open = number.period.first is None or number.period.last is None
    return _Placed(
        begin=round(at[0], 2),
        end=round(at[1], 2),
        at=round(at[2], 2),
        high=round(TOP + _HIGH * (high[1] - value) / (high[1] - high[0]), 2),
        is_dashed=is_open or bool(set("~?%") & set(number.period.text)),
    )


def _line(place: _Placed) -> dict[str, Any]:
    dash = [5, 4] if place.is_dashed else [1, 0]
    return {"x": place.begin, "x2": place.end, "y": place.high, "y2": place.high, "dash": dash}


def _mark(number: Number, place: _Placed, bases: Sequence[Base]) -> dict[str, Any]:
    rank = bases.index(number.base)
    hollow = rank >= len(MARKS)
    return {"x": place.at, "y": place.high, "shape": MARKS[rank % len(MARKS)], "fill": "white" if hollow else INK}
