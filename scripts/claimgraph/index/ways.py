"""The shortest ways in the argument: from a claim, link by link, to each thesis that it leads to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple

from claimgraph.analysis.leading import theses
from claimgraph.model.links import LinkKind, Undercut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.ties import Tie
    from claimgraph.model.corpus import Corpus

LEADING: Final[tuple[LinkKind, ...]] = ("supports", "counts_against", "opposes", "limits", "undercuts")
"""The kinds of links by which a claim leads to another."""


class Way(NamedTuple):
    """The next claim on a shortest way to a thesis, the kind of the link to that, and how many links the way has."""

    onward: str
    kind: LinkKind
    length: int


def ways(corpus: Corpus, made: Mapping[str, tuple[Tie, ...]]) -> dict[str, dict[str, Way]]:
    """Return the way from each claim to each thesis that it leads to, theses in the order of `analysis.leading`.

    `made` are the ties that each claim makes. A thesis has a way of no links to itself.
    """
    backward: dict[str, list[tuple[str, LinkKind]]] = {}
    for ties in made.values():
        for tie in ties:
            for one, other in _onward(corpus, tie):
                backward.setdefault(other, []).append((one, tie.kind))
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


def _onward(corpus: Corpus, tie: Tie) -> Iterator[tuple[str, str]]:
    """Yield which claim leads to which by a link, as `analysis.leading` has it."""
    if tie.kind not in LEADING:
        return
    yield tie.maker, tie.target
    for premise in getattr(tie.link, "together", ()):
        if premise in corpus.claims:
            yield premise, tie.target
    if tie.kind == "opposes" and corpus.claims[tie.maker].record.thesis:
        yield tie.target, tie.maker
    if isinstance(tie.link, Undercut) and tie.link.third and tie.link.third[1] in corpus.claims:
        yield tie.maker, tie.link.third[1]
