"""The standing of a claim: the state shown to readers, and the links and quotes that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, TypeAlias


class State(StrEnum):
    """The state of a claim in the debate recorded here; the value is what readers see.

    The first four are for theses. Any other claim has the first of the other states that fits.
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
    """The label of a claim in the well-founded model, which depends only on what contradicts it."""

    IN = "stands"
    OPEN = "is in open dispute"
    OUT = "is contradicted"
    NOT_EVIDENCED = "has no evidence"


class Attack(StrEnum):
    """How a challenge attacks a claim."""

    OPPOSES = "opposes"
    DISPUTES = "disputes"
    UNDERCUTS = "undercuts"


class Force(StrEnum):
    """Whether a challenge or reply holds, is undecided, or is answered."""

    HOLDS = "holds"
    UNDECIDED = "undecided"
    ANSWERED = "answered"


class Gap(StrEnum):
    """Why what is given for a claim is not evidence."""

    TAKEN_FOR_GRANTED = "taken for granted"
    UNVERIFIED = "unverified"
    UNFOUNDED = "unfounded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A claim that undercuts a challenge: the conflict, or the quote or citation that disputes."""

    claim: str
    force: Force


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """One challenge to a claim.

    `claim` makes the challenge. With `DISPUTES` it is the challenged claim itself, and `item` is the number of its
    quote or citation that disputes it: quotes count from 0, citations continue after the last quote. Otherwise `item`
    is None. A claim that undercuts several grounds makes one challenge; `is_of_steps` tells that all of them are
    supports, so that no quote or citation is undercut. `replies` are to the challenge itself, in order of force, then
    of their claims' ids; what is said against `claim` is a challenge to that claim.
    """

    attack: Attack
    claim: str
    item: int | None
    force: Force
    replies: tuple[Reply, ...] = ()
    is_of_steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Who is behind something: the ids of voices and of lines of evidence; an unknown one has an empty id.

    `is_cited` tells that all of it is cited in our own words.
    """

    voices: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    is_cited: bool = True

    @property
    def count(self) -> int:
        """The number of voices or of lines of evidence, whichever is smaller."""
        return min(len(self.voices), len(self.lines))

    def __or__(self, other: Backing) -> Backing:
        """Return the backing of two things together."""
        if self.voices >= other.voices and self.lines >= other.lines and self.is_cited <= other.is_cited:
            return self
        return Backing(
            voices=self.voices | other.voices, lines=self.lines | other.lines, is_cited=self.is_cited and other.is_cited
        )


NOBODY: Final = Backing()
"""The backing of something that nobody holds."""

Bears: TypeAlias = Literal["supports", "counts against", "opposes", "disputes", "limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A reason for or against a claim, or a limit of it, that somebody holds.

    `premises` are its claims, first the one that makes the link; with `disputes`, the claim itself, and `item` is the
    number of its quote or citation. With `through`, the premises support that thesis, which opposes the claim.
    `backing` is who gives it. `false` are premises that are false and `hit_by` true claims that undercut the step: it
    is answered if there are any. `is_by_contested` tells that everything that answers it is contested itself. `is_own`
    tells that it comes only from voices that hold the claim.
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
    """The reasons on one side of a claim, unanswered ones first, then by the claims' ids.

    `backing` is that of the unanswered reasons.
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

    `challenges` are in order of force, then of their claims' ids. `attested_by` numbers the quotes and citations that
    are evidence for it, undercut or not, as in `Challenge`. `rests_on` are, in alphabetical order, the premises that
    give it its state: disputed ones if it is `OPEN`, contradicted ones if it is `CONTRADICTED`; empty if none do.
    `has_unchallenged_ground` tells that some of its evidence is not challenged, and is False without a challenge.
    `gaps` is empty for a claim with evidence. `has_unheard` tells that something recorded against it does not count:
    nobody is quoted or cited asserting it, or its quote is not verified or only takes it for granted.

    `pro` and `con` are the reasons for and against it, `limits` what limits it. If nobody asserts it and each reason
    for it has a premise with reasons against it, `contested_grounds` are these premises; otherwise it is empty.
    `rivals` are, in alphabetical order, the claims that give another figure and are not false. `backing` is who holds
    it.
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
        """Tell whether somebody is quoted or cited asserting it; if nobody is, it attacks nothing.

        A claim with evidence that is not voiced is inferred by the editors.
        """
        return bool(self.attested_by)

    @property
    def is_thesis(self) -> bool:
        """Tell whether it is a thesis: an answer to a topic's question, which nothing contradicts."""
        return self.state in _OF_THESES

    @property
    def has_con(self) -> bool:
        """Tell whether a reason against it, or against each reason for it, stands."""
        return bool(self.con.standing or self.contested_grounds)

    @property
    def label(self) -> Label | None:
        """Its label, which depends only on what contradicts it; None for a thesis."""
        return None if self.is_thesis else _LABELS.get(self.state, Label.IN)


_OF_THESES: Final = frozenset({State.BOTH_SIDES, State.FOR_ONLY, State.AGAINST_ONLY, State.NO_REASONS})
_LABELS: Final = {
    State.NOT_EVIDENCED: Label.NOT_EVIDENCED,
    State.CONTRADICTED: Label.OUT,
    State.OPEN: Label.OPEN,
}
