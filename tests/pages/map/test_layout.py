"""Where claims stand on the map."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations, pairwise

import pytest

from claimgraph.pages.map.layout import COLUMN, GAP, HEAD, PAD, ROW, Layout, lay_out
from tests.pages.map_views import drawn, shuffled, view_of

SEEDS = range(6)


@pytest.mark.parametrize("seed", SEEDS)
def test_order_of_reading_moves_nothing(seed: int) -> None:
    view = drawn(seed)
    assert lay_out(shuffled(view, seed)) == lay_out(view)


def test_hash_seed_moves_nothing() -> None:
    program = (
        "from tests.pages.map_views import drawn; from claimgraph.pages.map.layout import lay_out; "
        "print(lay_out(drawn(1)))"
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
    places = lay_out(drawn(seed)).places
    assert len(places) == 120
    assert not [
        (one, other)
        for (one, (x, y)), (other, (u, v)) in combinations(places.items(), 2)
        if abs(x - u) < COLUMN and abs(y - v) < ROW
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_claim_stands_inside_its_topics_block(seed: int) -> None:
    view = drawn(seed)
    layout = lay_out(view)
    blocks = {block.topic: block for block in layout.blocks}
    for claim in view.claims:
        block, (x, y) = blocks[claim.topic], layout.places[claim.id]
        assert block.x + PAD + COLUMN // 2 <= x <= block.x + block.width - PAD - COLUMN // 2
        assert block.y + HEAD + ROW // 2 <= y <= block.y + block.height - PAD - ROW // 2


@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_keep_their_distance(seed: int) -> None:
    for one, other in combinations(lay_out(drawn(seed)).blocks, 2):
        aside = one.x + one.width + GAP <= other.x or other.x + other.width + GAP <= one.x
        assert aside or one.y + one.height + GAP <= other.y or other.y + other.height + GAP <= one.y


@pytest.mark.parametrize("kind", ["supports", "counts_against", "undercuts", "limits"])
def test_a_claim_stands_above_what_it_bears_on(kind: str) -> None:
    places = lay_out(view_of({"t": "abc"}, ("a", kind, "b"), ("b", kind, "c"), ("a", kind, "c"))).places
    assert [places[id_][1] for id_ in "abc"] == [HEAD + ROW // 2 + ROW * row for row in range(3)]


def test_claims_that_oppose_each_other_stand_side_by_side() -> None:
    places = lay_out(view_of({"t": "ab"}, ("a", "opposes", "b"))).places
    assert places["a"][1] == places["b"][1]


def test_a_circle_has_places() -> None:
    places = lay_out(
        view_of({"t": "abc"}, ("a", "supports", "b"), ("b", "supports", "c"), ("c", "supports", "a"))
    ).places
    assert len(set(places.values())) == 3


def test_a_claim_that_links_to_itself_has_a_place() -> None:
    assert lay_out(view_of({"t": "a"}, ("a", "supports", "a"))).places == {"a": (PAD + COLUMN // 2, HEAD + ROW // 2)}


def test_no_claims_have_no_places() -> None:
    assert lay_out(view_of({})) == Layout(places={}, blocks=())


def test_a_long_chain_is_no_strip() -> None:
    ids = [f"c{number:03}" for number in range(300)]
    layout = lay_out(view_of({"t": ids}, *((one, "supports", next_) for one, next_ in pairwise(ids))))
    (block,) = layout.blocks
    assert block.height < 2 * block.width


def test_links_between_topics_move_nothing() -> None:
    topics = {"t": "ab", "u": "cd"}
    assert lay_out(view_of(topics, ("a", "supports", "c"))) == lay_out(view_of(topics))


def test_a_new_claim_mostly_leaves_other_topics_where_they_were() -> None:
    """It cannot always: a block that is full grows, and what stands below it gives way."""
    stayed = 0
    for seed in range(40):
        view = drawn(seed)
        topics = {topic.id: [claim.id for claim in view.claims if claim.topic == topic.id] for topic in view.topics}
        links = [(link.source, link.kind, link.target) for link in view.links]
        grown = f"t{seed % len(topics)}"
        target = topics[grown][seed % len(topics[grown])]
        topics[grown].append("new")
        before, after = lay_out(view).places, lay_out(view_of(topics, *links, ("new", "supports", target))).places
        others = [claim.id for claim in view.claims if claim.topic != grown]
        stayed += all(before[id_] == after[id_] for id_ in others)
    assert stayed >= 27
