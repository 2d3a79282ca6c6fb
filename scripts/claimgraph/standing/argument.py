"""The standing of every claim: its state and what explains it, read off the outcome of the debate.

The whole takes time linear in claims, quotes, citations and links, but for sorting each claim's challenges and for
circles of supports, which the check refuses (see `wellfounded`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import Attack, Challenge, Force, Gap, Reply, Standing, State
from claimgraph.standing.debate import ATTESTING, Debate, Verdicts, debate_of, in_order, is_evidence
from claimgraph.standing.solving import Outcome, evidenced
from claimgraph.standing.wellfounded import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus

_FORCES: Final = {Value.TRUE: Force.HOLDS, Value.FALSE: Force.ANSWERED, Value.UNDECIDED: Force.UNDECIDED}
_RANKS: Final = {force: rank for rank, force in enumerate(Force)}


def standings(corpus: Corpus, verdicts: Verdicts) -> dict[str, Standing]:
    """Return how each claim stands, by id in the order of the corpus.

    `verdicts` gives the answer for each quote by its claim's id and its index; a quote without one is not verified.
    """
    debate = debate_of(corpus, verdicts)
    reading = _Reading(debate)
    return {
        id_: reading.standing(id_) if id_ in reading.evidenced else _not_evidenced(reading, id_, entry.record, verdicts)
        for id_, entry in corpus.claims.items()
    }


def state_in(debate: Debate, id_: str) -> State:
    """Return the state of one claim of a debate."""
    reading = _Reading(debate)
    return reading.standing(id_).state if id_ in reading.evidenced else State.NOT_EVIDENCED


@lru_cache(maxsize=256)
def _unchallenged(attested_by: tuple[int, ...], *, has_unheard: bool) -> Standing:
    """Return the standing that most claims have."""
    return Standing(state=State.UNCHALLENGED, attested_by=attested_by, has_unheard=has_unheard)


def _not_evidenced(reading: _Reading, id_: str, claim: Claim, verdicts: Verdicts) -> Standing:
    return Standing(
        state=State.NOT_EVIDENCED,
        challenges=reading.challenges(id_),
        gaps=tuple(_gaps(reading.debate, id_, claim, verdicts)),
        has_unheard=id_ in reading.debate.unheard,
    )


def _gaps(debate: Debate, id_: str, claim: Claim, verdicts: Verdicts) -> Iterator[Gap]:
    asserting = [(number, quote.mode) for number, quote in enumerate(claim.quotes) if quote.stance == "asserts"]
    if any(mode not in ATTESTING for _, mode in asserting):
        yield Gap.TAKEN_FOR_GRANTED
    if any(mode in ATTESTING and not is_evidence(mode, verdicts.get((id_, number))) for number, mode in asserting):
        yield Gap.UNVERIFIED
    if id_ in debate.steps:
        yield Gap.UNFOUNDED


class _Reading:
    """What is read off one debate and its outcome.

    A voiced claim is evidenced by what is quoted or cited from it, and so is an item that disputes: what challenges is
    voiced, and needs no further look at its evidence.
    """

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.evidenced = evidenced(debate)
        self._outcome = Outcome(debate)
        self._undercutters = self._undercutters_by_claim()

    def _undercutters_by_claim(self) -> Mapping[str, Mapping[str, bool]]:
        """Return who undercuts what asserts each claim, or a step to it, and whether steps alone."""
        found: dict[str, dict[str, bool]] = {}
        for (_, target), hits in self.debate.step_hits.items():
            found.setdefault(target, {}).update(dict.fromkeys(hits, True))
        for (claim, number), hits in self.debate.item_hits.items():
            if number in self.debate.asserting[claim]:
                found.setdefault(claim, {}).update(dict.fromkeys(hits, False))
        return found

    def standing(self, id_: str) -> Standing:
        """Return how a claim stands that is evidenced."""
        value, attested_by = self._outcome.claim(id_), self.debate.asserting[id_]
        has_unheard = id_ in self.debate.unheard
        challenges = self.challenges(id_)
        if value is Value.TRUE and not challenges:
            return _unchallenged(attested_by, has_unheard=has_unheard)
        states = {Value.TRUE: State.STANDING, Value.FALSE: State.UNANSWERED, Value.UNDECIDED: State.OPEN}
        return Standing(
            state=states[value],
            challenges=challenges,
            attested_by=attested_by,
            rests_on=() if value is Value.TRUE else self._rests_on(id_, value),
            has_unchallenged_ground=bool(challenges) and self._has_unchallenged_ground(id_),
            has_unheard=has_unheard,
        )

    def challenges(self, id_: str) -> tuple[Challenge, ...]:
        """Return what challenges a claim, in the order of its force, then of the claims' ids."""
        found = [*self._oppositions(id_), *self._disputes(id_)]
        for by, is_of_steps in self._undercutters.get(id_, {}).items():
            force = _FORCES[self._outcome.claim(by)]
            found.append(Challenge(attack=Attack.UNDERCUTS, claim=by, item=None, force=force, is_of_steps=is_of_steps))
        return tuple(sorted(found, key=lambda c: (_RANKS[c.force], c.claim, c.attack, c.item or 0)))

    def _oppositions(self, id_: str) -> Iterator[Challenge]:
        for by in self.debate.opponents.get(id_, ()):
            if self.debate.asserting[by]:
                yield Challenge(
                    attack=Attack.OPPOSES,
                    claim=by,
                    item=None,
                    force=_FORCES[self._outcome.opposition(by, id_)],
                    replies=self._replies(self.debate.conflict_hits.get(in_order(by, id_), ())),
                )

    def _disputes(self, id_: str) -> Iterator[Challenge]:
        for number in self.debate.disputing.get(id_, ()):
            yield Challenge(
                attack=Attack.DISPUTES,
                claim=id_,
                item=number,
                force=_FORCES[self._outcome.dispute(id_, number)],
                replies=self._replies(self.debate.item_hits.get((id_, number), ())),
            )

    def _replies(self, hits: Iterable[str]) -> tuple[Reply, ...]:
        found = [Reply(claim=by, force=_FORCES[self._outcome.claim(by)]) for by in hits]
        return tuple(sorted(found, key=lambda reply: (_RANKS[reply.force], reply.claim)))

    def _rests_on(self, id_: str, value: Value) -> tuple[str, ...]:
        """Return the premises of which a claim has its value; none where its evidence does not have that value."""
        if self._outcome.attested(id_) is not value:
            return ()
        return tuple(
            sorted(
                {
                    premise
                    for step in self.debate.steps.get(id_, ())
                    if self._outcome.step(id_, step) is value and self.evidenced.issuperset(step)
                    for premise in step
                    if self._outcome.claim(premise) is value
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
        return self._outcome.claim(id_) is Value.TRUE and not is_challenged
