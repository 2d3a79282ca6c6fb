"""Cites a document: two references in prose, and three records for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.citing.bibtex import bibtex_entry
from claimgraph.citing.csl import DATES, csl_item
from claimgraph.citing.ris import ris_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimgraph.citing.processor import Run
    from claimgraph.model.corpus import Entry
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Source

APA = "apa"
VANCOUVER = "nlm-citation-sequence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The citations of a document.

    `apa` (7th edition) and `vancouver` (Citing Medicine, 2nd edition) are references in prose. `bibtex`, `ris` and
    `csl_json` are plain text to show on a page, so `ris` has line feeds only.
    """

    apa: tuple[Run, ...]
    vancouver: tuple[Run, ...]
    bibtex: str
    ris: str
    csl_json: str


def cited(entry: Entry[Source], words: Callable[[Period], str], *, stops: tuple[str, ...] = ()) -> Cited:
    """Return the citations of a document.

    Args:
        entry: The document.
        words: Puts into words a date that is not a plain year, month or day, which no style can write.
        stops: Texts of the record after which a reference has no full stop.

    """
    from claimgraph.citing.processor import reference  # noqa: PLC0415  only what builds pages needs lxml

    item = csl_item(entry)
    return Cited(
        apa=reference(APA, _for_style(item, entry.record, words, marks="~"), stops=stops),
        vancouver=reference(VANCOUVER, _for_style(item, entry.record, words), stops=stops),
        bibtex=bibtex_entry(entry).rstrip("\n"),
        ris=ris_record(entry).replace("\r\n", "\n").rstrip("\n"),
        csl_json=_by_line(item),
    )


def _by_line(item: dict[str, Any]) -> str:
    """Return a CSL item as a JSON list with one field a line."""
    fields = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return "[{\n" + ",\n".join(fields) + "\n}]"


def _for_style(
    item: dict[str, Any], source: Source, words: Callable[[Period], str], *, marks: str = ""
) -> dict[str, Any]:
    """Return an item as a style needs it: names whole or in parts, and dates plain or in words.

    `marks` are those of doubt that the style can write: APA has `ca.` for `~`, and Vancouver drops them all.
    """
    made = dict(item)
    for role in ("author", "editor", "translator"):
        if role in made:
            made[role] = [_name(name) for name in made[role]]
    for name in DATES:
        date: Period | None = getattr(source, name.replace("-", "_"))
        if date is not None and not (_is_plain(made[name]) and date.text[-1] in f"0123456789{marks}"):
            made[name] = {"literal": words(date)}
    if made["type"] == "legislation" and not made.get("number", "").isdecimal():
        made["type"] = "bill"  # APA's legislation is American: what has a number is there a Public Law
    return made


def _name(name: dict[str, str]) -> dict[str, str]:
    if "literal" in name or "family" not in name:
        return {"literal": name.get("literal") or " ".join(name.values())}
    return name


def _is_plain(date: dict[str, Any]) -> bool:
    """Tell whether a CSL date is one year, month or day, not an interval or a season."""
    return len(date.get("date-parts", ())) == 1 and "season" not in date
