"""Finds claims that say the same in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.rules.blocking import similar_pairs
from claimgraph.rules.likeness import Weights, numbers, turns, words
from claimgraph.rules.places import lie_apart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

LIKE: Final = 0.85
"""The likeness, of 1, from which on two assertions say the same.

Among 421 real claims, the most similar two with the same numbers that do not say the same have 0.79.
"""

_RARE: Final = 2
"""An assertion is compared with assertions that share one of this many of its rarest words."""

_NEIGHBOURS: Final = 8
"""With how many of the following assertions that share a rare word each is compared, ordered by sorted words."""

_WORTH: Final = 60
"""The similarity, of 100, from which on the likeness of two assertions is computed."""


def alike(claims: Mapping[str, Entry[Claim]]) -> list[tuple[str, str]]:
    """Return the ids of each claim that says nearly the same as an earlier one: the first such claim, and the claim.

    Claims that assert the same in the same words are left out.
    """
    asserted = {id_: words(claim.record.assertion) for id_, claim in claims.items()}
    weights = Weights.among(asserted.values())
    nearest: dict[str, str] = {}
    texts = {id_: " ".join(sorted(inside)) for id_, inside in asserted.items()}
    shared = {id_: numbers(inside) for id_, inside in asserted.items()}
    pairs = similar_pairs(texts, asserted, shared, rare=_RARE, neighbours=_NEIGHBOURS, score=_WORTH)
    for first, second in sorted(pairs):
        if second in nearest or first in nearest or _oppose(claims[first], claims[second]):
            continue
        if turns(asserted[first]) != turns(asserted[second]) or _differ(claims[first].record, claims[second].record):
            continue
        if weights.likeness(asserted[first], asserted[second]) >= LIKE:
            nearest[second] = first
    return [(first, second) for second, first in nearest.items()]


def _differ(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are about different times or places, or have the very same words."""
    if one.assertion.casefold().split() == other.assertion.casefold().split():
        return True
    return one.scope.period.is_disjoint_from(other.scope.period) or lie_apart(one.scope.place, other.scope.place)


def _oppose(one: Entry[Claim], other: Entry[Claim]) -> bool:
    ours = (link.claim == other.id for link in one.record.opposes)
    return any(ours) or any(link.claim == one.id for link in other.record.opposes)
