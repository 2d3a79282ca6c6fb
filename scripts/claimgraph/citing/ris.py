"""A source as RIS, which every manager of references reads (Research Information Systems, specification of 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.citing.csl import date_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.corpus import Entry
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Name, Source

_TYPES: Final[Mapping[str, str]] = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""The type by the CSL type; all others are `GEN`."""


def ris_record(entry: Entry[Source]) -> str:
    """Return the record of a source, in UTF-8, with CR and LF at the end of each line; `ID` is the source's id."""
    lines = [(tag, " ".join(value.split())) for tag, value in _tags(entry)]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n\r\n"


def _tags(entry: Entry[Source]) -> Iterator[tuple[str, str]]:
    source = entry.record
    yield "TY", _TYPES.get(source.type, "GEN")
    yield "ID", entry.id
    yield "TI", source.title
    yield "ST", source.title_short
    yield from (("AU", _name(name)) for name in source.author)
    yield from (("A2", _name(name)) for name in source.editor)
    if source.issued:
        yield "PY", str(source.issued.year or "")
        yield "DA", _date(source.issued)
    yield "T2", source.container_title
    yield "T3", source.collection_title
    yield "PB", source.publisher
    yield "CY", source.publisher_place
    yield "VL", source.volume or ""
    yield "IS", source.issue or source.number or ""
    first, _, last = (source.page or "").replace("\u2013", "-").partition("-")
    yield "SP", first
    yield "EP", last
    yield "ET", source.edition or ""
    yield "SN", source.isbn or source.issn or ""
    yield "DO", source.doi or ""
    yield "UR", source.url or ""
    yield "Y2", _date(source.accessed) if source.accessed else ""
    yield "LA", source.language


def _date(date: Period) -> str:
    """Return `YYYY/MM/DD/`, as far as it is given, of a day or of an interval's begin; as it is written if neither."""
    parts = date_parts(date)
    return "/".join(f"{part:02d}" for part in parts[0]) if parts else date.text


def _name(name: Name) -> str:
    """Return `Family, Given, Suffix`, or a whole name; a comma in that would cut it in two."""
    if name.literal or not name.family:
        return str(name).replace(",", "")
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    return ", ".join(part for part in (" ".join(p for p in particles if p), name.given, name.suffix) if part)
