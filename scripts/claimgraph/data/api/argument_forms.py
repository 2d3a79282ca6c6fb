"""What the API says of the argument: why a claim stands so, and what turns on it.

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
    role: Literal["opposes", "disputes", "undercuts", "counts against", "limits", "replies to", "is a reason for"]
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
