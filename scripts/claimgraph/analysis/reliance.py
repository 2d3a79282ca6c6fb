"""Finds what depends on each claim: which claims would fall if it fell, and which would then stand.

Each claim is taken to be false, and its dependents are solved again; all other claims keep their values. So a claim
with few dependents costs little. At most `MOST` claims are solved again for one claim, and at most `WORK` for all.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.standing.dependencies import dependents, reduct
from claimgraph.standing.solving import Solution
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimgraph.standing.debate import Debate

MOST: Final = 300
"""A claim with more dependents than this is not tried."""

WORK: Final = 50_000
"""How many claims are solved again at most, over all trials."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What depends on one claim, as ids in alphabetical order.

    If it fell, `falls` are the claims that would no longer stand, and `rises` those that then would. `weakens` are the
    claims of which it is a premise and that would still stand, including theses, which neither fall nor rise.
    """

    claim: str
    falls: tuple[str, ...] = ()
    rises: tuple[str, ...] = ()
    weakens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliances:
    """What depends on the claims of a debate.

    `found` has the claims on which something depends, ordered by how many would fall, then be weakened, then rise, the
    most first, then by id. `untried` are the ids of claims with too many dependents, in order of the debate; it is
    empty for most corpora.
    """

    found: tuple[Reliance, ...]
    untried: tuple[str, ...] = ()


def reliances(debate: Debate, *, most: int = MOST, work: int = WORK) -> Reliances:
    """Return what depends on each claim that is not false.

    `most` is the most dependents of a claim to try, and `work` how many claims are solved again at most.
    """
    solution = Solution(debate)
    values = {id_: solution.claim(id_) for id_ in debate.asserting}
    onward, premises = dependents(debate), _targets(debate, values)
    found, untried = [], []
    for id_, value in values.items():
        if value is Value.FALSE:
            continue
        turned = _all_onward(id_, onward, most)
        if turned is None or work < len(turned):
            untried.append(id_)
            continue
        work -= len(turned)
        reliance = _reliance(debate, id_, values, turned, premises.get(id_, ()))
        if reliance.falls or reliance.rises or reliance.weakens:
            found.append(reliance)
    found.sort(key=lambda each: (-len(each.falls), -len(each.weakens), -len(each.rises), each.claim))
    return Reliances(found=tuple(found), untried=tuple(untried))


def _targets(debate: Debate, values: Mapping[str, Value]) -> dict[str, list[str]]:
    """Return the standing claims that each claim is a premise of."""
    found: dict[str, list[str]] = {}
    for target, steps in debate.steps.items():
        if values[target] is Value.TRUE:
            for premise in {premise for step in steps for premise in step}:
                found.setdefault(premise, []).append(target)
    return found


def _all_onward(id_: str, onward: Mapping[str, Sequence[str]], most: int) -> set[str] | None:
    """Return all direct and indirect dependents of a claim, without itself; None if they are more than `most`."""
    found: set[str] = set()
    waiting = [id_]
    for here in waiting:  # It grows while it is read.
        for other in onward.get(here, ()):
            if other not in found and other != id_:
                found.add(other)
                waiting.append(other)
                if len(found) > most:
                    return None
    return found


def _reliance(
    debate: Debate, id_: str, values: Mapping[str, Value], turned: set[str], targets: Iterable[str]
) -> Reliance:
    after: dict[str, Value] = {}
    if turned:
        ids = tuple(sorted(turned))
        solution = Solution(reduct(debate, ids, ChainMap({id_: Value.FALSE}, dict(values))))
        after = {other: solution.claim(other) for other in ids}
    falls = {o for o, value in after.items() if values[o] is Value.TRUE and value is not Value.TRUE} - debate.theses
    return Reliance(
        claim=id_,
        falls=tuple(sorted(falls)),
        rises=tuple(o for o, value in after.items() if _rises(values[o], value) and o not in debate.theses),
        weakens=tuple(sorted(set(targets) - falls - {id_})),
    )


def _rises(before: Value, after: Value) -> bool:
    return before is not Value.TRUE and after is Value.TRUE
