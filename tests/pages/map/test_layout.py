"""Where the claims of a network stand."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from claimgraph.pages.map.layout import COLUMN, ROW, lay_out
from tests.pages.map_views import drawn, shuffled, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.pages.map.map_view import MapView

SEEDS = range(6)


def places_of(view: MapView) -> Mapping[str, tuple[int, int]]:
    return lay_out((claim.id for claim in view.claims), view.drawn)


@pytest.mark.parametrize("seed", SEEDS)
def test_order_of_reading_moves_nothing(seed: int) -> None:
    view = drawn(seed)
    assert places_of(shuffled(view, seed)) == places_of(view)


def test_hash_seed_moves_nothing() -> None:
    program = (
        "from tests.pages.map_views import drawn; from tests.pages.map.test_layout import places_of; "
        "print(places_of(drawn(1)))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "scripts:."},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_claims_are_nearer_than_a_column_or_a_row(seed: int) -> None:
    places = places_of(drawn(seed))
    assert len(places) == 120
    assert not [
        (one, other)
        for (one, (x, y)), (other, (u, v)) in combinations(places.items(), 2)
        if abs(x - u) < COLUMN and abs(y - v) < ROW
    ]


@pytest.mark.parametrize("kind", ["supports", "counts_against", "undercuts", "limits"])
def test_a_claim_stands_above_what_it_bears_on(kind: str) -> None:
    places = places_of(view_of({"t": "abc"}, ("a", kind, "b"), ("b", kind, "c"), ("a", kind, "c")))
    assert [places[id_][1] for id_ in "abc"] == [0, ROW, 2 * ROW]


def test_claims_that_oppose_each_other_stand_side_by_side() -> None:
    places = places_of(view_of({"t": "ab"}, ("a", "opposes", "b")))
    assert places["a"][1] == places["b"][1]


def test_a_circle_has_places() -> None:
    view = view_of({"t": "abc"}, ("a", "supports", "b"), ("b", "supports", "c"), ("c", "supports", "a"))
    assert len(set(places_of(view).values())) == 3


def test_a_claim_that_links_to_itself_has_a_place() -> None:
    assert places_of(view_of({"t": "a"}, ("a", "supports", "a"))) == {"a": (0, 0)}


def test_no_claims_have_no_places() -> None:
    assert places_of(view_of({})) == {}


def test_a_long_chain_is_pressed_into_fewer_rows() -> None:
    ids = [f"c{number:03}" for number in range(300)]
    places = places_of(view_of({"t": ids}, *((one, "supports", next_) for one, next_ in pairwise(ids))))
    assert max(y for _, y in places.values()) < 100 * ROW
