"""Charts of bars: rows with a label above each, and columns over years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.charts.time_axis import ticks, year_ticks
from claimgraph.pages.drawing.plotting import WIDTH, Chart
from claimgraph.pages.drawing.text_width import text_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.pages.drawing.plotting import Spec

INK: Final = "currentColor"
"""The colour of the text round a chart, so that it follows light and dark."""

TINT: Final = "gray"
"""The colour of bars; a style sheet gives them another, in light and dark."""

TEXT: Final = 18
"""The largest height of a chart's text in its units, which a style sheet gives it on a phone; else it is smaller."""

LONGEST: Final = 0.95 * WIDTH / TEXT
"""The greatest width of a label, in em."""

_BAR: Final = 14
_LINES: Final = 3
_BETWEEN: Final = 14
_HIGH: Final = 170
LEFT: Final = 48
FOOT: Final = 30
GAP: Final = 8
TOP: Final = 20
RIGHT: Final = 24
_MOST_TICKS: Final = 5
_MOST_YEARS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One bar: its label, its length, and what is written at its end.

    `detail` stands below the label, empty for none. `upper` is the upper end of a range, up to which the bar is hollow;
    for a single number it is the same as `value`. The bar of an aim is hollow.
    """

    label: str
    value: float
    shown: str
    detail: str = ""
    upper: float | None = None
    is_hollow: bool = False

    @property
    def end(self) -> float:
        """Where the bar ends."""
        return self.value if self.upper is None else self.upper


def rows_chart(*, id_: str, title: str, description: str, rows: Sequence[Row], beside: Sequence[Row] = ()) -> Chart:
    """Return a chart of bars, one below the other, each from zero, in the order given; a long label is cut short.

    The rows of other charts `beside` it have the same scale.
    """
    every = (*rows, *beside)
    lowest, highest = min(0.0, *(row.value for row in every)), max(0.0, *(row.end for row in every))
    room = max(text_width(row.shown) for row in every) * TEXT + 2 * GAP
    bars: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    below = 0.0
    for row in rows:
        for kind, written in (("bold", row.label), ("normal", row.detail)):
            for line in wrapped(written, width=LONGEST * 0.93, lines=_LINES):
                words.append({"text": line, "y": below + TEXT, "weight": kind})
                below += TEXT + 2
        solid = 0.0 if row.is_hollow else row.value
        bars.append({"solid": solid, "end": row.end, "y": below + 6, "text": row.shown, "foot": below + 6 + _BAR - 1})
        below += 6 + _BAR + _BETWEEN
    return Chart(
        id=id_,
        title=title,
        description=description,
        height=round(below),
        inner={
            "data": [
                {"name": "words", "values": words},
                {"name": "bars", "values": bars},
                {"name": "hollow", "values": [bar for bar in bars if bar["end"] != bar["solid"]]},
            ],
            "scales": [scale("long", (lowest, highest or 1.0), (1, max(WIDTH - room, WIDTH / 4)))],
            "marks": [
                text("words", "text", {"value": 0}, {"field": "y"}, fontWeight={"field": "weight"}),
                _bar(
                    "hollow",
                    "solid",
                    "end",
                    {"fill": {"value": "white"}, "stroke": {"value": INK}, "strokeWidth": {"value": 1}},
                ),
                _bar("bars", None, "solid", {"fill": {"value": TINT}}),
                text("bars", "text", {"scale": "long", "field": "end", "offset": GAP}, {"field": "foot"}),
            ],
        },
    )


def _bar(data: str, begin: str | None, end: str, how: Spec) -> Spec:
    """Return bars from one field, or from zero, to another."""
    return {
        "type": "rect",
        "from": {"data": data},
        "encode": {
            "enter": {
                "x": {"scale": "long", **({"field": begin} if begin else {"value": 0})},
                "x2": {"scale": "long", "field": end},
                "y": {"field": "y"},
                "height": {"value": _BAR},
                **how,
            }
        },
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The count for the years from `first` to `last`, both included."""

    first: int
    last: int
    count: int


def columns_chart(*, id_: str, title: str, description: str, columns: Sequence[Column]) -> Chart:
    """Return a chart of columns over their years, which must follow each other without a gap."""
    begin, end = columns[0].first, columns[-1].last + 1
    high = ticks(0, max(column.count for column in columns), _MOST_TICKS)
    high = tuple(tick for tick in high if tick == int(tick))
    values = [{"a": column.first, "b": column.last + 1, "count": column.count} for column in columns]
    height = TOP + _HIGH + FOOT
    return Chart(
        id=id_,
        title=title,
        description=description,
        height=height,
        inner={
            "data": [{"name": "columns", "values": values}],
            "scales": [
                scale("time", (begin, end), (LEFT, WIDTH - RIGHT)),
                scale("high", (0, high[-1]), (TOP + _HIGH, TOP)),
            ],
            "axes": [value_axis("high", high), time_axis("time", begin, end)],
            "marks": [
                {
                    "type": "rect",
                    "from": {"data": "columns"},
                    "encode": {
                        "enter": {
                            "x": {"scale": "time", "field": "a", "offset": 1},
                            "x2": {"scale": "time", "field": "b", "offset": -1},
                            "y": {"scale": "high", "field": "count"},
                            "y2": {"scale": "high", "value": 0},
                            "fill": {"value": TINT},
                        }
                    },
                }
            ],
        },
    )


def scale(name: str, domain: tuple[float, float], range_: tuple[float, float]) -> Spec:
    """Return a linear scale from values to positions."""
    return {"name": name, "type": "linear", "domain": list(domain), "range": list(range_), "zero": False, "nice": False}


def time_axis(name: str, first: int, last: int) -> Spec:
    """Return an axis of years above the chart's foot; each label is at the beginning of its year."""
    return {
        **_AXIS,
        "orient": "bottom",
        "scale": name,
        "offset": -FOOT,
        "values": list(year_ticks(first, last, _MOST_YEARS)),
        "format": "d",
        "domain": False,
        "tickSize": 6,
        "labelPadding": 4,
    }


def value_axis(name: str, values: tuple[float, ...]) -> Spec:
    """Return a line across the chart for each value, with the value on it at the left."""
    return {
        **_AXIS,
        "orient": "left",
        "scale": name,
        "values": list(values),
        "format": ",.12~g",
        "domain": False,
        "ticks": False,
        "labelPadding": 0,
        "labelAlign": "left",
        "labelBaseline": "bottom",
        "labelOffset": -2,
        "grid": True,
        "gridColor": INK,
        "gridOpacity": 0.25,
    }


_AXIS: Final[Spec] = {
    "labelOverlap": False,
    "labelBound": False,
    "labelFlush": False,
    "labelColor": INK,
    "labelFontSize": 11,
    "tickColor": INK,
    "domainColor": INK,
}


def text(data: str, field: str, x: Spec, y: Spec, **look: Spec) -> dict[str, Any]:
    """Return a mark that writes a field at a position; `y` is the baseline of the text."""
    return {
        "type": "text",
        "from": {"data": data},
        "encode": {
            "enter": {
                "text": {"field": field},
                "x": x,
                "y": y,
                "align": {"value": "left"},
                "fontSize": {"value": 11},
                "fill": {"value": INK},
                **look,
            }
        },
    }
