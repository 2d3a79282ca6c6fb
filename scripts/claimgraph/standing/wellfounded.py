"""Computes the well-founded model of a propositional logic program (Van Gelder, Ross, Schlipf: JACM 38(3), 1991).

The model is unique and three-valued: an atom is true, false or undecided. Unit propagation with counters settles what
follows from settled atoms, in time linear in the program (Dowling, Gallier: J. Logic Programming 1(3), 1984). Unfounded
sets, atoms that only support each other in a circle, are false. Each undecided atom has one rule as its source, such
that sources form no circle (Simons, Niemelä, Soininen: Artificial Intelligence 138, 2002); after a round of propagation
only atoms are revisited whose source has failed or rests on one that has.

Without circles of positive literals this takes one round and linear time. The worst case is the number of circles that
are broken one after another, times the size of what rests on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NONE: Final = -1
"""The source of an atom that has none."""


class Value(Enum):
    """The truth value of an atom."""

    TRUE = "true"
    FALSE = "false"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `head` is true if all atoms of `positive` are and none of `negative` is. Atoms are numbers from 0."""

    head: int
    positive: tuple[int, ...] = ()
    negative: tuple[int, ...] = ()


def well_founded(atoms: int, rules: Sequence[Rule]) -> tuple[Value, ...]:
    """Return the value of each of the `atoms` first numbers, in order; an atom without a rule is false."""
    return _Model(atoms, rules).solved()


class _Model:
    """A model being computed: the settled atoms, and what each rule and atom still waits for."""

    def __init__(self, atoms: int, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._values = [Value.UNDECIDED] * atoms
        self._open = [len(rule.positive) + len(rule.negative) for rule in rules]
        self._is_blocked = bytearray(len(rules))
        self._ways = [0] * atoms
        self._in_positive: dict[int, list[int]] = {}
        self._in_negative: dict[int, list[int]] = {}
        self._settled: list[int] = []
        self._source = [_NONE] * atoms
        self._adrift: list[int] = []
        for number, rule in enumerate(rules):
            self._ways[rule.head] += 1
            for atom in rule.positive:
                self._in_positive.setdefault(atom, []).append(number)
            for atom in rule.negative:
                self._in_negative.setdefault(atom, []).append(number)

    def solved(self) -> tuple[Value, ...]:
        for atom, ways in enumerate(self._ways):
            if ways == 0:
                self._settle(atom, Value.FALSE)
        for number, rule in enumerate(self._rules):
            if self._open[number] == 0:
                self._settle(rule.head, Value.TRUE)
        self._propagate()
        self._adrift = [atom for atom, value in enumerate(self._values) if value is Value.UNDECIDED]
        rules_for = self._rules_for(self._adrift)
        while unfounded := self._unfounded(rules_for):
            for atom in unfounded:
                self._settle(atom, Value.FALSE)
            self._propagate()
        return tuple(self._values)

    def _settle(self, atom: int, value: Value) -> None:
        if self._values[atom] is Value.UNDECIDED:
            self._values[atom] = value
            self._settled.append(atom)

    def _propagate(self) -> None:
        positive, negative = self._in_positive, self._in_negative
        while self._settled:
            atom = self._settled.pop()
            is_true = self._values[atom] is Value.TRUE
            self._fulfil((positive if is_true else negative).get(atom, ()))
            self._block((negative if is_true else positive).get(atom, ()))

    def _fulfil(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._open[number] -= 1
            if self._open[number] == 0 and not self._is_blocked[number]:
                self._settle(self._rules[number].head, Value.TRUE)

    def _block(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if self._is_blocked[number]:
                continue
            self._is_blocked[number] = True
            head = self._rules[number].head
            self._ways[head] -= 1
            if self._ways[head] == 0:
                self._settle(head, Value.FALSE)
            elif self._source[head] == number:
                self._adrift.append(head)

    def _rules_for(self, atoms: Iterable[int]) -> dict[int, list[int]]:
        """Return for each of some atoms the numbers of its rules that are not blocked."""
        found: dict[int, list[int]] = {atom: [] for atom in atoms}
        for number, rule in enumerate(self._rules):
            if rule.head in found and not self._is_blocked[number]:
                found[rule.head].append(number)
        return found

    def _unfounded(self, rules_for: dict[int, list[int]]) -> set[int]:
        """Return the greatest unfounded set: the undecided atoms that are false even if no negated atom blocks a rule.

        Each atom that a rule does found gets this rule as its source.
        """
        lost = self._lost()
        missing: dict[int, int] = {}
        founded: list[int] = []
        for atom in lost:
            for number in rules_for[atom]:
                if not self._is_blocked[number]:
                    missing[number] = sum(premise in lost for premise in self._rules[number].positive)
                    if missing[number] == 0:
                        founded.append(number)
        while founded:
            number = founded.pop()
            atom = self._rules[number].head
            if atom not in lost:
                continue
            lost.remove(atom)
            self._source[atom] = number
            for onward in self._in_positive.get(atom, ()):
                if onward in missing:
                    missing[onward] -= 1
                    if missing[onward] == 0:
                        founded.append(onward)
        return lost

    def _lost(self) -> set[int]:
        """Return the undecided atoms whose source has failed or rests on such an atom."""
        lost: set[int] = set()
        while self._adrift:
            atom = self._adrift.pop()
            if atom in lost or self._values[atom] is not Value.UNDECIDED:
                continue
            lost.add(atom)
            for number in self._in_positive.get(atom, ()):
                head = self._rules[number].head
                if self._source[head] == number:
                    self._adrift.append(head)
        return lost
