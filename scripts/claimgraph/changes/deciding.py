"""Finds which factors put a claim into another state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.changes.factors import factors, stands, weight
from claimgraph.model.standing import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.changes.argument import Argument
    from claimgraph.changes.factors import Factor, Kind
    from claimgraph.model.standing import Standing

Pair: TypeAlias = "tuple[Factor | None, Factor | None]"
"""A factor before and after, None if it was or is not there."""

PRO: Final[frozenset[Kind]] = frozenset({"supports"})
"""The kinds of factor that are reasons for a thesis."""

CON: Final[frozenset[Kind]] = frozenset({"counts against", "opposes", "disputes"})
"""The kinds of factor that are reasons against a thesis."""

_EVIDENCE: Final[frozenset[Kind]] = frozenset({"asserts", "supports"})
_CHALLENGES: Final[frozenset[Kind]] = frozenset({"opposes", "disputes", "undercuts"})
_DECIDING: Final[Mapping[State, frozenset[Kind]]] = {
    State.NOT_EVIDENCED: _EVIDENCE,
    State.CONTRADICTED: _EVIDENCE | _CHALLENGES,
    State.OPEN: _EVIDENCE | _CHALLENGES,
    State.CONTESTED: frozenset({"counts against", "contested"}),
    State.OUTLASTING: _CHALLENGES,
    State.PARTIAL: frozenset({"limits"}),
    State.ANSWERED: _CHALLENGES,
    State.RIVALLED: frozenset({"rivals"}),
    State.UNDISPUTED: frozenset(),
}
"""The kinds of factor that put a claim, unless it is a thesis, into each state; the first state that fits is shown."""

_ORDER: Final = tuple(_DECIDING)


def pairs(before: Argument, after: Argument, id_: str, kinds: frozenset[Kind]) -> Iterator[Pair]:
    """Yield the pairs of a claim's factors of some kinds, in an order that depends on the files alone."""
    one, other = factors(before, id_), factors(after, id_)
    for key in dict.fromkeys((*one, *other)):
        pair = one.get(key), other.get(key)
        if any(each is not None and each.kind in kinds for each in pair):
            yield pair


def deciding(before: Argument, after: Argument, id_: str) -> Iterator[Pair]:
    """Yield the factors that changed and so put a claim into another state.

    The claim must be in both states, and be a thesis in both or in neither.
    """
    one, other = before.standing(id_), after.standing(id_)
    if one is None or other is None or one.state is other.state:
        return
    if one.is_thesis:
        yield from _of_thesis(before, after, id_, one, other)
        return
    is_worse = _ORDER.index(other.state) < _ORDER.index(one.state)
    for state, gains in ((other.state, False),) if is_worse else ((one.state, True), (other.state, False)):
        yield from (pair for pair in _of_state(before, after, id_, state) if _gains(pair) is gains)


def _of_state(before: Argument, after: Argument, id_: str, state: State) -> Iterator[Pair]:
    """Yield the factors that may put a claim into a state.

    A claim that nobody asserts is contested if each reason for it rests on a contested claim, so reasons for it count.
    """
    standings = (before.standing(id_), after.standing(id_))
    is_by_grounds = state is State.CONTESTED and any(each and each.contested_grounds for each in standings)
    kinds = _DECIDING[state] | (PRO if is_by_grounds else frozenset())
    for pair in pairs(before, after, id_, kinds):
        grounds = {each.claim for each in pair if each is not None and each.kind == "contested"}
        if not any(_is_as_before(before, after, ground) for ground in grounds):
            yield pair


def _is_as_before(before: Argument, after: Argument, id_: str) -> bool:
    one, other = before.standing(id_), after.standing(id_)
    return one is not None and other is not None and one.state is other.state


def _of_thesis(before: Argument, after: Argument, id_: str, one: Standing, other: Standing) -> Iterator[Pair]:
    """Yield the reasons that came or went on a side of a thesis that had, or has, none."""
    for kinds, had, has in ((PRO, one.pro, other.pro), (CON, one.con, other.con)):
        if bool(had.standing) is not bool(has.standing):
            yield from (pair for pair in pairs(before, after, id_, kinds) if stands(pair[0]) is not stands(pair[1]))


def _gains(pair: Pair) -> bool | None:
    """Tell whether the change of a factor is good for the claim; None if the factor counts as before."""
    one, other = pair
    change = weight(other) - weight(one)
    if not change:
        return None
    speaks_for = any(each is not None and each.kind in _EVIDENCE for each in pair)
    return (change > 0) is speaks_for
