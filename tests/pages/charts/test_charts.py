"""How the numbers of a measure are drawn, and what the plotting library's drawing is made into."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.pages.charts.bars import TEXT, Column, Row, columns_chart, rows_chart
from claimgraph.pages.charts.chart_labels import Room, factor_of, short
from claimgraph.pages.charts.over_time import MARKS, Frame, over_time_chart, years_of
from claimgraph.pages.drawing.plotting import WIDTH, Chart, drawn
from claimgraph.pages.drawing.text_width import text_width
from tests.pages.charts.test_numbers import figure
from tests.pages.charts.test_plots import plot

if TYPE_CHECKING:
    from claimgraph.pages.charts.plots import Plot


def data(chart: Chart | None, name: str) -> list[dict[str, Any]]:
    """The values of one of a chart's sets of data."""
    assert chart is not None
    return next(each["values"] for each in chart.inner["data"] if each["name"] == name)


def chart_of(*plots: Plot) -> Chart:
    """The chart of some series over time."""
    years = years_of(number for each in plots for number in each.numbers)
    assert years is not None
    frame = Frame(years=years, plots=plots)
    return over_time_chart(id_="chart-late", title="Late buses", description="How late.", plots=plots, frame=frame)


def over_time(*figures: dict[str, str]) -> Chart:
    """The chart of one series."""
    return chart_of(plot(*figures))


# Over time


def test_a_number_is_a_line_over_its_period_with_a_mark_at_the_middle() -> None:
    chart = over_time(figure("10", "2018"), figure("20", "2021"))
    begin, end = data(chart, "lines")
    assert (begin["x"], begin["x2"], end["x"], end["x2"]) == (48.0, 150.0, 354.0, 456.0)
    assert [mark["x"] for mark in data(chart, "marks")] == [99.0, 405.0]
    assert [mark["y"] for mark in data(chart, "marks")] == [begin["y"], end["y"]]
    assert data(chart, "joins") == []


def test_numbers_that_follow_each_other_are_joined() -> None:
    chart = over_time(figure("10", "2018"), figure("20", "2019"))
    one, other = data(chart, "marks")
    assert data(chart, "joins") == [{"x": one["x"], "y": one["y"], "x2": other["x"], "y2": other["y"]}]


def test_the_ends_of_a_range_are_joined() -> None:
    chart = chart_of(plot(figure("10", "2018"), {**figure("20", "2018"), "measure": "upper"}, upper="upper"))
    (join,) = data(chart, "joins")
    assert join["x"] == join["x2"]


def test_each_series_has_its_own_mark_and_the_later_ones_are_hollow() -> None:
    chart = chart_of(*(plot(figure(str(rank), "2018"), label=f"group {rank}") for rank in range(8)))
    assert [(mark["shape"], mark["fill"]) for mark in data(chart, "marks")] == [
        *((shape, "currentColor") for shape in MARKS),
        *((shape, "white") for shape in MARKS),
    ]


def test_a_period_that_is_open_or_about_is_dashed_and_marked_at_the_known_end() -> None:
    chart = over_time(figure("1", "2018~"), figure("2", "../2019-12"), figure("3", "2021/.."), figure("4", "2020"))
    lines, marks = data(chart, "lines"), data(chart, "marks")
    assert [line["dash"] for line in lines] == [[5, 4], [5, 4], [1, 0], [5, 4]]
    assert marks[0]["x"] == pytest.approx((lines[0]["x"] + lines[0]["x2"]) / 2, abs=0.01)
    assert (marks[1]["x"], marks[3]["x"]) == (lines[1]["x2"], lines[3]["x"])
    assert lines[3]["x"] < lines[3]["x2"]


def test_an_aim_is_a_line_from_the_first_source_that_gives_it_to_the_last() -> None:
    aim = plot(figure("50", "2019"), figure("50", "2021"), label="aim", aim=True)
    chart = chart_of(plot(figure("10", "2018"), figure("20", "2022")), aim)
    (line,) = data(chart, "aims")
    assert (line["x"], line["x2"], line["y"]) == (129.6, 374.4, line["y2"])
    assert len(data(chart, "marks")) == 2


def test_an_aim_without_an_end_goes_on_to_the_edge_and_each_value_has_its_line() -> None:
    aim = plot(figure("50", "2019/.."), figure("60", "2020/2021"), label="aim", aim=True)
    chart = chart_of(plot(figure("10", "2018"), figure("20", "2022")), aim)
    assert [(line["x"], line["x2"]) for line in data(chart, "aims")] == [(116.0, 456), (184.0, 320.0)]


def test_a_name_is_on_the_same_side_of_an_aim_as_its_mark() -> None:
    aim = plot(figure("75", "2018/2022"), label="standard", aim=True)
    chart = chart_of(plot(*(figure(str(value), str(value + 1930)) for value in range(88, 93)), label="in time"), aim)
    names = {name["text"]: name for name in data(chart, "names")}
    assert list(names) == ["In time", "Standard: 75%"]
    (line,) = data(chart, "aims")
    assert names["In time"]["y"] < line["y"] < names["Standard: 75%"]["y"]


def test_a_name_that_is_far_from_its_mark_has_a_line_to_it() -> None:
    room = Room(top=0, foot=300)
    room.block(0, 60, WIDTH, 240)
    near, far = Room(top=0, foot=300).name("Late", [(200, 150)]), room.name("Late", [(200, 150)])
    assert near is not None
    assert far is not None
    assert near.leader is None
    assert far.leader == {"x": 200, "y": 58, "x2": 200.0, "y2": 141.0}


