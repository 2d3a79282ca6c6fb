"""The network that the map's script draws."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.map.layout import COLUMN, ROW, lay_out
from claimgraph.pages.map.network import BOX_HEIGHT, BOX_WIDTH, NetworkClaim, network_json, networks
from claimgraph.templating.templates import environment
from tests.pages.map_views import HOSTILE, drawn, view_of

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView

ROOT = Path(__file__).parents[3]
TEMPLATES = environment(ROOT)


def written(view: MapView) -> str:
    """Return the network of the first topic."""
    return network_json(next(networks(view))[1], TEMPLATES)


def network(view: MapView) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(written(view))


def test_a_topics_network_has_its_claims_and_those_linked_with_them() -> None:
    view = view_of({"t": "abz", "u": "c", "v": "d"}, ("a", "supports", "b"), ("c", "limits", "a"), ("c", "limits", "d"))
    view = replace(view, claims=tuple(replace(c, state=State.FOR_ONLY) if c.id == "b" else c for c in view.claims))
    address, first = next(networks(view))
    assert address == "map/network/t.json"
    assert first.claims == (
        NetworkClaim(id="a", title="a", topic="", address="claims/a/", is_thesis=False),
        NetworkClaim(id="b", title="b", topic="", address="claims/b/", is_thesis=True),
        NetworkClaim(id="c", title="c", topic="U", address="claims/c/", is_thesis=False),
        NetworkClaim(id="z", title="z", topic="", address="claims/z/", is_thesis=False),
    )
    assert first.links == (("a", "b", "supports"), ("c", "a", "limits"))


def test_every_link_is_in_the_networks_of_both_its_topics() -> None:
    view = drawn(1)
    topic_of = {claim.id: claim.topic for claim in view.claims}
    for address, shown in networks(view):
        topic = address.removeprefix("map/network/").removesuffix(".json")
        assert list(shown.links) == [link for link in view.drawn if topic in {topic_of[link[0]], topic_of[link[1]]}]


def test_claims_stand_where_they_were_laid_out() -> None:
    for _, shown in networks(drawn(2)):
        made = json.loads(network_json(shown, TEMPLATES))
        places = {node["id"]: (node["x"], node["y"]) for node in made["nodes"]}
        assert places == lay_out([claim.id for claim in shown.claims], shown.links)
        assert [(edge["from"], edge["to"], edge["kind"]) for edge in made["edges"]] == list(shown.links)


def test_a_claim_as_it_is_written() -> None:
    (node,) = network(view_of({"waits": ["fudge"]}))["nodes"]
    assert node == {
        "id": "fudge",
        "label": "fudge",
        "name": "fudge",
        "topic": "",
        "isThesis": False,
        "url": "../../claims/fudge/",
        "x": 0,
        "y": 0,
    }


def test_kinds_are_told_in_words_from_either_end() -> None:
    assert network(view_of({"t": "a"}))["words"] == {
        "supports": {"onward": "supports", "inward": "is supported by"},
        "counts_against": {"onward": "counts against", "inward": "has a reason against it in"},
        "opposes": {"onward": "opposes", "inward": "is opposed by"},
        "undercuts": {"onward": "casts doubt on a quote or link of", "inward": "has a quote or link doubted by"},
        "limits": {"onward": "limits", "inward": "is limited by"},
        "rivals": {"onward": "gives another figure than", "inward": "has another figure beside it in"},
        "context": {"onward": "gives context to", "inward": "has context in"},
    }


def test_nothing_moves_and_little_is_drawn_while_dragging() -> None:
    options = network(drawn(1))["options"]
    assert options["physics"]["enabled"] is False
    assert options["edges"]["smooth"]["enabled"] is False
    assert options["layout"] == {"improvedLayout": False}
    assert options["interaction"] == {"dragNodes": False, "hideEdgesOnDrag": True, "hideNodesOnDrag": False}
    assert options["nodes"]["font"]["multi"] is False


def test_a_box_leaves_room_for_lines_in_its_cell() -> None:
    assert BOX_WIDTH + 30 < COLUMN
    assert BOX_HEIGHT + 30 < ROW


@pytest.mark.parametrize("part", ["dashes", "arrows"])
def test_kinds_differ_without_colour(part: str) -> None:
    links = [(f"c{kind}", kind, "target") for kind in LINK_STYLES]
    view = view_of({"t": ["target", *(source for source, _, _ in links)]}, *links)
    forms = {json.dumps(edge[part]) for edge in network(view)["edges"]}
    assert len(forms) == {"dashes": len(LINK_STYLES), "arrows": 6}[part]


def test_oppositions_go_both_ways() -> None:
    (edge,) = network(view_of({"t": "ab"}, ("a", "opposes", "b")))["edges"]
    assert edge["arrows"]["from"] == edge["arrows"]["to"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_end_anything(text: str) -> None:
    view = view_of({"t": "ab"}, ("a", "supports", "b"))
    view = replace(
        view,
        claims=tuple(replace(claim, title=text) for claim in view.claims),
        topics=tuple(replace(topic, title=text) for topic in view.topics),
    )
    json_text = written(view)
    assert not set("<>&'\u2028\u2029") & set(json_text)
    made = json.loads(json_text)
    assert [node["name"] for node in made["nodes"]] == [text, text]
    assert not [node for node in made["nodes"] if "title" in node]


def test_a_map_without_claims_has_no_network() -> None:
    assert list(networks(view_of({}))) == []


def test_the_templates_are_left_as_they_were() -> None:
    written(view_of({"t": "a"}))
    assert not {"words"} & set(TEMPLATES.globals)
    assert "from_json" not in TEMPLATES.filters


WITHOUT_IPYTHON = """\
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "IPython":
            raise ImportError(name + " was asked for")

sys.meta_path.insert(0, Refuse())
from tests.pages.map.test_network import network
from tests.pages.map_views import view_of
print([node["id"] for node in network(view_of({"t": ["a"]}))["nodes"]])
print("pyvis.network" in sys.modules, [name for name in sys.modules if name.startswith("IPython")])
"""


def test_it_is_made_without_ipython_and_leaves_nothing_in_its_place() -> None:
    command = [sys.executable, "-c", WITHOUT_IPYTHON]
    path = os.pathsep.join((str(ROOT), str(ROOT / "scripts")))
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "['a']\nTrue []\n", "")


def test_a_module_of_that_name_stays_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = ModuleType("IPython.display")
    monkeypatch.setitem(sys.modules, "IPython.display", theirs)
    for name in [name for name in sys.modules if name.partition(".")[0] == "pyvis"]:
        monkeypatch.delitem(sys.modules, name)
    network(view_of({"t": "a"}))
    assert sys.modules["IPython.display"] is theirs
