"""A source as CSL-JSON, which Zotero, Pandoc and other reference managers read.

CSL 1.0.2 specification, appendices III and IV, and its schema `csl-data.json`. A JSON string can have any text. A few
tags in it, such as `<i>`, have a meaning and cannot be escaped; they run nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.loading.adapters import adapter

if TYPE_CHECKING:
    from claimgraph.model.corpus import Entry
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Source

OURS: Final = frozenset(
    {"archived", "licence", "depth", "independence", "side", "speakers", "segments", "no-speakers", "ignore", "aliases"}
)
"""The fields of a source that CSL does not have."""

DATES: Final = ("issued", "event-date", "original-date", "accessed")
_FIELD_IN_NOTE: Final = re.compile(r"^[ \t]*[a-z_-]+(?: [a-z_-]+){0,2}[ \t]*:|\{:", re.IGNORECASE | re.MULTILINE)
"""Text in a note that citeproc-js and Zotero read as a field of the item: a line `URL: x`, or `{:URL: x}`."""

_SEASON: Final = re.compile(r"([0-9]{4})-2([1-4])([?~%]?)")
_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


def csl_item(entry: Entry[Source]) -> dict[str, Any]:
    """Return a source as a CSL item, without its note if programs would read fields in it."""
    fields = adapter(type(entry.record)).dump_python(entry.record, mode="json", by_alias=True, exclude_defaults=True)
    item = {"id": entry.id, **{name: value for name, value in fields.items() if name not in OURS}}
    if _FIELD_IN_NOTE.search(item.get("note", "")):
        del item["note"]
    for name in DATES:
        date = getattr(entry.record, name.replace("-", "_"))
        if date is not None:
            item[name] = _date(date)
    return item


def date_parts(date: Period) -> list[list[int]]:
    """Return the given of year, month and day, for a date or each end of an interval; empty for other periods."""
    found = [_DAY.fullmatch(end) for end in date.text.split("/")]
    parts = [[int(part) for part in end.groups()[:3] if part] for end in found if end]
    return parts if len(parts) == len(found) and all(part[1:2] <= [12] for part in parts) else []


def _date(date: Period) -> dict[str, Any]:
    """Return a date as CSL has it, and in EDTF's own form if no other says the same."""
    if (found := _SEASON.fullmatch(date.text)) is not None:
        return {"date-parts": [[int(found[1])]], "season": int(found[2])} | ({"circa": True} if found[3] else {})
    parts = date_parts(date)
    if not parts:
        return {"literal": date.text}
    return {"date-parts": parts, **({"circa": True} if any(mark in date.text for mark in "?~%") else {})}
