"""Finds what would change the label of a claim: the fewest challenges to answer, or evidence and replies to remove.

The search is exact within its bounds. The claim is solved again without each part of the debate that it depends on,
then without each two, then without each three, until some of them change its label; all smallest sets are returned.
Only contradictions count here: reasons against a claim change no label. Additions to the debate are unbounded and not
tried: answering a challenge stands for any reply that nobody answers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Final, TypeVar

from claimgraph.model.standing import Label
from claimgraph.standing.argument import label_in
from claimgraph.standing.debate import in_order
from claimgraph.standing.dependencies import dependency_closure, restricted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.standing.debate import Debate, Pair, Step

P = TypeVar("P")

LARGEST: Final = 3
"""How many parts of a debate are removed together at most."""

WIDEST: Final = 200
"""Nothing is tried for a claim that depends on more claims than this."""

WORK: Final = 20_000
"""How many claims are solved again for one claim at most, over all trials."""

MOST: Final = 12
"""How many of the smallest sets are returned at most."""


class Kind(StrEnum):
    """The kind of an `Action`, which the value puts into words."""

    ANSWER_OPPOSITION = "answer an opposition"
    ANSWER_DISPUTE = "answer words that dispute"
    ANSWER_UNDERCUT = "answer an undercut"
    REMOVE_REPLY = "take away a reply"
    REMOVE_EVIDENCE = "take away evidence"
    REMOVE_SUPPORT = "take away a support"


_ORDER: Final = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One hypothetical change of a debate.

    `claim` is the claim that is challenged, evidenced or supported. `by` is the claim that opposes it, undercuts its
    evidence, supports it or replies. `against` is the claim opposing `claim` to which `by` replies, if any. `item` is
    the number of the quote or citation that disputes or asserts `claim`, or to which `by` replies: quotes count from 0,
    citations continue after the last quote.
    """

    kind: Kind
    claim: str
    by: str | None = None
    against: str | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A set of actions that changes the label of a claim, and its new label.

    The actions are called `deeds` in the API and in `analyse --json`, so they are here.
    """

    deeds: tuple[Action, ...]
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What would change the label of a claim.

    `changes` are the first twelve of the smallest sets, which all have the same number of actions; `count` is the
    number of all of these. Challenges to answer come first. `searched` is the number of actions up to which everything
    was tried, 0 if the claim depends on too much.
    """

    claim: str
    label: Label
    changes: tuple[Change, ...] = ()
    count: int = 0
    searched: int = 0


def prospect(
    debate: Debate, id_: str, *, label: Label | None = None, largest: int = LARGEST, work: int = WORK
) -> Prospect:
    """Return what would change the label of a claim of a debate.

    Args:
        debate: The debate.
        id_: The claim.
        label: Its label; None if it is unknown, to compute it, which may take solving the whole debate.
        largest: The most actions that are tried together.
        work: How many claims are solved again at most, over all trials.

    """
    needs = _needs(debate, id_)
    # If no actions are needed anyway, the removal of each quote and citation is a trial.
    ids = dependency_closure(debate, id_, WIDEST, work=None if needs else work)
    part = debate if ids is None else restricted(debate, ids)
    label = label or label_in(part, id_)
    if label is Label.NOT_EVIDENCED:
        return Prospect(claim=id_, label=label, searched=largest)  # It needs evidence, and removal gives none.
    if ids is None:
        return Prospect(claim=id_, label=label)
    every = sorted(_actions(part), key=_rank)
    needed = frozenset(
        action
        for action in every
        if action.kind is Kind.REMOVE_EVIDENCE and action.claim == id_ and action.item in needs
    )
    others = [action for action in every if action not in needed]
    for size in range(max(1, len(needed)), largest + 1):
        work -= comb(len(others), size - len(needed)) * len(ids)
        if work < 0:
            return Prospect(claim=id_, label=label, searched=size - 1)
        trials = (sorted((*needed, *more), key=_rank) for more in combinations(others, size - len(needed)))
        found = [*_changes(part, id_, label, trials)]
        if found:
            return Prospect(claim=id_, label=label, changes=tuple(found[:MOST]), count=len(found), searched=size)
    return Prospect(claim=id_, label=label, searched=largest)


def _needs(debate: Debate, id_: str) -> frozenset[int]:
    """Return the items of a claim that must be removed in any change of its label.

    A claim that nothing opposes or disputes stands while it has a quote or citation that nobody undercuts.
    """
    if id_ in debate.disputing or any(debate.asserting[other] for other in debate.opponents.get(id_, ())):
        return frozenset()
    return frozenset(item for item in debate.asserting[id_] if (id_, item) not in debate.item_hits)


