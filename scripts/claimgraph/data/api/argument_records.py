"""The API's records of the argument: the reasons for a claim's state, and what depends on the claim.

As in all records, every field is always there, with one type; see `records`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

_CONFIG: Final = ConfigDict(extra="forbid")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalQuestion:
    """A question that a kind of reason leaves open."""

    __pydantic_config__ = _CONFIG
    id: str
    """Its id, unique within the scheme."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A kind of reason: an argumentation scheme, after Walton, Reed and Macagno (2008)."""

    __pydantic_config__ = _CONFIG
    id: str
    name: str
    """The name that readers see."""
    says: str
    """The pattern of such a reason, in a sentence."""
    questions: tuple[CriticalQuestion, ...]
    """Its critical questions."""
    url: str
    """The address of its description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer:
    """A critical question about a step, and a claim that answers it."""

    __pydantic_config__ = _CONFIG
    from_claim: str
    """The id of the claim that makes the step."""
    to_claim: str
    """The id of the claim that is supported."""
    question: str
    """The id of the question, in the step's scheme."""
    answered_by: str
    """The id of the claim whose link answers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One node of the tree of reasons for the state of a claim."""

    __pydantic_config__ = _CONFIG
    role: Literal["opposes", "disputes", "undercuts", "counts against", "limits", "replies to", "is a reason for"]
    """Its role towards the node above it."""
    claim: str
    """The id of the claim that gives the reason; with "disputes", of the disputed claim, whose quotes are counted."""
    quote: int | None
    """With "disputes": the number of the quote, from 1; null otherwise."""
    citation: int | None
    """With "disputes": the number of the citation, from 1; null otherwise."""
    state: State | None
    """The state of the claim; null for words that dispute."""
    force: Literal["holds", "undecided", "answered", ""]
    """Whether a challenge or a reply holds; empty for a reason."""
    of_steps: bool
    """Whether a claim that undercuts hits steps alone, and no quotes or citations."""
    elsewhere: bool
    """Whether some of its reasons are left out below: they are nearer to the top of the tree, or beyond its size."""
    below: tuple[Reason, ...]
    """The reasons for the state of the claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One hypothetical change of what is recorded."""

    __pydantic_config__ = _CONFIG
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
    """The id of the claim that opposes, undercuts, supports or replies; empty for quotes and citations."""
    against: str
    """For a reply to an opposition: the id of the claim that opposes."""
    quote: int | None
    """The number of the quote concerned, from 1; null if there is none."""
    citation: int | None
    """The number of the citation concerned, from 1; null if there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A set of actions that changes whether a claim stands."""

    __pydantic_config__ = _CONFIG
    deeds: tuple[Action, ...]
    """The actions."""
    label: Label
    """Whether the claim stands then, judged by what contradicts it alone."""
    words: str
    """The same as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """The smallest sets of actions that would change whether a claim stands."""

    __pydantic_config__ = _CONFIG
    summary: str
    """The result, in a sentence."""
    searched: int
    """The number of actions up to which all sets were tried; 0 if the claim depends on too many others."""
    count: int
    """The number of sets of the smallest size."""
    smallest: tuple[Change, ...]
    """These sets, at most twelve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What depends on a claim: what would change if it fell. Ids of claims in alphabetical order."""

    __pydantic_config__ = _CONFIG
    claim: str
    falls: tuple[str, ...]
    """The claims that would no longer stand."""
    rises: tuple[str, ...]
    """The claims that would stand only then."""
    weakens: tuple[str, ...]
    """The claims that would lose a reason and still stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """The number of voices and lines behind some evidence; the same words count once."""

    __pydantic_config__ = _CONFIG
    quotes: int
    """Verified quotes."""
    citations: int
    """Facts found in a source whose wording is not captured yet."""
    voices: int
    """The voices of these quotes and citations."""
    lines: int
    """Independent lines of evidence."""
