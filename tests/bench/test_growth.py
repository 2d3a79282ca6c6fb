"""How a number grows with the claims."""

from __future__ import annotations

import pytest

from bench.growth import exponent, extrapolated


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_exponent_of_a_power(power: float) -> None:
    sizes = [1_000, 10_000, 30_000]
    assert exponent(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)


def test_exponent_lies_between_those_of_points_that_are_on_no_line() -> None:
    assert 1 < exponent([10, 100, 1_000], [10, 100, 10_000]) < 2


def test_extrapolated_from_one_size_in_proportion() -> None:
    assert extrapolated([1_000], [50], 30_000) == 1_500


def test_extrapolated_from_the_two_largest_sizes_with_what_is_there_without_claims() -> None:
    assert extrapolated([10, 1_000, 10_000], [999, 30, 210], 30_000) == pytest.approx(610)
