"""Solves a debate: writes it as a logic program, and computes the program's well-founded model.

With x for an asserting or disputing quote or citation, a support step or an opposition, the rules are:

    stands(x) ← not hit(x)
    hit(x)    ← in(u)                              u is voiced and undercuts x
    att(c)    ← stands(e)                          e, a verified quote or a citation, asserts c
    att(c)    ← stands(s), in(p1), …, in(pk)       s: support step to c from premises p1…pk
    atk(c)    ← in(d), stands(o)                   d is voiced; o: the opposition between c and d
    atk(c)    ← in(v)                              v: an item that disputes c, taken as a claim
    in(v)     ← stands(x), not atk(v);  atk(v) ← in(c)
    in(c)     ← att(c), not atk(c)

Support gives evidence and never defeats. A claim that is not voiced attacks no other claim, but attacks back the words
that dispute it, by the last rule but one. With only attacks on attested claims this is Dung's grounded labelling (Dung:
Artificial Intelligence 77, 1995), in which "in" is true, "out" is false and "undecided" is undecided.

An atom that is the head of only one rule, or that occurs only under a "not", is replaced by the body of its rules,
which changes no value (Brass, Dix: Semantics of Logic Programs Based on Partial Evaluation, 1999). So most claims take
one atom with one rule, with a "not in(u)" for each undercutter of the claim's evidence and a "not in(d)" for each
attacker. These have atoms of their own: an item that disputes; an undercut opposition, once for each side; and the
evidence of a claim with several items or steps, none of which is beyond attack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.standing.debate import in_order
from claimgraph.standing.wellfounded import Rule, Value, well_founded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.standing.debate import Debate, Step

Way: TypeAlias = "tuple[tuple[int, ...], tuple[int, ...]]"
"""One way to be attested: the atoms that must be true, and the atoms that must be false."""


def all_of(values: Iterable[Value]) -> Value:
    """Return the value of a conjunction: the lowest of its parts."""
    lowest = Value.TRUE
    for value in values:
        if value is Value.FALSE:
            return value
        if value is Value.UNDECIDED:
            lowest = value
    return lowest


def any_of(values: Iterable[Value]) -> Value:
    """Return the value of a disjunction: the highest of its parts."""
    return opposite(all_of(map(opposite, values)))


def opposite(value: Value) -> Value:
    """Return the value of a negation."""
    if value is Value.UNDECIDED:
        return value
    return Value.FALSE if value is Value.TRUE else Value.TRUE


@dataclass(slots=True)
class _Program:
    """A logic program under construction; the claims are its first atoms."""

    atoms: int
    rules: list[Rule] = field(default_factory=list)

    def atom(self) -> int:
        """Return a new atom."""
        self.atoms += 1
        return self.atoms - 1

    def rule(self, head: int, positive: tuple[int, ...], negative: tuple[int, ...]) -> None:
        """Add a rule."""
        self.rules.append(Rule(head, positive, negative))


class Solution:
    """The well-founded model of a debate."""

    def __init__(self, debate: Debate) -> None:
        """Write a debate as a program, and solve it."""
        self._debate = debate
        self._numbers = {id_: number for number, id_ in enumerate(debate.asserting)}
        self._program = _Program(len(self._numbers))
        self._items: dict[tuple[str, int], int] = {}
        self._oppositions: dict[tuple[str, str], int] = {}
        for id_ in debate.asserting:
            self._write(id_)
        self._values = well_founded(self._program.atoms, self._program.rules)

    def _write(self, id_: str) -> None:
        program, own = self._program, self._numbers[id_]
        against = (*self._opponents(id_), *self._disputes(id_))
        ways = self._ways(id_)
        if len(ways) > 1 and against:
            attested = program.atom()
            program.rule(own, (attested,), against)
            own, against = attested, ()
        for positive, negative in ways:
            program.rule(own, positive, (*negative, *against))

    def _atoms(self, ids: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._numbers[id_] for id_ in ids)

    def _ways(self, id_: str) -> list[Way]:
        """Return the ways in which a claim is attested; one that nothing can take away is returned alone."""
        ways: list[Way] = []
        for number in self._debate.asserting[id_]:
            hits = self._debate.item_hits.get((id_, number))
            if not hits:
                return [((), ())]
            ways.append(((), self._atoms(hits)))
        ways += (
            (self._atoms(step), self._atoms(self._debate.step_hits.get((step[0], id_), ())))
            for step in self._debate.steps.get(id_, ())
        )
        return ways

    def _opponents(self, id_: str) -> Iterator[int]:
        """Yield for each voiced opponent of a claim the atom that it is in and its opposition stands."""
        for opponent in self._debate.opponents.get(id_, ()):
            if not self._debate.asserting[opponent]:
                continue
            hits = self._debate.conflict_hits.get(in_order(id_, opponent))
            if not hits:
                yield self._numbers[opponent]
                continue
            atom = self._oppositions[opponent, id_] = self._program.atom()
            self._program.rule(atom, (self._numbers[opponent],), self._atoms(hits))
            yield atom

    def _disputes(self, id_: str) -> Iterator[int]:
        """Yield the atom of each item that disputes a claim, treated as a claim that is attacked back."""
        for number in self._debate.disputing.get(id_, ()):
            atom = self._items[id_, number] = self._program.atom()
            hits = self._debate.item_hits.get((id_, number), ())
            self._program.rule(atom, (), (self._numbers[id_], *self._atoms(hits)))
            yield atom

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules of the program; its first atoms are the claims in the order of the debate."""
        return self._program.rules

    @property
    def values(self) -> Sequence[Value]:
        """The value of each atom of the program."""
        return self._values

    def claim(self, id_: str) -> Value:
        """Return the value of a claim."""
        return self._values[self._numbers[id_]]

    def dispute(self, id_: str, number: int) -> Value:
        """Return the value of an item that disputes a claim, treated as a claim itself."""
        return self._values[self._items[id_, number]]

    def opposition(self, attacker: str, attacked: str) -> Value:
        """Return the value of: the attacker, a voiced claim, is in, and its opposition to the attacked claim stands."""
        atom = self._oppositions.get((attacker, attacked))
        return self.claim(attacker) if atom is None else self._values[atom]

    def _stands(self, hits: Iterable[str]) -> Value:
        """Return the value of something that some claims undercut."""
        return opposite(any_of(map(self.claim, hits)))

    def step(self, target: str, step: Step) -> Value:
        """Return the value of: a step and all its premises stand."""
        hits = self._debate.step_hits.get((step[0], target), ())
        return all_of((self._stands(hits), *map(self.claim, step)))

    def attested(self, id_: str) -> Value:
        """Return the value of: some evidence of a claim stands, whether or not the claim is attacked."""
        hits = (self._debate.item_hits.get((id_, number), ()) for number in self._debate.asserting[id_])
        steps = (self.step(id_, step) for step in self._debate.steps.get(id_, ()))
        return any_of((*map(self._stands, hits), *steps))


def evidenced(debate: Debate) -> set[str]:
    """Return the claims that would be attested if there were no hits and attacks."""
    voiced = [id_ for id_, asserting in debate.asserting.items() if asserting]
    steps = {id_: every for id_, every in debate.steps.items() if not debate.asserting[id_]}
    return {*voiced, *derived(voiced, steps)}


def derived(facts: Iterable[str], steps: Mapping[str, Sequence[Step]]) -> dict[str, list[Step]]:
    """Return the claims that follow from some facts by steps, each with the steps whose premises all do or are facts.

    It is the least fixpoint. `steps` are by the claim that they lead to, which is no fact.
    """
    waiting: dict[str, list[tuple[str, Step, list[int]]]] = {}
    for target, every in steps.items():
        for step in every:
            missing = [len(step)]
            for premise in step:
                waiting.setdefault(premise, []).append((target, step, missing))
    known = list(facts)
    found: dict[str, list[Step]] = {}
    for id_ in known:  # It grows while it is read.
        for target, step, missing in waiting.get(id_, ()):
            missing[0] -= 1
            if not missing[0]:
                if target not in found:
                    known.append(target)
                found.setdefault(target, []).append(step)
    return found
