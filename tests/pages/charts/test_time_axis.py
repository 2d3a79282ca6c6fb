"""Days as numbers, and round divisions of a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.pages.charts.time_axis import end_of, ordinal, start_of, ticks, year_ticks

if TYPE_CHECKING:
    from datetime import date


@given(st.dates())
def test_days_are_numbered_as_the_standard_library_does(day: date) -> None:
    assert ordinal((day.year, day.month, day.day)) == day.toordinal()


@pytest.mark.parametrize("year", [-401, -400, -5, -1, 0, 9999])
def test_days_follow_each_other_in_any_year(year: int) -> None:
    assert ordinal((year + 1, 1, 1)) - ordinal((year, 12, 31)) == 1
    assert ordinal((year, 3, 1)) - ordinal((year, 2, 28)) == (2 if year % 4 == 0 else 1)


def test_a_financial_year_has_its_middle_at_the_end_of_september() -> None:
    begin, end = start_of((2018, 4, 1)), end_of((2019, 3, 31))
    assert (round(begin, 3), round(end, 3)) == (2018.247, 2019.247)
    assert start_of((2018, 9, 30)) < (begin + end) / 2 < end_of((2018, 9, 30))


def test_a_year_ends_where_the_next_begins() -> None:
    assert end_of((2021, 12, 31)) == start_of((2022, 1, 1)) == 2022.0


@pytest.mark.parametrize(
    ("lowest", "highest", "expected"),
    [
        (0, 52.1, (0, 20, 40, 60)),
        (0, 60, (0, 20, 40, 60)),
        (0, 1.81, (0, 0.5, 1, 1.5, 2)),
        (0, 0.3, (0, 0.1, 0.2, 0.3)),
        (-3, 98, (-50, 0, 50, 100)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_a_scale_has_round_numbers(lowest: float, highest: float, expected: tuple[float, ...]) -> None:
    assert ticks(lowest, highest, 5) == expected


@given(
    st.floats(-1e12, 1e12, allow_subnormal=False),
    st.floats(-1e12, 1e12, allow_subnormal=False),
    st.integers(3, 9),
)
def test_a_scale_spans_its_values_in_few_steps(one: float, other: float, most: int) -> None:
    lowest, highest = min(one, other), max(one, other)
    found = ticks(lowest, highest, most)
    slack = (found[-1] - found[0]) * 1e-6
    assert found[0] - slack <= lowest <= highest <= found[-1] + slack
    assert 2 <= len(found) <= most + 1


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (2017, 2019, (2017, 2018, 2019)),
        (2013, 2025, (2014, 2016, 2018, 2020, 2022, 2024)),
        (1850, 2022, (1850, 1900, 1950, 2000)),
        (2021, 2021, (2021,)),
    ],
)
def test_years_are_named_some_apart(first: int, last: int, expected: tuple[int, ...]) -> None:
    assert year_ticks(first, last, 8) == expected
