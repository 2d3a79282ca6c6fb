"""Who holds each claim: whoever is quoted or cited asserting it, else whoever holds the premises of steps to it.

It takes time linear in claims, quotes, citations, supports and the voices of claims that nobody asserts, except for
circles of supports, which the check refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model.standing import NOBODY, Backing
from claimgraph.standing.solving import derived
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimgraph.standing.debate import Debate, Step
    from claimgraph.standing.names import Names
    from claimgraph.standing.solving import Solution


def backings(debate: Debate, solution: Solution, names: Names) -> dict[str, Backing]:
    """Return the backing of every claim that somebody holds, by the claim's id.

    A claim is held if it is voiced, or if a support that is not hit leads to it and all premises of that are held.
    """
    found = {id_: of_items(names, id_, items) for id_, items in debate.asserting.items() if items}
    steps = derived(found, _steps_to_unvoiced(debate, solution))
    missing = {id_: {p for step in every for p in step if p in steps} for id_, every in steps.items()}
    onward: dict[str, list[str]] = {}
    for id_, premises in missing.items():
        for premise in premises:
            onward.setdefault(premise, []).append(id_)
    settled = [id_ for id_, premises in missing.items() if not premises]
    for id_ in settled:  # It grows while it is read; what is in a circle of supports, or behind one, is left.
        found[id_] = together(found[premise] for step in steps[id_] for premise in step)
        for other in onward.get(id_, ()):
            missing[other].discard(id_)
            if not missing[other]:
                settled.append(other)
    left = {id_: steps[id_] for id_, premises in missing.items() if premises}
    found.update(_in_circles(found, left))
    return found


def _steps_to_unvoiced(debate: Debate, solution: Solution) -> dict[str, list[Step]]:
    """Return the supports to claims that nobody asserts, without supports that are hit."""
    return {
        id_: [
            step
            for step in steps
            if not any(solution.claim(by) is Value.TRUE for by in debate.step_hits.get((step[0], id_), ()))
        ]
        for id_, steps in debate.steps.items()
        if not debate.asserting[id_]
    }


def _in_circles(found: Mapping[str, Backing], left: Mapping[str, Sequence[Step]]) -> dict[str, Backing]:
    """Return the backings of claims whose supports lead in a circle: the least fixpoint."""
    known = dict.fromkeys(left, NOBODY)
    is_growing = True
    while is_growing:
        is_growing = False
        for id_, steps in left.items():
            every = (known.get(premise) or found[premise] for step in steps for premise in step)
            after = together(every) | known[id_]
            is_growing = is_growing or after != known[id_]
            known[id_] = after
    return known


def of_items(names: Names, id_: str, items: Iterable[int]) -> Backing:
    """Return the backing of some items of a claim."""
    spoken = [names.attribution(id_, item) for item in items]
    return Backing(
        voices=frozenset(each.voice for each in spoken),
        lines=frozenset(each.line for each in spoken),
        is_cited=all(each.is_cited for each in spoken),
    )


def together(backings: Iterable[Backing]) -> Backing:
    """Return the backing of several things together."""
    every = list(dict.fromkeys(backings))
    if len(every) == 1:
        return every[0]
    return Backing(
        voices=frozenset().union(*(each.voices for each in every)),
        lines=frozenset().union(*(each.lines for each in every)),
        is_cited=all(each.is_cited for each in every),
    )
