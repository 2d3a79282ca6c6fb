"""Titles that are nearly the same."""

from __future__ import annotations

import pytest

from claimgraph.rules.titles import near_pairs

NEAR = [
    ("Half of the buses late", "Half of the buses late"),
    ("Half of the buses late", "half of  the Buses late"),
    ("Half of the buses late", "Half of the busses late"),
    ("Half of all the buses were late", "Half of the buses were late"),
    ("Fares rose by 10 per cent", "Fares rose by 10 percent"),
]
FAR = [
    ("Half of the buses late", "Half of the buses full"),
    ("Fares rose by 10 per cent in 2020", "Fares rose by 10 per cent in 2021"),
    ("Buses", "Trains"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_near_titles(one: str, other: str) -> None:
    assert near_pairs({"b": one, "a": other, "c": "Nothing like it"}) == {("a", "b")}


@pytest.mark.parametrize(("one", "other"), FAR)
def test_far_titles(one: str, other: str) -> None:
    assert near_pairs({"a": one, "b": other}) == set()


def test_near_titles_among_many_with_the_same_words() -> None:
    many = {f"claim-{number}": f"Claim number {number} about the buses of the town" for number in range(3_000)}
    pair = {"x": "The buses of the town wait at the harbour", "y": "The buses of the town wait at the harbor"}
    assert near_pairs({**many, **pair}) == {("x", "y")}
