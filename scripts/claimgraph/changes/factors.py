"""The factors of a claim's standing in one state, with keys by which they are found in another state."""

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
"""How a factor bears on a claim; `contested` is a contested claim on which the reasons for it rest."""

Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One factor of a claim's standing.

    `claim` is the claim that makes it, or the claim itself if it is a quote or citation, `item`. `hit` is what it
    undercuts. `premises` are the premises of a step, first `claim`. With `through`, it is a reason for that thesis,
    which opposes the claim. `hit_by` are the true claims that undercut it. `weak` are its premises that are false or in
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
        """The key by which it is found in another state."""
        return self.kind, self.claim, self.item, self.hit, self.through


_WEIGHTS: Final = {Force.HOLDS: 3, Force.UNDECIDED: 2, Force.ANSWERED: 1}


def weight(factor: Factor | None) -> int:
    """Return a number that is greater if a factor counts for more; 0 for None."""
    return 0 if factor is None else _WEIGHTS[factor.force]


def stands(factor: Factor | None) -> bool:
    """Tell whether there is a factor that nobody answers."""
    return factor is not None and factor.force is not Force.ANSWERED


def factors(argument: Argument, id_: str) -> dict[Key, Factor]:
    """Return the factors of a claim in an order that depends on the files alone; none if the claim is not there."""
    standing = argument.standing(id_)
    return {} if standing is None else {each.key: each for each in _factors(argument, id_, standing)}


def _factors(argument: Argument, id_: str, standing: Standing) -> Iterator[Factor]:
    for number in standing.attested_by:
        backing = argument.backing(id_, (number,))
        yield Factor(kind="asserts", claim=id_, item=argument.item(id_, number), backing=backing)
    for points in (standing.pro.points, standing.con.points, standing.limits.points):
        yield from _points(argument, id_, points, can_be_undecided=not standing.is_thesis)
    yield from _challenges(argument, id_, standing)
    for other in standing.rivals:
        yield Factor(kind="rivals", claim=argument.now(other), backing=_held(argument, other))
    for other in standing.contested_grounds:
        yield Factor(kind="contested", claim=argument.now(other), backing=_held(argument, other))


def _points(argument: Argument, id_: str, points: Sequence[Point], *, can_be_undecided: bool) -> Iterator[Factor]:
    standings = argument.analysis.standings
    for point in points:
        asks = can_be_undecided and point.bears == "supports"
        weak = [*point.false, *(p for p in point.premises if asks and standings[p].state is State.OPEN)]
        force = Force.ANSWERED if point.is_answered else Force.UNDECIDED if weak else Force.HOLDS
        yield Factor(
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


def _challenges(argument: Argument, id_: str, standing: Standing) -> Iterator[Factor]:
    for each in standing.challenges:
        if each.attack is Attack.UNDERCUTS:
            yield from _undercuts(argument, id_, each)
            continue
        holding = (reply.claim for reply in each.replies if reply.force is Force.HOLDS)
        yield Factor(
            kind="opposes" if each.attack is Attack.OPPOSES else "disputes",
            claim=argument.now(each.claim),
            backing=argument.backing(id_, (each.item,)) if each.item is not None else _held(argument, each.claim),
            item=argument.item(id_, each.item) if each.item is not None else None,
            force=each.force,
            hit_by=frozenset(map(argument.now, holding)),
        )


def _undercuts(argument: Argument, id_: str, challenge: Challenge) -> Iterator[Factor]:
    """Yield each undercut of a claim's evidence that one challenge makes."""
    by, grounds = argument.now(challenge.claim), argument.grounds(id_)
    for hit in sorted(argument.hits[by]):
        if hit in grounds or hit[1:] == ("supports", id_):
            backing = _held(argument, challenge.claim)
            yield Factor(kind="undercuts", claim=by, backing=backing, hit=hit, force=challenge.force)


def _held(argument: Argument, former: str) -> Backing:
    return argument.analysis.standings[former].backing