def test_a_name_without_room_is_left_out() -> None:
    room = Room(top=0, foot=300)
    room.block(0, 0, WIDTH, 300)
    assert room.name("Late", [(200, 150)]) is None


def test_a_number_without_a_date_is_left_out() -> None:
    assert len(data(over_time(figure("1", "2018"), figure("2", "../..")), "marks")) == 1
    assert years_of(plot(figure("2", "../..")).numbers) is None


def test_every_scale_has_zero_in_it() -> None:
    def domains(chart: Chart) -> dict[str, list[float]]:
        return {each["name"]: each["domain"] for each in chart.inner["scales"]}

    assert domains(over_time(figure("43", "2013"), figure("47", "2014"))) == {"time": [2013, 2015], "high": [0, 50]}
    assert domains(over_time(figure("-5", "2013"), figure("-3", "2014"))) == {"time": [2013, 2015], "high": [-5, 0]}


def test_labels_never_cover_each_other_or_a_mark() -> None:
    values = ("123.45", "123.46") * 18
    months = [f"20{year}-{month:02}" for year in range(13, 16) for month in range(1, 13)]
    figures = [figure(value, month) for value, month in zip(values, months, strict=True)]
    labels = data(over_time(*figures), "numbers")
    places = sorted((label["y"], label["x"]) for label in labels)
    assert len(places) == 18
    apart = [right - left for (y, left), (same, right) in pairwise(places) if y == same]
    assert min(apart) > text_width("123.45") * TEXT - 1e-6


@pytest.mark.parametrize(
    ("values", "word", "expected"),
    [
        (("884000", "1100000"), "million", ["0.88", "1.1"]),
        (("606192", "-1500", "999"), "thousand", ["606", "\u22121.5", "1"]),
        (("48.50", "-2", "0"), "", ["48.50", "\u22122", "0"]),
        (("2500000000",), "thousand million", ["2.5"]),
    ],
)
def test_large_numbers_are_written_short(values: tuple[str, ...], word: str, expected: list[str]) -> None:
    factor = factor_of(values)
    assert (factor.word, [short(value, factor) for value in values]) == (word, expected)


# Bars


def test_a_bar_has_its_words_above_it_and_its_number_at_its_end() -> None:
    rows = [
        Row(label="Of all riders", detail="The town, 2021", value=20, upper=30, shown="20% to 30%"),
        Row(label="Aim", value=40, shown="40%", is_hollow=True),
    ]
    chart = rows_chart(id_="a", title="A", description="B", rows=rows)
    assert [(word["text"], word["weight"]) for word in data(chart, "words")] == [
        ("Of all riders", "bold"),
        ("The town, 2021", "normal"),
        ("Aim", "bold"),
    ]
    assert [(bar["solid"], bar["end"], bar["text"]) for bar in data(chart, "bars")] == [
        (20, 30, "20% to 30%"),
        (0, 40, "40%"),
    ]
    assert data(chart, "hollow") == data(chart, "bars")


def test_bars_beside_each_other_have_one_scale() -> None:
    rows = [Row(label="a", value=10, shown="10%")]
    beside = [*rows, Row(label="b", value=40, shown="about 40%")]
    one, other = (rows_chart(id_="a", title="A", description="B", rows=each, beside=beside) for each in (rows, beside))
    assert one.inner["scales"] == other.inner["scales"]


# The drawing


def test_a_drawing_has_shapes_and_text_alone_and_escapes_what_it_is_given() -> None:
    rows = [Row(label='<b onclick="x">&amp; opacity="1"</b>', value=1, shown="</text><script>")]
    svg = drawn(rows_chart(id_="a", title="A", description="B", rows=rows))
    assert svg == (
        '<g fill="none">'
        '<text transform="translate(0,18)" fill="currentColor" text-anchor="start" font-size="11px" font-weight="bold">'
        "&lt;b onclick=&#34;x&#34;&gt;&amp;amp; opacity=&#34;1&#34;&lt;/b&gt;</text>"
        '<path d="M1,26h327.08v14h-327.08Z" fill="gray"/>'
        '<text transform="translate(336.08,39)" fill="currentColor" text-anchor="start" font-size="11px">'
        "&lt;/text&gt;&lt;script&gt;</text></g>"
    )


def test_a_drawing_is_the_same_each_time_and_carries_no_style() -> None:
    chart = columns_chart(
        id_="a", title="A", description="B", columns=[Column(first=2000 + n, last=2000 + n, count=n) for n in range(9)]
    )
    svg = drawn(chart)
    assert svg == drawn(chart)
    assert set(re.findall(r"<(\w+)", svg)) == {"g", "line", "path", "text"}
    assert not re.search(r"style|class|href|font-family|aria|on\w+=", svg)
    assert re.findall(r">(\d+)</text>", svg) == ["0", "2", "4", "6", "8", *map(str, range(2000, 2010, 2))]


def test_a_long_label_has_three_lines_and_is_cut_short() -> None:
    chart = rows_chart(id_="a", title="A", description="B", rows=[Row(label="word " * 60, value=1, shown="1")])
    lines = [word["text"] for word in data(chart, "words")]
    assert (len(lines), lines[-1][-1]) == (3, "…")


def test_the_plotting_library_is_loaded_with_the_first_chart() -> None:
    code = "import sys, claimgraph.cli.main, claimgraph.pages.pages; print('vl_convert' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
