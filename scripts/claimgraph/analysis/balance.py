"""Finds what is one-sided: unanswered challenges, claims of a single voice, and questions with one side only.

It shows contributors what is missing on this site, and weighs no side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from claimgraph.model.source import Side
from claimgraph.model.standing import Force, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from claimgraph.analysis.concentration import Concentration
    from claimgraph.analysis.origins import Origins
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Challenge, Standing

SIDES: Final[tuple[Side, ...]] = get_args(Side)
"""The sides, in the order in which they are listed."""

_ORDER: Final = {side: rank for rank, side in enumerate(SIDES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A challenge to a claim that no recorded reply answers: it holds, or by its `force` is undecided.

    `sides` are the sides of the voices that make the challenge, in the order of `SIDES`.
    """

    claim: str
    challenge: Challenge
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleVoiced:
    """A claim with evidence from one voice only: the voice's id and name, and its number of quotes and citations."""

    claim: str
    voice: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many are behind the reasons for and against one thesis, and its state.

    `pro` and `con` count the voices or the lines of evidence, whichever are fewer, of the unanswered reasons;
    `answered_pro` and `answered_con` count the answered reasons. `claims` counts the other claims that lead to it, on
    either side.
    """

    thesis: str
    state: State
    pro: int
    con: int
    answered_pro: int
    answered_con: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One topic's question, and the balance of its theses in the topic's order."""

    topic: str
    theses: tuple[Balance, ...]

    @property
    def bare(self) -> tuple[Balance, ...]:
        """The theses without any reason."""
        return tuple(each for each in self.theses if each.state is State.NO_REASONS)

    @property
    def is_one_sided(self) -> bool:
        """Tell whether no thesis has reasons on both sides."""
        return all(each.state is not State.BOTH_SIDES for each in self.theses)


def unanswered(standings: Mapping[str, Standing], origins: Origins) -> tuple[Unanswered, ...]:
    """Return all unanswered challenges, in the order of the claims, then of their standings."""
    return tuple(
        Unanswered(claim=id_, challenge=challenge, sides=_sides(challenge, standings, origins))
        for id_, standing in standings.items()
        for challenge in standing.challenges
        if challenge.force is not Force.ANSWERED
    )


def by_side(every: Iterable[Unanswered]) -> dict[Side, tuple[Unanswered, ...]]:
    """Return unanswered challenges by each side that makes them, with an entry for every side."""
    found: dict[Side, list[Unanswered]] = {side: [] for side in SIDES}
    for each in every:
        for side in each.sides:
            found[side].append(each)
    return {side: tuple(those) for side, those in found.items()}


def _sides(challenge: Challenge, standings: Mapping[str, Standing], origins: Origins) -> tuple[Side, ...]:
    items = standings[challenge.claim].attested_by if challenge.item is None else (challenge.item,)
    known = (origins.of(challenge.claim, item) for item in items)
    return tuple(sorted({origin.side for origin in known if origin is not None}, key=_ORDER.__getitem__))


def lone(evidence: Mapping[str, Concentration]) -> tuple[SingleVoiced, ...]:
    """Return the claims with evidence from one voice only, in the order given."""
    return tuple(
        SingleVoiced(claim=id_, voice=found.voices[0].id, name=found.voices[0].name, count=found.voices[0].count)
        for id_, found in evidence.items()
        if len(found.voices) == 1
    )


def questions(
    corpus: Corpus, standings: Mapping[str, Standing], leading: Mapping[str, Collection[str]]
) -> tuple[Question, ...]:
    """Return the questions of topics that have theses, in the topics' order.

    `leading` gives the theses that each claim leads to.
    """
    led = Counter(thesis for id_, theses in leading.items() for thesis in theses if thesis != id_)
    ordered = sorted(corpus.topics.values(), key=lambda topic: (topic.record.order, topic.id))
    made = ((topic.id, [t for t in topic.record.theses if t in standings]) for topic in ordered)
    return tuple(
        Question(topic=id_, theses=tuple(_balance(thesis, standings[thesis], led[thesis]) for thesis in theses))
        for id_, theses in made
        if theses
    )


def _balance(thesis: str, standing: Standing, claims: int) -> Balance:
    return Balance(
        thesis=thesis,
        state=standing.state,
        pro=standing.pro.backing.count,
        con=standing.con.backing.count,
        answered_pro=len(standing.pro.answered),
        answered_con=len(standing.con.answered),
        claims=claims,
    )
