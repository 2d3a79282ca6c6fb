"""What the map shows of a corpus's graph."""

from __future__ import annotations

import networkx as nx

from claimgraph.model.standing import Backing, Side, Standing, State
from claimgraph.model.topic import Topic
from claimgraph.pages.map.map_view import MapClaim, MapLink, MapTopic, MapView, map_view


def held_by(*voices: str) -> Backing:
    return Backing(voices=frozenset(voices), lines=frozenset(voices))


STANDINGS = {
    "a": Standing(state=State.OPEN, backing=held_by("v", "w")),
    "b": Standing(state=State.CONTRADICTED, pro=Side(backing=held_by("v", "w", "x")), con=Side(backing=held_by("y"))),
}


def graph(*, turned: bool) -> nx.MultiDiGraph[str]:
    """Two claims with three links, put in from either end."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    nodes = [("a", {"title": "A", "topic": "does-it-work"}), ("b", {"title": "B", "topic": "waits"})]
    edges = [("a", "b", "opposes"), ("a", "b", "supports"), ("b", "a", "opposes")]
    made.add_nodes_from(nodes[::-1] if turned else nodes)
    for source, target, kind in edges[::-1] if turned else edges:
        made.add_edge(source, target, key=kind, kind=kind, because=f"{source} {kind}")
    return made


def test_everything_is_shown_in_order_of_ids() -> None:
    expected = MapView(
        topics=(
            MapTopic(id="does-it-work", title="Does it work", order=2),
            MapTopic(
                id="waits",
                title="Waiting times",
                address="topics/waits/",
                question="Do people wait?",
                theses=("b",),
            ),
        ),
        claims=(
            MapClaim(id="a", title="A", topic="does-it-work", address="claims/a/", state=State.OPEN, voices=2),
            MapClaim(id="b", title="B", topic="waits", address="claims/b/", state=State.CONTRADICTED, pro=3, con=1),
        ),
        links=(
            MapLink(source="a", target="b", kind="opposes", because="a opposes"),
            MapLink(source="a", target="b", kind="supports", because="a supports"),
            MapLink(source="b", target="a", kind="opposes", because="b opposes"),
        ),
    )
    waits = Topic(title="Waiting times", question="Do people wait?", order=1, summary="They do.", theses=("b",))
    empty = Topic(title="A topic without claims", question="Is it empty?", order=2, summary="It is.")
    titles = {"waits": waits, "empty": empty}
    assert map_view(graph(turned=False), titles, STANDINGS) == expected
    assert map_view(graph(turned=True), titles, STANDINGS) == expected
