"""Invents the links between claims: about two for each claim, mostly to theses; supports make no circles."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from bench.vocabulary import stream
from claimgraph.model.dates import read_period
from claimgraph.model.schemes import SCHEMES

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from bench.claims import InventedClaim
    from bench.vocabulary import Vocabulary
    from bench.yaml_text import Value

Links: TypeAlias = dict[str, list[dict[str, "Value"]]]
"""The links of one claim by kind, as in its file."""

_SORTS: Final = {
    ("supports", "thesis"): 187,
    ("supports", "thesis abroad"): 67,
    ("supports", "claim"): 180,
    ("supports", "claim abroad"): 92,
    ("counts_against", "thesis"): 181,
    ("counts_against", "thesis abroad"): 59,
    ("counts_against", "claim"): 49,
    ("counts_against", "claim abroad"): 42,
    ("context", "claim"): 122,
    ("context", "claim abroad"): 63,
    ("limits", "thesis"): 11,
    ("limits", "claim"): 7,
    ("limits", "claim abroad"): 6,
    ("rivals", "claim"): 23,
    ("undercuts", "claim"): 5,
    ("undercuts", "claim abroad"): 10,
    ("opposes", "claim"): 12,
}
"""How often each kind of link leads to a thesis or another claim, of its topic or abroad, as on the real map."""
_COUNTS: Final = (*(0,) * 9, *(1,) * 130, *(2,) * 170, *(3,) * 102, *(4,) * 36, *(5,) * 24, *(6,) * 7, 8, 8, 9, 10)
"""How many links the claims of the real map make; theses make none."""
_NEAR: Final = 8
"""A link abroad leads to one of so many topics before."""
_SCHEME_SHARE: Final = 0.57
_TOGETHER_SHARE: Final = 0.08
_TRIES: Final = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class _Web:
    """The links so far.

    `links` has those of each claim, and `pairs` the pairs of linked claims. `reasons` has the premises of all supports
    of a claim, and `opponents` the claims that it opposes or that oppose it. `topics` has the claims of each topic.
    """

    claims: Sequence[InventedClaim]
    place: dict[str, int]
    links: dict[str, Links]
    pairs: set[frozenset[str]]
    reasons: defaultdict[str, set[str]]
    opponents: defaultdict[str, set[str]]
    topics: Sequence[Sequence[InventedClaim]]

    def is_free(self, one: InventedClaim, other: InventedClaim) -> bool:
        """Tell whether two claims are different and have no link yet."""
        return one is not other and frozenset((one.id, other.id)) not in self.pairs


def links(seed: int, claims: Sequence[InventedClaim], words: Vocabulary) -> dict[str, Links]:
    """Invent the links of each claim, by its id, to theses and to claims before it; each thesis has a reason for it."""
    rng = stream(seed, "links")
    topics = [tuple(own) for _, own in itertools.groupby(claims, key=lambda claim: claim.topic)]
    web = _Web(
        claims=claims,
        place={claim.id: index for index, claim in enumerate(claims)},
        links={claim.id: defaultdict(list) for claim in claims},
        pairs=set(),
        reasons=defaultdict(set),
        opponents=defaultdict(set),
        topics=topics,
    )
    sorts, weights = tuple(_SORTS), tuple(_SORTS.values())
    for number, own in enumerate(topics):
        theses = [claim for claim in own if claim.is_thesis]
        others = [claim for claim in own if not claim.is_thesis]
        for claim, thesis in zip(others, theses, strict=False):
            _link(rng, web, claim, "supports", (thesis,), words)
        for at, claim in enumerate(others):
            for kind, where in rng.choices(sorts, weights, k=rng.choice(_COUNTS) - (at < len(theses))):
                _link(rng, web, claim, kind, _targets(rng, web, where, number, others[:at]), words)
    return web.links


def _targets(
    rng: random.Random, web: _Web, where: str, number: int, before: Sequence[InventedClaim]
) -> Sequence[InventedClaim]:
    """Return the claims that a link may lead to from the topic with this number; `before` are those of its own."""
    is_thesis = where.startswith("thesis")
    if not where.endswith("abroad"):
        return before if not is_thesis else [claim for claim in web.topics[number] if claim.is_thesis]
    others = web.topics[max(0, number - _NEAR) : number]
    return [claim for claim in rng.choice(others) if claim.is_thesis is is_thesis] if others else ()


def _link(  # noqa: PLR0913, PLR0917
    rng: random.Random, web: _Web, claim: InventedClaim, kind: str, targets: Sequence[InventedClaim], words: Vocabulary
) -> None:
    """Add one link to one of some claims, if a few tries find one that it fits."""
    for _ in range(_TRIES if targets else 0):
        target = rng.choice(targets)
        if not web.is_free(claim, target):
            continue
        made = _made(rng, web, kind, (claim, target), words)
        if made is not None:
            _note(web, kind, claim.id, made)
            web.pairs.add(frozenset((claim.id, target.id)))
            return


def _note(web: _Web, kind: str, maker: str, made: dict[str, Value]) -> None:
    """Add a link to those of its maker."""
    web.links[maker][kind].append(made)
    target = str(made["claim"])
    if kind == "supports":
        together = made.get("with", [])
        web.reasons[target].update((maker, *(map(str, together) if isinstance(together, list) else ())))
    if kind == "opposes":
        web.opponents[maker].add(target)
        web.opponents[target].add(maker)


def _made(
    rng: random.Random, web: _Web, kind: str, pair: tuple[InventedClaim, InventedClaim], words: Vocabulary
) -> dict[str, Value] | None:
    """Return a link from one claim to another as in the file; None if the kind does not fit them."""
    claim, target = pair
    link: dict[str, Value] = {"claim": target.id, "because": words.sentence(rng, 8, 29)}
    if kind == "supports" and rng.random() < _TOGETHER_SHARE:
        link["with"] = _together(web, claim, target)
    if kind in {"supports", "counts_against"} and rng.random() < _SCHEME_SHARE:
        link["scheme"] = rng.choice(tuple(SCHEMES))
    if kind == "supports" and any(_is_reason(web, one, claim, link) for one in web.opponents[target.id]):
        return None
    if kind == "opposes":
        if not _can_oppose(claim, target) or web.reasons[claim.id] & web.reasons[target.id]:
            return None
        is_same = all(claim.scope.get(key) == target.scope.get(key) for key in ("population", "denominator"))
        link["despite"] = "" if is_same else words.sentence(rng, 9, 18)
    if kind == "undercuts":
        hits = list(_hits(web, claim, target))
        return {**link, **rng.choice(hits), "despite": words.sentence(rng, 9, 18)} if hits else None
    if kind == "rivals":
        link["differs_in"] = ["base"]
    return link


def _is_reason(web: _Web, opponent: str, claim: InventedClaim, link: dict[str, Value]) -> bool:
    """Tell whether a support shares a premise with a support of `opponent`."""
    together = link.get("with", [])
    return not web.reasons[opponent].isdisjoint((claim.id, *(map(str, together) if isinstance(together, list) else ())))


def _together(web: _Web, claim: InventedClaim, target: InventedClaim) -> list[str]:
    """Return the claim before this one as a further premise, unless that makes a circle or repeats a link."""
    other = web.claims[web.place[claim.id] - 1]
    if web.place[target.id] >= web.place[other.id] or not web.is_free(other, target):
        return []
    web.pairs.add(frozenset((other.id, target.id)))
    return [other.id]


def _can_oppose(claim: InventedClaim, target: InventedClaim) -> bool:
    """Tell whether two claims have the same place and overlapping periods, and neither is somebody's experience."""
    one, other = claim.scope, target.scope
    return (
        "experience" not in {claim.kind, target.kind}
        and one["place"] == other["place"]
        and not read_period(one["period"]).is_disjoint_from(read_period(other["period"]))
    )


def _hits(web: _Web, claim: InventedClaim, target: InventedClaim) -> Iterable[dict[str, str]]:
    """Yield what an undercut can hit of a claim: quotes and citations with an id, steps, limits and conflicts."""
    yield from ({"quote": quote["id"]} for quote in target.quotes if quote["id"])
    yield from ({"citation": citation["id"]} for citation in target.citations if citation["id"])
    for kind in ("supports", "counts_against", "opposes", "limits"):
        for link in web.links[target.id].get(kind, ()):
            if link["claim"] != claim.id:
                yield {kind: str(link["claim"])}
