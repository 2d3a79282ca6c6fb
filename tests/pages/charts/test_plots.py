"""The series of a drawing: their names, their ranges, and which numbers a line may join."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.model.terms import Series
from claimgraph.pages.charts.chart_labels import factor_of
from claimgraph.pages.charts.numbers import numbers_by_measure
from claimgraph.pages.charts.plots import plot_of
from tests.pages.charts.test_numbers import BUSES, LATE, figure
from tests.pages.corpora import claim, measures, source, view

if TYPE_CHECKING:
    from claimgraph.pages.charts.plots import Plot

UPPER = {"id": "upper", "name": "Late buses, upper figure", "unit": "percent", "definition": "Share that is late."}


def plot(*figures: dict[str, str], label: str = "of all riders", aim: bool = False, upper: str | None = None) -> Plot:
    """The series of the measure `late`."""
    shown = view(claim("a", figures=figures), source(), measures(LATE, BUSES, UPPER))
    made = plot_of(Series(measure="late", upper=upper, label=label, aim=aim), numbers_by_measure(shown))
    assert made is not None
    return made


def joined(*figures: dict[str, str]) -> list[tuple[str, str]]:
    """The values that a line joins."""
    return [(one.value, other.value) for one, other in plot(*figures).joins()]


def test_a_series_without_numbers_is_none() -> None:
    assert plot_of(Series(measure="late", label="late"), numbers_by_measure(view(claim("a")))) is None


def test_a_single_number_stands_before_the_label_and_an_aim_has_it_behind() -> None:
    def name(*figures: dict[str, str], aim: bool = False) -> str:
        made = plot(*figures, aim=aim)
        return made.name(factor_of(number.value for number in made.numbers))

    one, other = figure("48", "2021"), figure("48", "2022")
    assert name(one, other) == "48% of all riders"
    assert name({**one, "bound": "about"}) == "about 48% of all riders"
    assert name({**one, "value": "48000"}) == "48 thousand of all riders"
    assert name(one, aim=True) == "Of all riders: 48%"
    assert name(one, {**other, "value": "49"}) == "Of all riders"


def test_an_extent_is_the_lowest_and_the_highest_number() -> None:
    assert plot(figure("48", "2021"), figure("9", "2022"), figure("50", "2023")).extent == "9% to 50%"
    assert plot(figure("48", "2021")).extent == "48%"


def test_ends_of_a_range_belong_together_if_source_and_period_are_the_same() -> None:
    high = {**figure("30", "2021"), "measure": "upper"}
    made = plot(figure("20", "2021"), figure("25", "2022"), high, upper="upper")
    assert [number.value for number in made.numbers] == ["20", "25", "30"]
    assert [each.shown for each in made.ranges] == ["20% to 30%"]
    assert plot(figure("20", "2021"), {**high, "source": "news"}, upper="upper").ranges == ()


# Which numbers a line joins

RIDERS = {"population": "riders"}


def test_a_line_joins_numbers_of_one_base_that_follow_each_other() -> None:
    assert joined(
        figure("1", "2018-04/2019-03", **RIDERS),
        figure("2", "2019-04/2020-03", **RIDERS),
        figure("3", "2020-04/2021-03", **RIDERS, denominator="all"),
    ) == [("1", "2"), ("2", "3")]


@pytest.mark.parametrize(
    "other",
    [
        figure("2", "2020-04/2021-03", population="drivers", denominator="all"),
        figure("2", "2020-04/2021-03", **RIDERS, denominator="some"),
        figure("2", "2021-04/2022-03", **RIDERS),
        figure("2", "2020-04/2020-06", **RIDERS),
        figure("2", "2020-04~/2021-03", **RIDERS),
        figure("2", "2020-04/..", **RIDERS),
        figure("2", "2020-01/2020-12", **RIDERS),
    ],
    ids=["other people", "other whole", "gap", "other length", "about", "open", "overlap"],
)
def test_no_line_joins_other_numbers(other: dict[str, str]) -> None:
    assert joined(figure("1", "2019-04/2020-03", **RIDERS, denominator="all"), other) == []


def test_no_line_joins_a_series_with_two_numbers_for_one_time() -> None:
    assert joined(figure("1", "2019", **RIDERS), figure("2", "2020", **RIDERS), figure("3", "2020", **RIDERS)) == []
