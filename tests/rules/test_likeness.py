"""How much two texts say the same."""

from __future__ import annotations

import pytest

from claimgraph.rules.likeness import Weights, numbers, turns, words


def test_words_are_those_that_are_not_small_each_once() -> None:
    text = "The buses of Harbour Town were late in 2021-22, and the drivers' buses weren't."
    assert words(text) == ("buses", "harbour", "town", "late", "2021-22", "drivers", "weren't")


def test_numbers() -> None:
    assert numbers(words("In 2021, 50.2% of 1,188 were late on line 3b.")) == "2021 50.2 1,188 3b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buses were late.", set()),
        ("Buses were not late.", {"not"}),
        ("Buses weren't late, and trams weren’t.", {"not"}),
        ("No more buses were late.", {"no", "more"}),
    ],
)
def test_words_that_turn_a_sentence_round(text: str, expected: set[str]) -> None:
    assert turns(words(text)) == expected


def likeness(one: str, other: str, *others: str) -> float:
    first, second, *rest = map(words, (one, other, *others))
    return round(Weights.among([first, second, *rest]).likeness(first, second), 2)


def test_the_same_words_in_another_order_are_alike() -> None:
    assert likeness("In Harbour Town, buses were late.", "Late were the buses in Harbour Town.", "Fares rose.") == 1


def test_words_spelt_nearly_the_same_are_alike() -> None:
    assert likeness("The waiting time", "The waiting times", "Fares rose.") == 1


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    others = [f"Buses of line {number}" for number in range(20)]
    rare = likeness("Buses were dented", "Buses were late", *others)
    common = likeness("Late dented buses", "Late dented trams", *others)
    assert rare < common


@pytest.mark.parametrize(("one", "other"), [("Late.", "The."), ("The.", "The."), ("12 buses", "13 buses")])
def test_what_has_nothing_in_common(one: str, other: str) -> None:
    assert likeness(one, other, "Fares rose.") < 0.6
