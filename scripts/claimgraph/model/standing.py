"""How a claim stands, and why: the state shown to readers, and the links and quotes that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """The state of a claim in the debate recorded here; the value is what readers see."""

    UNCHALLENGED = "No challenge recorded here"
    STANDING = "Challenged, still standing"
    OPEN = "Open dispute"
    UNANSWERED = "Challenge without a recorded reply"
    NOT_EVIDENCED = "Not yet evidenced"


class Attack(StrEnum):
    """In which way a challenge challenges."""

    OPPOSES = "opposes"
    DISPUTES = "disputes"
    UNDERCUTS = "undercuts"


class Force(StrEnum):
    """What became of a challenge or a reply: it holds, neither is settled, or it is answered."""

    HOLDS = "holds"
    UNDECIDED = "undecided"
    ANSWERED = "answered"


class Gap(StrEnum):
    """What is given for a claim and is no evidence."""

    TAKEN_FOR_GRANTED = "taken for granted"
    UNVERIFIED = "unverified"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A claim that undercuts a challenge itself: the conflict, or the quote or citation that disputes."""

    claim: str
    force: Force


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """One challenge to a claim.

    `claim` is the claim that makes it; with `DISPUTES`, the challenged claim itself, whose quote or citation of number
    `item` disputes it: quotes count from 0, citations go on after the last quote; else `item` is None. `UNDERCUTS`
    stands once for a claim that undercuts several grounds; `is_of_steps` tells that all of these are supports, so that
    what is quoted and cited for the challenged claim is not touched. `replies` are those to the challenge itself, in
    the order of their force, then of their claims' ids; what is said against `claim` are the challenges to that.
    """

    attack: Attack
    claim: str
    item: int | None
    force: Force
    replies: tuple[Reply, ...] = ()
    is_of_steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one claim stands.

    `challenges` are in the order of their force, then of their claims' ids. `attested_by` are the numbers of the quotes
    and citations that are evidence for it, whether or not they are undercut; see `Challenge` for how they count.
    `rests_on` are the ids of the premises to which it owes its state, in order of the alphabet: those in dispute if it
    is `OPEN`, those that fail if it is `UNANSWERED`; empty where it owes nothing to them. `has_unchallenged_ground`
    tells that some of its evidence is not challenged, and is False without a challenge. `gaps` is empty for a claim
    that is evidenced. `has_unheard` tells that something recorded against it counts as no challenge: nobody is quoted
    or cited asserting it, or its quote is not verified or only takes it for granted.
    """

    state: State
    challenges: tuple[Challenge, ...] = ()
    attested_by: tuple[int, ...] = ()
    rests_on: tuple[str, ...] = ()
    has_unchallenged_ground: bool = False
    gaps: tuple[Gap, ...] = ()
    has_unheard: bool = False

    @property
    def is_voiced(self) -> bool:
        """Tell whether somebody is quoted or cited asserting it; else it attacks nothing.

        A claim that is evidenced and not voiced is inferred by the editors.
        """
        return bool(self.attested_by)
