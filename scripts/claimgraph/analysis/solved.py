"""Caches what follows from a debate alone, which an edit of mere words does not change."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from claimgraph.analysis import changing
from claimgraph.analysis.reliance import reliances
from claimgraph.analysis.semantics import disputes
from claimgraph.standing.dependencies import dependencies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.analysis.changing import Prospect
    from claimgraph.analysis.reliance import Reliances
    from claimgraph.analysis.semantics import Dispute
    from claimgraph.model.standing import Label
    from claimgraph.standing.debate import Debate

K = TypeVar("K")


class Solved:
    """A debate with what is computed from it, each part when it is first needed."""

    def __init__(self, debate: Debate) -> None:
        """Take a debate and compute nothing yet."""
        self.debate = debate
        self._prospects: dict[tuple[str, int], Prospect] = {}

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """The open disputes with the ways to settle them."""
        return disputes(self.debate)

    @cached_property
    def reliances(self) -> Reliances:
        """What depends on each claim."""
        return reliances(self.debate)

    def prospect(self, claim: str, label: Label, work: int) -> Prospect:
        """Return what would change the label of a claim, solving at most `work` claims again."""
        key = claim, work
        known = self._prospects.get(key)
        if known is None or known.label is not label:
            known = self._prospects[key] = changing.prospect(self.debate, claim, label=label, work=work)
        return known

    def know(self, found: Prospect, work: int) -> None:
        """Cache what was found with some `work`, for instance in another process."""
        self._prospects[found.claim, work] = found

    def after(self, debate: Debate) -> Solved:
        """Return the cache for a later debate, with what does not change: everything, or the unaffected prospects."""
        if debate == self.debate:
            return self
        later = Solved(debate)
        stale = _affected(self.debate, debate)
        later._prospects = {key: known for key, known in self._prospects.items() if key[0] not in stale}
        return later


def _affected(former: Debate, present: Debate) -> set[str]:
    """Return the claims that depend on any difference between two debates, and the claims that only one has."""
    stale = set(_differing(former, present))
    waiting = list(stale)
    onward: dict[str, list[str]] = {}
    for debate in (former, present):
        for id_ in debate.asserting:
            for other in dependencies(debate, id_):
                onward.setdefault(other, []).append(id_)
    for here in waiting:  # It grows while it is read.
        for id_ in onward.get(here, ()):
            if id_ not in stale:
                stale.add(id_)
                waiting.append(id_)
    return stale


def _differing(former: Debate, present: Debate) -> Iterator[str]:
    """Yield the claims about which two debates differ."""
    for name in ("asserting", "disputing", "steps", "opponents"):
        yield from _unequal(getattr(former, name), getattr(present, name))
    for claim, _ in _unequal(former.item_hits, present.item_hits):
        yield claim
    for _, target in _unequal(former.step_hits, present.step_hits):
        yield target
    for pair in _unequal(former.conflict_hits, present.conflict_hits):
        yield from pair


def _unequal(one: Mapping[K, object], other: Mapping[K, object]) -> Iterator[K]:
    """Yield the keys whose values differ in two mappings."""
    yield from (key for key, value in one.items() if other.get(key) != value)
    yield from (key for key in other if key not in one)
