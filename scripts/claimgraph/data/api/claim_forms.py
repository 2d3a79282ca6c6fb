"""What the API says of a claim: what a list says of all, what a shard adds to that, and the two together.

The same holds as for the other forms: every field is always there, with one type; see `api_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import ConfigDict

from claimgraph.data.api.argument_forms import (  # noqa: TC001  likewise
    Prospect,
    QuestionAnswer,
    Reason,
    Reliance,
)
from claimgraph.data.api.evidence_forms import Citation, Figure, Quote  # noqa: TC001  likewise
from claimgraph.data.api.standing_forms import Sides, Standing  # noqa: TC001  likewise
from claimgraph.model.claim import Kind  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.model.links import Difference, LinkKind  # noqa: TC001  pydantic reads it when it makes the schemas

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where and when a claim holds: what it speaks about, not when it was said."""

    __pydantic_config__ = _FORM
    place: str
    """The place spoken about."""
    period: str
    """The time spoken about, in EDTF (ISO 8601-2)."""
    first_day: str | None
    """Its first day as YYYY-MM-DD; null where it is open or unknown."""
    last_day: str | None
    """Its last day as YYYY-MM-DD; null where it is open or unknown."""
    population: str
    """Whom it speaks about."""
    measure: str
    """What was measured."""
    denominator: str
    """Of what a share is a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What is recorded on one side."""

    __pydantic_config__ = _FORM
    quotes: int
    """Quotes."""
    verified: int
    """Those of them that were found word for word in their source."""
    voices: int
    """Voices in which the verified quotes speak."""
    lines: int
    """Independent lines of evidence behind the verified quotes and the citations."""
    citations: int
    """Facts found in a source whose wording is not quoted: as a rule because it is not captured yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How much is recorded for and against a claim itself; what other claims say of it are its links."""

    __pydantic_config__ = _FORM
    asserting: Count
    """What asserts it."""
    disputing: Count
    """What disputes it."""
    taken_for_granted: int
    """Quotes that only take it for granted; they count on neither side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCount:
    """How many links of each kind."""

    __pydantic_config__ = _FORM
    supports: int
    counts_against: int
    opposes: int
    limits: int
    rivals: int
    context: int
    undercuts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """One claim in a list."""

    __pydantic_config__ = _FORM
    id: str
    """The id, which is never used for another claim."""
    title: str
    """A label."""
    assertion: str
    """What is claimed, in one neutral sentence of the editors."""
    kind: Kind
    """What kind of assertion it is."""
    topic: str
    """The id of its topic."""
    thesis: bool
    """Whether it is a thesis: an answer to its topic's question, worded by the editors."""
    one_sided: str
    """Of a thesis with reasons on one side only: what was looked for on the other."""
    theses: tuple[str, ...]
    """The ids of the theses that it leads to by reasons for or against; a thesis leads to itself."""
    scope: Scope
    standing: Standing
    sides: Sides
    rivals: tuple[str, ...]
    """The ids of claims that give another figure for the same thing."""
    context: tuple[str, ...]
    """The ids of claims that a reader should know beside it; they are on no side."""
    evidence: Evidence
    links_made: LinkCount
    """Links that it makes to other claims."""
    links_met: LinkCount
    """Links that other claims make to it."""
    former_ids: tuple[str, ...]
    """Ids that it had before; their addresses still work."""
    replaced_by: str | None
    """The id of the claim that replaces it; null where none does."""
    url: str
    """Its page."""
    shard: str
    """The file with the rest of what is known of it, and of other claims."""
    json: str
    """A file with everything on it alone; empty where this map has none for each claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link from one claim to another."""

    __pydantic_config__ = _FORM
    kind: LinkKind
    from_claim: str
    """The id of the claim that makes it."""
    from_title: str
    to_claim: str
    """The id of the claim that it names."""
    to_title: str
    because: str
    """Why it holds."""
    despite: str
    """Of an opposition or an undercut: why it holds although the two differ in whom or what they count."""
    with_claims: tuple[str, ...]
    """Of a step, for or against: the ids of the other premises without which it does not hold."""
    differs_in: tuple[Difference, ...]
    """Of another figure for the same thing: in what the two differ."""
    hits_quote: str
    """Of an undercut: the name of the quote of `to_claim` that it hits."""
    hits_citation: str
    """Of an undercut: the name of the citation of `to_claim` that it hits."""
    hits_rests_on: str
    """Of an undercut: the study on which all quotes and citations of `to_claim` rest that it hits."""
    hits_support_of: str
    """Of an undercut: the id of the claim that `to_claim` supports, where it hits that step."""
    hits_counting_against: str
    """Of an undercut: the id of the claim that `to_claim` counts against, where it hits that step."""
    hits_limit_of: str
    """Of an undercut: the id of the claim that `to_claim` limits, where it hits that limit."""
    hits_opposition_to: str
    """Of an undercut: the id of the claim that `to_claim` opposes, where it hits that conflict."""
    scheme: str
    """Of a step: the kind of reason that it is, by its id in `schemes.json`; empty where none is named."""
    answered: tuple[QuestionAnswer, ...]
    """Of a step: the critical questions about it that claims here answer."""
    answers: tuple[QuestionAnswer, ...]
    """Of another link: the critical questions that it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a claim, from every side."""

    __pydantic_config__ = _FORM
    made: tuple[Link, ...]
    """Those that it makes."""
    met: tuple[Link, ...]
    """Those that others make to it."""
    premise_of: tuple[Link, ...]
    """Steps that others make, for or against, of which it is a further premise."""
    third_of: tuple[Link, ...]
    """Undercuts that hit a step to it, a limit of it, or a conflict with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A number, date or share of a claim that the editors worked out: no quote and no finding of it says so."""

    __pydantic_config__ = _FORM
    value: str
    """The number, date or share as the assertion or the figure has it."""
    how: str
    """From what it was worked out, and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A proper name of the assertion that the editors supplied: no quote and no finding has it."""

    __pydantic_config__ = _FORM
    name: str
    """The name."""
    how: str
    """How one knows that this one is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """That a second person held a claim side by side with its quotes."""

    __pydantic_config__ = _FORM
    by: str
    """Who did, by name."""
    on: str
    """The day, as YYYY-MM-DD."""


@dataclass(frozen=True, kw_only=True)  # no slots: of the two bases of a class, one at most can have them
class ClaimDetail:
    """What a shard says of a claim: what it is, and all that the list of claims leaves out."""

    __pydantic_config__ = _FORM
    id: str
    """The id, by which the list of claims has the rest."""
    title: str
    """A label."""
    assertion: str
    """What is claimed, in one neutral sentence of the editors."""
    standing: Standing
    as_of: str
    """The day of which the standing is told, as YYYY-MM-DD."""
    quotes: tuple[Quote, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    computed: tuple[Computed, ...]
    """The numbers, dates and shares in it that no quote and no finding has."""
    named: tuple[Named, ...]
    """The proper names in it that no quote and no finding has."""
    read: SecondReading | None
    """That a second person held it side by side with its quotes; null where nobody has recorded that."""
    links: Links
    reasons: tuple[Reason, ...]
    """Why it stands so: what challenges it, what answers that, and what it rests on; empty where nobody challenges it,
    and it rests on nothing that is challenged."""
    would_change: Prospect | None
    """What would change whether it stands; null for a thesis, and where the reasons are empty."""
    reliance: Reliance
    """What depends on it."""
    note: str
    """An editor's remark."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""


@dataclass(frozen=True, kw_only=True)
class WholeClaim(ClaimDetail, ClaimEntry):
    """Everything on one claim: what the list of claims says of it, and what its shard adds."""

    __pydantic_config__ = _FORM


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A file that tells of some claims all that the list of claims leaves out."""

    __pydantic_config__ = _FORM
    id: str
    """Its name: the last two digits of the CRC-32 of the ids of its claims, in hexadecimal."""
    claims: tuple[str, ...]
    """The ids of its claims."""
    url: str
    """Its address."""
