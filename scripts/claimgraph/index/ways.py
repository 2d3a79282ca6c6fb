"""The shortest ways in the argument: from a claim, link by link, to each thesis that it leads to."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.analysis.leading import theses
from claimgraph.model.claim import LinkKind, Undercut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.ties import Tie
    from claimgraph.model.corpus import Corpus

LEADING: Final[tuple[LinkKind, ...]] = ("supports", "counts_against", "opposes", "limits", "undercuts")
"""The kinds of links by which a claim leads to another."""

Ways: TypeAlias = Mapping[str, Mapping[str, tuple[str, LinkKind]]]
"""By claim, then by thesis that it leads to: the next claim on a shortest way, and the kind of the link to that."""


def ways(corpus: Corpus, made: Mapping[str, tuple[Tie, ...]]) -> Ways:
    """Return the way from each claim to each thesis that it leads to; `made` are the ties that each claim makes."""
    backward: dict[str, list[tuple[str, LinkKind]]] = {}
    for ties in made.values():
        for tie in ties:
            for one, other in _onward(corpus, tie):
                backward.setdefault(other, []).append((one, tie.kind))
    found: dict[str, dict[str, tuple[str, LinkKind]]] = {}
    for thesis in theses(corpus):
        found.setdefault(thesis, {})[thesis] = thesis, "supports"
        waiting = deque([thesis])
        while waiting:
            here = waiting.popleft()
            for before, kind in backward.get(here, ()):
                further = found.setdefault(before, {})
                if thesis not in further:
                    further[thesis] = here, kind
                    waiting.append(before)
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
