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

_ROW: Final = 46
_BAR: Final = 14
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
    """One bar: its label, its length, and the number at its end."""

    label: str
    value: float
    shown: str


def rows_chart(*, id_: str, title: str, description: str, rows: Sequence[Row]) -> Chart:
    """Return a chart of bars, one below the other, each from zero, in the order given; a long label is cut short."""
    lowest, highest = min(0.0, *(row.value for row in rows)), max(0.0, *(row.value for row in rows))
    room = max(text_width(row.shown) for row in rows) * TEXT + 2 * GAP
    values = [
        {
            "label": wrapped(row.label, width=LONGEST, lines=1)[0],
            "value": row.value,
            "shown": row.shown,
            "at": number * _ROW,
        }
        for number, row in enumerate(rows)
    ]
    return Chart(
        id=id_,
        title=title,
        description=description,
        height=len(rows) * _ROW,
        inner={
            "data": [{"name": "rows", "values": values}],
            "scales": [scale("long", (lowest, highest or 1.0), (0, max(WIDTH - room, WIDTH / 4)))],
            "marks": [
                text("rows", "label", {"value": 0}, {"field": "at", "offset": 18}),
                {
                    "type": "rect",
                    "from": {"data": "rows"},
                    "encode": {
                        "enter": {
                            "x": {"scale": "long", "value": 0},
                            "x2": {"scale": "long", "field": "value"},
                            "y": {"field": "at", "offset": 25},
                            "height": {"value": _BAR},
                            "fill": {"value": TINT},
                        }
                    },
                },
                text(
                    "rows", "shown", {"scale": "long", "field": "value", "offset": GAP}, {"field": "at", "offset": 38}
                ),
            ],
        },
    )


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


def text(data: str, field: str, x: Spec, y: Spec, align: str = "left") -> dict[str, Any]:
    """Return a mark that writes a field at a position; `y` is the baseline of the text."""
    return {
        "type": "text",
        "from": {"data": data},
        "encode": {
            "enter": {
                "text": {"field": field},
                "x": x,
                "y": y,
                "align": {"value": align},
                "fontSize": {"value": 11},
                "fill": {"value": INK},
            }
        },
    }
