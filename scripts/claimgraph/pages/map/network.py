"""The one door to pyvis: the whole map as a network, rendered into a file of data that a script of ours draws.

pyvis's stock page calls other hosts and escapes little, so the network goes through our template, which writes JSON in
which no `<`, `>`, `&` or `'` stands as itself. Nodes and edges are set as lists: pyvis's own `add_node` and `add_edge`
search all earlier ones each time. No node has a `title`, which vis-network would show as a tooltip.

pyvis asks for IPython as it is imported, to show a network in a notebook, which nothing does here. IPython is not
installed: an empty class stands in for what pyvis asks of it.
"""

from __future__ import annotations

import json
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

from claimgraph.index.links import relative
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.text_width import wrapped
from claimgraph.pages.map.layout import COLUMN, HEAD, PAD, ROW
from claimgraph.pages.map.map_view import NETWORK_ADDRESS

if TYPE_CHECKING:
    from jinja2 import Environment

    from claimgraph.pages.map.layout import Layout
    from claimgraph.pages.map.map_view import MapView

NETWORK_DATA: Final = "map/network.json"
"""The address of the file."""

TEMPLATE: Final = "network.json.html"
"""It ends in `.html` because MkDocs publishes every other file of a theme's folder."""

BOX_WIDTH: Final = COLUMN - 36
BOX_HEIGHT: Final = ROW - 36
"""The size of a claim's box, in the map's units; what is left of its cell is for lines."""

_FONT: Final = 14
_MARGIN: Final = 6
_LINES: Final = 4
_LABEL: Final = (BOX_WIDTH - 2 * _MARGIN) / _FONT

_END_SCALE: Final = {"triangle": 0.7, "bar": 0.7, "diamond": 0.6, "circle": 0.5}


def network_json(view: MapView, layout: Layout, templates: Environment) -> str:
    """Return the map's network as JSON: `nodes`, `edges`, `options` as vis-network takes them, `blocks` and `words`.

    Each node has the claim's `name` in full and its `url` as seen from the network's page, beside its label in lines;
    each edge has its `kind`; each block has its topic's `title`; `words` are the kinds in words, seen from either end.
    Nodes and links come in the order of `view`. Colours are left to the reader's scheme.
    """
    titles = {topic.id: topic.title for topic in view.topics}
    network = _network_class()(directed=True)
    network.nodes = [
        {
            "id": claim.id,
            "label": "\n".join(wrapped(claim.title, width=_LABEL, lines=_LINES)),
            "name": claim.title,
            "topic": claim.topic,
            "url": relative(NETWORK_ADDRESS, claim.address),
            "x": layout.places[claim.id][0],
            "y": layout.places[claim.id][1],
        }
        for claim in view.claims
    ]
    network.edges = [
        {"from": source, "to": target, "kind": kind, **_FORMS[kind]} for source, target, kind in view.drawn
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
    blocks = [
        {
            "id": block.topic,
            "title": titles[block.topic],
            "head": HEAD,
            "pad": PAD,
            "x": block.x,
            "y": block.y,
            "width": block.width,
            "height": block.height,
        }
        for block in layout.blocks
    ]
    network.path = TEMPLATE
    network.templateEnv = _with_globals(templates, blocks)
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


def _with_globals(templates: Environment, blocks: list[dict[str, Any]]) -> Environment:
    """Return the templates with blocks and words as globals: pyvis hands its template only what it knows of."""
    made = templates.overlay()
    made.globals = {**templates.globals, "blocks": blocks, "words": _WORDS}
    made.filters = {**templates.filters, "from_json": json.loads}
    return made
