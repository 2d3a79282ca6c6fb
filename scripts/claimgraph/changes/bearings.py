"""What bears on how a claim stands in one state, each thing so that it can be found again in another state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimgraph.model.standing import Attack, Force, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.changes.argument import Argument, Hit, Item
    from claimgraph.model.standing import Backing, Challenge, Point, Standing

Kind: TypeAlias = Literal[
    "asserts", "supports", "disputes", "counts against", "opposes", "limits", "rivals", "undercuts", "contested"
]
"""In which way something bears on a claim; `contested` is a contested claim on which the reasons for it rest."""

Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """One thing that bears on a claim.

    `claim` is the claim that makes it; for a quote or citation, which is `item`, the claim itself. `hit` is what it
    undercuts. `premises` are those of a step, `claim` first. With `through`, it is a reason for that thesis, which
    opposes the claim. `hit_by` are the claims that undercut it and are true. `weak` are premises that are false, or in
    open dispute.
    """

    kind: Kind
    claim: str
    backing: Backing
    premises: tuple[str, ...] = ()
    item: Item | None = None
    hit: Hit | None = None
    through: str | None = None
    force: Force = Force.HOLDS
    hit_by: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        """By what it is found again."""
        return self.kind, self.claim, self.item, self.hit, self.through


_WEIGHTS: Final = {Force.HOLDS: 3, Force.UNDECIDED: 2, Force.ANSWERED: 1}


def weight(bearing: Bearing | None) -> int:
    """Return a number that is the greater the more a thing does; 0 for one that is not there."""
    return 0 if bearing is None else _WEIGHTS[bearing.force]


def stands(bearing: Bearing | None) -> bool:
    """Tell whether a thing is there, and nobody answers it."""
    return bearing is not None and bearing.force is not Force.ANSWERED


def bearings(argument: Argument, id_: str) -> dict[Key, Bearing]:
    """Return all that bears on a claim, in an order that is the same for the same files; nothing if it is not there."""
    standing = argument.standing(id_)
    return {} if standing is None else {each.key: each for each in _bearings(argument, id_, standing)}


def _bearings(argument: Argument, id_: str, standing: Standing) -> Iterator[Bearing]:
    for number in standing.attested_by:
        backing = argument.backing(id_, (number,))
        yield Bearing(kind="asserts", claim=id_, item=argument.item(id_, number), backing=backing)
    for points in (standing.pro.points, standing.con.points, standing.limits.points):
        yield from _points(argument, id_, points, can_be_undecided=not standing.is_thesis)
    yield from _challenges(argument, id_, standing)
    for other in standing.rivals:
        yield Bearing(kind="rivals", claim=argument.now(other), backing=_held(argument, other))
    for other in standing.contested_grounds:
        yield Bearing(kind="contested", claim=argument.now(other), backing=_held(argument, other))


def _points(argument: Argument, id_: str, points: Sequence[Point], *, can_be_undecided: bool) -> Iterator[Bearing]:
    standings = argument.analysis.standings
    for point in points:
        asks = can_be_undecided and point.bears == "supports"
        weak = [*point.false, *(p for p in point.premises if asks and standings[p].state is State.OPEN)]
        force = Force.ANSWERED if point.is_answered else Force.UNDECIDED if weak else Force.HOLDS
        yield Bearing(
            kind=point.bears,
            claim=argument.now(point.claim),
            backing=point.backing,
            premises=tuple(map(argument.now, point.premises)),
            item=None if point.item is None else argument.item(id_, point.item),
            through=None if point.through is None else argument.now(point.through),
            force=force,
            hit_by=frozenset(map(argument.now, point.hit_by)),
            weak=frozenset(map(argument.now, weak)),
        )


def _challenges(argument: Argument, id_: str, standing: Standing) -> Iterator[Bearing]:
    for each in standing.challenges:
        if each.attack is Attack.UNDERCUTS:
            yield from _undercuts(argument, id_, each)
            continue
        holding = (reply.claim for reply in each.replies if reply.force is Force.HOLDS)
        yield Bearing(
            kind="opposes" if each.attack is Attack.OPPOSES else "disputes",
            claim=argument.now(each.claim),
            backing=argument.backing(id_, (each.item,)) if each.item is not None else _held(argument, each.claim),
            item=argument.item(id_, each.item) if each.item is not None else None,
            force=each.force,
            hit_by=frozenset(map(argument.now, holding)),
        )


def _undercuts(argument: Argument, id_: str, challenge: Challenge) -> Iterator[Bearing]:
    """Yield each undercut by one claim of what is said for another."""
    by, grounds = argument.now(challenge.claim), argument.grounds(id_)
    for hit in sorted(argument.hits[by]):
        if hit in grounds or hit[1:] == ("supports", id_):
            backing = _held(argument, challenge.claim)
            yield Bearing(kind="undercuts", claim=by, backing=backing, hit=hit, force=challenge.force)


def _held(argument: Argument, former: str) -> Backing:
    return argument.analysis.standings[former].backing
