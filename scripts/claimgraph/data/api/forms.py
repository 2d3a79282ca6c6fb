"""What the API says: the records of `/api/v2/`, of which the published JSON Schemas are made.

Here are those of sources, topics and voices, and the index of all; claims, their evidence and the argument have modules
of their own.

Every field is always there, with one type. A text that is not given is empty, a list that has nothing is empty; null
stands only where a field's description says so. Addresses are absolute where the site's own is set; else they are
relative to the file in which they stand (RFC 3986, section 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.data.api.argument_forms import Concentration  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.data.api.claim_forms import ClaimEntry  # noqa: TC001  likewise
from claimgraph.data.api.evidence_forms import Compared  # noqa: TC001  likewise
from claimgraph.model.source import Side  # noqa: TC001  likewise

_FORM: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpeaker:
    """Somebody who speaks in a source."""

    __pydantic_config__ = _FORM
    name: str
    """The name that the source gives."""
    voice: str
    """The id of the voice."""
    side: Side
    """Where the speaker stands towards the programme in this source, as the editors see it; for balance only."""


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
    compared: Compared | None
    """When and by whom the capture was compared with the source; null where nobody has."""
    independence: str
    """Sources with one value here are one line of evidence; by default the id."""
    side: Side
    """Where its author stands towards the programme, as the editors see it; for balance only."""
    speakers: tuple[SourceSpeaker, ...]
    """Who speaks in it beside its author."""
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
class Topic:
    """A question that claims answer."""

    __pydantic_config__ = _FORM
    id: str
    title: str
    question: str
    summary: str
    """The dispute in a few sentences; `[[id]]` names a claim."""
    order: int
    """Topics are shown in the order of this number."""
    theses: tuple[str, ...]
    """The ids of the claims that answer the question, in the order shown."""
    background: tuple[str, ...]
    """The ids of claims that one has to know, and that are on no side."""
    others: tuple[str, ...]
    """The ids of its other claims."""
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
    """A file with its claims; empty where this map has none for each topic."""


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
