"""The files that the map's script draws: an overview of what there is and where it stands, and the names by topic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import MARKS, STATES
from claimgraph.pages.map.layout import COLUMN, HEAD, PAD, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.pages.map.layout import Layout
    from claimgraph.pages.map.map_view import MapView

MAP_DATA: Final = "map/map.json"
"""The address of the overview."""

NAMES: Final = "map/names/"
"""The folder of the names: for each topic one file."""

INSET: Final = 28
"""How far a claim's mark stands from the left of its cell, in the map's units; its title follows to the right."""


def name_files(view: MapView) -> Iterator[tuple[str, str]]:
    """Yield for each topic the file with the ids and titles of its claims, in the order of the overview."""
    for topic, claims in view.in_order:
        yield f"{NAMES}{topic.id}.json", _json([(claim.id, claim.title) for claim in claims])


def map_json(view: MapView, layout: Layout) -> str:
    """Return what is drawn from afar, as JSON: kinds, states, topics, claims and links, and the measures of a cell.

    A topic is its id, title, its block's left upper corner and size, and how many claims it has. Claims come topic by
    topic in the order of lists, in three columns: the numbers of their states, and the places of their marks (x, y)
    from their blocks' corners. The links of each kind are two columns: the claims that make them, each as the step from
    the one before, and those that they name, as the step from their makers. Colours are left to the reader's scheme.
    """
    blocks = {block.topic: block for block in layout.blocks}
    ordered = [(blocks[topic.id], claim) for topic, claims in view.in_order for claim in claims]
    states = {state: number for number, state in enumerate(MARKS)}
    numbers = {claim.id: number for number, (_, claim) in enumerate(ordered)}
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
            (topic.id, topic.title, block.x, block.y, block.width, block.height, len(claims))
            for topic, claims in view.in_order
            for block in (blocks[topic.id],)
        ],
        "claims": [
            [states[claim.state] for _, claim in ordered],
            [layout.places[claim.id][0] - COLUMN // 2 + INSET - block.x for block, claim in ordered],
            [layout.places[claim.id][1] - block.y for block, claim in ordered],
        ],
        "links": [_steps(view, kind, numbers) for kind in LINK_STYLES],
    }
    return _json(whole)


def _steps(view: MapView, wanted: str, numbers: dict[str, int]) -> tuple[list[int], list[int]]:
    """Return the two columns of the links of one kind."""
    links = sorted((numbers[source], numbers[target]) for source, target, kind in view.drawn if kind == wanted)
    makers = [source for source, _ in links]
    return (
        [source - before for source, before in zip(makers, (0, *makers), strict=False)],
        [target - source for source, target in links],
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
