"""What the map shows: claims with how they stand, their topics and links, apart from where and how they are drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.drawing.standing_marks import THESES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from claimgraph.model.standing import Standing, State

MAP_ADDRESS = "map/"
"""The map's page, from which its links are seen."""

NETWORK_ADDRESS = "map/network/"
"""The page of the map as pyvis's network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTopic:
    """A topic that has claims; `address` is its page's, None where it has none. `title` is plain text.

    Lists show topics by `order`, then by title.
    """

    id: str
    title: str
    address: str | None = None
    order: int = 0

    @property
    def rank(self) -> tuple[int, str, str]:
        """What topics are sorted by, for readers."""
        return self.order, self.title.casefold(), self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClaim:
    """A claim; `topic` is its topic's id, `address` its page's, `state` how it stands. `title` is plain text."""

    id: str
    title: str
    topic: str
    address: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLink:
    """A link from the claim `source`, which makes it, to the claim `target`; `kind` is a key of LINK_STYLES."""

    source: str
    target: str
    kind: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """All of the map: topics by id; claims by id; links by source, target and kind. Every link's ends are claims."""

    topics: tuple[MapTopic, ...]
    claims: tuple[MapClaim, ...]
    links: tuple[MapLink, ...]

    @property
    def drawn(self) -> tuple[tuple[str, str, str], ...]:
        """The links to draw, as source, target and kind: several of one kind between two claims are one line."""
        return tuple(dict.fromkeys((link.source, link.target, link.kind) for link in self.links))

    @property
    def in_order(self) -> tuple[tuple[MapTopic, tuple[MapClaim, ...]], ...]:
        """The topics in the order of lists, each with its claims: its theses first, each by title."""
        members: defaultdict[str, list[MapClaim]] = defaultdict(list)
        for claim in sorted(
            self.claims, key=lambda claim: (claim.state not in THESES, claim.title.casefold(), claim.id)
        ):
            members[claim.topic].append(claim)
        return tuple((topic, tuple(members[topic.id])) for topic in sorted(self.topics, key=lambda topic: topic.rank))

    def is_linked_as(self, other: MapView) -> bool:
        """Tell whether `other` has the same claims in the same topics and links, so that it stands as here."""
        return _structure(self) == _structure(other)


def _structure(view: MapView) -> tuple[list[tuple[str, str]], list[tuple[str, str, str]]]:
    claims = [(claim.id, claim.topic) for claim in view.claims]
    return claims, [(link.source, link.target, link.kind) for link in view.links]


def map_view(
    graph: nx.MultiDiGraph[str], topic_titles: Mapping[str, str], standings: Mapping[str, Standing]
) -> MapView:
    """Return what the map shows of a corpus's graph, in an order that depends on ids alone.

    `topic_titles` gives the title of each topic that has a page, in the order shown; a folder without one goes by its
    id, after them.
    `standings` has every claim of the graph.
    """
    claims = tuple(
        MapClaim(
            id=id_,
            title=data["title"],
            topic=data["topic"],
            address=f"claims/{id_}/",
            state=standings[id_].state,
        )
        for id_, data in sorted(graph.nodes(data=True))
    )
    links = tuple(
        MapLink(source=source, target=target, kind=data["kind"], because=data["because"])
        for source, target, _, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    )
    order = {id_: number for number, id_ in enumerate(topic_titles)}
    topics = tuple(
        _topic(id_, topic_titles.get(id_), order.get(id_, len(order))) for id_ in sorted({c.topic for c in claims})
    )
    return MapView(topics=topics, claims=claims, links=links)


def _topic(id_: str, title: str | None, order: int) -> MapTopic:
    if title is None:
        return MapTopic(id=id_, title=id_.replace("-", " ").capitalize(), order=order)
    return MapTopic(id=id_, title=title, address=f"topics/{id_}/", order=order)
