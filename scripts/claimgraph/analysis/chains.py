"""Builds the tree of reasons for a claim's state: what challenges it, what answers that, and what it rests on."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import NO_SIDE, Attack, Force, Label, Reply, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.incremental.tables import Tables
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Bears, Challenge, Point, Standing

DEPTH: Final = 4
"""The most levels of a tree below the claim itself."""

WIDTH: Final = 8
"""The most children of one node of a tree."""


class Role(StrEnum):
    """What a node does to its parent; the value stands between the two."""

    ITSELF = "itself"
    OPPOSES = "opposes"
    DISPUTES = "disputes"
    UNDERCUTS = "undercuts"
    COUNTS_AGAINST = "counts against"
    LIMITS = "limits"
    REPLIES = "replies to"
    FOUNDS = "is a reason for"


_ROLES: Final = {
    Attack.OPPOSES: Role.OPPOSES,
    Attack.DISPUTES: Role.DISPUTES,
    Attack.UNDERCUTS: Role.UNDERCUTS,
}

_BEARINGS: Final[Mapping[Bears, Role]] = {
    "supports": Role.FOUNDS,
    "counts against": Role.COUNTS_AGAINST,
    "opposes": Role.OPPOSES,
    "disputes": Role.DISPUTES,
    "limits": Role.LIMITS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One node of a tree of reasons.

    `state` is the state of the claim `claim`. With role `DISPUTES`, `claim` is the claim itself whose quote or citation
    of number `item` disputes it, and `state` is None. `force` is that of a challenge or reply, otherwise None. `why`
    explains the claim's state, and is empty for words that dispute. Children are challenges in the order of a
    `Standing`, then premises. `is_repeated` tells that the claim has its reasons elsewhere in the tree,
    closer to the top. `left_out` counts children beyond the tree's bounds. `is_of_steps` tells that a claim undercuts
    only reasons for its parent, not its quotes and citations.
    """

    claim: str
    role: Role
    state: State | None
    why: str = ""
    item: int | None = None
    force: Force | None = None
    children: tuple[Reason, ...] = ()
    is_repeated: bool = False
    left_out: int = 0
    is_of_steps: bool = False


@dataclass(slots=True)
class _Place:
    """A node of a tree under construction.

    `depth` is how many levels may be below it, `challenge` the challenge that it stands for, if any, `replies` the
    replies to it, and `came_from` the claim that it opposes.
    """

    claim: str
    role: Role
    depth: int
    force: Force | None = None
    challenge: Challenge | None = None
    replies: tuple[Reply, ...] = ()
    item: int | None = None
    came_from: str | None = None
    children: list[_Place] = field(default_factory=list)
    is_repeated: bool = False
    left_out: int = 0

    @property
    def is_words(self) -> bool:
        return self.role is Role.DISPUTES


class Chains:
    """The trees of reasons of a corpus."""

    def __init__(self, corpus: Corpus, standings: Mapping[str, Standing], reasons: Mapping[str, str]) -> None:
        """Take the standings of the whole corpus, and the explanation of each."""
        self._standings = standings
        self._reasons = reasons
        steps: dict[str, list[tuple[str, ...]]] = {}
        for id_, entry in corpus.claims.items():
            for link in entry.record.supports:
                steps.setdefault(link.claim, []).append((id_, *link.together))
        self._steps: Mapping[str, tuple[tuple[str, ...], ...]] = {id_: tuple(each) for id_, each in steps.items()}

    def traced(self, standings: Mapping[str, Standing], reasons: Mapping[str, str], table: Tables) -> Chains:
        """Return a copy whose tables record what is read from them."""
        made = copy(self)
        made._standings, made._reasons = standings, reasons  # noqa: SLF001  a copy of this
        made._steps = table("supports", self._steps)  # noqa: SLF001
        return made

    def of(self, id_: str, *, depth: int = DEPTH, width: int = WIDTH) -> Reason:
        """Return the tree of reasons of a claim, with the reasons of each claim only once, close to the top.

        `depth` is the most levels, and `width` the most children of a node.
        """
        top = _Place(id_, Role.ITSELF, depth)
        waiting, known = [top], set[str]()
        for here in waiting:  # It grows while it is read, level by level.
            here.is_repeated = not here.is_words and here.claim in known
            if not here.is_words:
                known.add(here.claim)
            below = [*self._below(here)]
            here.children = below[:width] if here.depth else []
            here.left_out = len(below) - len(here.children)
            waiting += here.children
        return self._frozen(top)

    def _below(self, here: _Place) -> Iterator[_Place]:
        """Yield the children of a node: the replies to a challenge, then what bears on its claim."""
        for reply in here.replies:
            yield _Place(reply.claim, Role.REPLIES, here.depth - 1, reply.force)
        if here.is_words or here.is_repeated:
            return
        standing = self._standings[here.claim]
        for each in standing.challenges:
            is_way_back = each.attack is Attack.OPPOSES and each.claim == here.came_from
            if not is_way_back:
                back = here.claim if each.attack is Attack.OPPOSES else None
                role, depth = _ROLES[each.attack], here.depth - 1
                yield _Place(each.claim, role, depth, each.force, each, each.replies, each.item, back)
        for side in (standing.con, standing.limits, standing.pro if standing.is_thesis else NO_SIDE):
            yield from (_of_point(point, here.depth - 1) for point in side.points)
        for premise in () if standing.is_thesis else self._premises(here.claim, standing):
            yield _Place(premise, Role.FOUNDS, here.depth - 1)

    def _premises(self, id_: str, standing: Standing) -> Iterator[str]:
        """Yield the premises that give a claim its state; for a standing claim that nobody asserts, all that stand."""
        if standing.rests_on or standing.is_voiced or standing.label is not Label.IN:
            yield from standing.rests_on
            return
        whole = (step for step in self._steps.get(id_) or () if all(p in self._standings for p in step))
        sound = (step for step in whole if all(self._standings[p].label is Label.IN for p in step))
        yield from dict.fromkeys(premise for step in sound for premise in step if premise != id_)

    def _frozen(self, place: _Place) -> Reason:
        return Reason(
            claim=place.claim,
            role=place.role,
            state=None if place.is_words else self._standings[place.claim].state,
            why="" if place.is_words or place.is_repeated else self._reasons.get(place.claim) or "",
            item=place.item,
            force=place.force,
            children=tuple(map(self._frozen, place.children)),
            is_repeated=place.is_repeated,
            left_out=place.left_out,
            is_of_steps=place.challenge is not None and place.challenge.is_of_steps,
        )


def _of_point(point: Point, depth: int) -> _Place:
    """Return the node of a reason or limit, with the claims that undercut it as replies."""
    return _Place(
        point.claim,
        _BEARINGS[point.bears],
        depth,
        Force.ANSWERED if point.is_answered else Force.HOLDS,
        replies=tuple(Reply(claim=by, force=Force.HOLDS) for by in point.hit_by),
        item=point.item,
    )
