"""Finds the theses that each claim leads to by its links, over any number of steps.

A claim leads to a thesis if it supports it, counts against it, opposes it, limits it, or undercuts a part of it; or if
it does so to a claim that leads to the thesis. A further premise (`with`) leads where its step leads. An undercut of a
step, a limit or a conflict also bears on the third claim. An opposition goes both ways, but does not lead away from a
thesis. Rivals and context lead nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.model.claim import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import LinkKind

LEADING: Final[tuple[LinkKind, ...]] = ("supports", "counts_against", "opposes", "limits", "undercuts")
"""The kinds of link that lead to a thesis."""


def leads_to(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Return the theses that each claim leads to, in the topics' order; a thesis leads first to itself.

    Claims that lead to no thesis are left out, and so are theses that no topic lists.
    """
    backward: dict[str, list[str]] = {}
    for id_, entry in corpus.claims.items():
        for one, other in _onward(id_, entry.record):
            if one in corpus.claims and other in corpus.claims and one != other:
                backward.setdefault(other, []).append(one)
    found: dict[str, dict[str, None]] = {}
    for thesis in theses(corpus):
        reached = [thesis]
        seen = {thesis}
        for here in reached:  # It grows while it is read.
            found.setdefault(here, {})[thesis] = None
            for before in backward.get(here, ()):
                if before not in seen:
                    seen.add(before)
                    reached.append(before)
    return {id_: tuple(sorted(those, key=lambda thesis: thesis != id_)) for id_, those in found.items()}


def theses(corpus: Corpus) -> tuple[str, ...]:
    """Return the existing theses that topics list, in the topics' order, without duplicates."""
    ordered = sorted(corpus.topics.values(), key=lambda topic: (topic.record.order, topic.id))
    return tuple(dict.fromkeys(id_ for topic in ordered for id_ in topic.record.theses if id_ in corpus.claims))


def _onward(id_: str, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims of which the first leads to the second by a claim's links."""
    for _, _, step in steps_of(claim):
        yield id_, step.claim
        yield from ((premise, step.claim) for premise in step.together)
    for link in claim.opposes:
        yield id_, link.claim
        if not claim.thesis:
            continue
        yield link.claim, id_
    for limit in claim.limits:
        yield id_, limit.claim
    for undercut in claim.undercuts:
        yield id_, undercut.claim
        if undercut.third is not None:
            yield id_, undercut.third[1]
