"""A source file: the bibliographic record of a document, its licence, and who speaks where in it.

The bibliographic fields are those of CSL 1.0.2 as Zotero and Pandoc write them in CSL-YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass as plain_dataclass
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.dataclasses import dataclass
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from claimgraph.model.csl_dates import CslDate
from claimgraph.model.values import (
    RECORD,
    Doi,
    EmptyMeansNone,
    Id,
    Line,
    Loose,
    Optional,
    Prose,
    Url,
    loose_json_schema,
)

CslType: TypeAlias = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
Depth: TypeAlias = Literal["full", "excerpt", "none"]
Side: TypeAlias = Literal["official", "supportive", "critical", "neutral"]

_CSL = RECORD | ConfigDict(alias_generator=lambda name: name.replace("_", "-").rstrip("-"))
_RANGE = re.compile(r"^([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?$")


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class LineRange:
    """Lines of the captured text, counted from 1, both ends included; written `34` or `34-36`."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a range from text."""
        return core_schema.no_info_plain_validator_function(
            _range, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it as text that an editor's YAML may read as a number."""
        return loose_json_schema(_RANGE.pattern)


def _range(value: object) -> LineRange:
    found = _RANGE.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise PydanticCustomError("line_range", "is no range of lines: write 34, or 34-36")
    return LineRange(first=int(found[1]), last=int(found[2] or found[1]))


@dataclass(frozen=True, kw_only=True, slots=True, config=_CSL)
class Name:
    """A person by parts, or an organisation by `literal`."""

    family: Optional = ""
    """The family name."""
    given: Optional = ""
    """The given names."""
    literal: Optional = ""
    """A name that has no parts: an organisation's, or one that is best left whole."""
    dropping_particle: Optional = ""
    """A particle that is dropped when only the family name is shown."""
    non_dropping_particle: Optional = ""
    """A particle that stays with the family name."""
    suffix: Optional = ""
    """A suffix such as `Jr`."""

    def __str__(self) -> str:
        particles = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return self.literal or " ".join(part for part in particles if part)


@dataclass(frozen=True, kw_only=True, slots=True, config=RECORD)
class Speaker:
    """Somebody who speaks in the source."""

    aliases: tuple[Line, ...] = ()
    """Other names that the source gives to the same speaker."""
    voice: Id | None = None
    """The id of the voice; by default it is made of the source's id and the speaker's name."""
    side: Side | None = None
    """Where the speaker stands towards the programme; for balance only; left out if it is the source's own side."""


@dataclass(frozen=True, kw_only=True, slots=True, config=_CSL)
class Passage:
    """A range of lines of the captured text, or a part of it."""

    # A record does not inherit the docstrings of attributes.
    lines: Annotated[LineRange, Field(description="The lines, counted from 1: `34` or `34-36`.")]
    from_: Annotated[
        Optional, Field(description="The first words, at least five, where it begins inside its first line.")
    ] = ""
    to: Annotated[Optional, Field(description="The last words, at least five, where it ends inside its last line.")] = (
        ""
    )


@dataclass(frozen=True, kw_only=True, slots=True, config=_CSL)
class Segment(Passage):
    """A passage in which one speaker speaks."""

    speaker: Optional = ""
    """Who speaks, as named under `speakers`; empty for the source's author."""
    reposts: Optional = ""
    """Whose words the speaker posts again, as named under `speakers`."""
    repeats: Annotated[int, Field(ge=1)] | None = None
    """The line at which the same words stand first."""


@dataclass(frozen=True, kw_only=True, slots=True, config=_CSL)
class Source:
    """A document that is quoted or cited."""

    type: CslType
    """The CSL type of the item."""
    title: Prose
    """The title of the document."""
    author: tuple[Name, ...] = ()
    """Who wrote it."""
    editor: tuple[Name, ...] = ()
    """Who edited it."""
    translator: tuple[Name, ...] = ()
    """Who translated it."""
    issued: CslDate | None = None
    """When it was published, in EDTF or in CSL's own form; left out where unknown."""
    event_date: CslDate | None = None
    """When the event took place that it records."""
    original_date: CslDate | None = None
    """When it was first published."""
    accessed: CslDate | None = None
    """When it was read."""
    publisher: Optional = ""
    """Who published it."""
    publisher_place: Optional = ""
    """Where the publisher is."""
    container_title: Optional = ""
    """The journal, site or book that it is part of."""
    collection_title: Optional = ""
    """The series that it is part of."""
    collection_number: Loose | None = None
    """Its number in the series."""
    event_title: Optional = ""
    """The name of the event."""
    event_place: Optional = ""
    """Where the event took place."""
    edition: Loose | None = None
    """The edition."""
    volume: Loose | None = None
    """The volume."""
    issue: Loose | None = None
    """The issue."""
    number: Loose | None = None
    """The number of a report or bill."""
    page: Loose | None = None
    """The pages."""
    number_of_pages: Loose | None = None
    """How many pages it has."""
    chapter_number: Loose | None = None
    """The chapter's number."""
    section: Loose | None = None
    """The section."""
    version: Loose | None = None
    """The version."""
    status: Optional = ""
    """Its state, such as `forthcoming`."""
    genre: Optional = ""
    """What kind of document it is, in words."""
    medium: Optional = ""
    """The medium."""
    language: Optional = ""
    """The language, as a tag of BCP 47."""
    authority: Optional = ""
    """The authority behind a rule or judgment."""
    archive: Optional = ""
    """The archive that holds it."""
    title_short: Optional = ""
    """A short title."""
    note: Optional = ""
    """An editor's remark, plain text."""
    url: Annotated[Url | None, Field(alias="URL")] = None
    """Its web address."""
    doi: Annotated[Doi | None, Field(alias="DOI")] = None
    """Its DOI, without the resolver's address."""
    isbn: Annotated[Loose | None, Field(alias="ISBN")] = None
    """Its ISBN."""
    issn: Annotated[Loose | None, Field(alias="ISSN")] = None
    """Its ISSN."""
    pmid: Annotated[Loose | None, Field(alias="PMID")] = None
    """Its number in PubMed."""
    pmcid: Annotated[Loose | None, Field(alias="PMCID")] = None
    """Its number in PubMed Central."""
    archived: Url | None = None
    """The address of an archived copy."""
    licence: Optional = ""
    """Under which licence it stands, as far as known."""
    depth: Depth
    """How much of the text was captured: all of it, an excerpt, or none."""
    independence: Id | None = None
    """Sources with one value here are one line of evidence."""
    side: Side = "neutral"
    """Where its author stands towards the programme; for balance only."""
    speakers: dict[Line, Annotated[Speaker, EmptyMeansNone]] = Field(default_factory=dict)
    """Who speaks in it, by name."""
    segments: Literal["speaker-turns"] | tuple[Segment, ...] = ()
    """Who speaks where: `speaker-turns`, or a list of passages; of nested passages the innermost counts."""
    no_speakers: tuple[Line, ...] = ()
    """Words that begin lines like a speaker's label but are none, such as `Note`; with `speaker-turns`."""
    ignore: tuple[Passage, ...] = ()
    """Passages on which no quote may rest: page furniture, advertisements, spam."""
    aliases: tuple[Id, ...] = ()
    """Former ids, whose addresses lead here."""
