"""Computes reasons for and against claims, on top of the well-founded model, which they never change.

With `true` and `false` as in the model, and a step, limit or conflict *hit* if a claim that undercuts it is true:

    held(d)  ← voiced(d), or a support step to d that is not hit, from premises all held; its voices are then theirs
    pro(c)   ← a support step to c that is not hit, every premise of it held and not false
    con(c)   ← the same of a step against c, where its voices are not those of c;
               also where nobody asserts c and each support step to it that counts has a premise with con
    lim(c)   ← the same of a limit of c, even if its voice is that of c

These are least fixpoints. In the terms of Carneades' proof standards (Gordon, Prakken, Walton: The Carneades Model of
Argument and Burden of Proof, Artificial Intelligence 171, 2007) a claim with reasons on both sides meets scintilla of
evidence and fails dialectical validity: without weights nobody can say which side is stronger.

A thesis is never false. These count against it too: a voiced claim that opposes it and is not false, each quote or
citation that disputes it, and each reason for a thesis that opposes it. A reason against a thesis counts even if its
voices also give reasons for it: readers are told who is on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model.standing import NOBODY, Point
from claimgraph.standing.debate import in_order
from claimgraph.standing.holding import backings, of_items, together
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.model.standing import Backing, Bears
    from claimgraph.standing.debate import Debate, Step
    from claimgraph.standing.names import Names
    from claimgraph.standing.sides import Sides
    from claimgraph.standing.solving import Solution


class ProCon:
    """Who holds each claim, and the reasons for it, against it and its limits."""

    def __init__(self, debate: Debate, sides: Sides, solution: Solution, names: Names) -> None:
        """Compute the reasons from a debate, its `sides` and its `solution`."""
        self._debate = debate
        self._sides = sides
        self._solution = solution
        self._names = names
        self.backings = backings(debate, solution, names)
        self._pro = {id_: [*self._points("supports", id_, steps)] for id_, steps in debate.steps.items()}
        self._con = {id_: [*self._against(id_)] for id_ in (*sides.against, *self._theses_opposed())}
        self.contested = self._contested()

    def backing(self, id_: str) -> Backing:
        """Return who holds a claim, `NOBODY` if nobody does."""
        return self.backings.get(id_, NOBODY)

    def pro(self, id_: str) -> Sequence[Point]:
        """Return the reasons for a claim, including answered ones."""
        return self._pro.get(id_, ())

    def con(self, id_: str) -> Sequence[Point]:
        """Return the reasons against a claim, including answered ones."""
        return self._con.get(id_, ())

    def limits(self, id_: str) -> list[Point]:
        """Return the limits of a claim, including answered ones."""
        return [*self._points("limits", id_, ((maker,) for maker in self._sides.limits.get(id_, ())))]

    def rivals(self, id_: str) -> tuple[str, ...]:
        """Return the claims that give another figure and are not false."""
        return tuple(
            sorted(
                other
                for other in set(self._sides.rivals.get(id_, ()))
                if self._solution.claim(other) is not Value.FALSE
            )
        )

    def contested_grounds(self, id_: str) -> tuple[str, ...]:
        """Return the contested premises of a claim that is contested only because each reason for it has one."""
        standing = [point for point in self.pro(id_) if not point.is_answered]
        if self._debate.asserting[id_] or not all(map(self._is_on_contested, standing)):
            return ()
        return tuple(sorted({p for point in standing for p in point.premises if p in self.contested}))

    def has_unheard(self, id_: str) -> bool:
        """Tell whether a reason against a claim, or a limit of it, does not count because nobody holds a premise."""
        steps = (*self._sides.against.get(id_, ()), *((maker,) for maker in self._sides.limits.get(id_, ())))
        opposing = self._sides.opposing.get(id_, ())
        return any(not all(map(self.backings.__contains__, step)) for step in steps) or any(
            other not in self._debate.theses and not self._debate.asserting[other] for other in opposing
        )

    def _points(self, bears: Bears, target: str, steps: Iterable[Step]) -> Iterator[Point]:
        """Yield a point for each of some steps to a claim whose premises are all held."""
        own = self.backing(target).voices
        for step in steps:
            if all(map(self.backings.__contains__, step)):
                backing = together(self.backings[premise] for premise in step)
                yield Point(
                    bears=bears,
                    premises=step,
                    backing=backing,
                    false=tuple(filter(self._is_false, step)),
                    hit_by=self._true(self._hits(bears, step[0], target)),
                    is_own=backing.voices <= own,
                )

    def _hits(self, bears: Bears, maker: str, target: str) -> Sequence[str]:
        if bears == "supports":
            return self._debate.step_hits.get((maker, target), ())
        return self._sides.hits.get(("limits" if bears == "limits" else "counts_against", maker, target), ())

    def _is_false(self, id_: str) -> bool:
        return id_ not in self._debate.theses and self._solution.claim(id_) is Value.FALSE

    def _true(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(id_ for id_ in ids if self._solution.claim(id_) is Value.TRUE))

    def _against(self, id_: str) -> Iterator[Point]:
        own, is_thesis = self.backing(id_).voices, id_ in self._debate.theses
        for point in self._points("counts against", id_, self._sides.against.get(id_, ())):
            if is_thesis or point.backing.voices != own:
                yield point
        if is_thesis:
            yield from self._denied(id_)
            for other in dict.fromkeys(self._sides.opposing.get(id_, ())):
                yield from self._excluded(id_, other)

    def _theses_opposed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._sides.opposing, *self._debate.denying)))

    def _denied(self, thesis: str) -> Iterator[Point]:
        """Yield a point for each quote or citation that disputes a thesis."""
        for item in self._debate.denying.get(thesis, ()):
            yield Point(
                bears="disputes",
                premises=(thesis,),
                item=item,
                backing=of_items(self._names, thesis, (item,)),
                hit_by=self._true(self._debate.item_hits.get((thesis, item), ())),
            )

    def _excluded(self, thesis: str, other: str) -> Iterator[Point]:
        """Yield a point for a claim that opposes a thesis, or for each reason for a thesis that opposes it."""
        hit_by = self._true(self._debate.conflict_hits.get(in_order(thesis, other), ()))
        if other in self._debate.theses:
            for point in self.pro(other):
                yield Point(
                    bears="opposes",
                    premises=point.premises,
                    through=other,
                    backing=point.backing,
                    false=point.false,
                    hit_by=tuple(sorted({*point.hit_by, *hit_by})),
                )
        elif self._debate.asserting[other]:
            false = (other,) if self._is_false(other) else ()
            yield Point(bears="opposes", premises=(other,), backing=self.backing(other), false=false, hit_by=hit_by)

    def _contested(self) -> set[str]:
        """Return the claims against which, or against each reason for which, a reason stands."""
        found = [id_ for id_, points in self._con.items() if any(not point.is_answered for point in points)]
        known = set(found)
        left: dict[str, int] = {}
        waiting: dict[str, list[tuple[str, list[bool]]]] = {}
        for target, points in self._pro.items():
            standing = [point for point in points if not point.is_answered]
            if standing and not self._debate.asserting[target]:
                left[target] = len(standing)
                for point in standing:
                    is_done = [False]
                    for premise in point.premises:
                        waiting.setdefault(premise, []).append((target, is_done))
        for id_ in found:  # It grows while it is read.
            for target, is_done in waiting.get(id_, ()):
                left[target] -= not is_done[0]
                is_done[0] = True
                if not left[target] and target not in known:
                    known.add(target)
                    found.append(target)
        return known

    def _is_on_contested(self, point: Point) -> bool:
        return not self.contested.isdisjoint(point.premises)
