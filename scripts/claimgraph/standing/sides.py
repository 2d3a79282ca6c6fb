"""Collects what is said about claims beyond what contradicts them: steps against, limits, rivals, and about theses.

A link does not count if it leads to a claim or part that is not there, or to the claim itself; the check refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import CountingAgainst, LinkKind
    from claimgraph.standing.debate import Debate, Step

K = TypeVar("K")

Part: TypeAlias = "tuple[LinkKind, str, str]"
"""A link that may be hit: its kind, the claim that makes it, and the one that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What is said about each claim beyond what contradicts it, by its id; claims without any are left out.

    `against` are the steps against a claim, `limits` the claims that limit it, `rivals` the claims that give another
    figure, whichever makes the link. `opposing` are the claims and theses that oppose a thesis, whichever makes the
    link. `hits` are the voiced claims that undercut a step against a claim or a limit of it.
    """

    against: Mapping[str, Sequence[Step]] = field(default_factory=dict)
    limits: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rivals: Mapping[str, Sequence[str]] = field(default_factory=dict)
    opposing: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hits: Mapping[Part, Sequence[str]] = field(default_factory=dict)


def sides_of(corpus: Corpus, debate: Debate) -> Sides:
    """Return the sides of a corpus; `debate` is the debate that the corpus records."""
    reader = _Reader({id_: entry.record for id_, entry in corpus.claims.items()}, debate)
    for id_, claim in reader.claims.items():
        reader.read_links(id_, claim)
    for id_, claim in reader.claims.items():
        reader.read_undercuts(id_, claim)
    return Sides(
        against=reader.against, limits=reader.limits, rivals=reader.rivals, opposing=reader.opposing, hits=reader.hits
    )


@dataclass(slots=True)
class _Reader:
    """Collects sides; call its methods in their order."""

    claims: Mapping[str, Claim]
    debate: Debate
    against: dict[str, list[Step]] = field(default_factory=dict)
    limits: dict[str, list[str]] = field(default_factory=dict)
    rivals: dict[str, list[str]] = field(default_factory=dict)
    opposing: dict[str, list[str]] = field(default_factory=dict)
    hits: dict[Part, list[str]] = field(default_factory=dict)
    parts: set[Part] = field(default_factory=set)

    def read_links(self, id_: str, claim: Claim) -> None:
        for link in claim.counts_against:
            self._read_step(id_, link)
        for limit in claim.limits:
            if self._is_other(id_, limit.claim):
                _add(self.limits, limit.claim, id_)
                self.parts.add(("limits", id_, limit.claim))
        for rival in claim.rivals:
            if self._is_other(id_, rival.claim):
                _add(self.rivals, rival.claim, id_)
                _add(self.rivals, id_, rival.claim)
        for opposition in claim.opposes:
            if self._is_other(id_, opposition.claim):
                for one, other in ((id_, opposition.claim), (opposition.claim, id_)):
                    if one in self.debate.theses:
                        _add(self.opposing, one, other)

    def _read_step(self, maker: str, link: CountingAgainst) -> None:
        step = tuple(dict.fromkeys((maker, *link.together)))
        if self._is_other(maker, link.claim) and all(id_ in self.claims for id_ in link.together):
            self.against.setdefault(link.claim, []).append(step)
            self.parts.add(("counts_against", maker, link.claim))

    def _is_other(self, id_: str, target: str) -> bool:
        return target in self.claims and target != id_

    def read_undercuts(self, id_: str, claim: Claim) -> None:
        if claim.thesis or not self.debate.asserting[id_]:
            return
        for undercut in claim.undercuts:
            if undercut.part is None or undercut.third is None or undercut.claim == id_:
                continue
            kind, third = undercut.third
            if (kind, undercut.claim, third) in self.parts:
                _add(self.hits, (kind, undercut.claim, third), id_)


def _add(lists: dict[K, list[str]], key: K, id_: str) -> None:
    """Add an id to a list unless it is there; claims are read one by one, so only the last can be the same."""
    found = lists.setdefault(key, [])
    if id_ not in found[-1:]:
        found.append(id_)
