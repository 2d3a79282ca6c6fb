"""Computes the standing of every claim, its state and what explains it, from the solution of the debate.

It takes time linear in claims, quotes, citations and links, except for sorting each claim's challenges and for circles
of supports, which the check refuses (see `wellfounded`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import (
    NO_SIDE,
    NOBODY,
    Attack,
    Challenge,
    Force,
    Gap,
    Label,
    Reply,
    Side,
    Standing,
    State,
)
from claimgraph.standing.debate import ATTESTING, Debate, Verdicts, debate_of, in_order, is_evidence
from claimgraph.standing.holding import together
from claimgraph.standing.procon import ProCon
from claimgraph.standing.sides import Sides, sides_of
from claimgraph.standing.solving import Solution, evidenced
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Point
    from claimgraph.standing.names import Names

_FORCES: Final = {Value.TRUE: Force.HOLDS, Value.FALSE: Force.ANSWERED, Value.UNDECIDED: Force.UNDECIDED}
_LABELS: Final = {Value.TRUE: Label.IN, Value.FALSE: Label.OUT, Value.UNDECIDED: Label.OPEN}
_RANKS: Final = {force: rank for rank, force in enumerate(Force)}
_SIDES: Final = {
    (True, True): State.BOTH_SIDES,
    (True, False): State.FOR_ONLY,
    (False, True): State.AGAINST_ONLY,
    (False, False): State.NO_REASONS,
}
"""The state of a thesis, by whether reasons for it and against it stand."""

_STATES: Final = {
    (False, Value.FALSE): State.NOT_EVIDENCED,
    (True, Value.FALSE): State.CONTRADICTED,
    (True, Value.UNDECIDED): State.OPEN,
}
"""The state of a claim that is not true, by whether it is evidenced and by its value."""


def standings(corpus: Corpus, verdicts: Verdicts, names: Names) -> dict[str, Standing]:
    """Return the standing of each claim, by id in the order of the corpus.

    Args:
        corpus: The claims.
        verdicts: The verdict on each quote; a quote without one counts as not verified.
        names: Who speaks in the claims; only voices and lines of evidence matter.

    """
    debate = debate_of(corpus, verdicts)
    reading = _Reading(debate, sides_of(corpus, debate), names)
    return {id_: reading.standing(id_, entry.record, verdicts) for id_, entry in corpus.claims.items()}


def label_in(debate: Debate, id_: str) -> Label:
    """Return the label of one claim of a debate, which depends only on what contradicts it."""
    if id_ not in evidenced(debate):
        return Label.NOT_EVIDENCED
    return _LABELS[Solution(debate).claim(id_)]


def _state(found: Standing) -> State:
    """Return the state of a claim whose value is true."""
    if found.has_con:
        return State.CONTESTED
    if any(challenge.force is not Force.ANSWERED for challenge in found.challenges):
        return State.OUTLASTING
    if found.limits.standing:
        return State.PARTIAL
    if found.challenges:
        return State.ANSWERED
    return State.RIVALLED if found.rivals else State.UNDISPUTED


def _gaps(debate: Debate, id_: str, claim: Claim, verdicts: Verdicts) -> Iterator[Gap]:
    asserting = [(number, quote.mode) for number, quote in enumerate(claim.quotes) if quote.stance == "asserts"]
    if any(mode not in ATTESTING for _, mode in asserting):
        yield Gap.TAKEN_FOR_GRANTED
    if any(mode in ATTESTING and not is_evidence(mode, verdicts.get((id_, number))) for number, mode in asserting):
        yield Gap.UNVERIFIED
    if id_ in debate.steps:
        yield Gap.UNFOUNDED


class _Reading:
    """Derives standings from one debate and its solution.

    Whatever challenges is voiced, or is itself a quote or citation, and so has evidence: that need not be checked.
    """

    def __init__(self, debate: Debate, sides: Sides, names: Names) -> None:
        self.debate = debate
        self.evidenced = evidenced(debate)
        self._solution = Solution(debate)
        self._procon = ProCon(debate, sides, self._solution, names)
        self._undercutters = self._undercutters_by_claim()
        self._refuters: dict[str, frozenset[str]] = {}

    def _undercutters_by_claim(self) -> Mapping[str, Mapping[str, bool]]:
        """Return by claim who undercuts its evidence, each with whether it undercuts steps alone."""
        found: dict[str, dict[str, bool]] = {}
        for (_, target), hits in self.debate.step_hits.items():
            found.setdefault(target, {}).update(dict.fromkeys(hits, True))
        for (claim, number), hits in self.debate.item_hits.items():
            if number in self.debate.asserting[claim]:
                found.setdefault(claim, {}).update(dict.fromkeys(hits, False))
        return found

    def standing(self, id_: str, claim: Claim, verdicts: Verdicts) -> Standing:
        """Return the standing of a claim."""
        is_thesis, value, procon = id_ in self.debate.theses, self._solution.claim(id_), self._procon
        is_evidenced = id_ in self.evidenced
        challenges = () if is_thesis else self.challenges(id_)
        found = Standing(
            state=State.UNDISPUTED,
            challenges=challenges,
            attested_by=self.debate.asserting[id_],
            rests_on=() if is_thesis or not is_evidenced or value is Value.TRUE else self._rests_on(id_, value),
            has_unchallenged_ground=is_evidenced and bool(challenges) and self._has_unchallenged_ground(id_),
            gaps=() if is_thesis or is_evidenced else tuple(_gaps(self.debate, id_, claim, verdicts)),
            has_unheard=id_ in self.debate.unheard or procon.has_unheard(id_),
            pro=self._side(procon.pro(id_)),
            con=self._side(procon.con(id_)),
            limits=self._side(procon.limits(id_)),
            contested_grounds=procon.contested_grounds(id_),
            rivals=procon.rivals(id_),
            backing=procon.backing(id_),
        )
        if is_thesis:
            return replace(found, state=_SIDES[bool(found.pro.standing), bool(found.con.standing)])
        state = _state(found) if value is Value.TRUE else _STATES[is_evidenced, value]
        return found if state is found.state else replace(found, state=state)

    def _side(self, points: Sequence[Point]) -> Side:
        if not points:
            return NO_SIDE
        told = (self._told(point) if point.is_answered else point for point in points)
        ordered = tuple(sorted(told, key=lambda p: (p.is_answered, p.premises, p.bears, p.item or 0, p.through or "")))
        standing = [point.backing for point in ordered if not point.is_answered]
        return Side(points=ordered, backing=together(standing) if standing else NOBODY)

    def _told(self, point: Point) -> Point:
        """Return an answered reason that tells whether everything that answers it is contested itself."""
        answering = {*point.hit_by}.union(*map(self._refuting, point.false))
        return replace(point, is_by_contested=bool(answering) and self._procon.contested.issuperset(answering))

    def _refuting(self, id_: str) -> frozenset[str]:
        """Return the claims whose challenges to a claim hold."""
        if id_ not in self._refuters:
            holding = (each.claim for each in self.challenges(id_) if each.force is Force.HOLDS)
            self._refuters[id_] = frozenset(holding)
        return self._refuters[id_]

    def challenges(self, id_: str) -> tuple[Challenge, ...]:
        """Return the challenges to a claim, in order of force, then of the claims' ids."""
        found = [*self._oppositions(id_), *self._disputes(id_)]
        for by, is_of_steps in self._undercutters.get(id_, {}).items():
            force = _FORCES[self._solution.claim(by)]
            found.append(Challenge(attack=Attack.UNDERCUTS, claim=by, item=None, force=force, is_of_steps=is_of_steps))
        return tuple(sorted(found, key=lambda c: (_RANKS[c.force], c.claim, c.attack, c.item or 0)))

    def _oppositions(self, id_: str) -> Iterator[Challenge]:
        for by in self.debate.opponents.get(id_, ()):
            if self.debate.asserting[by]:
                yield Challenge(
                    attack=Attack.OPPOSES,
                    claim=by,
                    item=None,
                    force=_FORCES[self._solution.opposition(by, id_)],
                    replies=self._replies(self.debate.conflict_hits.get(in_order(by, id_), ())),
                )

    def _disputes(self, id_: str) -> Iterator[Challenge]:
        for number in self.debate.disputing.get(id_, ()):
            yield Challenge(
                attack=Attack.DISPUTES,
                claim=id_,
                item=number,
                force=_FORCES[self._solution.dispute(id_, number)],
                replies=self._replies(self.debate.item_hits.get((id_, number), ())),
            )

    def _replies(self, hits: Iterable[str]) -> tuple[Reply, ...]:
        found = [Reply(claim=by, force=_FORCES[self._solution.claim(by)]) for by in hits]
        return tuple(sorted(found, key=lambda reply: (_RANKS[reply.force], reply.claim)))

    def _rests_on(self, id_: str, value: Value) -> tuple[str, ...]:
        """Return the premises that give a claim its value; none if its evidence has another value."""
        if self._solution.attested(id_) is not value:
            return ()
        return tuple(
            sorted(
                {
                    premise
                    for step in self.debate.steps.get(id_, ())
                    if self._solution.step(id_, step) is value and self.evidenced.issuperset(step)
                    for premise in step
                    if self._solution.claim(premise) is value
                }
            )
        )

    def _has_unchallenged_ground(self, id_: str) -> bool:
        if any((id_, number) not in self.debate.item_hits for number in self.debate.asserting[id_]):
            return True
        return any(
            (step[0], id_) not in self.debate.step_hits and all(map(self._is_unchallenged, step))
            for step in self.debate.steps.get(id_, ())
        )

    def _is_unchallenged(self, id_: str) -> bool:
        is_opposed = any(self.debate.asserting[by] for by in self.debate.opponents.get(id_, ()))
        is_challenged = is_opposed or id_ in self.debate.disputing or id_ in self._undercutters
        return self._solution.claim(id_) is Value.TRUE and not is_challenged
