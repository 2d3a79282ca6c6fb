"""The chart of some series over time, each with its own mark and its name beside it.

A number is drawn as the whole period that it counts, a line from its first day to its last, with a mark in the middle.
The line of an approximate period is dashed. If a period has no start or no end, the mark is at the other end, and a
dashed line runs towards the open one. An aim is a dashed line without marks, from the first source that gives it to the
last. Every scale of values includes zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.charts.bars import FOOT, INK, LEFT, RIGHT, TINT, scale, text, time_axis, value_axis
from claimgraph.pages.charts.chart_labels import MARK, Room, factor_of, short
from claimgraph.pages.charts.time_axis import end_of, start_of, ticks
from claimgraph.pages.drawing.plotting import WIDTH, Chart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.pages.charts.chart_labels import Factor
    from claimgraph.pages.charts.numbers import Number
    from claimgraph.pages.charts.plots import Plot

MARKS: Final = (
    "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z",
    "M-.9,-.9H.9V.9H-.9Z",
    "M0,-1.1L1.1,.9H-1.1Z",
    "M0,-1.25L1.25,0L0,1.25L-1.25,0Z",
)
"""The shapes that tell series apart, first filled, then hollow, as paths round a centre, about 2 wide."""

AIM: Final = "M-1.3,-.2H-.3V.2H-1.3ZM.3,-.2H1.3V.2H.3Z"
"""The mark of an aim beside its name: two dashes."""

_SIZE: Final = 150
_TOP: Final = 42
"""The room above the highest value, for its number and a name."""

_BASE_HEIGHT: Final = 100
_HEIGHT_OF_SERIES: Final = 50
_OPEN: Final = 0.07
_MOST_TICKS: Final = 5
_ZERO: Final = Decimal(0)
_HALF_DASH: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """The position of a number: its line, its mark and its label, in units of the chart."""

    begin: float
    end: float
    at: float
    high: float
    is_dashed: bool


def mark_of(rank: int) -> tuple[str, bool]:
    """Return the shape of the series of a rank, and whether it is hollow; aims are not counted."""
    return MARKS[rank % len(MARKS)], rank // len(MARKS) % 2 == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What several charts share: their years, from the first up to the second, and the scale of all `plots`."""

    years: tuple[int, int]
    plots: tuple[Plot, ...]


def over_time_chart(*, id_: str, title: str, description: str, plots: Sequence[Plot], frame: Frame) -> Chart:
    """Return the chart of some of the series of a frame.

    Numbers without a date are left out; at least one has a date.
    """
    years = frame.years
    factor = factor_of(number.value for plot in frame.plots for number in plot.numbers)
    values = [Decimal(number.value) / factor.by for plot in frame.plots for number in plot.numbers]
    high = ticks(float(min(_ZERO, *values)), float(max(_ZERO, *values)) * 1.04, _MOST_TICKS)
    deep = _BASE_HEIGHT + _HEIGHT_OF_SERIES * len(plots)
    places = {
        id(number): _placed(number, float(Decimal(number.value) / factor.by), years, (high[0], high[-1]), deep)
        for plot in plots
        for number in plot.numbers
        if _ends(number)
    }
    drawn = _Drawn(places, factor, _TOP + deep)
    drawn.draw(plots)
    return Chart(
        id=id_,
        title=title,
        description=description,
        height=_TOP + deep + FOOT,
        inner={
            "data": [{"name": name, "values": values} for name, values in drawn.data.items()],
            "scales": [
                scale("time", years, (LEFT, WIDTH - RIGHT)),
                scale("high", (high[0], high[-1]), (_TOP + deep, _TOP)),
            ],
            "axes": [value_axis("high", high), time_axis("time", *years)],
            "marks": [
                _rule("aims", {"stroke": {"value": INK}, "strokeWidth": {"value": 2}, "strokeDash": {"value": [7, 5]}}),
                _rule("lines", {"stroke": {"value": TINT}, "strokeWidth": {"value": 5}, "strokeDash": _DASH}),
                _rule("joins", {"stroke": {"value": INK}, "strokeWidth": {"value": 1.5}}),
                _rule("leaders", {"stroke": {"value": INK}, "strokeWidth": {"value": 1}}),
                _SYMBOLS,
                text("numbers", "text", {"field": "x"}, {"field": "y"}, align={"value": "center"}),
                text("names", "text", {"field": "x"}, {"field": "y"}, fontWeight={"value": "bold"}),
            ],
        },
    )


