"""Reads AIF, the Argument Interchange Format, in AIFdb's JSON with the additions of this project's export."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.argument_map import EVIDENCE, ArgumentMap, Item, Statement, UnreadableError
from claimgraph.model.links import LINK_KINDS, STEPS, THIRDS
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SCHEMES: Final = ("RA", "CA", "MA")
_HIT: Final = ("RA", "CA", "L")
_PLACES: Final = frozenset({"with", "quote", "citation", *THIRDS})
"""The fields of a link that follow from the edges. So does `claim`, except in an undercut of a conflict."""
_KINDS: Final = {("RA", "I"): "supports", ("CA", "I"): "counts_against"} | {("CA", end): "undercuts" for end in _HIT}
"""The kinds of link, by the types of a scheme node and of the node that it leads to."""
_BY_NAME: Final = {scheme.aif.casefold(): scheme.id for scheme in SCHEMES.values()}
"""The schemes by their AIFdb names in small letters, which other programs write in either case."""


class _Graph:
    """The nodes by id, and the edges in both directions."""

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


def read_aif(text: str) -> ArgumentMap:
    """Return the argument map in AIF. Raises UnreadableError if the text is not AIF.

    I-nodes become statements, RA, CA and MA links, and L-nodes quotes for the statement that a YA anchors them in. An
    RA is a support. A CA to a statement counts against it, since AIF does not say that the two exclude each other. If
    their text names a scheme, it is the step's scheme. An MA is a link only if this project wrote it: otherwise it is a
    rephrase, which is left out like other kinds of nodes.
    """
    try:
        graph = _Graph(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is no JSON") from error
    argument_map = ArgumentMap()
    for id_ in graph.nodes:
        if graph.kind(id_) == "I":
            argument_map.statements[id_] = Statement(text=graph.text(id_), fields=graph.ours(id_))
    for id_ in graph.nodes:
        if graph.kind(id_) == "L":
            _add(argument_map, id_, _locution(graph, id_))
        elif graph.kind(id_) in _SCHEMES:
            _add(argument_map, id_, _link(graph, id_))
    known = {*argument_map.statements, *argument_map.items}
    left = Counter(graph.kind(id_) or "?" for id_ in graph.nodes if id_ not in known and graph.kind(id_) != "YA")
    argument_map.left_out += [
        f"{number} node{'s' * (number > 1)} of type {kind}" for kind, number in sorted(left.items())
    ]
    return argument_map


def _add(argument_map: ArgumentMap, id_: str, item: Item | None) -> None:
    if item is not None:
        argument_map.items[id_] = item


def _locution(graph: _Graph, id_: str) -> Item | None:
    """Return a locution as a quote, or as the evidence that this project exported; None if it anchors no statement."""
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
    """Return a scheme node as a link, None if a claim has no such link."""
    ours = graph.ours(id_)
    kind = next((name for name in LINK_KINDS if name in ours), "")
    makers = tuple(one for one in graph.into[id_] if graph.kind(one) == "I")
    for to in _ends(graph, id_):
        found = kind or _KINDS.get((graph.kind(id_), graph.kind(to)))
        if makers and found:
            fields = ours.get(kind)
            given = fields if isinstance(fields, dict) else _scheme(graph.text(id_)) if found in STEPS else {}
            kept = {name: value for name, value in given.items() if name not in _PLACES}
            return Item(kind=found, to=to, makers=makers, fields=kept)
    return None


def _scheme(text: str) -> dict[str, Any]:
    """Return the field for the scheme that the text of an RA or CA names; empty if it is unknown."""
    found = _BY_NAME.get(text.strip().casefold().removeprefix("argument from "))
    return {"scheme": found} if found else {}


def _ends(graph: _Graph, id_: str) -> Iterator[str]:
    """Yield the nodes that a scheme node leads to, with a YA replaced by the locution that it anchors."""
    for to in graph.out_of[id_]:
        locutions = [one for one in graph.into[to] if graph.kind(one) == "L"] if graph.kind(to) == "YA" else [to]
        yield from locutions