def _changes(part: Debate, id_: str, label: Label, trials: Iterable[Sequence[Action]]) -> Iterator[Change]:
    for actions in trials:
        after = label_in(done(part, actions), id_)
        if after is not label:
            yield Change(deeds=tuple(actions), label=after)


def _rank(action: Action) -> tuple[int, str, str, str, int]:
    return _ORDER[action.kind], action.claim, action.by or "", action.against or "", action.item or 0


def _actions(debate: Debate) -> Iterator[Action]:
    """Yield all possible actions in a debate; an opposition is answered for both sides at once."""
    undercuts: dict[Pair, None] = {}
    for id_, asserting in debate.asserting.items():
        for item in asserting:
            yield Action(kind=Kind.REMOVE_EVIDENCE, claim=id_, item=item)
            undercuts |= dict.fromkeys((id_, by) for by in debate.item_hits.get((id_, item), ()))
        for item in debate.disputing.get(id_, ()):
            yield Action(kind=Kind.ANSWER_DISPUTE, claim=id_, item=item)
            for by in debate.item_hits.get((id_, item), ()):
                yield Action(kind=Kind.REMOVE_REPLY, claim=id_, by=by, item=item)
        for maker in dict.fromkeys(step[0] for step in debate.steps.get(id_, ())):
            yield Action(kind=Kind.REMOVE_SUPPORT, claim=id_, by=maker)
            undercuts |= dict.fromkeys((id_, by) for by in debate.step_hits.get((maker, id_), ()))
        for other in debate.opponents.get(id_, ()):
            if id_ < other or other not in debate.asserting:
                yield Action(kind=Kind.ANSWER_OPPOSITION, claim=id_, by=other)
                for by in debate.conflict_hits.get(in_order(id_, other), ()):
                    yield Action(kind=Kind.REMOVE_REPLY, claim=id_, by=by, against=other)
    for id_, by in undercuts:
        yield Action(kind=Kind.ANSWER_UNDERCUT, claim=id_, by=by)


def done(debate: Debate, actions: Sequence[Action]) -> Debate:
    """Return a debate after some actions."""
    for action in actions:
        debate = _after(debate, action)
    return debate


def _after(debate: Debate, action: Action) -> Debate:
    id_, by = action.claim, action.by or ""
    match action.kind:
        case Kind.ANSWER_OPPOSITION:
            opponents = dict(debate.opponents)
            for one, other in ((id_, by), (by, id_)):
                opponents[one] = tuple(each for each in opponents.get(one, ()) if each != other)
            return replace(debate, opponents=opponents)
        case Kind.ANSWER_DISPUTE:
            left = tuple(item for item in debate.disputing[id_] if item != action.item)
            disputing = {claim: items for claim, items in debate.disputing.items() if claim != id_}
            return replace(debate, disputing=disputing | ({id_: left} if left else {}))
        case Kind.ANSWER_UNDERCUT:
            items = {(id_, item) for item in debate.asserting[id_]}
            steps = {(step[0], id_) for step in debate.steps.get(id_, ())}
            return replace(
                debate,
                item_hits=_without(debate.item_hits, items, by),
                step_hits=_without(debate.step_hits, steps, by),
            )
        case Kind.REMOVE_REPLY if action.item is not None:
            return replace(debate, item_hits=_without(debate.item_hits, {(id_, action.item)}, by))
        case Kind.REMOVE_REPLY:
            pair = in_order(id_, action.against or "")
            return replace(debate, conflict_hits=_without(debate.conflict_hits, {pair}, by))
        case Kind.REMOVE_EVIDENCE:
            left = tuple(item for item in debate.asserting[id_] if item != action.item)
            after = replace(debate, asserting={**debate.asserting, id_: left})
            return after if left else _silenced(after, id_)
        case Kind.REMOVE_SUPPORT:
            steps_left: list[Step] = [step for step in debate.steps[id_] if step[0] != by]
            hits = {part: every for part, every in debate.step_hits.items() if part != (by, id_)}
            return replace(debate, steps={**debate.steps, id_: steps_left}, step_hits=hits)


def _silenced(debate: Debate, by: str) -> Debate:
    """Return a debate without the undercuts by a claim that nobody asserts any longer."""
    return replace(
        debate,
        item_hits=_without(debate.item_hits, set(debate.item_hits), by),
        step_hits=_without(debate.step_hits, set(debate.step_hits), by),
        conflict_hits=_without(debate.conflict_hits, set(debate.conflict_hits), by),
    )


def _without(hits: Mapping[P, Sequence[str]], parts: set[P], by: str) -> dict[P, Sequence[str]]:
    """Return the hits without one claim's hits of some parts."""
    left = {part: tuple(b for b in every if b != by) if part in parts else every for part, every in hits.items()}
    return {part: every for part, every in left.items() if every}
