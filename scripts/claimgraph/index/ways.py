"""The shortest ways in the argument: from a claim, link by link, to each thesis that it leads to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple

from claimgraph.analysis.leading import theses
from claimgraph.model.links import LinkKind, Undercut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.edges import Edge
    from claimgraph.model.corpus import Corpus

LEADING: Final[tuple[LinkKind, ...]] = ("supports", "counts_against", "opposes", "limits", "undercuts")
"""The kinds of links by which a claim leads to another."""


class Way(NamedTuple):
    """A shortest way to a thesis: the next claim on it, the kind of link to that claim, and the number of links."""

    onward: str
    kind: LinkKind
    length: int


def ways(corpus: Corpus, outgoing: Mapping[str, tuple[Edge, ...]]) -> dict[str, dict[str, Way]]:
    """Return the way from each claim to each thesis that it leads to, theses in the order of `analysis.leading`.

    `outgoing` are the edges that each claim makes. A thesis has a way of no links to itself.
    """
    backward: dict[str, list[tuple[str, LinkKind]]] = {}
    for edges in outgoing.values():
        for edge in edges:
            for one, other in _onward(corpus, edge):
                backward.setdefault(other, []).append((one, edge.kind))
    found: dict[str, dict[str, Way]] = {}
    for thesis in theses(corpus):
        found.setdefault(thesis, {})[thesis] = Way(thesis, "supports", 0)
        waiting = deque([(thesis, 1)])
        while waiting:
            here, length = waiting.popleft()
            for before, kind in backward.get(here, ()):
                further = found.setdefault(before, {})
                if thesis not in further:
                    further[thesis] = Way(here, kind, length)
                    waiting.append((before, length + 1))
    return found


def _onward(corpus: Corpus, edge: Edge) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims of which a link leads from the first to the second, as in `analysis.leading`."""
    if edge.kind not in LEADING:
        return
    yield edge.maker, edge.target
    for premise in getattr(edge.link, "together", ()):
        if premise in corpus.claims:
            yield premise, edge.target
    if edge.kind == "opposes" and corpus.claims[edge.maker].record.thesis:
        yield edge.target, edge.maker
    if isinstance(edge.link, Undercut) and edge.link.third and edge.link.third[1] in corpus.claims:
        yield edge.maker, edge.link.third[1]
