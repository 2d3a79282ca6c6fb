"""The one door to pyvis: the argument on each topic as a network, rendered into data that a script of ours draws.

pyvis's stock page calls other hosts and escapes little, so the network goes through our template, which writes JSON in
which no `<`, `>`, `&` or `'` stands as itself. Nodes and edges are set as lists: pyvis's own `add_node` and `add_edge`
search all earlier ones each time. No node has a `title`, which vis-network would show as a tooltip.

pyvis asks for IPython as it is imported, to show a network in a notebook, which nothing does here. IPython is not
installed: an empty class stands in for what pyvis asks of it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

from claimgraph.index.links import relative
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import THESES
from claimgraph.pages.drawing.text_width import wrapped
from claimgraph.pages.map.layout import COLUMN, ROW, lay_out
from claimgraph.pages.map.map_view import MAP_ADDRESS, OUTLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from claimgraph.pages.map.map_view import MapClaim, MapView

NETWORKS: Final = f"{MAP_ADDRESS}network/"
"""The folder of the files: for each topic one."""

TEMPLATE: Final = "network.json.html"
"""It ends in `.html` because MkDocs publishes every other file of a theme's folder."""

BOX_WIDTH: Final = COLUMN - 36
BOX_HEIGHT: Final = ROW - 56
"""The size of a claim's box, in the network's units; what is left of its cell is for lines."""

_FONT: Final = 14
_MARGIN: Final = 6
_LINES: Final = 4
_LABEL: Final = (BOX_WIDTH - 2 * _MARGIN) / _FONT

_END_SCALE: Final = {"triangle": 0.7, "bar": 0.7, "diamond": 0.6, "circle": 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkClaim:
    """A claim of the network; `topic` is the title of its topic, empty if that is the network's own."""

    id: str
    title: str
    topic: str
    address: str
    is_thesis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The argument on a topic: its claims and those linked with them, by id, and their links, as in `MapView.drawn`."""

    claims: tuple[NetworkClaim, ...]
    links: tuple[tuple[str, str, str], ...]


def networks(view: MapView) -> Iterator[tuple[str, Network]]:
    """Yield for each topic the address of its network's file, and the network.

    It has the links of the topic's own claims; those among claims of other topics are left out.
    """
    titles = {topic.id: topic.title for topic in view.topics}
    topic_of = {claim.id: claim.topic for claim in view.claims}
    links: defaultdict[str, dict[tuple[str, str, str], None]] = defaultdict(dict)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for claim in view.claims:
        members[claim.topic].add(claim.id)
    for link in view.drawn:
        for own in (topic_of[link[0]], topic_of[link[1]]):
            links[own][link] = None
            members[own].update(link[:2])
    claims = {claim.id: claim for claim in view.claims}
    for topic in sorted(view.topics, key=lambda topic: topic.rank):
        shown = tuple(_claim(claims[id_], topic.id, titles) for id_ in sorted(members[topic.id]))
        yield f"{NETWORKS}{topic.id}.json", Network(claims=shown, links=tuple(links[topic.id]))


def _claim(claim: MapClaim, topic: str, titles: dict[str, str]) -> NetworkClaim:
    return NetworkClaim(
        id=claim.id,
        title=claim.title,
        topic="" if claim.topic == topic else titles[claim.topic],
        address=claim.address,
        is_thesis=claim.state in THESES and claim.topic == topic,
    )


def network_json(shown: Network, templates: Environment) -> str:
    """Return a network as JSON: `nodes`, `edges`, `options` as vis-network takes them, and `words`.

    Each node has the claim's `name` in full and its `url` as seen from the outline's pages, beside its label in lines;
    `topic` is another topic's title, and `isThesis` tells that it is one of this topic. Each edge has its `kind`;
    `words` are the kinds in words, seen from either end. Colours are left to the reader's scheme.
    """
    places = lay_out((claim.id for claim in shown.claims), shown.links)
    network = _network_class()(directed=True)
    network.nodes = [
        {
            "id": claim.id,
            "label": "\n".join(wrapped(claim.title, width=_LABEL, lines=_LINES)),
            "name": claim.title,
            "topic": claim.topic,
            "isThesis": claim.is_thesis,
            "url": relative(OUTLINE, claim.address),
            "x": places[claim.id][0],
            "y": places[claim.id][1],
        }
        for claim in shown.claims
    ]
    network.edges = [
        {"from": source, "to": target, "kind": kind, **_FORMS[kind]} for source, target, kind in shown.links
    ]
    network.toggle_physics(status=False)
    network.toggle_hide_edges_on_drag(status=True)
    network.toggle_drag_nodes(status=False)
    network.inherit_edge_colors(status=False)
    network.options.edges.smooth.enabled = False
    network.options.layout = {"improvedLayout": False}
    network.options.nodes = {
        "shape": "box",
        "margin": _MARGIN,
        "widthConstraint": {"minimum": BOX_WIDTH},
        "heightConstraint": {"minimum": BOX_HEIGHT},
        "font": {"size": _FONT, "multi": False},
        "labelHighlightBold": False,
    }
    network.path = TEMPLATE
    network.templateEnv = _with_globals(templates)
    return str(network.generate_html())


def _network_class() -> type[Any]:
    """Return pyvis's class of networks, which takes 0.1 s to import: no other command should pay for that."""
    name = "IPython.display"
    had = sys.modules.get(name)
    stand_in = ModuleType(name)
    stand_in.IFrame = type("IFrame", (), {})  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
    try:
        from pyvis.network import Network  # noqa: PLC0415
    finally:
        del sys.modules[name]
        if had is not None:
            sys.modules[name] = had
    return cast("type[Any]", Network)


def _form(kind: str) -> dict[str, Any]:
    style = LINK_STYLES[kind]
    end = {"enabled": True, "type": style.end, "scaleFactor": _END_SCALE[style.end]}
    return {
        "arrows": {"to": end, "from": end} if style.both_ways else {"to": end},
        "dashes": list(style.dashes) or False,
        "width": style.width,
    }


_FORMS: Final = {kind: _form(kind) for kind in LINK_STYLES}
_WORDS: Final = {kind: {"onward": style.onward, "inward": style.inward} for kind, style in LINK_STYLES.items()}


def _with_globals(templates: Environment) -> Environment:
    """Return the templates with words as a global: pyvis hands its template only what it knows of."""
    made = templates.overlay()
    made.globals = {**templates.globals, "words": _WORDS}
    made.filters = {**templates.filters, "from_json": json.loads}
    return made
