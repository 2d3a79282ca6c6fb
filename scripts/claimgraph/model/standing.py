"""How a claim stands, and why: the state shown to readers, and the links and quotes that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias


class State(StrEnum):
    """The state of a claim in the debate recorded here; the value is what readers see.

    The first four are those of theses. Of the others, the first that fits is the state of a claim.
    """

    BOTH_SIDES = "Reasons on both sides"
    FOR_ONLY = "Reasons for it only"
    AGAINST_ONLY = "Reasons against it only"
    NO_REASONS = "No reasons recorded"
    NOT_EVIDENCED = "No evidence recorded"
    CONTRADICTED = "Contradicted, with no reply here"
    OPEN = "Open dispute: each side’s claim excludes the other’s"
    CONTESTED = "Contested: reasons against it stand"
    OUTLASTING = "Challenged; other grounds stand"
    PARTIAL = "Said to hold only in part"
    ANSWERED = "Challenged, and answered here"
    RIVALLED = "Other figures stand beside it"
    UNDISPUTED = "Not disputed here"


class Label(StrEnum):
    """What becomes of a claim by what contradicts it alone: its label in the well-founded model, where evidenced."""

    IN = "stands"
    OPEN = "is in open dispute"
    OUT = "is contradicted"
    NOT_EVIDENCED = "has no evidence"


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
class Backing:
    """Whose words something is in the end: ids of voices and of lines of evidence.

    `is_cited` tells that all of it is told in our own words. A voice or line that is unknown has an empty id.
    """

    voices: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    is_cited: bool = True

    @property
    def count(self) -> int:
        """The smaller of the numbers of voices and of lines of evidence."""
        return min(len(self.voices), len(self.lines))

    def __or__(self, other: Backing) -> Backing:
        """Return the backing of two things together."""
        if self.voices >= other.voices and self.lines >= other.lines and self.is_cited <= other.is_cited:
            return self
        return Backing(
            voices=self.voices | other.voices, lines=self.lines | other.lines, is_cited=self.is_cited and other.is_cited
        )


NOBODY: Final = Backing()
"""The backing of what nobody holds."""

Bears: TypeAlias = Literal["supports", "counts against", "opposes", "disputes", "limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A reason for or against a claim, or a limit of it, that somebody holds.

    `premises` are the claims from which it leads, the one that makes the link first; of `disputes` the claim itself,
    whose quote or citation of number `item` disputes it. With `through`, the premises support that thesis, which
    opposes the claim. `backing` is whose reason it is. It is answered if `false` names premises that are, or `hit_by`
    those who undercut the step and are true. `is_by_contested` tells that all that answers it is contested itself.
    `is_own` tells that it has no voice but those of the claim.
    """

    bears: Bears
    premises: tuple[str, ...]
    backing: Backing
    item: int | None = None
    through: str | None = None
    false: tuple[str, ...] = ()
    hit_by: tuple[str, ...] = ()
    is_by_contested: bool = False
    is_own: bool = False

    @property
    def claim(self) -> str:
        """The claim that makes the link."""
        return self.premises[0]

    @property
    def is_answered(self) -> bool:
        """Tell whether a premise is false, or the step is undercut."""
        return bool(self.false or self.hit_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a claim: the reasons of that side, those that nobody answers first, then by the claims' ids.

    `backing` is that of the reasons that nobody answers.
    """

    points: tuple[Point, ...] = ()
    backing: Backing = NOBODY

    @property
    def standing(self) -> tuple[Point, ...]:
        """The reasons that nobody answers."""
        return tuple(point for point in self.points if not point.is_answered)

    @property
    def answered(self) -> tuple[Point, ...]:
        """The reasons that are answered."""
        return tuple(point for point in self.points if point.is_answered)


NO_SIDE: Final = Side()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one claim stands.

    `challenges` are in the order of their force, then of their claims' ids. `attested_by` are the numbers of the quotes
    and citations that are evidence for it, whether or not they are undercut; see `Challenge` for how they count.
    `rests_on` are the ids of the premises to which it owes its state, in order of the alphabet: those in dispute if it
    is `OPEN`, those that fail if it is `CONTRADICTED`; empty where it owes nothing to them. `has_unchallenged_ground`
    tells that some of its evidence is not challenged, and is False without a challenge. `gaps` is empty for a claim
    that is evidenced. `has_unheard` tells that something recorded against it counts for nothing: nobody is quoted or
    cited asserting it, or its quote is not verified or only takes it for granted.

    `pro` and `con` are the reasons for and against it, `limits` what limits it. `contested_grounds` are the ids of
    premises with reasons against them, one at least of each reason for a claim that nobody asserts; empty unless each
    has one. `rivals` are the ids of claims that give another figure and are not false, in order of the alphabet.
    `backing` is who holds it.
    """

    state: State
    challenges: tuple[Challenge, ...] = ()
    attested_by: tuple[int, ...] = ()
    rests_on: tuple[str, ...] = ()
    has_unchallenged_ground: bool = False
    gaps: tuple[Gap, ...] = ()
    has_unheard: bool = False
    pro: Side = NO_SIDE
    con: Side = NO_SIDE
    limits: Side = NO_SIDE
    contested_grounds: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    backing: Backing = NOBODY

    @property
    def is_voiced(self) -> bool:
        """Tell whether somebody is quoted or cited asserting it; else it attacks nothing.

        A claim that is evidenced and not voiced is inferred by the editors.
        """
        return bool(self.attested_by)

    @property
    def is_thesis(self) -> bool:
        """Tell whether it is an answer to a topic's question, which stands outside of what contradicts what."""
        return self.state in _OF_THESES

    @property
    def has_con(self) -> bool:
        """Tell whether reasons against it stand, or against each reason for it."""
        return bool(self.con.standing or self.contested_grounds)

    @property
    def label(self) -> Label | None:
        """What becomes of it by what contradicts it alone; None for a thesis."""
        return None if self.is_thesis else _LABELS.get(self.state, Label.IN)


_OF_THESES: Final = frozenset({State.BOTH_SIDES, State.FOR_ONLY, State.AGAINST_ONLY, State.NO_REASONS})
_LABELS: Final = {
    State.NOT_EVIDENCED: Label.NOT_EVIDENCED,
    State.CONTRADICTED: Label.OUT,
    State.OPEN: Label.OPEN,
}
