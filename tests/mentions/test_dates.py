"""Dates in a text, as periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.mentions.dates import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2013", [("2013", "2013", False)]),
        ("in mid-2018.", [("2018", "2018", False)]),
        ("October 2021 and Oct. 2021", [("October 2021", "2021-10", False), ("Oct. 2021", "2021-10", False)]),
        ("on 12 October 2021", [("12 October 2021", "2021-10-12", False)]),
        ("on 12th October, 2021", [("12th October, 2021", "2021-10-12", False)]),
        ("the second of March 2021", [("second of March 2021", "2021-03-02", False)]),
        ("on October 21, 2019", [("October 21, 2019", "2019-10-21", False)]),
        ("on 2021-10-12", [("2021-10-12", "2021-10-12", False)]),
        ("since 2021-10", [("2021-10", "2021-10", False)]),
        ("in 2013-14", [("2013-14", "2013/2014", True)]),
        ("in 2008\u201309", [("2008\u201309", "2008/2009", True)]),
        ("in 1999/00", [("1999/00", "1999/2000", True)]),
        ("by 2020/21", [("2020/21", "2020/2021", True)]),
        ("in 2011/2012", [("2011/2012", "2011/2012", True)]),
        ("from 2014 to 2022", [("2014 to 2022", "2014/2022", True)]),
        ("from April to June 2013", [("April to June 2013", "2013-04/2013-06", True)]),
        ("3 April to 5 June 2013", [("3 April to 5 June 2013", "2013-04-03/2013-06-05", True)]),
        ("in the 1990s", [("1990s", "1990/1999", True)]),
        ("31 June 2013", []),
        ("2,013 people, £2013, 2013% and 20131", []),
        ("it may march on", []),
        ("May and Marching", []),
        ("the Mar of Oct", []),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = [(date.text, date.period.text if date.period else "", date.is_span) for date in dates(text)]
    assert found == expected
    assert all(text[date.start : date.end] == date.text for date in dates(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in May", [(5, 0)]),
        ("by March", [(3, 0)]),
        ("17 July", [(7, 17)]),
        ("the second of March", [(3, 2)]),
        ("the twenty-first of May", [(5, 21)]),
        ("July alone", [(7, 0)]),
        ("from June to August", [(6, 0), (8, 0)]),
    ],
)
def test_days_and_months_without_a_year(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(date.month, date.day) for date in dates(text)] == expected
    assert all(date.period is None for date in dates(text))


@given(
    st.lists(st.text(max_size=4))
    | st.lists(st.sampled_from([*"0129 -/,.", "May ", "to ", "June ", "2013", "\u2013"]), max_size=12)
)
def test_any_text_is_read(parts: list[str]) -> None:
    text = "".join(parts)
    assert all(text[date.start : date.end] == date.text for date in dates(text))
