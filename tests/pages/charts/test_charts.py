"""How the numbers of a measure are drawn, and what the plotting library's drawing is made into."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.pages.charts.bars import TEXT, Column, Row, columns_chart, rows_chart
from claimgraph.pages.charts.chart_labels import factor_of, short
from claimgraph.pages.charts.measure_chart import MARKS, MOST_BASES, MOST_NUMBERS, measure_chart
from claimgraph.pages.drawing.plotting import Chart, drawn
from claimgraph.pages.drawing.text_width import text_width
from tests.pages.charts.test_numbers import figure, numbers

if TYPE_CHECKING:
    from claimgraph.pages.charts.numbers import Numbers


def data(chart: Chart | None, name: str) -> list[dict[str, Any]]:
    """The values of one of a chart's sets of data."""
    assert chart is not None
    return next(each["values"] for each in chart.inner["data"] if each["name"] == name)


def over_time(*figures: dict[str, str]) -> Chart:
    """The chart of some figures."""
    chart = measure_chart(numbers(*figures))
    assert chart is not None
    return chart


# Over time


def test_a_number_is_a_line_over_its_period_with_a_mark_at_the_middle() -> None:
    chart = over_time(figure("10", "2018", population="riders"), figure("20", "2021", population="riders"))
    begin, end = data(chart, "lines")
    assert (begin["x"], begin["x2"], end["x"], end["x2"]) == (48.0, 150.0, 354.0, 456.0)
    assert [mark["x"] for mark in data(chart, "marks")] == [99.0, 405.0]
    assert [mark["y"] for mark in data(chart, "marks")] == [begin["y"], end["y"]]
    assert data(chart, "joins") == []


def test_numbers_of_one_base_that_follow_each_other_are_joined() -> None:
    chart = over_time(figure("10", "2018", population="riders"), figure("20", "2019", population="riders"))
    one, other = data(chart, "marks")
    assert data(chart, "joins") == [{"x": one["x"], "y": one["y"], "x2": other["x"], "y2": other["y"]}]


def test_each_base_has_its_own_mark_and_the_later_ones_are_hollow() -> None:
    figures = [figure(str(year), str(year), population=f"group {year}") for year in range(2000, 2000 + MOST_BASES)]
    marks = data(over_time(*figures), "marks")
    assert [(mark["shape"], mark["fill"]) for mark in marks] == [
        *((shape, "currentColor") for shape in MARKS),
        *((shape, "white") for shape in MARKS),
    ]
    more = figure("1", "2020", population="another")
    assert measure_chart(numbers(*figures, more)) is None


def test_a_period_that_is_open_or_about_is_dashed_and_marked_at_the_known_end() -> None:
    chart = over_time(figure("1", "2018~"), figure("2", "../2019-12"), figure("3", "2021/.."), figure("4", "2020"))
    lines, marks = data(chart, "lines"), data(chart, "marks")
    assert [line["dash"] for line in lines] == [[5, 4], [5, 4], [1, 0], [5, 4]]
    assert marks[0]["x"] == pytest.approx((lines[0]["x"] + lines[0]["x2"]) / 2, abs=0.01)
    assert (marks[1]["x"], marks[3]["x"]) == (lines[1]["x2"], lines[3]["x"])
    assert lines[3]["x"] < lines[3]["x2"]


def test_a_chart_says_what_it_shows() -> None:
    chart = over_time(figure("43", "2013-04/2013-06"), figure("47", "2013-01/2013-03"), figure("50", "2016"))
    assert (chart.id, chart.title, chart.description) == (
        "chart-late",
        "Late buses, 2013 to 2016",
        (
            "3 numbers over time. The lowest is 43% (April to June 2013), the highest 50% (2016). "
            "The table below has every number with its base and source."
        ),
    )


def test_every_scale_has_zero_in_it() -> None:
    def domains(chart: Chart) -> dict[str, list[float]]:
        return {each["name"]: each["domain"] for each in chart.inner["scales"]}

    assert domains(over_time(figure("43", "2013"), figure("47", "2014"))) == {"time": [2013, 2015], "high": [0, 50]}
    assert domains(over_time(figure("-5", "2013"), figure("-3", "2014"))) == {"time": [2013, 2015], "high": [-5, 0]}


def test_labels_never_cover_each_other_or_a_mark() -> None:
    figures = [figure("123.45", f"20{year}-{month:02}") for year in range(13, 16) for month in range(1, 13)]
    labels = data(over_time(*figures), "labels")
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


# Side by side, and no chart


def side_by_side(*figures: dict[str, str]) -> list[tuple[str, str]]:
    """The labels and numbers of bars."""
    return [(row["label"], row["shown"]) for row in data(over_time(*figures), "rows")]


def test_numbers_of_one_time_stand_side_by_side_under_what_tells_them_apart() -> None:
    assert side_by_side(
        figure("6", "2017", population="riders", denominator="all people"),
        figure("9", "2017", population="drivers", denominator="all people"),
    ) == [("riders", "6%"), ("drivers", "9%")]
    assert side_by_side(figure("6", "2017", denominator="all"), figure("9", "2017")) == [
        ("all", "6%"),
        ("No base recorded", "9%"),
    ]
    assert side_by_side(figure("6", "2017"), figure("9", "2017")) == [("The hearing", "6%"), ("The hearing", "9%")]


@pytest.mark.parametrize(
    "found",
    [
        numbers(figure("1", "2019")),
        numbers(figure("1", "2019"), figure("2", "../..")),
        numbers(*(figure(str(value), f"20{value % 90 + 10}") for value in range(MOST_NUMBERS + 1))),
    ],
    ids=["one", "one dated", "too many"],
)
def test_there_is_no_chart(found: Numbers) -> None:
    assert measure_chart(found) is None


def test_a_bar_has_its_unit_only_where_that_is_a_sign() -> None:
    figures = [
        {**figure(value, "2017", source=source), "measure": "buses"} for value, source in (("12000", "a"), ("9", "b"))
    ]
    assert [row["shown"] for row in data(measure_chart(numbers(*figures, measure="buses")), "rows")] == ["12,000", "9"]


# The drawing


def test_a_drawing_has_shapes_and_text_alone_and_escapes_what_it_is_given() -> None:
    rows = [Row(label='<b onclick="x">&amp; opacity="1"</b>', value=1, shown="</text><script>")]
    svg = drawn(rows_chart(id_="a", title="A", description="B", rows=rows))
    assert svg == (
        '<g fill="none">'
        '<text transform="translate(0,18)" fill="currentColor" text-anchor="start" font-size="11px">'
        "&lt;b onclick=&#34;x&#34;&gt;&amp;amp; opacity=&#34;1&#34;&lt;/b&gt;</text>"
        '<path d="M0,25h328.08v14h-328.08Z" fill="gray"/>'
        '<text transform="translate(336.08,38)" fill="currentColor" text-anchor="start" font-size="11px">'
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


def test_a_long_label_is_cut_short() -> None:
    chart = rows_chart(id_="a", title="A", description="B", rows=[Row(label="word " * 40, value=1, shown="1")])
    assert data(chart, "rows")[0]["label"].endswith("…")


def test_the_plotting_library_is_loaded_with_the_first_chart() -> None:
    code = "import sys, claimgraph.cli.main, claimgraph.pages.pages; print('vl_convert' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
