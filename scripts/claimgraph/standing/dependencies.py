"""What the standing of a claim depends on, and the part of a debate that is enough to compute it.

The well-founded model is relevant: the value of an atom depends only on the atoms that its rules lead to (Dix: A
Classification Theory of Semantics of Normal Logic Programs II, Fundamenta Informaticae 22, 1995). So a claim has the
same standing in the part of the debate that it depends on. If some claims have known values, the others can be solved
by themselves (Lifschitz, Turner: Splitting a Logic Program, ICLP 1994).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimgraph.standing.debate import Debate, in_order
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

K = TypeVar("K")
V = TypeVar("V")


def dependencies(debate: Debate, id_: str) -> Iterator[str]:
    """Yield the claims that the standing of a claim may depend on directly; a claim may come twice."""
    for number in (*debate.asserting[id_], *debate.disputing.get(id_, ())):
        yield from debate.item_hits.get((id_, number), ())
    for step in debate.steps.get(id_, ()):
        yield from step
        yield from debate.step_hits.get((step[0], id_), ())
    yield from _attackers(debate, id_)


def dependencies_given_evidence(debate: Debate, id_: str) -> Iterator[str]:
    """Yield what the standing of a claim depends on directly while its own evidence stays as it is.

    A claim with evidence that nobody undercuts depends on no premise and on no undercut of its evidence.
    """
    if not _free(debate, id_):
        yield from dependencies(debate, id_)
        return
    for number in debate.disputing.get(id_, ()):
        yield from debate.item_hits.get((id_, number), ())
    yield from _attackers(debate, id_)


def _attackers(debate: Debate, id_: str) -> Iterator[str]:
    for opponent in debate.opponents.get(id_, ()):
        if debate.asserting[opponent]:
            yield opponent
            yield from debate.conflict_hits.get(in_order(id_, opponent), ())


def dependents(debate: Debate) -> dict[str, list[str]]:
    """Return the claims that depend directly on each claim, as long as their own evidence stays as it is."""
    found: dict[str, list[str]] = {}
    for id_ in debate.asserting:
        for other in set(dependencies_given_evidence(debate, id_)):
            found.setdefault(other, []).append(id_)
    return found


def dependency_closure(debate: Debate, id_: str, most: int, work: int | None = None) -> tuple[str, ...] | None:
    """Find all claims that the standing of a claim may depend on.

    Args:
        debate: The debate.
        id_: The claim.
        most: The most claims to return.
        work: The most that the number of claims times the number of their asserting items may be; None for any.

    Returns:
        The claims, first the claim itself, then by distance; None if there are too many.

    """
    found = dict.fromkeys((id_,))
    waiting = [id_]
    items = len(debate.asserting[id_])
    for here in waiting:  # It grows while it is read.
        for other in dependencies(debate, here):
            if other not in found:
                found[other] = None
                waiting.append(other)
                items += len(debate.asserting[other])
                if len(waiting) > most or (work is not None and items * len(waiting) > work):
                    return None
    return tuple(found)


def restricted(debate: Debate, ids: Collection[str]) -> Debate:
    """Return the debate among some claims that depend on no others."""
    inside = frozenset(ids)
    pairs = {in_order(id_, other) for id_ in ids for other in debate.opponents.get(id_, ())}
    return Debate(
        asserting={id_: debate.asserting[id_] for id_ in ids},
        disputing=_at(debate.disputing, ids),
        steps=_at(debate.steps, ids),
        opponents={
            id_: tuple(other for other in debate.opponents[id_] if other in inside)
            for id_ in ids
            if id_ in debate.opponents
        },
        item_hits=_at(debate.item_hits, _items(debate, ids)),
        step_hits=_at(debate.step_hits, ((step[0], id_) for id_ in ids for step in debate.steps.get(id_, ()))),
        conflict_hits=_at(debate.conflict_hits, (pair for pair in pairs if inside.issuperset(pair))),
        unheard=frozenset(),
    )


def reduct(debate: Debate, ids: Collection[str], known: Mapping[str, Value]) -> Debate:
    """Return the debate among some claims, given the values of the other claims that they depend on.

    A claim known to be true gets one asserting item, an undecided one also a disputing item, a false one no item. A
    claim that nobody asserts still attacks nothing.
    """
    given = {
        other: known[other] for id_ in ids for other in dependencies_given_evidence(debate, id_) if other not in ids
    }
    own = {id_: _free(debate, id_) or debate.asserting[id_] for id_ in ids}
    items = [(id_, number) for id_ in ids for number in (*own[id_], *debate.disputing.get(id_, ()))]
    steps = {id_: debate.steps[id_] for id_ in ids if id_ in debate.steps and not _free(debate, id_)}
    opponents = {id_: tuple(filter(debate.asserting.get, debate.opponents.get(id_, ()))) for id_ in ids}
    pairs = [in_order(id_, other) for id_, others in opponents.items() for other in others]
    return Debate(
        asserting=own | {id_: () if value is Value.FALSE else (0,) for id_, value in given.items()},
        disputing=_at(debate.disputing, ids) | {id_: (1,) for id_, value in given.items() if value is Value.UNDECIDED},
        steps=steps,
        opponents=opponents,
        item_hits=_at(debate.item_hits, items),
        step_hits=_at(debate.step_hits, ((step[0], id_) for id_, every in steps.items() for step in every)),
        conflict_hits=_at(debate.conflict_hits, pairs),
        unheard=frozenset(),
    )


def _free(debate: Debate, id_: str) -> tuple[int, ...]:
    """Return the first asserting item of a claim that nobody undercuts; empty if there is none."""
    return next(((n,) for n in debate.asserting[id_] if (id_, n) not in debate.item_hits), ())


def _items(debate: Debate, ids: Iterable[str]) -> Iterator[tuple[str, int]]:
    for id_ in ids:
        for number in (*debate.asserting[id_], *debate.disputing.get(id_, ())):
            yield id_, number


def _at(mapping: Mapping[K, V], keys: Iterable[K]) -> dict[K, V]:
    """Return a mapping restricted to some keys."""
    return {key: mapping[key] for key in keys if key in mapping}
