"""A source as RIS, which every reference manager reads (Research Information Systems, specification of 2001).

Each line has a tag and a value, and line ends cannot be escaped, so every value is put on one line. A comma separates
parts of a name, and a semicolon separates addresses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.citing.csl import date_parts
from claimgraph.citing.lines import one_line

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

_PAGES: Final = re.compile("([0-9A-Za-z]+)[-\u2013]([0-9A-Za-z]+)")


def ris_record(entry: Entry[Source]) -> str:
    """Return the RIS record of a source with CRLF line ends; `ID` is the source's id."""
    lines = [(tag, one_line(value)) for tag, value in _tags(entry)]
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
        yield "PY", _year(source.issued)
        yield "DA", _date(source.issued)
    yield "T2", source.container_title
    yield "T3", source.collection_title
    yield "PB", source.publisher
    yield "CY", source.publisher_place
    yield "VL", source.volume or ""
    yield "IS", source.issue or source.number or ""
    pages = _PAGES.fullmatch(source.page or "")
    yield "SP", pages[1] if pages else source.page or ""
    yield "EP", pages[2] if pages else ""
    yield "ET", source.edition or ""
    yield "SN", source.isbn or source.issn or ""
    yield "DO", source.doi or ""
    yield "UR", (source.url or "").replace(";", "%3B")
    yield "Y2", _date(source.accessed) if source.accessed else ""
    yield "LA", source.language


def _year(date: Period) -> str:
    """Return the year of a date that lies in one; empty for others, since RIS has no words for them."""
    return f"{date.first[0]:04}" if date.first and date.last and date.first[0] == date.last[0] > 0 else ""


def _date(date: Period) -> str:
    """Return `YYYY/MM/DD`, as far as given, or `YYYY///` and what is to be said besides, here the date in EDTF.

    A date that lies in no single year has no year.
    """
    parts = date_parts(date)
    if len(parts) == 1 and date.text[-1:].isdigit():
        return date.text.replace("-", "/")
    return f"{_year(date)}///{date.text}"


def _name(name: Name) -> str:
    """Return `Family, Given, Suffix` or a whole name, without commas within its parts."""
    if name.literal or not name.family:
        return _without_commas(str(name))
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    parts = (" ".join(part for part in particles if part), name.given, name.suffix)
    return ", ".join(map(_without_commas, parts)).rstrip(", ")


def _without_commas(text: str) -> str:
    return one_line(text.replace(",", ""))
