"""Finds the claims and theses whose standing changed, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimgraph.changes.argument import Argument
from claimgraph.changes.causes import Cause, Causes
from claimgraph.changes.deciding import CON, PRO, deciding, pairs
from claimgraph.changes.names import Names
from claimgraph.changes.sentences import IT
from claimgraph.model.standing import NO_SIDE
from claimgraph.standing.procon_wording import ProConWording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.changes.deciding import Pair
    from claimgraph.changes.factors import Kind
    from claimgraph.changes.lines import Piece
    from claimgraph.changes.state import State as Files
    from claimgraph.model.standing import Side, Standing, State

SideName: TypeAlias = Literal["for", "against"]

Clause: TypeAlias = "tuple[Piece, ...]"
"""One cause of a changed standing, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How much stands on one side of a claim.

    `voices` are the ids of the voices behind the unanswered reasons, in alphabetical order, `lines` is the number of
    their lines of evidence, and `reasons` the number of these reasons. `answered` is the number of answered reasons.
    `says` is that in words, empty without an unanswered reason.
    """

    voices: tuple[str, ...]
    lines: int
    reasons: int
    answered: int
    says: str = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideChange:
    """One side of a claim before and after.

    `because` says which reasons of a thesis came, went or changed; it is empty if the change of state says so.
    """

    before: Count
    after: Count
    because: tuple[Clause, ...] = ()

    @property
    def is_one(self) -> bool:
        """Tell whether anything differs."""
        return self.before != self.after or bool(self.because)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """A claim that came, went or changed its standing.

    `former` is its former id, empty unless it was renamed. `before` and `after` are its states, None if it was or is
    not there. `lost` are the sides of a thesis whose last reason is gone. `because` says why its state changed; it is
    empty if the claim came or went.
    """

    claim: str
    former: str
    title: str
    is_thesis: bool
    before: State | None
    after: State | None
    pro: SideChange
    con: SideChange
    lost: tuple[SideName, ...] = ()
    because: tuple[Clause, ...] = ()


def changed_standings(before: Files, after: Files) -> tuple[StandingChange, ...]:
    """Return every claim that came, went or changed its state, and every thesis with a changed side.

    Theses come first: those that lost the last reason on a side, then those with another state. Otherwise the order is
    that of ids.
    """
    one = Argument(before, Names.between(before, after))
    found = _Comparison(one, Argument(after, Names(claims={}, sources={}, voices={}))).changes()
    return tuple(sorted(found, key=_order))


def _order(change: StandingChange) -> tuple[object, ...]:
    return not change.is_thesis, not change.lost, change.is_thesis and change.before is change.after, change.claim


class _Comparison:
    def __init__(self, before: Argument, after: Argument) -> None:
        self._before, self._after = before, after
        self._causes = Causes(before, after)
        self._known: dict[str, tuple[Cause, ...]] = {}
        self._procon = {here: ProConWording(here.analysis.origins) for here in (before, after)}

    def changes(self) -> Iterator[StandingChange]:
        for id_ in sorted(self._before.former.keys() | self._after.former.keys()):
            one, other = self._before.standing(id_), self._after.standing(id_)
            is_thesis = any(each is not None and each.is_thesis for each in (one, other))
            is_other = one is None or other is None or one.state is not other.state
            if is_other or is_thesis:
                change = self._change(id_, one, other, is_thesis=is_thesis)
                if is_other or change.pro.is_one or change.con.is_one:
                    yield change

    def _change(self, id_: str, one: Standing | None, other: Standing | None, *, is_thesis: bool) -> StandingChange:
        here = self._after if other is not None else self._before
        former = self._before.former.get(id_, id_)
        pro, con = self._side(id_, one, other, PRO), self._side(id_, one, other, CON)
        sides: tuple[tuple[SideName, SideChange], ...] = (("for", pro), ("against", con))
        lost = (name for name, side in sides if side.before.reasons and not side.after.reasons)
        return StandingChange(
            claim=id_,
            former="" if former == id_ else former,
            title=here.record(id_).title,
            is_thesis=is_thesis,
            before=None if one is None else one.state,
            after=None if other is None else other.state,
            pro=pro,
            con=con,
            lost=tuple(lost) if is_thesis and other is not None else (),
            because=tuple(self._told(id_, self._why(id_))),
        )

    def _side(self, id_: str, one: Standing | None, other: Standing | None, kinds: frozenset[Kind]) -> SideChange:
        had, has = (NO_SIDE if each is None else each.pro if kinds is PRO else each.con for each in (one, other))
        before, after = self._count(self._before, had), self._count(self._after, has)
        is_thesis = one is not None and other is not None and one.is_thesis and other.is_thesis
        if not is_thesis or bool(before.reasons) is not bool(after.reasons):
            return SideChange(before=before, after=after)
        found = (pair for pair in pairs(self._before, self._after, id_, kinds) if self._is_other(pair))
        causes = dict.fromkeys(cause for pair in found for cause in self._causes.of(id_, *pair))
        return SideChange(before=before, after=after, because=tuple(self._told(id_, causes)))

    def _count(self, here: Argument, side: Side) -> Count:
        return Count(
            voices=tuple(sorted(here.voices(side.backing))),
            lines=len(side.backing.lines),
            reasons=len(side.standing),
            answered=len(side.answered),
            says=self._procon[here].side(side) if side.standing else "",
        )

    def _is_other(self, pair: Pair) -> bool:
        """Tell whether a reason came, went, gained or lost an answer, or has other voices behind it."""
        one, other = pair
        if one is None or other is None or one.force is not other.force:
            return True
        return self._before.voices(one.backing) != self._after.voices(other.backing)

    def _why(self, id_: str) -> tuple[Cause, ...]:
        """Return the causes of a claim's new state, first those in files; none for a claim that came or went."""
        if id_ not in self._known:
            found = dict.fromkeys(self._causes_of(id_))
            self._known[id_] = tuple(sorted(found, key=lambda cause: cause.about is not None))
        return self._known[id_]

    def _causes_of(self, id_: str) -> Iterator[Cause]:
        one, other = self._before.standing(id_), self._after.standing(id_)
        if one is None or other is None:
            return
        if one.is_thesis is not other.is_thesis:
            yield Cause(pieces=(IT, " is a thesis now" if other.is_thesis else " is no thesis any more"))
            return
        for pair in deciding(self._before, self._after, id_):
            yield from self._causes.of(id_, *pair)

    def _told(self, id_: str, causes: Iterable[Cause]) -> Iterator[Clause]:
        """Yield causes in words; a cause that is another claim's change comes with the cause of that in the files.

        A cause that leads back to the claim itself is left out if there are others.
        """
        is_first = True
        for cause in causes:
            root = () if cause.about is None else self._root(cause.about, {id_})
            if root:
                yield (*cause.pieces, ", since ", *root)
            elif cause.about is None or is_first:
                yield cause.pieces
            is_first = False

    def _root(self, id_: str, seen: set[str]) -> Clause:
        """Return the first cause in the files of a claim's change, directly or through other claims; empty if none."""
        waiting = [id_]
        for here in waiting:  # It grows while it is read.
            if here in seen:
                continue
            seen.add(here)
            for cause in self._why(here):
                if cause.about is None:
                    return cause.naming(here)
                waiting.append(cause.about)
        return ()
