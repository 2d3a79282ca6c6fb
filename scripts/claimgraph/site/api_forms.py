"""What the API says: the records of `/api/v1/`, of which the published JSON Schemas are made.

Every field is always there, with one type. A text that is not given is empty, a list that has nothing is empty; null
stands only where a field's description says so. Addresses are absolute where the site's own is set; else they are
relative to the file in which they stand (RFC 3986, section 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.model.claim import Kind, Mode, Stance  # noqa: TC001  pydantic reads them when it makes the schemas
from claimgraph.site.api_argument_forms import (  # noqa: TC001  likewise
    Concentration,
    Prospect,
    QuestionAnswer,
    Reason,
    Reliance,
    State,
)

_FORM: Final = ConfigDict(extra="forbid")

LinkKind = Literal["supports", "opposes", "qualifies", "undercuts"]


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
class Standing:
    """How a claim fares in the debate recorded on this site; not a verdict on its truth. Show the evidence with it."""

    __pydantic_config__ = _FORM
    state: State
    """The state, in words."""
    reason: str
    """Why, in a sentence or a few."""


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
    opposes: int
    qualifies: int
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
    answers: tuple[str, ...]
    """The answers to the topic's question that it gives, in words."""
    scope: Scope
    standing: Standing
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
    json: str
    """The file with everything on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVoice:
    """Whose words a quote is."""

    __pydantic_config__ = _FORM
    id: str
    """The id of the voice; empty where the source is unknown."""
    name: str
    role: str
    """In which capacity it speaks."""
    url: str
    """Its page; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """Where a quote, citation or figure comes from."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    issued: str
    """When it was published, in EDTF."""
    url: str
    """Its page; empty where it is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a source a verified quote stands."""

    __pydantic_config__ = _FORM
    first_line: int
    """The first line of the captured text, counted from 1."""
    last_line: int
    """The last line."""
    posted_by: str
    """Who posts another's words there."""
    is_whole: bool
    """Whether the quote leaves out nothing of its sentences."""
    left_out: tuple[Literal["negation", "hedge", "condition", "attribution"], ...]
    """Kinds of small words that the rest of the sentence has; then `context` says why the cut is fair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a source in which a voice asserts or disputes the claim."""

    __pydantic_config__ = _FORM
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    exact: str
    """The words, as they stand; `[...]` leaves some out, `[sic]` and `[an insertion]` are the editors'."""
    stance: Stance
    mode: Mode
    """How the speaker stands to the words."""
    speaker: str
    """Who says them, as the source names them; empty for its author."""
    of: str
    """Whose words the speaker reports."""
    voice: NamedVoice
    source: NamedSource
    verified: bool
    """Whether the words stand in the source as quoted."""
    check: str
    """What the check found."""
    place: Place | None
    """Where they stand; null where they are not verified."""
    prefix: str
    """Words right before, where they tell two places apart."""
    suffix: str
    """Words right after, likewise."""
    context: str
    """Why the cut is fair, where the sentence says more."""
    url: str
    """The quote on the claim's page."""
    source_url: str
    """The source, at these words where the browser can find them; empty where it is not on the web."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A fact or figure found in a source, in the editors' words; its wording is not quoted."""

    __pydantic_config__ = _FORM
    number: int
    """Its number in the claim, counted from 1."""
    id: str
    """Its name in the claim, by which an undercut hits it."""
    finding: str
    stance: Stance
    where: str
    """Where in the source it stands."""
    source: NamedSource
    url: str
    """The citation on the claim's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a source gives."""

    __pydantic_config__ = _FORM
    measure: str
    """The id of the measure."""
    name: str
    """What the measure is called."""
    unit: str
    """The unit of the value; empty where the measure is unknown."""
    value: str
    """The number as the source gives it, in plain decimals, so that no digit is lost."""
    period: str
    """The time in which it was counted, in EDTF."""
    population: str
    """Who was counted."""
    denominator: str
    """Of what a share is a share."""
    source: NamedSource


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
    """Of an opposition: why both cannot hold although they differ in whom or what they count."""
    with_claims: tuple[str, ...]
    """Of a support: the ids of the other premises without which it does not hold."""
    hits_quote: str
    """Of an undercut: the name of the quote of `to_claim` that it hits."""
    hits_citation: str
    """Of an undercut: the name of the citation of `to_claim` that it hits."""
    hits_support_of: str
    """Of an undercut: the id of the claim that `to_claim` supports, where it hits that step."""
    hits_opposition_to: str
    """Of an undercut: the id of the claim that `to_claim` opposes, where it hits that conflict."""
    scheme: str
    """Of a support: the kind of reason that it is, by its id in `schemes.json`; empty where none is named."""
    answered: tuple[QuestionAnswer, ...]
    """Of a support: the critical questions about it that claims here answer."""
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
    """Supports that others make, of which it is a further premise."""
    third_of: tuple[Link, ...]
    """Undercuts that hit a step to it, or a conflict with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeClaim(ClaimEntry):
    """Everything on one claim: what a list says of it, and the rest."""

    __pydantic_config__ = _FORM
    as_of: str
    """The day of which the standing is told, as YYYY-MM-DD."""
    quotes: tuple[Quote, ...]
    citations: tuple[Citation, ...]
    figures: tuple[Figure, ...]
    links: Links
    reasons: tuple[Reason, ...]
    """Why it stands so: what challenges it, what answers that, and what it rests on; empty where nobody challenges it,
    and it rests on nothing that is challenged."""
    would_change: Prospect | None
    """What would change its state; null where the reasons are empty."""
    reliance: Reliance
    """What depends on it."""
    note: str
    """An editor's remark."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that is quoted or cited."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    short_title: str
    type: str
    """The type of the item in CSL 1.0.2."""
    authors: tuple[str, ...]
    issued: str
    """When it was published, in EDTF."""
    event_date: str
    """When the event took place that it records, in EDTF."""
    publisher: str
    container_title: str
    """The journal, site or book that it is part of."""
    doi: str
    """Its DOI, without the resolver's address."""
    document_url: str
    """Its own web address."""
    archived_url: str
    """The address of an archived copy."""
    licence: str
    """Under which licence it stands, as far as known."""
    depth: Literal["full", "excerpt", "none"]
    """How much of its text was captured, so that quotes can be checked."""
    captured: bool
    """Whether a capture is there."""
    independence: str
    """Sources with one value here are one line of evidence; by default the id."""
    side: Literal["official", "supportive", "critical", "neutral"]
    """Where its voice stands towards the programme, as the editors see it; for balance only."""
    quoted_by: tuple[str, ...]
    """The ids of the claims that quote it."""
    cited_by: tuple[str, ...]
    """The ids of the claims that cite it."""
    voices: tuple[str, ...]
    """The ids of the voices that are quoted from it."""
    former_ids: tuple[str, ...]
    url: str
    """Its page here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a topic's question."""

    __pydantic_config__ = _FORM
    answer: str
    claims: tuple[str, ...]
    """The ids of the claims that give it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question that claims answer."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    question: str
    summary: str
    """The dispute in a few sentences; `[[id]]` names a claim."""
    answers: tuple[Answer, ...]
    others: tuple[str, ...]
    """The ids of its claims that no answer lists."""
    related: tuple[str, ...]
    """The ids of claims of other topics that bear on it."""
    evidence: Concentration
    """Where what asserts or disputes its claims comes from."""
    one_voice: int
    """Of how many of its claims the whole evidence is one voice."""
    former_ids: tuple[str, ...]
    url: str
    """Its page."""
    json: str
    """The file with its claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Topic):
    """One topic with its claims."""

    __pydantic_config__ = _FORM
    claims: tuple[ClaimEntry, ...]
    """Its claims, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """An interest of a voice that a source states."""

    __pydantic_config__ = _FORM
    text: str
    source: str
    """The id of the source that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who is quoted: a person, an organisation, or an anonymous participant."""

    __pydantic_config__ = _FORM
    id: str
    name: str
    role: str
    """In which capacity it speaks, as the sources state it."""
    interests: tuple[Interest, ...]
    quotes: int
    """How many quotes have it."""
    claims: tuple[str, ...]
    """The ids of the claims that quote it."""
    sources: tuple[str, ...]
    """The ids of the sources in which it is quoted."""
    url: str
    """Its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file of the API or an export."""

    __pydantic_config__ = _FORM
    url: str
    holds: str
    """What it holds."""
    bytes: int
    schema: str
    """Its JSON Schema; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many records there are."""

    __pydantic_config__ = _FORM
    claims: int
    topics: int
    sources: int
    voices: int
    quotes: int
    citations: int
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What there is, and in which version."""

    __pydantic_config__ = _FORM
    name: str
    """The name of the site."""
    api_version: str
    """The version of these forms (semantic versioning): within one major version, fields are only added."""
    data_version: str
    """Made of the contents of all files: the first 12 digits of a SHA-256. The same data have the same version."""
    as_of: str
    """The day of which standings are told, as YYYY-MM-DD."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""
    counts: Counts
    files: tuple[Listed, ...]
