"""Reads what two registers say of a source: Crossref of its DOI, and the Wayback Machine of copies.

Crossref's REST API (https://api.crossref.org/swagger-ui/) tells under `updated-by` which notices change a work, each
with its `type` and `DOI`; retractions that Retraction Watch found are among them. A notice tells the same under
`update-to`, and a work that another one replaces names that under `relation`. The Wayback Machine's availability API
(https://archive.org/help/wayback_api.php) tells the closest copy under `archived_snapshots.closest`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from claimgraph.model.values import DOI_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterator

CROSSREF: Final = "https://api.crossref.org/works/"
WAYBACK: Final = "https://archive.org/wayback/available"

_GRAVEST: Final = (
    "retraction",
    "withdrawal",
    "removal",
    "partial_retraction",
    "expression_of_concern",
    "correction",
    "corrigendum",
    "erratum",
    "replacement",
)
"""The kinds of notice that matter to who quotes a work, the gravest first. An addendum is none."""
_DOI: Final = re.compile(DOI_PATTERN.strip("^$"))
RETRACTED: Final = frozenset({"retraction", "withdrawal", "removal", "partial retraction"})
"""The kinds of notice by which a work no longer stands, in words."""


def crossref_address(doi: str, base: str = CROSSREF) -> str:
    """Return the address that tells of a DOI."""
    return f"{base}{quote(doi, safe='/%')}"


def wayback_address(url: str, day: str, base: str = WAYBACK) -> str:
    """Return the address that tells of the copy of an address nearest to a day, `20211012`, or else of the last one."""
    stamp = {"timestamp": day} if day else {}
    return f"{base}?{urlencode({'url': url, **stamp})}"


def notice(body: bytes) -> str:
    """Return the gravest notice on a work, such as `retraction 10.1000/1`; empty if there is none.

    What is no answer of Crossref's form says nothing.
    """
    message = _mapping(_mapping(_read(body)).get("message"))
    found = [(kind, doi if _DOI.fullmatch(doi) else "") for kind, doi in _notices(message) if kind in _GRAVEST]
    if not found:
        return ""
    kind, doi = min(found, key=lambda each: (_GRAVEST.index(each[0]), each[1]))
    return " ".join(filter(None, (kind.replace("_", " "), doi)))


def _notices(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for each in map(_mapping, _list(message.get("updated-by"))):
        yield str(each.get("type", "")).casefold(), str(each.get("DOI", ""))
    for each in map(_mapping, _list(message.get("update-to"))):
        if each.get("DOI") == message.get("DOI"):  # a notice with the DOI of what it changes
            yield str(each.get("type", "")).casefold(), str(each.get("DOI", ""))
    for each in map(_mapping, _list(_mapping(message.get("relation")).get("is-replaced-by"))):
        yield "replacement", str(each.get("id", ""))


def copy_in(body: bytes) -> str | None:
    """Return the address of the copy that an answer of the Wayback Machine names; None if there is none."""
    closest = _mapping(_mapping(_mapping(_read(body)).get("archived_snapshots")).get("closest"))
    url = closest.get("url")
    if closest.get("available") is not True or str(closest.get("status", "200")) != "200" or not isinstance(url, str):
        return None
    return f"https://{url.removeprefix('http://')}" if url.startswith("http://web.archive.org/") else url


def _read(body: bytes) -> object:
    try:
        found: object = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
