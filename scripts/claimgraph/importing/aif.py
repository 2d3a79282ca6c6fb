"""Reads AIF, the Argument Interchange Format, in the JSON of AIFdb, and what this project's export adds to it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.sketch import EVIDENCE, Item, Sketch, Statement, UnreadableError
from claimgraph.model.claim import LINK_KINDS, STEPS, THIRDS
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SCHEMES: Final = ("RA", "CA", "MA")
_PLACES: Final = frozenset({"with", "quote", "citation", *THIRDS})
"""The fields of a link that follow from the edges; its `claim` does as well, but for the ends of a conflict."""
_BY_NAME: Final = {scheme.aif.casefold(): scheme.id for scheme in SCHEMES.values()}
"""The schemes by their names in AIFdb, of which other programs write some with small letters."""


class _Graph:
    """Nodes by id, and the edges both ways."""

    def __init__(self, whole: object) -> None:
        nodes = whole.get("nodes") if isinstance(whole, dict) else None
        edges = whole.get("edges") if isinstance(whole, dict) else None
        if not isinstance(nodes, list) or not isinstance(edges, list):
            raise UnreadableError("it is no AIF: it has no lists 'nodes' and 'edges'")
        self.nodes = {str(node.get("nodeID", "")): node for node in nodes if isinstance(node, dict)}
        self.into: dict[str, list[str]] = defaultdict(list)
        self.out_of: dict[str, list[str]] = defaultdict(list)
        for edge in edges:
            if isinstance(edge, dict):
                one, other = str(edge.get("fromID", "")), str(edge.get("toID", ""))
                self.into[other].append(one)
                self.out_of[one].append(other)

    def kind(self, id_: str) -> str:
        return str(self.nodes.get(id_, {}).get("type", ""))

    def text(self, id_: str) -> str:
        return str(self.nodes[id_].get("text", ""))

    def ours(self, id_: str) -> Mapping[str, Any]:
        """Return what this project's export adds to a node."""
        found = self.nodes[id_].get("claimgraph", {})
        return found if isinstance(found, dict) else {}


def read_aif(text: str) -> Sketch:
    """Return what AIF says: I-nodes as statements; RA, CA and MA as links; L-nodes as quotes of what YA anchor them in.

    An RA is a support. A CA to a statement counts against it, since AIF does not say that the two exclude each other.
    The name of a scheme as the text of either is the step's scheme. An MA is a link only where this project wrote it:
    elsewhere it is a rephrase, and left out like nodes of other kinds. Raises UnreadableError where the text is no AIF.
    """
    try:
        graph = _Graph(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is no JSON") from error
    sketch = Sketch()
    for id_ in graph.nodes:
        if graph.kind(id_) == "I":
            sketch.statements[id_] = Statement(text=graph.text(id_), fields=graph.ours(id_))
    for id_ in graph.nodes:
        if graph.kind(id_) == "L":
            _add(sketch, id_, _locution(graph, id_))
        elif graph.kind(id_) in _SCHEMES:
            _add(sketch, id_, _link(graph, id_))
    known = {*sketch.statements, *sketch.items}
    left = Counter(graph.kind(id_) or "?" for id_ in graph.nodes if id_ not in known and graph.kind(id_) != "YA")
    sketch.left_out += [f"{number} node{'s' * (number > 1)} of type {kind}" for kind, number in sorted(left.items())]
    return sketch


def _add(sketch: Sketch, id_: str, item: Item | None) -> None:
    if item is not None:
        sketch.items[id_] = item


def _locution(graph: _Graph, id_: str) -> Item | None:
    """Return a locution as a quote, or as what this project wrote it for; None where it anchors no statement."""
    ours = graph.ours(id_)
    for illocution in graph.out_of[id_]:
        for to in graph.out_of[illocution]:
            if graph.kind(illocution) == "YA" and graph.kind(to) == "I":
                for kind in EVIDENCE:
                    if isinstance(fields := ours.get(kind), dict):
                        return Item(kind=kind, to=to, fields=fields)
                speaker, colon, words = graph.text(id_).partition(" : ")
                stance = {"stance": "disputes"} if graph.text(illocution) == "Disagreeing" else {}
                fields = {**({"speaker": speaker.strip()} if colon else {}), **stance}
                return Item(kind="quotes", to=to, text=words if colon else speaker, fields=fields)
    return None


def _link(graph: _Graph, id_: str) -> Item | None:
    """Return a scheme node as a link; None where it joins nothing that a claim can say."""
    ours = graph.ours(id_)
    kind = next((name for name in LINK_KINDS if name in ours), "")
    makers = tuple(one for one in graph.into[id_] if graph.kind(one) == "I")
    for to in _ends(graph, id_):
        found = kind or _kind(graph.kind(id_), graph.kind(to))
        if makers and found:
            fields = ours.get(kind)
            given = fields if isinstance(fields, dict) else _scheme(graph.text(id_)) if found in STEPS else {}
            kept = {name: value for name, value in given.items() if name not in _PLACES}
            return Item(kind=found, to=to, makers=makers, fields=kept)
    return None


def _scheme(text: str) -> dict[str, Any]:
    """Return the scheme that the text of an RA or CA names; nothing for one that is not known here."""
    found = _BY_NAME.get(text.strip().casefold().removeprefix("argument from "))
    return {"scheme": found} if found else {}


def _ends(graph: _Graph, id_: str) -> Iterator[str]:
    """Yield what a scheme node leads to: a node of its own, or of a YA the locution that it anchors."""
    for to in graph.out_of[id_]:
        locutions = [one for one in graph.into[to] if graph.kind(one) == "L"] if graph.kind(to) == "YA" else [to]
        yield from locutions


def _kind(scheme: str, end: str) -> str:
    match scheme, end:
        case "RA", "I":
            return "supports"
        case "CA", "I":
            return "counts_against"
        case "CA", "RA" | "CA" | "L":
            return "undercuts"
        case _:
            return ""
