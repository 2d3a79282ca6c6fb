"""What the map's script draws."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.map.map_data import map_json, name_files
from tests.pages.map_views import HOSTILE, drawn, view_of

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView


def data(view: MapView) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(map_json(view))


def names(view: MapView) -> list[str]:
    """Return the ids of all claims in the order of the overview."""
    return [id_ for _, text in name_files(view) for id_, _ in json.loads(text)]


def argued() -> MapView:
    """Two topics: one with the thesis a, for which b is a reason and c one against it; and d, another one for it."""
    view = view_of(
        {"t": "abcfz", "u": "d"},
        ("b", "supports", "a"),
        ("c", "counts_against", "a"),
        ("d", "supports", "a"),
        ("f", "supports", "b"),
    )
    changes: dict[str, dict[str, Any]] = {
        "a": {"state": State.BOTH_SIDES, "title": "Soon", "pro": 3, "con": 1},
        "d": {"state": State.OPEN},
    }
    return replace(
        view,
        topics=tuple(replace(t, question="Is it soon?" if t.id == "t" else "", theses=("a",)) for t in view.topics),
        claims=tuple(replace(claim, **changes.get(claim.id, {})) for claim in view.claims),
    )


def test_a_topic_has_its_theses_with_both_sides_and_its_other_claims() -> None:
    supports, counts_against = 0, 1
    pro = [1, supports, 0, 3, supports, 1, 5, supports, -1]
    con = [2, counts_against, 0]
    assert data(argued())["topics"] == [
        ["t", "T", "Is it soon?", 5, [["Soon", 3, 1, pro, con]], [4]],
        ["u", "U", "", 1, [], [0]],
    ]


def test_claims_are_states_and_links_are_columns_of_numbers() -> None:
    made = data(argued())
    both, undisputed, is_open = 0, 12, 6
    assert made["claims"] == [both, *[undisputed] * 4, is_open]
    assert made["links"] == [[[1, 2, 2], [-1, -2, -5]], [[2], [-2]], *[[[], []]] * 5]
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


def test_a_claim_that_a_thesis_opposes_is_a_reason_against_it() -> None:
    view = view_of({"t": "ab"}, ("a", "opposes", "b"))
    view = replace(view, claims=(replace(view.claims[0], state=State.AGAINST_ONLY), view.claims[1]))
    assert data(view)["topics"] == [["t", "T", "", 2, [["a", 0, 0, [], [1, 2, 0]]], []]]


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
    view = view_of({"u": "abc", "t": "d"})
    view = replace(
        view,
        topics=tuple(replace(topic, theses=("c", "b")) for topic in view.topics),
        claims=tuple(replace(c, state=State.NO_REASONS) if c.id in "bc" else c for c in view.claims),
    )
    assert list(name_files(view)) == [
        ("map/names/t.json", '[["d","d"]]'),
        ("map/names/u.json", '[["c","c"],["b","b"],["a","a"]]'),
    ]
    assert [topic[0] for topic in data(view)["topics"]] == ["t", "u"]


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
    assert (made["topics"], made["claims"], made["links"]) == ([], [], [[[], []]] * 7)
    assert list(name_files(view_of({}))) == []