def years_of(numbers: Iterable[Number]) -> tuple[int, int] | None:
    """Return the first year of some numbers and the year after their last, with room for open ends.

    None if no number has a date.
    """
    dated = [number for number in numbers if _ends(number)]
    if not dated:
        return None
    days = [(start_of(ends[0]), end_of(ends[1])) for number in dated if (ends := _ends(number))]
    begin, end = min(first for first, _ in days), max(last for _, last in days)
    tail = (end - begin) * _OPEN
    begin -= tail if any(number.period.first is None for number in dated) else 0
    end += tail if any(number.period.last is None for number in dated) else 0
    whole_end = int(end) + (end > int(end))
    return int(begin // 1), max(whole_end, int(begin // 1) + 1)


class _Drawn:
    """What is drawn, by the names of Vega's sets of data; names and numbers cover neither each other nor a mark."""

    def __init__(self, places: dict[int, _Placed], factor: Factor, foot: float) -> None:
        """Begin with an empty drawing; `places` are those of the numbers with a date, by their identity."""
        self.data: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("aims", "lines", "joins", "marks", "numbers", "names", "leaders")
        }
        self._room = Room(top=0, foot=foot)
        self._places = places
        self._factor = factor

    def draw(self, plots: Sequence[Plot]) -> None:
        """Draw marks and lines first, then the numbers beside the marks, and names where there is room."""
        series = [plot for plot in plots if not plot.is_aim]
        aims = [(plot, tuple(self._aim(plot))) for plot in plots if plot.is_aim]
        for rank, plot in enumerate(series):
            self._draw(plot, rank)
        for plot in series:
            if not plot.is_single:
                self._number(plot)
        for plot in series:
            self._name(plot, [(place.at, place.high) for place in reversed(self._of(plot))])
        for plot, lines in aims:
            ends = [(x, line["y"]) for line in lines for x in (line["x"], line["x2"], (line["x"] + line["x2"]) / 2)]
            self._name(plot, ends)

    def _of(self, plot: Plot) -> list[_Placed]:
        return [self._places[id(number)] for number in plot.numbers if id(number) in self._places]

    def _draw(self, plot: Plot, rank: int) -> None:
        shape, is_hollow = mark_of(rank)
        for place in self._of(plot):
            dash = [5, 4] if place.is_dashed else [1, 0]
            self.data["lines"].append(
                {"x": place.begin, "x2": place.end, "y": place.high, "y2": place.high, "dash": dash}
            )
            self.data["marks"].append(
                {"x": place.at, "y": place.high, "shape": shape, "fill": _fill(is_hollow=is_hollow)}
            )
            self._room.block(place.begin, place.high - _HALF_DASH, place.end, place.high + _HALF_DASH)
            self._room.block(place.at - MARK, place.high - MARK, place.at + MARK, place.high + MARK)
        pairs = [*plot.joins(), *((each.low, each.high) for each in plot.ranges)]
        for one, other in pairs:
            if id(one) in self._places and id(other) in self._places:
                self._join(self._places[id(one)], self._places[id(other)])

    def _join(self, one: _Placed, other: _Placed) -> None:
        self.data["joins"].append({"x": one.at, "y": one.high, "x2": other.at, "y2": other.high})
        for step in range(1, 8):
            x = one.at + (other.at - one.at) * step / 8
            y = one.high + (other.high - one.high) * step / 8
            self._room.block(x - _HALF_DASH, y - 2, x + _HALF_DASH, y + 2)

    def _aim(self, plot: Plot) -> Iterator[dict[str, Any]]:
        """Draw and yield a line for each value of an aim, from the first of its periods to the last."""
        for value in dict.fromkeys(number.value for number in plot.numbers):
            places = [
                self._places[id(number)]
                for number in plot.numbers
                if number.value == value and id(number) in self._places
            ]
            if not places:
                continue
            is_open = any(number.period.last is None for number in plot.numbers if number.value == value)
            begin = min(place.begin for place in places)
            end = WIDTH - RIGHT if is_open else max(place.end for place in places)
            line = {"x": begin, "x2": end, "y": places[0].high, "y2": places[0].high}
            self.data["aims"].append(line)
            self._room.wall(begin, end, places[0].high)
            yield line

    def _number(self, plot: Plot) -> None:
        marks = [
            (
                self._places[id(number)].at,
                self._places[id(number)].high,
                number.about + short(number.value, self._factor),
            )
            for number in plot.numbers
            if id(number) in self._places
        ]
        self.data["numbers"] += self._room.numbers(marks)

    def _name(self, plot: Plot, points: Sequence[tuple[float, float]]) -> None:
        name = self._room.name(plot.name(self._factor), points)
        if name is not None:
            self.data["names"] += name.lines
            self.data["leaders"] += [name.leader] if name.leader else []


def _fill(*, is_hollow: bool) -> str:
    return "white" if is_hollow else INK


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


def _ends(number: Number) -> tuple[Any, Any] | None:
    """Return the first and the last day; for an open period, the known one twice; None if neither is known."""
    first, last = number.period.first or number.period.last, number.period.last or number.period.first
    return (first, last) if first else None


def _placed(number: Number, value: float, years: tuple[int, int], high: tuple[float, float], deep: float) -> _Placed:
    first, last = _ends(number) or ((years[0], 1, 1), (years[0], 1, 1))
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
        high=round(_TOP + deep * (high[1] - value) / (high[1] - high[0]), 2),
        is_dashed=is_open or bool(set("~?%") & set(number.period.text)),
    )
