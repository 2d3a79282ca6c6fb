"""What the map's script draws."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.map.layout import COLUMN, HEAD, PAD, ROW, lay_out
from claimgraph.pages.map.map_data import INSET, map_json
from tests.pages.map_views import HOSTILE, drawn, view_of

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView


def data(view: MapView) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(map_json(view, lay_out(view)))


def test_claims_topics_and_links_are_arrays_of_numbers_and_names() -> None:
    view = view_of({"t": "ab"}, ("a", "opposes", "b"))
    view = replace(view, claims=(view.claims[0], replace(view.claims[1], state=State.OPEN)))
    made = data(view)
    places = lay_out(view).places
    left = {id_: x - COLUMN // 2 + INSET for id_, (x, _) in places.items()}
    assert made["cell"] == {"column": COLUMN, "row": ROW, "head": HEAD, "pad": PAD, "inset": INSET}
    assert made["claims"] == [
        ["a", "a", 0, 12, left["a"], places["a"][1]],
        ["b", "b", 0, 6, left["b"], places["b"][1]],
    ]
    (block,) = lay_out(view).blocks
    assert made["topics"] == [["t", "T", block.x, block.y, block.width, block.height]]
    assert made["links"] == [[0, 1, 2]]
    assert made["states"][6] == {
        "id": "open",
        "words": "Open dispute: each side’s claim excludes the other’s",
        "outline": "M-5.5-5.5H5.5V5.5H-5.5Z",
        "filled": "M-5.5-5.5H0V5.5H-5.5Z",
        "dash": 0,
    }
    assert made["kinds"][2] == {
        "id": "opposes",
        "onward": "opposes",
        "inward": "is opposed by",
        "dashes": [12, 4],
        "width": 2.5,
        "end": "m-3-7v14",
        "open": True,
        "bothWays": True,
    }


def test_all_of_a_larger_map_is_there_once() -> None:
    view = drawn(1)
    made = data(view)
    ids = [claim[0] for claim in made["claims"]]
    assert ids == [claim.id for claim in view.claims]
    kinds = [kind["id"] for kind in made["kinds"]]
    links = [(ids[source], ids[target], kinds[kind]) for source, target, kind in made["links"]]
    assert links == [(link.source, link.target, link.kind) for link in view.links]


def test_a_mark_stands_inside_its_topics_block_with_room_for_its_title() -> None:
    made = data(drawn(2))
    for _, _, topic, _, x, y in made["claims"]:
        _, _, left, top, width, height = made["topics"][topic]
        assert left + PAD <= x <= left + width - PAD - COLUMN + INSET
        assert top + HEAD < y < top + height - PAD


@pytest.mark.parametrize("part", ["dashes", "end"])
def test_kinds_differ_without_colour(part: str) -> None:
    forms = {json.dumps(kind[part]) for kind in data(view_of({}))["kinds"]}
    assert len(forms) == {"dashes": 7, "end": 4}[part]


@pytest.mark.parametrize("text", HOSTILE)
def test_titles_are_data(text: str) -> None:
    view = view_of({"t": "a"})
    view = replace(view, claims=tuple(replace(claim, title=text) for claim in view.claims))
    assert data(view)["claims"][0][1] == text


def test_an_empty_map_can_be_written() -> None:
    made = data(view_of({}))
    assert (made["topics"], made["claims"], made["links"]) == ([], [], [])
