"""Rectangles side by side."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.pages.map.packing import packed

SIZES = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=30)


@given(SIZES, st.integers(1, 40))
def test_nothing_overlaps_or_leaves_the_width(sizes: list[tuple[int, int]], width: int) -> None:
    placed = [
        (x, y, min(wide, width), high) for (x, y), (wide, high) in zip(packed(sizes, width=width), sizes, strict=True)
    ]
    assert all(x >= 0 and y >= 0 and x + wide <= width for x, y, wide, _ in placed)
    for (x, y, wide, high), (u, v, broad, tall) in combinations(placed, 2):
        assert x + wide <= u or u + broad <= x or y + high <= v or v + tall <= y


def test_the_largest_comes_first_and_the_rest_fills_up() -> None:
    assert packed([(1, 1), (2, 3), (1, 2)], width=4) == ((3, 0), (0, 0), (2, 0))
