"""What the map shows: claims with how they stand, their topics and links, apart from where and how they are drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import topic_address
from claimgraph.pages.drawing.standing_marks import THESES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from claimgraph.model.standing import Standing, State
    from claimgraph.model.topic import Topic

MAP_ADDRESS = "map/"
"""The map's page, from which its links are seen."""

OUTLINE = f"{MAP_ADDRESS}outline/"
"""The folder of the outline's pages, which are no folders of their own: `map/outline/buses.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTopic:
    """A topic that has claims; `address` is its page's, None where it has none. `title` is plain text.

    `question` is empty and `theses` has no ids where the topic has no file. Lists show topics by `order`, then by
    title.
    """

    id: str
    title: str
    address: str | None = None
    order: int = 0
    question: str = ""
    theses: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, str, str]:
        """What topics are sorted by, for readers."""
        return self.order, self.title.casefold(), self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClaim:
    """A claim; `topic` is its topic's id, `address` its page's, `state` how it stands. `title` is plain text.

    `voices` is the number behind the claim, `pro` and `con` are those behind the reasons for and against it that nobody
    answers; each is the smaller of voices and lines of evidence.
    """

    id: str
    title: str
    topic: str
    address: str
    state: State
    voices: int = 0
    pro: int = 0
    con: int = 0


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
    def incoming(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """For each claim that has any, what bears on it: claims, each with the kind of link.

        An opposition made by a thesis is one of the claim that it names, too.
        """
        theses = {claim.id for claim in self.claims if claim.state in THESES}
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for source, target, kind in self.drawn:
            found[target].append((source, kind))
            if kind == "opposes" and source in theses:
                found[source].append((target, kind))
        return {target: tuple(sources) for target, sources in found.items()}

    @property
    def in_order(self) -> tuple[tuple[MapTopic, tuple[MapClaim, ...]], ...]:
        """The topics in the order of lists, each with its claims: its theses in their order, then others by title."""
        ranks = {id_: rank for topic in self.topics for rank, id_ in enumerate(topic.theses)}
        members: defaultdict[str, list[MapClaim]] = defaultdict(list)
        for claim in sorted(
            self.claims,
            key=lambda claim: (
                *(claim.state not in THESES, ranks.get(claim.id, len(ranks))),
                *(claim.title.casefold(), claim.id),
            ),
        ):
            members[claim.topic].append(claim)
        return tuple((topic, tuple(members[topic.id])) for topic in sorted(self.topics, key=lambda topic: topic.rank))


def map_view(graph: nx.MultiDiGraph[str], records: Mapping[str, Topic], standings: Mapping[str, Standing]) -> MapView:
    """Return what the map shows of a corpus's graph, in an order that depends on ids alone.

    `records` has each topic that has a page, in the order shown; a folder without one goes by its id, after them.
    `standings` has every claim of the graph.
    """
    claims = tuple(
        MapClaim(
            id=id_,
            title=data["title"],
            topic=data["topic"],
            address=f"claims/{id_}/",
            state=standings[id_].state,
            voices=standings[id_].backing.count,
            pro=standings[id_].pro.backing.count,
            con=standings[id_].con.backing.count,
        )
        for id_, data in sorted(graph.nodes(data=True))
    )
    links = tuple(
        MapLink(source=source, target=target, kind=data["kind"], because=data["because"])
        for source, target, _, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    )
    order = {id_: number for number, id_ in enumerate(records)}
    topics = tuple(
        _topic(id_, records.get(id_), order.get(id_, len(order))) for id_ in sorted({c.topic for c in claims})
    )
    return MapView(topics=topics, claims=claims, links=links)


def _topic(id_: str, record: Topic | None, order: int) -> MapTopic:
    if record is None:
        return MapTopic(id=id_, title=id_.replace("-", " ").capitalize(), order=order)
    return MapTopic(
        id=id_,
        title=record.title,
        address=topic_address(id_),
        order=order,
        question=record.question,
        theses=record.theses,
    )
