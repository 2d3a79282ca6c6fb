"""The sitemap, by the protocol of sitemaps.org (version 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

MOST = 50_000
"""How many addresses one sitemap may hold."""


def sitemap(site_url: str, pages: Iterable[tuple[str, date | None]]) -> str:
    """Return `sitemap.xml`: each address below `site_url`, which ends in a slash, with the day of its last change.

    The pages come in order of address, each once; None where the day is not known. Raise ValueError for more pages than
    one sitemap holds, or for one address with two days.
    """
    days: dict[str, date | None] = {}
    for address, day in pages:
        if days.setdefault(address, day) != day:
            message = f"{address!r} was last changed on {days[address]} and on {day}"
            raise ValueError(message)
    if len(days) > MOST:
        message = f"{len(days)} pages, and a sitemap holds {MOST}"
        raise ValueError(message)
    entries = [_entry(site_url, address, days[address]) for address in sorted(days)]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *entries,
            "</urlset>\n",
        )
    )


def _entry(site_url: str, address: str, day: date | None) -> str:
    changed = "" if day is None else f"<lastmod>{day.isoformat()}</lastmod>"
    return f"<url><loc>{escape(site_url + quote(address))}</loc>{changed}</url>"
