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

from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.map.layout import COLUMN, ROW, lay_out
from claimgraph.pages.map.network import BOX_HEIGHT, BOX_WIDTH, network_json
from claimgraph.templating.templates import environment
from tests.pages.map_views import HOSTILE, drawn, view_of

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView

ROOT = Path(__file__).parents[3]
TEMPLATES = environment(ROOT)


def written(view: MapView) -> str:
    return network_json(view, lay_out(view), TEMPLATES)


def network(view: MapView) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(written(view))


def test_claims_and_links_are_all_there_once() -> None:
    view = drawn(1)
    made = network(view)
    assert [node["id"] for node in made["nodes"]] == [claim.id for claim in view.claims]
    assert [(edge["from"], edge["to"], edge["kind"]) for edge in made["edges"]] == [
        (link.source, link.target, link.kind) for link in view.links
    ]


def test_claims_and_blocks_stand_where_they_were_laid_out() -> None:
    view = drawn(2)
    layout, made = lay_out(view), network(view)
    assert {node["id"]: (node["x"], node["y"]) for node in made["nodes"]} == layout.places
    assert [(block["id"], block["x"], block["y"], block["width"], block["height"]) for block in made["blocks"]] == [
        (block.topic, block.x, block.y, block.width, block.height) for block in layout.blocks
    ]


def test_a_claim_as_it_is_written() -> None:
    (node,) = network(view_of({"waits": ["fudge"]}))["nodes"]
    assert node == {
        "id": "fudge",
        "label": "fudge",
        "name": "fudge",
        "topic": "waits",
        "url": "../../claims/fudge/",
        "x": 136,
        "y": 226,
    }


def test_kinds_are_told_in_words_from_either_end() -> None:
    assert network(view_of({}))["words"] == {
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
    assert [block["title"] for block in made["blocks"]] == [text]
    assert not [node for node in made["nodes"] if "title" in node]


def test_an_empty_map_can_be_written() -> None:
    made = network(view_of({}))
    assert (made["nodes"], made["edges"], made["blocks"]) == ([], [], [])


def test_the_templates_are_left_as_they_were() -> None:
    written(view_of({"t": "a"}))
    assert not {"blocks", "words"} & set(TEMPLATES.globals)
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
    network(view_of({}))
    assert sys.modules["IPython.display"] is theirs
