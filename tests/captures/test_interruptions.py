"""Which lines may be page furniture in the middle of a sentence."""

from __future__ import annotations

import pytest

from claimgraph.captures.interruptions import MOST_CHARACTERS, interruptions


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a page ends: what stands before and after the form feed, alone and together
        (["so it", "\fHead", "was"], [(1, 2)]),
        (["so it", "12", "\fHead", "was"], [(1, 2), (1, 3), (2, 3)]),
        (["so it", "12", "\f", "Head", "was"], [(1, 2), (1, 4), (3, 4)]),
        (["so", "\f" + "x" * (MOST_CHARACTERS + 1), "was"], []),
        # short lines between empty ones, in the middle of a sentence
        (["so it", "", "Head", "", "was"], [(2, 3)]),
        (["so it", "", "Head", "12", "", "was"], [(2, 4)]),
        (["so it", "", "Head", "", "12", "", "was"], [(2, 3), (2, 5), (4, 5)]),
        (["so it is.", "", "Head", "", "It was"], []),
        (['so it is."', "", "Head", "", "It was"], []),
        (["so it", "Head", "", "was"], []),
        (["so it", "", "Head", "was"], []),
        # nothing before, nothing behind
        (["", "Head", "", "was"], []),
        (["so it", "", "Head", ""], []),
        (["\fHead", "so"], []),
        ([""], []),
        ([], []),
    ],
)
def test_lines_that_may_be_passed_over(lines: list[str], expected: list[tuple[int, int]]) -> None:
    assert list(interruptions(lines)) == expected
