"""What is lopsided: challenges that nobody answers, claims of one voice, questions of which one side has no evidence.

It says where something is missing on this site, for contributors to add; it weighs no side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from claimgraph.analysis.concentration import Concentration, of_claims
from claimgraph.analysis.leading import leads_to
from claimgraph.model.source import Side
from claimgraph.model.standing import Force, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.analysis.origins import Origins
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import Challenge, Standing

SIDES: Final[tuple[Side, ...]] = get_args(Side)
"""The sides, in the order in which they are listed."""

_ORDER: Final = {side: rank for rank, side in enumerate(SIDES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A challenge to a claim that no reply recorded here answers.

    `sides` are those of the voices that make the challenge, each once, in the order of `SIDES`. A challenge that is
    undecided is unanswered like one that holds: its `force` tells them apart.
    """

    claim: str
    challenge: Challenge
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A claim whose whole evidence is one voice: its id and name, and how many quotes and citations it gives."""

    claim: str
    voice: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """What stands behind one thesis: all claims that lead to it, on whichever side.

    `claims` are those, `evidenced` of them those for which there is evidence, be it inferred, `standing`
    those that stand, each in the order of ids. `evidence` is where what asserts them comes from.
    """

    thesis: str
    claims: tuple[str, ...]
    evidenced: tuple[str, ...]
    standing: tuple[str, ...]
    evidence: Concentration


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One topic's question, and what stands behind each answer, in the topic's order."""

    topic: str
    answers: tuple[Backing, ...]

    @property
    def bare(self) -> tuple[Backing, ...]:
        """Return the answers without evidence: the editors' alone, so to say."""
        return tuple(backing for backing in self.answers if not backing.evidenced)

    @property
    def is_one_sided(self) -> bool:
        """Tell whether fewer than two answers have evidence, so that a reader hears one side at most."""
        return len(self.answers) - len(self.bare) < 2  # noqa: PLR2004  a question has two sides at least


def unanswered(standings: Mapping[str, Standing], origins: Origins) -> tuple[Unanswered, ...]:
    """Return all challenges that nothing answers, in the order of the claims, then as in their standings."""
    return tuple(
        Unanswered(claim=id_, challenge=challenge, sides=_sides(challenge, standings, origins))
        for id_, standing in standings.items()
        for challenge in standing.challenges
        if challenge.force is not Force.ANSWERED
    )


def by_side(every: Iterable[Unanswered]) -> dict[Side, tuple[Unanswered, ...]]:
    """Return unanswered challenges by the side that makes them, one of two sides under both; every side is there."""
    found: dict[Side, list[Unanswered]] = {side: [] for side in SIDES}
    for each in every:
        for side in each.sides:
            found[side].append(each)
    return {side: tuple(those) for side, those in found.items()}


def _sides(challenge: Challenge, standings: Mapping[str, Standing], origins: Origins) -> tuple[Side, ...]:
    items = standings[challenge.claim].attested_by if challenge.item is None else (challenge.item,)
    known = (origins.of(challenge.claim, item) for item in items)
    return tuple(sorted({origin.side for origin in known if origin is not None}, key=_ORDER.__getitem__))


def lone(evidence: Mapping[str, Concentration]) -> tuple[Lone, ...]:
    """Return the claims whose whole evidence is one voice, in the order given; inferred claims have no voice."""
    return tuple(
        Lone(claim=id_, voice=found.voices[0].id, name=found.voices[0].name, count=found.voices[0].count)
        for id_, found in evidence.items()
        if len(found.voices) == 1
    )


def questions(corpus: Corpus, standings: Mapping[str, Standing], origins: Origins) -> tuple[Question, ...]:
    """Return what stands behind each answer of each topic that has answers, by topic in order of the alphabet."""
    return tuple(
        Question(topic=id_, answers=tuple(_backings(corpus, id_, standings, origins)))
        for id_, topic in corpus.topics.items()
        if topic.record.theses
    )


def _backings(corpus: Corpus, topic: str, standings: Mapping[str, Standing], origins: Origins) -> Iterator[Backing]:
    leading = leads_to(corpus)
    for thesis in corpus.topics[topic].record.theses:
        claims = tuple(id_ for id_ in corpus.claims if thesis in leading.get(id_, ()))
        evidenced = tuple(id_ for id_ in claims if standings[id_].state is not State.NOT_EVIDENCED)
        yield Backing(
            thesis=thesis,
            claims=claims,
            evidenced=evidenced,
            standing=tuple(id_ for id_ in evidenced if standings[id_].state in {State.UNCHALLENGED, State.STANDING}),
            evidence=of_claims(corpus, origins, claims, ("asserts",)),
        )
