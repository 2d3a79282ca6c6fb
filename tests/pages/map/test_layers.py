"""Layers of one connected group."""

from __future__ import annotations

from claimgraph.pages.map.layers import Group, layered


def test_what_bears_on_a_claim_stands_right_above_it() -> None:
    group = layered(4, [(0, 1), (1, 2), (3, 2)], [], columns=4)
    assert group == Group(places=((0.0, 0), (0.0, 1), (0.5, 2), (1.0, 1)), columns=2, rows=3)


def test_a_wide_layer_takes_several_rows() -> None:
    group = layered(7, [(node, 6) for node in range(6)], [], columns=3)
    assert group.columns == 3
    assert sorted(group.places[:6]) == [(column, row) for column in (0.0, 1.0, 2.0) for row in (0, 1)]
    assert group.places[6] == (1.0, 2)


def test_neighbours_are_put_above_each_other() -> None:
    group = layered(4, [(0, 3), (1, 2)], [], columns=2)
    assert group.places[0][0] == group.places[3][0]
    assert group.places[1][0] == group.places[2][0]


def test_the_link_that_closes_a_circle_does_not_count() -> None:
    assert layered(2, [(0, 1), (1, 0)], [], columns=2).places == ((0.0, 0), (0.0, 1))


def test_a_deep_search_needs_no_recursion() -> None:
    assert len(layered(5000, [(node, node + 1) for node in range(4999)], [], columns=48).places) == 5000
