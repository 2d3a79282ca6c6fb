"""The file that the map's script draws: what there is, where it stands and what forms it has, each once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import MARKS, STATES
from claimgraph.pages.map.layout import COLUMN, HEAD, PAD, ROW

if TYPE_CHECKING:
    from claimgraph.pages.map.layout import Layout
    from claimgraph.pages.map.map_view import MapView

MAP_DATA: Final = "map/map.json"
"""The address of the file."""

INSET: Final = 28
"""How far a claim's mark stands from the left of its cell, in the map's units; its title follows to the right."""


def map_json(view: MapView, layout: Layout) -> str:
    """Return what is drawn, as JSON: lists of kinds, states, topics, claims and links, and the measures of a cell.

    A claim is its id, title, the numbers of its topic and state in the lists of those, and the place of its mark (x,
    y); a link the numbers of the claim that makes it, of the claim that it names, and of its kind. A topic is its id,
    title, and its block's left upper corner and size. Claims and links come in the order of `view`. Colours are left to
    the reader's scheme, and addresses of pages follow from ids.
    """
    titles = {topic.id: topic.title for topic in view.topics}
    topics = {block.topic: number for number, block in enumerate(layout.blocks)}
    states = {state: number for number, state in enumerate(MARKS)}
    kinds = {kind: number for number, kind in enumerate(LINK_STYLES)}
    claims = {claim.id: number for number, claim in enumerate(view.claims)}
    places = {id_: (x - COLUMN // 2 + INSET, y) for id_, (x, y) in layout.places.items()}
    whole: dict[str, Any] = {
        "cell": {"column": COLUMN, "row": ROW, "head": HEAD, "pad": PAD, "inset": INSET},
        "kinds": [
            {
                "id": style.kind,
                "onward": style.onward,
                "inward": style.inward,
                "dashes": style.dashes,
                "width": style.width,
                "end": RIGHT[style.end],
                "open": style.end == "bar",
                "bothWays": style.both_ways,
            }
            for style in LINK_STYLES.values()
        ],
        "states": [
            {
                "id": STATES[state],
                "words": state.value,
                "outline": mark.outline,
                "filled": mark.filled,
                "dash": mark.dash,
            }
            for state, mark in MARKS.items()
        ],
        "topics": [
            (block.topic, titles[block.topic], block.x, block.y, block.width, block.height) for block in layout.blocks
        ],
        "claims": [
            (claim.id, claim.title, topics[claim.topic], states[claim.state], *places[claim.id])
            for claim in view.claims
        ],
        "links": [(claims[source], claims[target], kinds[kind]) for source, target, kind in view.drawn],
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
