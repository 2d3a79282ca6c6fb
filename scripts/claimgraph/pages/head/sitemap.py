"""The sitemap, by the protocol of sitemaps.org (version 0.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from claimgraph.pages.head.xml_file import xml_file

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 50_000
"""The most addresses that one sitemap may hold."""


def sitemap(site_url: str, addresses: Iterable[str]) -> bytes:
    """Return `sitemap.xml`: each address below `site_url`, which ends in a slash, once and in order.

    Raises ValueError if there are more addresses than one sitemap may hold.
    """
    pages = sorted(set(addresses))
    if len(pages) > MOST:
        message = f"{len(pages)} pages, and a sitemap holds {MOST}"
        raise ValueError(message)
    urls = ET.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for page in pages:
        ET.SubElement(ET.SubElement(urls, "url"), "loc").text = site_url + quote(page)
    return xml_file(urls)
