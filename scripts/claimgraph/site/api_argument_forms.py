"""What the API says of the argument: why a claim stands so, what turns on it, and the state of the whole debate.

The same holds as for the other forms: every field is always there, with one type; see `api_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

_FORM: Final = ConfigDict(extra="forbid")

State = Literal[
    "Reasons on both sides",
    "Reasons for it only",
    "Reasons against it only",
    "No reasons recorded",
    "No evidence recorded",
    "Contradicted, with no reply here",
    "Open dispute: each side’s claim excludes the other’s",
    "Contested: reasons against it stand",
    "Challenged; other grounds stand",
    "Said to hold only in part",
    "Challenged, and answered here",
    "Other figures stand beside it",
    "Not disputed here",
]
Label = Literal["stands", "is in open dispute", "is contradicted", "has no evidence"]
Side = Literal["official", "supportive", "critical", "neutral"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalQuestion:
    """A question that a kind of reason leaves open."""

    __pydantic_config__ = _FORM
    id: str
    """Its id, unique within the scheme."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A kind of reason: an argumentation scheme, after Walton, Reed and Macagno (2008)."""

    __pydantic_config__ = _FORM
    id: str
    name: str
    """What readers know it by."""
    says: str
    """How such a reason goes, in a sentence."""
    questions: tuple[CriticalQuestion, ...]
    """Its critical questions."""
    url: str
    """Where it is explained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer:
    """A critical question about a step, and a claim that answers it."""

    __pydantic_config__ = _FORM
    from_claim: str
    """The id of the claim that makes the step."""
    to_claim: str
    """The id of the claim that is supported."""
    question: str
    """The id of the question, in the step's scheme."""
    answered_by: str
    """The id of the claim of which a link answers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One place in the tree of reasons for the state of a claim."""

    __pydantic_config__ = _FORM
    role: Literal[
        "opposes", "disputes", "undercuts", "counts against", "limits", "replies to", "is a reason for"
    ]
    """What it does to what stands above it."""
    claim: str
    """The id of the claim that does so; with the role "disputes", of the claim of which words dispute it."""
    quote: int | None
    """With "disputes": the number of the quote, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation, from 1; null otherwise."""
    state: State | None
    """How the claim stands; null for words that dispute."""
    force: Literal["holds", "undecided", "answered", ""]
    """What became of a challenge or a reply; empty for a reason."""
    of_steps: bool
    """Whether a claim that undercuts does so to reasons alone, and not to words."""
    elsewhere: bool
    """Whether there is more than stands below: in the tree, nearer to its top, or beyond its bounds."""
    below: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing done to what is recorded, to see what changes."""

    __pydantic_config__ = _FORM
    kind: Literal[
        "answer an opposition",
        "answer words that dispute",
        "answer an undercut",
        "take away a reply",
        "take away evidence",
        "take away a support",
    ]
    claim: str
    """The id of the claim that is challenged, evidenced or supported."""
    by: str
    """The id of the claim that opposes, undercuts, supports or replies; empty where it is words."""
    against: str
    """Of a reply to an opposition: the id of the claim that opposes."""
    quote: int | None
    """The number of the quote concerned, from 1; null where it is none."""
    citation: int | None
    """The number of the citation concerned, from 1; null where it is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Deeds that together change what becomes of a claim."""

    __pydantic_config__ = _FORM
    deeds: tuple[Deed, ...]
    label: Label
    """What then becomes of the claim by what contradicts it alone."""
    words: str
    """The same as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What would change whether a claim stands: the fewest deeds that do."""

    __pydantic_config__ = _FORM
    summary: str
    """What was found, in a sentence."""
    searched: int
    """Up to how many deeds together everything was tried; 0 where the claim hangs on too much."""
    count: int
    """In how many ways so few deeds change it."""
    smallest: tuple[Change, ...]
    """These ways, the first dozen at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What depends on a claim: what would be otherwise if it fell. Ids of claims, in order of the alphabet."""

    __pydantic_config__ = _FORM
    claim: str
    falls: tuple[str, ...]
    """Those that would no longer stand."""
    rises: tuple[str, ...]
    """Those that then would."""
    weakens: tuple[str, ...]
    """Those that would lose a reason and still stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """Where some evidence comes from; the same words count once."""

    __pydantic_config__ = _FORM
    quotes: int
    """Verified quotes."""
    citations: int
    """Facts found in a source whose wording is not captured yet."""
    voices: int
    """Voices that they come from."""
    lines: int
    """Independent lines of evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many claims are in a state."""

    __pydantic_config__ = _FORM
    state: State
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A challenge that nothing recorded here answers."""

    __pydantic_config__ = _FORM
    claim: str
    """The id of the claim that is challenged."""
    attack: Literal["opposes", "disputes", "undercuts"]
    by: str
    """The id of the claim that challenges it; with "disputes" of the challenged claim, of which words dispute it."""
    quote: int | None
    """With "disputes": the number of the quote, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation, from 1; null otherwise."""
    settled: bool
    """Whether it holds; else neither side is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideChallenges:
    """The unanswered challenges that voices of one side make; one made by two sides stands with both."""

    __pydantic_config__ = _FORM
    side: Side
    """The side, as the editors see it; for balance only."""
    challenges: tuple[Challenge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A claim whose whole evidence is one voice."""

    __pydantic_config__ = _FORM
    claim: str
    voice: str
    """The id of the voice."""
    name: str
    count: int
    """How many quotes and citations it gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThesisBalance:
    """How one thesis is weighed. Voices are counted, or lines of evidence where these are fewer."""

    __pydantic_config__ = _FORM
    thesis: str
    """Its id."""
    state: State
    voices_for: int
    """How many stand behind the reasons for it that nobody answers."""
    voices_against: int
    """How many stand behind the reasons against it that nobody answers."""
    answered_for: int
    """How many reasons for it are answered."""
    answered_against: int
    """How many reasons against it are answered."""
    claims: int
    """How many claims lead to it, on whichever side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBalance:
    """One topic: where its evidence comes from, and how its theses are weighed."""

    __pydantic_config__ = _FORM
    topic: str
    claims: int
    """How many claims it has."""
    one_voice: int
    """How many of them have one voice as their whole evidence."""
    evidence: Concentration
    """Where what asserts or disputes its claims comes from."""
    theses: tuple[ThesisBalance, ...]
    one_sided: bool
    """Whether it has theses, and none has reasons on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to settle a dispute: ids of claims."""

    __pydantic_config__ = _FORM
    stand: tuple[str, ...]
    fall: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Claims that are undecided together."""

    __pydantic_config__ = _FORM
    claims: tuple[str, ...]
    readings: tuple[Reading, ...]
    """The ways to settle it; empty where it is too large to look for them."""
    alike: tuple[str, ...]
    """Those of the claims that fare alike however it is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The state of the whole debate, as recorded on this site; it weighs no side and is no verdict on truth."""

    __pydantic_config__ = _FORM
    as_of: str
    """The day of which standings are told, as YYYY-MM-DD."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""
    states: tuple[StateCount, ...]
    unanswered: tuple[SideChallenges, ...]
    """The challenges that nothing recorded here answers."""
    relied_on: tuple[Reliance, ...]
    """The claims on which others depend, those with the most that would fall first."""
    untried: tuple[str, ...]
    """The ids of claims on which too much turns for that to be tried."""
    one_voice: tuple[Lone, ...]
    """The claims whose whole evidence is one voice."""
    topics: tuple[TopicBalance, ...]
    disputes: tuple[Dispute, ...]
    """The open disputes."""
