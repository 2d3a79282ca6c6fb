"""Invents the links between claims: about two for each claim and very many for a few; supports make no circles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from bench.theses import firsts
from bench.vocabulary import stream
from claimgraph.model.dates import read_period

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from bench.claims import InventedClaim
    from bench.vocabulary import Vocabulary
    from bench.yaml_text import Value

Links: TypeAlias = dict[str, list[dict[str, "Value"]]]
"""The links of one claim by kind, as in its file."""

_KINDS: Final = (
    *("supports",) * 12,
    *("opposes",) * 3,
    *("counts_against",) * 3,
    *("undercuts",) * 2,
    *("limits", "rivals", "context"),
)
_COUNTS: Final = (*(0,) * 12, *(1,) * 32, *(2,) * 24, *(3,) * 16, *(4,) * 9, *(5, 6, 8, 11, 15))
_SKEW: Final = 2.0
"""The higher this is, the more links lead to the first claims of a topic."""
_ABROAD_SHARE: Final = 0.1
_TOGETHER_SHARE: Final = 0.08
_REVERSED_SHARE: Final = 0.2
_TRIES: Final = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class _Web:
    """The links so far.

    `links` has those of each claim, and `pairs` the pairs of linked claims. `reasons` has the premises of all supports
    of a claim, and `opponents` the claims that it opposes or that oppose it. `theses` undercut nothing.
    """

    claims: Sequence[InventedClaim]
    place: dict[str, int]
    links: dict[str, Links]
    pairs: set[frozenset[str]]
    reasons: defaultdict[str, set[str]]
    opponents: defaultdict[str, set[str]]
    theses: frozenset[str]

    def is_free(self, one: InventedClaim, other: InventedClaim) -> bool:
        """Tell whether two claims are different and have no link yet."""
        return one is not other and frozenset((one.id, other.id)) not in self.pairs


def links(seed: int, claims: Sequence[InventedClaim], words: Vocabulary) -> dict[str, Links]:
    """Invent the links of each claim, by its id, mostly to claims before it in the same topic."""
    rng = stream(seed, "links")
    web = _Web(
        claims=claims,
        place={claim.id: index for index, claim in enumerate(claims)},
        links={claim.id: defaultdict(list) for claim in claims},
        pairs=set(),
        reasons=defaultdict(set),
        opponents=defaultdict(set),
        theses=firsts(claims),
    )
    first_of: dict[str, int] = {}
    for index, claim in enumerate(claims):
        first = first_of.setdefault(claim.topic, index)
        for _ in range(rng.choice(_COUNTS)):
            begin = 0 if rng.random() < _ABROAD_SHARE else first
            if begin < index:
                _link(rng, web, claim, range(begin, index), words)
    return web.links


def _link(rng: random.Random, web: _Web, claim: InventedClaim, before: range, words: Vocabulary) -> None:
    """Add one link to one of the claims `before`, if a few tries find one that it fits."""
    kind = rng.choice(_KINDS)
    for _ in range(_TRIES):
        target = web.claims[before[int(len(before) * rng.random() ** _SKEW)]]
        if not web.is_free(claim, target):
            continue
        is_reversed = kind != "supports" and rng.random() < _REVERSED_SHARE
        maker, other = (target, claim) if is_reversed else (claim, target)
        if kind == "undercuts" and maker.id in web.theses:
            continue
        made = _made(rng, web, kind, (maker, other), words)
        if made is not None:
            _note(web, kind, maker.id, made)
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
    link: dict[str, Value] = {"claim": target.id, "because": words.sentence(rng, 10, 30)}
    if kind == "supports" and rng.random() < _TOGETHER_SHARE:
        link["with"] = _together(web, claim, target)
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
