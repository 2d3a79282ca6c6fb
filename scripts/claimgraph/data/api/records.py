"""The API's records of sources, topics and voices, and its index. The JSON Schemas are made from the records.

Claims, their evidence, standing and argument, and the debate have modules of their own.

Every field is always there, with one type. A text that is not given is empty, and so is a list without items; a field
is null only if its description says so. Addresses are absolute if the site's own address is set; if not, they are
relative to their file (RFC 3986, section 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from pydantic import ConfigDict

from claimgraph.data.api.argument_records import Concentration  # noqa: TC001  pydantic reads it when it makes the schemas
from claimgraph.data.api.claim_records import ClaimEntry  # noqa: TC001  likewise
from claimgraph.data.api.evidence_records import Compared  # noqa: TC001  likewise
from claimgraph.model.source import Side  # noqa: TC001  likewise

_CONFIG: Final = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpeaker:
    """A speaker in a source."""

    __pydantic_config__ = _CONFIG
    name: str
    """The name that the source gives."""
    voice: str
    """The id of the voice."""
    side: Side
    """The speaker's side towards the programme in this source, as the editors see it; for balance only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that is quoted or cited."""

    __pydantic_config__ = _CONFIG
    id: str
    title: str
    short_title: str
    type: str
    """The type of the item in CSL 1.0.2."""
    authors: tuple[str, ...]
    issued: str
    """The date of its publication, in EDTF."""
    event_date: str
    """The date of the event that it records, in EDTF."""
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
    """Its licence, as far as known."""
    depth: Literal["full", "excerpt", "none"]
    """How much of its text was captured, so that quotes can be checked."""
    captured: bool
    """Whether it has a capture."""
    compared: Compared | None
    """When and by whom the capture was compared with the source; null if nobody has."""
    independence: str
    """Sources with the same value here are one line of evidence; by default the id."""
    side: Side
    """The side of its author towards the programme, as the editors see it; for balance only."""
    speakers: tuple[SourceSpeaker, ...]
    """The speakers in it besides its author."""
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

    __pydantic_config__ = _CONFIG
    id: str
    title: str
    question: str
    summary: str
    """The dispute in a few sentences; `[[id]]` and `[[id|words]]` name a claim."""
    order: int
    """The number by which topics are sorted."""
    theses: tuple[str, ...]
    """The ids of the claims that answer the question, in the order shown."""
    background: tuple[str, ...]
    """The ids of claims that one has to know; they are on no side."""
    others: tuple[str, ...]
    """The ids of its other claims."""
    related: tuple[str, ...]
    """The ids of claims of other topics that bear on it."""
    evidence: Concentration
    """The origins of what asserts or disputes its claims."""
    one_voice: int
    """The number of its claims that have all their evidence from one voice."""
    former_ids: tuple[str, ...]
    url: str
    """Its page."""
    json: str
    """A file with its claims; empty if the site has no such files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage(Topic):
    """One topic with its claims."""

    __pydantic_config__ = _CONFIG
    claims: tuple[ClaimEntry, ...]
    """Its claims, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """An interest of a voice that a source states."""

    __pydantic_config__ = _CONFIG
    text: str
    source: str
    """The id of the source that states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who is quoted or cited: a person, an organisation, or an anonymous participant."""

    __pydantic_config__ = _CONFIG
    id: str
    name: str
    role: str
    """The capacity in which it speaks, as the sources state it."""
    interests: tuple[Interest, ...]
    unnamed: bool
    """Whether nobody could look its name up, as with readers who comment under a number."""
    sides: tuple[Side, ...]
    """Its side as the editors see it, as a rule one; for balance only. Empty if it gives no evidence."""
    quotes: int
    """The number of its quotes."""
    citations: int
    """The number of citations of its documents."""
    claims: tuple[str, ...]
    """The ids of the claims that quote it, then of those that cite it alone."""
    alone: int
    """The number of claims that nobody else asserts."""
    theses_for: tuple[str, ...]
    """The ids of the theses that it asserts or gives reasons for, answered or not."""
    theses_against: tuple[str, ...]
    """The ids of the theses that it gives reasons against, answered or not."""
    sources: tuple[str, ...]
    """The ids of the sources from which it is quoted or cited."""
    url: str
    """Its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file of the API or an export."""

    __pydantic_config__ = _CONFIG
    url: str
    holds: str
    """A description of its contents."""
    bytes: int
    schema: str
    """The address of its JSON Schema; empty if it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The number of records of each kind."""

    __pydantic_config__ = _CONFIG
    claims: int
    topics: int
    sources: int
    voices: int
    quotes: int
    citations: int
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The list of all files, with the version of the data."""

    __pydantic_config__ = _CONFIG
    name: str
    """The name of the site."""
    api_version: str
    """The version of these records (semantic versioning): within one major version, fields are only added."""
    data_version: str
    """The first 12 digits of a SHA-256 of all files but the changes. The same data have the same version."""
    as_of: str
    """The day for which the standings hold, as YYYY-MM-DD."""
    licence: str
    """The licence of the editors' words; quotations belong to those who wrote them."""
    counts: Counts
    files: tuple[Listed, ...]
