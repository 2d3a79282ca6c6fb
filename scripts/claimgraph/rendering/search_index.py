"""The search index: MkDocs' entries for written pages, and one entry for each page that was poured."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """What the search finds a page by.

    `location` is an address, with a fragment or without. `title` and `text` are plain; they are escaped here, because
    the theme puts both into its list of results as HTML: as content, so that quotation marks stay, and are no part of
    a word to the theme's separator.
    """

    location: str
    title: str
    text: str = ""


def merged(index: str, entries: Iterable[SearchEntry]) -> str:
    """Return `index`, the text of MkDocs' `search/search_index.json`, with `entries` behind its own, in order of place.

    An entry at a place that MkDocs has indexed, such as a list with a written introduction, stands beside it only if it
    has a fragment; without one it replaces MkDocs' entry, since the theme knows a page by its place.
    """
    data = json.loads(index)
    ours = {
        entry.location: {
            "location": entry.location,
            "title": html.escape(entry.title, quote=False),
            "text": html.escape(entry.text, quote=False),
        }
        for entry in sorted(entries, key=lambda entry: entry.location)
    }
    theirs = [document for document in data["docs"] if document["location"] not in ours]
    return json.dumps({**data, "docs": [*theirs, *ours.values()]}, ensure_ascii=False, separators=(",", ":"))
