"""Feeds of changes, as Atom (RFC 4287): of the whole site, and of single topics and theses.

A topic's feed has what changed in its own claims and in others that bear on its theses. Each entry names topic and
theses as categories, so that one feed serves whoever follows one of them. A site of more than `MOST_TOPICS` topics has
the one feed alone: a feed for each would add thousands of files, most of which hardly ever change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from claimgraph.pages.head.xml_file import xml_file

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from claimgraph.index.home import Home

MOST_TOPICS: Final = 100
"""How many topics a site has at most to have feeds of single topics and theses."""

MOST_ENTRIES: Final = 50
"""How many entries such a feed has at most."""

FEED: Final = "feed.xml"
"""The name of a feed, in the folder of the page that it follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry of the feed.

    `place` is its address on the page of changes, below the site's address. It is the entry's id, since it is the same
    in every build. `page` is the address of the page that the entry leads to. `categories` are ids of a topic and
    of theses.
    """

    place: str
    page: str
    title: str
    updated: datetime
    summary: str
    categories: tuple[str, ...] = ()


def has_feeds(home: Home, topics: Sized) -> bool:
    """Tell whether a site has feeds of single topics and theses: a feed needs the site's address."""
    return home.url is not None and len(topics) <= MOST_TOPICS


def feed_link(home: Home, topics: Sized, title: str) -> Markup:
    """Return the element for a page's head that names the feed beside it; empty if there is none."""
    if not has_feeds(home, topics):
        return Markup("")
    text = escape(f"New and changed: {title}")
    return Markup(f'<link rel="alternate" type="application/atom+xml" title="{text}" href="{FEED}">')  # noqa: S704


def atom_feed(  # noqa: PLR0913
    entries: Sequence[FeedEntry],
    *,
    site_name: str,
    site_url: str,
    day: date,
    about: str = "new and changed claims",
    follows: str = "",
) -> bytes:
    """Return a feed.

    Args:
        entries: The entries, newest first.
        site_name: The name of the site.
        site_url: The address of the site, which ends in a slash.
        day: The day of the site, which a feed without entries gives as its last change.
        about: What it tells of.
        follows: The address of the page that it follows; empty for the whole site, whose page is that of changes.
    """
    updated = max((entry.updated for entry in entries), default=datetime.combine(day, time(), UTC))
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "id", f"{site_url}{follows}{FEED}")
    _add(feed, "title", f"{site_name}: {about}")
    _add(feed, "updated", updated.isoformat())
    _add(ET.SubElement(feed, "author"), "name", site_name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{follows}{FEED}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{site_url}{follows or 'changes/'}")
    for each in entries:
        entry = ET.SubElement(feed, "entry")
        _add(entry, "id", f"{site_url}{each.place}")
        _add(entry, "title", each.title)
        _add(entry, "updated", each.updated.isoformat())
        _add(entry, "link", rel="alternate", type="text/html", href=f"{site_url}{each.page}")
        for category in each.categories:
            _add(entry, "category", term=category)
        _add(entry, "summary", each.summary)
    return xml_file(feed)


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = text
