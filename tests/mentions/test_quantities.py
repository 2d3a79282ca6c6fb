"""Numbers and shares in a text, in digits and in words."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.mentions.quantities import quantities


def found(text: str) -> list[tuple[str, set[str]]]:
    """Return each number's text with its forms, such as `share 1/3`."""
    return [(one.text, {f"{kind} {value}" for kind, value in one.forms}) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80,000", "number 80000"),
        ("1.6 million", "number 1600000"),
        ("1.6m", "number 1600000"),
        ("£33m", "number 33000000"),
        ("£3bn", "number 3000000000"),
        ("12 hundred", "number 1200"),
        ("-0.06", "number -3/50"),
        ("\u22120.06", "number -3/50"),
        ("50\u00b75", "number 101/2"),
        ("d=0.55", "number 11/20"),
        ("65+", "number 65"),
        ("18-week", "number 18"),
        ("75%", "share 3/4"),
        ("75 per cent", "share 3/4"),
        ("75 percent", "share 3/4"),
        ("75-per-cent", "share 3/4"),
        ("seventy-five per cent", "share 3/4"),
        ("5 percentage points", "number 5"),
        ("5 per cent points", "number 5"),
        ("half", "share 1/2"),
        ("halved", "share 1/2"),
        ("half a million", "number 500000"),
        ("two and a half", "number 5/2"),
        ("one-third", "share 1/3"),
        ("two-thirds", "share 2/3"),
        ("two thirds", "share 2/3"),
        ("three quarters", "share 3/4"),
        ("a quarter", "share 1/4"),
        ("one in three", "share 1/3"),
        ("1 in 5", "share 1/5"),
        ("63 in 100", "share 63/100"),
        ("nine out of ten", "share 9/10"),
        ("one in every ten", "share 1/10"),
        ("12th", "ordinal 12"),
        ("second", "ordinal 2"),
        ("the first", "ordinal 1"),
        ("the town's first", "ordinal 1"),
        ("twice", "number 2"),
        ("tripled", "number 3"),
        ("a dozen", "number 12"),
        ("thousands", "many 1000"),
        ("eighteen", "number 18"),
        ("twenty-one", "number 21"),
        ("one hundred and twenty-five thousand", "number 125000"),
        ("two million three hundred thousand", "number 2300000"),
        ("one month", "number 1"),
        ("one-year", "number 1"),
    ],
)
def test_one_number(text: str, expected: str) -> None:
    (quantity,) = quantities(f"It was {text} then.")
    assert {f"{kind} {value}" for kind, value in quantity.forms} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "this one, no one, one of them, one another",
        "PHQ-9, F45.0, ICD-10, GAD7, v1.2",
        "in October 2021, in 2013-14",
        "when it was first launched, at first, first of all, first",
        "second-hand, on second thoughts",
        "the Five Year Forward View",
        "in the last quarter",
        "m\u00b2 and \u00b2 and \u00bd",
    ],
)
def test_no_number(text: str) -> None:
    assert found(text) == []


def test_the_third_may_be_a_share_or_a_place() -> None:
    assert found("a third of them") == [("a third", {"share 1/3", "ordinal 3"})]


def test_a_list_and_a_range_share_the_unit_of_their_last_number() -> None:
    assert found("20-30%") == [("20", {"number 20", "share 1/5"}), ("30%", {"share 3/10"})]
    assert found("4, 5 and 6 per cent")[0] == ("4", {"number 4", "share 1/25"})
    assert found("1.5 to 2 million")[0] == ("1.5", {"number 3/2", "number 1500000"})
    assert found("3 people and 5%")[0] == ("3", {"number 3"})


def test_a_ratio_is_none_where_the_whole_is_a_share_or_smaller() -> None:
    assert found("5 in 4") == [("5", {"number 5"}), ("4", {"number 4"})]
    assert found("3 in 4%") == [("3", {"number 3"}), ("4%", {"share 1/25"})]


def test_ages() -> None:
    assert [one for _, (one,) in found("ages 45-64")] == ["number 45", "number 64"]


NUMBERS = st.lists(st.text(max_size=4)) | st.lists(
    st.sampled_from([*"0159 -,.%+", "a ", "half ", "one ", "third", "in ", "hundred ", "and ", "m "])
)


@given(NUMBERS)
def test_any_text_is_read_in_order(parts: list[str]) -> None:
    text = "".join(parts)
    read = quantities(text)
    assert all(text[one.start : one.end] == one.text for one in read)
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
    assert all(isinstance(value, Fraction) for one in read for _, value in one.forms)
