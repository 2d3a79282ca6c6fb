"""The feed of changes, as Atom (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from claimgraph.pages.head.xml_file import xml_file

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of the feed.

    `place` is its address on the page of changes, below the site's address. It is the entry's id, since it is the same
    in every build. `page` is the address of the page that the entry leads to.
    """

    place: str
    page: str
    title: str
    updated: datetime
    summary: str


def atom_feed(entries: Sequence[FeedEntry], *, site_name: str, site_url: str, day: date) -> bytes:
    """Return the feed.

    Args:
        entries: The entries, newest first.
        site_name: The name of the site.
        site_url: The address of the site, which ends in a slash.
        day: The day of the site, which a feed without entries gives as its last change.
    """
    updated = max((entry.updated for entry in entries), default=datetime.combine(day, time(), UTC))
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "id", f"{site_url}feed.xml")
    _add(feed, "title", f"{site_name}: new and changed claims")
    _add(feed, "updated", updated.isoformat())
    _add(ET.SubElement(feed, "author"), "name", site_name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}feed.xml")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{site_url}changes/")
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"{site_url}{each.place}")
        _add(entry, "title", each.title)
        _add(entry, "updated", each.updated.isoformat())
        _add(entry, "link", rel="alternate", type="text/html", href=f"{site_url}{each.page}")
        _add(entry, "summary", each.summary)
    return xml_file(feed)


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
