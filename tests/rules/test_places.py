"""Whether two places lie apart, by their names."""

from __future__ import annotations

import pytest

from claimgraph.rules.places import lie_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("England", "England"),
        ("England", " england"),
        ("Hill Town, England", "England"),
        ("Station Road, Hill Town, England", "Hill Town, England"),
        ("England", "United Kingdom"),
        ("England", "the UK"),
        ("England", "U.K."),
        ("Wales", "Great Britain"),
        ("Hill Town, England", "UK"),
        ("England", "England and Wales"),
        ("Hill Town, England", "England and Wales"),
        ("Hill Town, England", "Scotland, Wales & England"),
        ("one county in England", "England"),
        ("England (not stated outright)", "England"),
        ("Outside England", "England"),
        ("Worldwide", "England"),
        ("Not stated", "England"),
    ],
)
def test_places_that_have_something_in_common(one: str, other: str) -> None:
    assert not lie_apart(one, other)
    assert not lie_apart(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("England", "Scotland"),
        ("England", "Northern Ireland"),
        ("England and Wales", "Scotland"),
        ("Great Britain", "Northern Ireland"),
        ("Hill Town, England", "Harbour Town, England"),
        ("Hill Town, England", "Scotland"),
        ("Hill Town", "Harbour Town"),
        ("Sweden", "England"),
        ("Swedenborg", "Sweden"),
    ],
)
def test_places_that_lie_apart(one: str, other: str) -> None:
    assert lie_apart(one, other)
    assert lie_apart(other, one)
