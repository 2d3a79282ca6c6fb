"""Reads records of references in BibTeX and biblatex. Only this module uses bibtexparser."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts

from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.latex import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibtexparser.model import Entry

_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("book", "mvbook", "proceedings", "collection"), "book"),
    **dict.fromkeys(("inbook", "incollection", "suppbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("mastersthesis", "phdthesis", "thesis"), "thesis"),
    **dict.fromkeys(("online", "electronic", "www"), "webpage"),
    **dict.fromkeys(("report", "techreport"), "report"),
    "article": "article-journal",
    "booklet": "pamphlet",
    "dataset": "dataset",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "patent": "patent",
    "periodical": "periodical",
    "software": "software",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
"""The CSL type by the type of an entry; all others are documents."""

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title-short": ("shorttitle",),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "collection-title": ("series",),
    "volume": ("volume",),
    "page": ("pages",),
    "number-of-pages": ("pagetotal",),
    "chapter-number": ("chapter",),
    "edition": ("edition",),
    "version": ("version",),
    "status": ("pubstate",),
    "genre": ("type",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "event-date": ("eventdate",),
    "original-date": ("origdate",),
    "accessed": ("urldate",),
    "language": ("language", "langid"),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "URL": ("url",),
}
"""The fields of an entry for each field of CSL; the first that it has counts."""

_VERBATIM: Final = frozenset({"date", "doi", "eventdate", "file", "origdate", "url", "urldate"})
_ROLES: Final = ("author", "editor", "translator")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def read_bibtex(text: str) -> tuple[Mapping[str, Any], ...]:
    """Return the entries of a file as records in CSL. Raises UnreadableError with the first bad line."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it would print is raised below
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    for block in library.failed_blocks:
        raise UnreadableError(
            f"line {(block.start_line or 0) + 1}: this is no entry of BibTeX, or its key stands twice"
        )
    return tuple(_Record(entry).item for entry in library.entries)


class _Record:
    """One entry as a record in CSL; fields that no other takes are named under `left-out`."""

    def __init__(self, entry: Entry) -> None:
        self._values = {name.casefold(): field.value for name, field in entry.fields_dict.items()}
        self._left = dict.fromkeys(self._values)
        self._type = entry.entry_type.casefold()
        self.item: dict[str, Any] = {"id": entry.key, "type": self._kind(), "title": self._title()}
        for role in _ROLES:
            self.item[role] = list(self._names(role))
        for name, ours in _FIELDS.items():
            self.item[name] = next(filter(None, map(self._take, [one for one in ours if one in self._values][:1])), "")
        self.item["page"] = self.item["page"].replace("--", "-").replace("\u2013", "-")
        self.item["issue" if self._type == "article" else "number"] = self._take("issue") or self._take("number")
        self.item["issued"] = self._issued()
        self.item["left-out"] = list(self._left)

    def _kind(self) -> str:
        return _TYPES.get(self._type, "webpage" if self._type == "misc" and "url" in self._values else "document")

    def _take(self, name: str) -> str:
        """Return the text of a field, empty if it has none, and count it as taken."""
        self._left.pop(name, None)
        value = self._values.get(name, "")
        return str(value) if name in _VERBATIM else plain(str(value))

    def _title(self) -> str:
        return ": ".join(filter(None, (self._take("title"), self._take("subtitle"))))

    def _names(self, role: str) -> Iterator[dict[str, str]]:
        self._left.pop(role, None)
        for name in self._values.get(role, ()):
            if not isinstance(name, NameParts):
                continue
            parts = {"given": name.first, "non-dropping-particle": name.von, "family": name.last, "suffix": name.jr}
            made = {part: plain(" ".join(words)) for part, words in parts.items() if words}
            if made == {"family": "others"}:
                self._left[f"{role}: and others"] = None
            else:
                yield {"literal": made["family"]} if set(made) == {"family"} else made

    def _issued(self) -> str:
        """Return biblatex's date, or year, month and day; a month that is none is left out."""
        if date := self._take("date"):
            self._left = {name: None for name in self._left if name not in {"year", "month", "day"}}
            return date
        year, month, day = (self._take(name) for name in ("year", "month", "day"))
        number = (
            month
            if month.isdecimal()
            else str(_MONTHS.index(month[:3].casefold()) + 1)
            if month[:3].casefold() in _MONTHS
            else ""
        )
        if month and not number:
            self._left["month"] = None
        return "-".join(filter(None, (year, number.zfill(2) if number else "", day.zfill(2) if day and number else "")))
