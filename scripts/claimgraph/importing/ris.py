"""Reads records of references in RIS. Only this module uses rispy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import rispy

from claimgraph.importing.argument_map import UnreadableError
from claimgraph.loading.suggestions import date_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "INPR", "ABST"), "article-journal"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "CONF"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "chapter"),
    **dict.fromkeys(("ELEC", "WEB"), "webpage"),
    **dict.fromkeys(("RPRT", "GOVDOC"), "report"),
    "BILL": "bill",
    "BLOG": "post-weblog",
    "CASE": "legal_case",
    "COMP": "software",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "HEAR": "hearing",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "VIDEO": "motion_picture",
}
"""The CSL type by the type of a record; all others are documents."""

_PERIODICAL: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id",),
    "title": ("title", "primary_title"),
    "title-short": ("short_title",),
    "container-title": ("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
    "collection-title": ("tertiary_title",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "volume": ("volume",),
    "edition": ("edition",),
    "section": ("section",),
    "genre": ("type_of_work",),
    "language": ("language",),
    "DOI": ("doi",),
}
"""The fields of rispy for each field of CSL; the first that a record has counts."""

_PEOPLE: Final = {
    "author": ("authors", "first_authors"),
    "editor": ("secondary_authors",),
    "translator": ("subsidiary_authors",),
}


def read_ris(text: str) -> tuple[Mapping[str, Any], ...]:
    """Return the records of a file in CSL. Raises UnreadableError if it has none."""
    try:
        found = rispy.loads(text)
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise UnreadableError(f"it is no RIS: {error}") from error
    if not found:
        raise UnreadableError("it is no RIS: no line begins with `TY  - `")
    return tuple(map(_item, found))


def _item(given: dict[str, Any]) -> dict[str, Any]:
    """Return a record in CSL; what no field takes is named under `left-out`, as rispy names it."""
    left = {name: value for name, value in given.items() if value and name not in {"type_of_reference", "unknown_tag"}}
    kind = _TYPES.get(given.get("type_of_reference", ""), "document")
    item: dict[str, Any] = {"type": kind}
    for name, theirs in _FIELDS.items():
        item[name] = _take(left, *theirs)
    for role, theirs in _PEOPLE.items():
        item[role] = [dict(_name(name)) for key in theirs for name in left.pop(key, ())]
    item["issue" if kind in _PERIODICAL else "number"] = _take(left, "number")
    item["ISBN" if kind in {"book", "chapter", "report"} else "ISSN"] = _take(left, "issn")
    item["page"] = "-".join(filter(None, (_take(left, "start_page"), _take(left, "end_page"))))
    year = _take(left, "year", "publication_year")
    item["issued"] = _date(left.pop("date", "") or year, year, left, "date")
    item["accessed"] = _date(left.pop("access_date", ""), "", left, "access_date")
    item["URL"], *others = left.pop("urls", None) or [""]
    left |= {"urls": others} if others else {}
    return {**item, "left-out": list(left)}


def _take(left: dict[str, Any], *names: str) -> str:
    """Return the first of some fields; those with the same text as that are taken, too."""
    found = next((str(left[name]) for name in names if left.get(name)), "")
    for name in names:
        if str(left.get(name, "")) == found:
            left.pop(name, None)
    return found


def _name(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of `Family, Given, Suffix`; a name without a comma is whole."""
    if "," not in text:
        yield "literal", text
        return
    parts = [part.strip() for part in text.split(",", 2)]
    yield from ((name, part) for name, part in zip(("family", "given", "suffix"), parts, strict=False) if part)


def _date(written: str, year: str, left: dict[str, Any], name: str) -> str | dict[str, str]:
    """Return `YYYY/MM/DD/other` in EDTF, or as words. The other part counts if it is a date or season."""
    parts = [part.strip() for part in written.split("/", 3)]
    other = parts[3] if len(parts) > 3 else ""  # noqa: PLR2004  the place of the other information
    first = parts[0] or year
    for meant in (other, f"{other} {first}") if other else ():
        if date_read(meant):
            return {"literal": meant}
    if other:
        left[name] = other
    return "-".join(part.zfill(2) for part in (first, *parts[1:3]) if part)
