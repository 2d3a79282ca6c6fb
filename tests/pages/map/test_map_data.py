"""What the map's script draws."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.map.layout import COLUMN, HEAD, PAD, ROW, lay_out
from claimgraph.pages.map.map_data import INSET, map_json, name_files
from tests.pages.map_views import HOSTILE, drawn, view_of

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView


def data(view: MapView) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(map_json(view, lay_out(view)))


def names(view: MapView) -> list[str]:
    """Return the ids of all claims in the order of the overview."""
    return [id_ for _, text in name_files(view) for id_, _ in json.loads(text)]


def test_claims_and_links_are_columns_of_numbers_and_topics_have_names() -> None:
    view = view_of({"t": "ab"}, ("a", "opposes", "b"))
    view = replace(view, claims=(view.claims[0], replace(view.claims[1], state=State.OPEN)))
    made = data(view)
    places = lay_out(view).places
    (block,) = lay_out(view).blocks
    assert made["cell"] == {"column": COLUMN, "row": ROW, "head": HEAD, "pad": PAD, "inset": INSET}
    assert made["topics"] == [["t", "T", block.x, block.y, block.width, block.height, 2]]
    assert made["claims"] == [
        [12, 6],
        [places[id_][0] - COLUMN // 2 + INSET - block.x for id_ in "ab"],
        [places[id_][1] - block.y for id_ in "ab"],
    ]
    assert made["links"] == [[[], []], [[], []], [[0], [1]], *[[[], []]] * 4]
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
    made, ids = data(view), names(view)
    assert sorted(ids) == [claim.id for claim in view.claims]
    links = []
    for kind, (steps, offsets) in zip(made["kinds"], made["links"], strict=True):
        for source, offset in zip(accumulate(steps), offsets, strict=True):
            links.append((ids[source], ids[source + offset], kind["id"]))
    assert sorted(links) == sorted((link.source, link.target, link.kind) for link in view.links)


def test_names_stand_by_topic_in_the_order_of_the_outline() -> None:
    view = view_of({"u": "ab", "t": "c"})
    view = replace(view, claims=tuple(replace(c, state=State.NO_REASONS) if c.id == "b" else c for c in view.claims))
    assert list(name_files(view)) == [
        ("map/names/t.json", '[["c","c"]]'),
        ("map/names/u.json", '[["b","b"],["a","a"]]'),
    ]
    assert [topic[0] for topic in data(view)["topics"]] == ["t", "u"]


def test_a_mark_stands_inside_its_topics_block_with_room_for_its_title() -> None:
    made = data(drawn(2))
    at = 0
    for _, _, _, _, width, height, count in made["topics"]:
        for x, y in zip(*(column[at : at + count] for column in made["claims"][1:]), strict=True):
            assert PAD <= x <= width - PAD - COLUMN + INSET
            assert HEAD < y < height - PAD
        at += count
    assert at == len(made["claims"][0])


@pytest.mark.parametrize("part", ["dashes", "end"])
def test_kinds_differ_without_colour(part: str) -> None:
    forms = {json.dumps(kind[part]) for kind in data(view_of({}))["kinds"]}
    assert len(forms) == {"dashes": 7, "end": 4}[part]


@pytest.mark.parametrize("text", HOSTILE)
def test_titles_are_data(text: str) -> None:
    view = view_of({"t": "a"})
    view = replace(view, claims=tuple(replace(claim, title=text) for claim in view.claims))
    assert [json.loads(names) for _, names in name_files(view)] == [[["a", text]]]


def test_an_empty_map_can_be_written() -> None:
    made = data(view_of({}))
    assert (made["topics"], made["claims"], made["links"]) == ([], [[], [], []], [[[], []]] * 7)
    assert list(name_files(view_of({}))) == []
