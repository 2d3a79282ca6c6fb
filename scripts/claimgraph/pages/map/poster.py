"""The poster of a topic: its argument on one sheet, with titles and with who says what, to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import claim_address, topic_address
from claimgraph.index.links import relative
from claimgraph.pages.map.argument_tree import topic_tree
from claimgraph.pages.map.map_view import MAP_ADDRESS
from claimgraph.pages.parts.spoken import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.map.argument_tree import Branch, ThesisTree

POSTERS: Final = f"{MAP_ADDRESS}poster/"
"""The folder of the posters, two files for each topic: `map/poster/buses.svg` and `.pdf`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterClaim:
    """A claim on a poster, at so many steps below a reason.

    `kind` is its link to what stands above it. `says` is who holds it, and whether that is told in our own words alone;
    it is empty if nobody is known to. `place` says where else its own reasons stand, empty if they stand here. `url` is
    its page as seen from the poster.
    """

    title: str
    says: str
    place: str
    url: str
    kind: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterThesis:
    """A thesis with both its sides; `for_it` and `against` are the numbers behind the reasons that nobody answers."""

    title: str
    assertion: str
    url: str
    for_it: int
    against: int
    pro: tuple[PosterClaim, ...]
    con: tuple[PosterClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """The argument on a topic; `others` are the titles of its claims that lead to none of its theses.

    `source` says where it is from: the site's name, and the address of the topic's page if the site has one.
    """

    title: str
    question: str
    theses: tuple[PosterThesis, ...]
    others: tuple[str, ...]
    source: str


_FEW: Final = 100
"""The most topics of a site that has its posters as PDF, too: each takes 0.02 s and 50 kB, four times the SVG's."""


def poster_forms(topics: int) -> tuple[str, ...]:
    """Return the forms in which a site of so many topics has posters.

    A large site leaves it to browsers to make a PDF of an SVG.
    """
    return ("pdf", "svg") if topics <= _FEW else ("svg",)


def poster_address(topic_id: str, form: str) -> str:
    """Return the address of a topic's poster; `form` is `svg` or `pdf`."""
    return f"{POSTERS}{topic_id}.{form}"


def poster(view: View, home: Home, topic_id: str) -> Poster:
    """Return the poster of a topic that has a file."""
    topic, known, standings = view.corpus.topics[topic_id].record, view.corpus.claims, view.analysis.standings
    titles = {id_: known[id_].record.title for id_ in view.by_topic.get(topic_id) or ()}
    own = sorted(titles, key=lambda id_: (-standings[id_].backing.count, titles[id_].casefold(), id_))
    tree = topic_tree([id_ for id_ in topic.theses if id_ in known], own, lambda id_: _bearing(view, id_))
    address = home.absolute(topic_address(topic_id))
    return Poster(
        title=topic.title,
        question=topic.question,
        theses=tuple(_thesis(view, topic_id, both) for both in tree.theses),
        others=tuple(sorted((titles[id_] for id_ in tree.others), key=str.casefold)),
        source=home.name if address is None else f"{home.name}, {address}",
    )


def _bearing(view: View, claim: str) -> Iterator[tuple[str, str]]:
    """Yield what bears on a claim; an opposition made by a thesis is one of the claim that it names, too."""
    yield from ((edge.maker, edge.kind) for edge in view.incoming[claim])
    if view.corpus.claims[claim].record.thesis:
        yield from ((edge.target, edge.kind) for edge in view.outgoing[claim] if edge.kind == "opposes")


def _thesis(view: View, topic_id: str, both: ThesisTree) -> PosterThesis:
    record, standing = view.corpus.claims[both.thesis].record, view.analysis.standings[both.thesis]
    return PosterThesis(
        title=record.title,
        assertion=record.assertion,
        url=relative(POSTERS, claim_address(both.thesis)),
        for_it=standing.pro.backing.count,
        against=standing.con.backing.count,
        pro=tuple(_claim(view, topic_id, branch) for branch in both.pro),
        con=tuple(_claim(view, topic_id, branch) for branch in both.con),
    )


def _claim(view: View, topic_id: str, branch: Branch) -> PosterClaim:
    place = ""
    if branch.is_elsewhere:
        topic = view.corpus.topic_of[branch.claim]
        place = "under another answer" if topic == topic_id else f"more under ‘{view.topic(topic).title}’"
    return PosterClaim(
        title=view.corpus.claims[branch.claim].record.title,
        says=_says(view, branch.claim),
        place=place,
        url=relative(POSTERS, claim_address(branch.claim)),
        kind=branch.kind,
        depth=branch.depth,
    )


def _says(view: View, claim: str) -> str:
    backing = view.analysis.standings[claim].backing
    names = "; ".join(ref.title for ref in voices_of(view, backing.voices))
    return f"{names} (in our words)" if names and backing.is_cited else names
