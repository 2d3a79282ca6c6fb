"""Finds all ways to settle the open disputes, and whether a claim's state depends on the semantics.

The well-founded model leaves undecided what two sides claim against each other. A *reading* settles as much of that as
possible without contradicting a rule: it is a partial stable model (Przymusinski: Fundamenta Informaticae 13, 1990) in
which as much as possible is true. With only attacks on attested claims, readings are Dung's preferred extensions, and
those that leave nothing undecided his stable ones (Wu, Caminada, Gabbay: Studia Logica 93, 2009; Caminada, Sá,
Alcântara, Dvořák: On the Equivalence between Logic Programming Semantics and Argumentation Semantics, International
Journal of Approximate Reasoning 58, 2015). A claim that fares alike in every reading, while the well-founded model
leaves it undecided, is one whose state depends on the semantics: floating acceptance.

A partial stable model is a pair of sets, the true atoms and the possible atoms, such that each follows if exactly the
negated atoms in the other set hold. So it is found by trying all sets of true negated atoms, which doubles the work
with each of them: only disputes with at most `MOST` are searched.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.standing.solving import Solution
from claimgraph.standing.wellfounded import Rule, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from claimgraph.standing.debate import Debate

MOST: Final = 12
"""A dispute with more atoms that are negated in its rules than this is not searched."""

Model: TypeAlias = "tuple[frozenset[int], frozenset[int]]"
"""The atoms that are true, and the atoms that are possible, which are true or undecided."""


class Fate(StrEnum):
    """How a claim fares in all readings of its dispute; the value says it in words."""

    IN = "stands whichever way the dispute is settled"
    OUT = "falls whichever way the dispute is settled"
    EITHER = "stands if the dispute is settled one way, and falls if another"
    LOOSE = "is left open by some way of settling the dispute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to settle a dispute: the claims that stand and the claims that fall, in alphabetical order."""

    stand: tuple[str, ...]
    fall: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that are undecided together, in alphabetical order, without theses.

    `readings` are in order of the claims that stand. `fates` are in the order of `claims`. Both are empty for a dispute
    that is too large to search.
    """

    claims: tuple[str, ...]
    readings: tuple[Reading, ...] = ()
    fates: tuple[Fate, ...] = ()

    @property
    def dependent(self) -> tuple[tuple[str, Fate], ...]:
        """The claims whose state depends on the semantics: undecided, but the same in every reading."""
        pairs = zip(self.claims, self.fates, strict=False)
        return tuple((id_, fate) for id_, fate in pairs if fate in {Fate.IN, Fate.OUT})


def disputes(debate: Debate, most: int = MOST) -> tuple[Dispute, ...]:
    """Return the open disputes of a debate in order of their first claims.

    `most` is the most negated atoms of a dispute to search.
    """
    solution = Solution(debate)
    ids = tuple(debate.asserting)
    theses = frozenset(number for number, id_ in enumerate(ids) if id_ in debate.theses)
    groups = _groups(list(_open_rules(solution.rules, solution.values)))
    found = (_dispute(rules, ids, theses, most) for rules in groups)
    return tuple(sorted(filter(lambda each: each.claims, found), key=lambda each: each.claims))


def _open_rules(rules: Iterable[Rule], values: Sequence[Value]) -> Iterator[Rule]:
    """Yield the rules for undecided atoms that may still apply, reduced to their undecided atoms."""
    for rule in rules:
        if values[rule.head] is not Value.UNDECIDED:
            continue
        fails = any(values[atom] is Value.FALSE for atom in rule.positive)
        if not fails and not any(values[atom] is Value.TRUE for atom in rule.negative):
            positive = tuple(atom for atom in rule.positive if values[atom] is Value.UNDECIDED)
            negative = tuple(atom for atom in rule.negative if values[atom] is Value.UNDECIDED)
            yield Rule(rule.head, positive, negative)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules in groups that have no atom in common."""
    parent: dict[int, int] = {}

    def root(atom: int) -> int:
        while parent.setdefault(atom, atom) != atom:
            parent[atom] = atom = parent[parent[atom]]
        return atom

    for rule in rules:
        for atom in chain(rule.positive, rule.negative):
            parent[root(atom)] = root(rule.head)
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        found.setdefault(root(rule.head), []).append(rule)
    return list(found.values())


def _dispute(rules: Sequence[Rule], ids: Sequence[str], theses: AbstractSet[int], most: int) -> Dispute:
    atoms = sorted({rule.head for rule in rules if rule.head < len(ids)} - theses, key=ids.__getitem__)
    claims = tuple(ids[atom] for atom in atoms)
    negated = sorted({atom for rule in rules for atom in rule.negative})
    if len(negated) > most:
        return Dispute(claims=claims)
    models = _preferred(partial_stable_models(rules, negated))
    readings = (
        Reading(
            stand=tuple(ids[atom] for atom in atoms if atom in true),
            fall=tuple(ids[atom] for atom in atoms if atom not in possible),
        )
        for true, possible in models
    )
    ordered = tuple(sorted(dict.fromkeys(readings), key=lambda reading: (reading.stand, reading.fall)))
    return Dispute(claims=claims, readings=ordered, fates=tuple(_fate(id_, ordered) for id_ in claims))


def _fate(id_: str, readings: Sequence[Reading]) -> Fate:
    fates = {Fate.IN if id_ in r.stand else Fate.OUT if id_ in r.fall else Fate.LOOSE for r in readings}
    if Fate.LOOSE in fates:
        return Fate.LOOSE
    return Fate.EITHER if len(fates) > 1 else fates.pop()


def partial_stable_models(rules: Sequence[Rule], negated: Sequence[int]) -> list[Model]:
    """Return all partial stable models of a program; `negated` are the atoms that its rules negate."""
    found: list[Model] = []
    for chosen in range(1 << len(negated)):
        assumed = frozenset(atom for at, atom in enumerate(negated) if chosen >> at & 1)
        possible = _least(rules, assumed)
        if assumed <= possible:
            true = _least(rules, possible)
            if true <= possible and true.intersection(negated) == assumed:
                found.append((true, possible))
    return found


def _preferred(models: Sequence[Model]) -> Iterator[Model]:
    """Yield the models in which as much as possible is true."""
    for true, possible in models:
        if not any(true < other for other, _ in models):
            yield true, possible


def _least(rules: Iterable[Rule], assumed: AbstractSet[int]) -> frozenset[int]:
    """Return the atoms that follow if exactly the assumed ones of the negated atoms hold."""
    kept = [rule for rule in rules if assumed.isdisjoint(rule.negative)]
    known: set[int] = set()
    while True:
        fresh = {rule.head for rule in kept if known.issuperset(rule.positive)}
        if fresh <= known:
            return frozenset(known)
        known |= fresh
