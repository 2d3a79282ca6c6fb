"""Which claims say the same in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

from claimgraph.rules.likeness import Weights, numbers, turns, words
from claimgraph.rules.places import lie_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry

LIKE: Final = 0.85
"""From which likeness of 1 on two assertions say the same.

Among 421 real claims the likest pair with the same numbers that does not say the same has 0.79.
"""

_RARE: Final = 2
"""How many of an assertion's rarest words lead to those that it is compared with."""

_NEIGHBOURS: Final = 8
"""With how many assertions of one rare word each is compared: those that follow in the alphabet of their words."""

_WORTH: Final = 60
"""From which likeness of 100 by rapidfuzz's measure on two assertions are worth a closer look."""


def alike(claims: Mapping[str, Entry[Claim]]) -> list[tuple[str, str]]:
    """Return the ids of claims that say nearly the same, each later one once, with the first that it is like.

    Those that assert the same in the same words are left out.
    """
    asserted = {id_: words(claim.record.assertion) for id_, claim in claims.items()}
    weights = Weights.among(asserted.values())
    nearest: dict[str, str] = {}
    for first, second in sorted(_candidates(asserted, weights)):
        if second in nearest or first in nearest or _oppose(claims[first], claims[second]):
            continue
        if turns(asserted[first]) != turns(asserted[second]) or _differ(claims[first].record, claims[second].record):
            continue
        if weights.likeness(asserted[first], asserted[second]) >= LIKE:
            nearest[second] = first
    return [(first, second) for second, first in nearest.items()]


def _candidates(asserted: Mapping[str, tuple[str, ...]], weights: Weights) -> set[tuple[str, str]]:
    """Return pairs that share a rare word and all numbers (blocking, as in record linkage).

    Of many that share one, only those near each other are compared, so that time grows with the number of claims and
    hardly faster.
    """
    blocks: dict[tuple[str, str], list[str]] = {}
    for id_, inside in asserted.items():
        own = numbers(inside)
        shared = [word for word in inside if weights.counts[word] > 1]
        for word in sorted(shared, key=lambda word: (weights.counts[word], word))[:_RARE]:
            blocks.setdefault((word, own), []).append(id_)
    pairs: set[tuple[str, str]] = set()
    for ids in blocks.values():
        if len(ids) > 1:
            pairs.update(_near(ids, asserted))
    return pairs


def _near(ids: list[str], asserted: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    texts = {id_: " ".join(sorted(asserted[id_])) for id_ in ids}
    ordered = sorted(ids, key=lambda id_: (texts[id_], id_))
    for at, id_ in enumerate(ordered):
        following = ordered[at + 1 : at + 1 + _NEIGHBOURS]
        inside = [texts[other] for other in following]
        for _, _, step in process.extract(texts[id_], inside, scorer=fuzz.ratio, score_cutoff=_WORTH, limit=None):
            other = following[step]
            yield (id_, other) if id_ < other else (other, id_)


def _differ(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are about different times or places, or one to the letter."""
    if one.assertion.casefold().split() == other.assertion.casefold().split():
        return True
    return one.scope.period.is_disjoint_from(other.scope.period) or lie_apart(one.scope.place, other.scope.place)


def _oppose(one: Entry[Claim], other: Entry[Claim]) -> bool:
    ours = (link.claim == other.id for link in one.record.opposes)
    return any(ours) or any(link.claim == one.id for link in other.record.opposes)
