"""The disputes about figures: what is drawn, who gives the numbers, and what is in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref
from claimgraph.pages.charts.disputes import Key, Mark, shown_disputes
from claimgraph.pages.charts.numbers import numbers_by_measure
from claimgraph.pages.charts.over_time import AIM, MARKS
from tests.pages.charts.test_numbers import BUSES, LATE, figure
from tests.pages.charts.test_plots import UPPER
from tests.pages.corpora import claim, measures, source, topic, view

if TYPE_CHECKING:
    from claimgraph.pages.charts.disputes import ShownDispute

AIMED = {"id": "aim", "name": "Aim", "unit": "percent", "definition": "Share that is to be late."}


def shown(*drawings: dict[str, object], figures: list[dict[str, str]]) -> tuple[ShownDispute, ...]:
    """The disputes of one with these drawings."""
    dispute = {"id": "how-late", "title": "How late?", "seen": "Half are late.", "drawings": list(drawings)}
    made = view(
        claim("a", figures=figures),
        topic(),
        source(author=[{"literal": "The town"}]),
        source("news"),
        measures(LATE, BUSES, UPPER, AIMED, disputes=[dispute]),
    )
    return shown_disputes(made, numbers_by_measure(made))


LATE_ROW = {"measure": "late", "label": "came late"}


def test_a_drawing_over_time_says_who_gives_the_numbers_of_each_mark() -> None:
    aim = {"measure": "aim", "label": "aim", "aim": True}
    (found,) = shown(
        {"over_time": True, "series": [aim, LATE_ROW]},
        figures=[figure("48", "2020"), figure("50", "2021", source="news"), {**figure("9", "2020"), "measure": "aim"}],
    )
    (drawing,) = found.drawings
    town = Ref(title="The town", address=None)
    assert (found.anchor, found.title, found.seen) == ("dispute-how-late", "How late?", "Half are late.")
    assert (found.topics, found.measures) == ((Ref(title="Late buses", address="topics/buses/"),), ("aim", "late"))
    assert (drawing.title, drawing.unit, drawing.shared) == ("", "percent", "")
    assert drawing.keys == (
        Key(mark=Mark(path=AIM, is_hollow=False), name="Aim: 9%", voices=(town,)),
        Key(
            mark=Mark(path=MARKS[0], is_hollow=False),
            name="Came late",
            voices=(town, Ref(title="The hearing", address=None)),
        ),
    )
    assert (drawing.chart.id, drawing.chart.title, drawing.chart.description) == (
        "chart-how-late-1",
        "How late?, 2020 to 2021",
        "Numbers over time. aim: 9%; came late: 48% to 50%. The table below has every number.",
    )
    assert [(each.label, each.number.shown) for each in found.numbers] == [
        ("Aim", "9%"),
        ("Came late", "48%"),
        ("Came late", "50%"),
    ]


def test_drawings_over_time_have_the_same_years() -> None:
    (found,) = shown(
        {"title": "Late", "over_time": True, "series": [LATE_ROW]},
        {"title": "Buses", "over_time": True, "series": [{"measure": "buses", "label": "ran"}]},
        figures=[figure("48", "2018"), {**figure("9", "2021"), "measure": "buses"}],
    )
    assert [drawing.chart.title for drawing in found.drawings] == ["Late, 2018 to 2021", "Buses, 2018 to 2021"]


def test_drawings_of_one_unit_have_the_same_scale() -> None:
    (found,) = shown(
        {"title": "Late", "over_time": True, "series": [LATE_ROW]},
        {"title": "Aim", "over_time": True, "series": [{"measure": "aim", "label": "aim"}]},
        {"title": "Buses", "over_time": True, "series": [{"measure": "buses", "label": "ran"}]},
        figures=[
            figure("48", "2018"),
            {**figure("9", "2021"), "measure": "aim"},
            {**figure("9000", "2021"), "measure": "buses"},
        ],
    )
    domains = [drawing.chart.inner["scales"][1]["domain"] for drawing in found.drawings]
    assert domains == [[0, 50], [0, 50], [0, 10]]
    assert [drawing.unit for drawing in found.drawings] == ["percent", "percent", "thousand buses"]


def bars(*figures: dict[str, str], upper: str | None = None, also: str = "aim") -> list[tuple[str, str]]:
    """The words and numbers of the bars of one series, with another beside it if that has numbers."""
    series = [{**LATE_ROW, "upper": upper}, {"measure": also, "label": "aim"}]
    (found,) = shown({"series": series}, figures=list(figures))
    words, drawn = (each["values"] for each in found.drawings[0].chart.inner["data"][:2])
    return [("; ".join(word["text"] for word in words), "; ".join(bar["text"] for bar in drawn))]


AIM_OF_NEXT_YEAR = {**figure("9", "2022"), "measure": "aim"}


def test_a_bar_says_who_and_when_unless_all_have_that_in_common() -> None:
    news = figure("50", "2021", source="news")
    assert bars(figure("48", "2020"), news, AIM_OF_NEXT_YEAR) == [
        ("Came late; The town, 2020; Came late; The hearing, 2021; Aim; The town, 2022", "48%; 50%; 9%")
    ]
    assert bars(figure("48", "2020"), AIM_OF_NEXT_YEAR) == [("Came late; 2020; Aim; 2022", "48%; 9%")]
    assert bars(figure("48", "2020", population="trams"), figure("50", "2020", population="trains")) == [
        ("Trams; Trains", "48%; 50%")
    ]


def test_bars_of_the_only_series_begin_with_what_tells_them_apart() -> None:
    news = figure("50", "2021", source="news")
    assert bars(figure("48", "2020"), news) == [("The town; 2020; The hearing; 2021", "48%; 50%")]
    assert bars(figure("48", "2020"), figure("50", "2021")) == [("2020; 2021", "48%; 50%")]


def test_what_all_bars_have_in_common_stands_below_them() -> None:
    def shared(*figures: dict[str, str]) -> str:
        (found,) = shown({"series": [LATE_ROW]}, figures=list(figures))
        return found.drawings[0].shared

    assert shared(figure("48", "2020"), figure("50", "2020", population="trams")) == "The town, 2020"
    assert shared(figure("48", "2020"), figure("50", "2021")) == "The town"
    assert shared(figure("48", "2020"), figure("50", "2021", source="news")) == ""


def test_bars_of_one_unit_have_the_same_scale() -> None:
    (found,) = shown(
        {"title": "Late", "series": [LATE_ROW]},
        {"title": "Aim", "series": [{"measure": "aim", "label": "aim"}]},
        {"title": "Buses", "series": [{"measure": "buses", "label": "ran"}]},
        figures=[
            figure("48", "2018"),
            {**figure("9", "2021"), "measure": "aim"},
            {**figure("9000", "2021"), "measure": "buses"},
        ],
    )
    assert [drawing.chart.inner["scales"][0]["domain"] for drawing in found.drawings] == [[0, 48], [0, 48], [0, 9000]]


def test_a_range_is_one_bar() -> None:
    high = {**figure("30", "2021"), "measure": "upper"}
    assert bars(figure("20", "2021"), high, upper="upper") == [("Came late", "20% to 30%")]


def test_what_has_no_numbers_or_no_dates_is_not_drawn() -> None:
    assert shown({"series": [{"measure": "buses", "label": "ran"}]}, figures=[figure("48", "2020")]) == ()
    undated = [figure("48", "../..")]
    assert shown({"over_time": True, "series": [LATE_ROW]}, figures=undated) == ()
    (found,) = shown(
        {"over_time": True, "series": [{"measure": "buses", "label": "ran"}]},
        {"over_time": True, "series": [LATE_ROW]},
        figures=[*undated, {**figure("9", "2021"), "measure": "buses"}],
    )
    assert [drawing.chart.id for drawing in found.drawings] == ["chart-how-late-1"]
