"""The files that the map's script draws: an overview of what bears on what, and the names by topic."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import MARKS, STATES, THESES
from claimgraph.pages.map.argument_tree import topic_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.pages.map.argument_tree import Branch
    from claimgraph.pages.map.map_view import MapClaim, MapTopic, MapView

MAP_DATA: Final = "map/map.json"
"""The address of the overview."""

NAMES: Final = "map/names/"
"""The folder of the names: for each topic one file."""

_KINDS: Final = {kind: number for number, kind in enumerate(LINK_STYLES)}


def name_files(view: MapView) -> Iterator[tuple[str, str]]:
    """Yield for each topic the file with the ids and titles of its claims, in the order of the overview."""
    for topic, claims in view.in_order:
        yield f"{NAMES}{topic.id}.json", _json([(claim.id, claim.title) for claim in claims])


def map_json(view: MapView) -> str:
    """Return what is drawn from afar, as JSON: kinds, states, topics, claims and links.

    A topic is its id, title and question, how many claims it has, its theses, and those of its claims that lead to none
    of them, numbered from its first. A thesis is its title, the numbers of voices for and against it, and the reasons
    on either side as one row of numbers, three for each branch of the tree: the claim, numbered from the topic's first,
    the kind of link and the depth, -1 if the claim has its place elsewhere. Claims come topic by topic in the order of
    lists, theses first, as the numbers of their states. The links of each kind are two columns: the claims that make
    them, each as the step from the one before, and those that they name, as the step from their makers. Colours are
    left to the reader's scheme, and places to the width of the window.
    """
    in_order = view.in_order
    states = {state: number for number, state in enumerate(MARKS)}
    numbers = {claim.id: number for number, claim in enumerate(claim for _, claims in in_order for claim in claims)}
    incoming = view.incoming
    whole: dict[str, Any] = {
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
        "topics": [_topic(topic, claims, incoming, numbers) for topic, claims in in_order],
        "claims": [states[claim.state] for _, claims in in_order for claim in claims],
        "links": [_steps(view, kind, numbers) for kind in LINK_STYLES],
    }
    return _json(whole)


def _topic(
    topic: MapTopic,
    claims: tuple[MapClaim, ...],
    incoming: Mapping[str, tuple[tuple[str, str], ...]],
    numbers: Mapping[str, int],
) -> tuple[object, ...]:
    theses = [claim for claim in claims if claim.state in THESES]
    own = sorted(claims, key=lambda claim: -claim.voices)
    tree = topic_tree([claim.id for claim in theses], [claim.id for claim in own], lambda id_: incoming.get(id_, ()))
    first = numbers[claims[0].id]
    shown = [
        (claim.title, claim.pro, claim.con, _row(both.pro, numbers, first), _row(both.con, numbers, first))
        for claim, both in zip(theses, tree.theses, strict=True)
    ]
    others = sorted(numbers[id_] - first for id_ in tree.others)
    return topic.id, topic.title, topic.question, len(claims), shown, others


def _row(branches: tuple[Branch, ...], numbers: Mapping[str, int], first: int) -> list[int]:
    row: list[int] = []
    for branch in branches:
        row += (numbers[branch.claim] - first, _KINDS[branch.kind], -1 if branch.is_elsewhere else branch.depth)
    return row


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
