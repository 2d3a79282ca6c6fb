"""Puts the content of a claim's page into a page of many claims: its own anchors, and no address below the site's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape

from claimgraph.index.addresses import claim_address

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimgraph.index.home import Home

LOWER: Final = 3
"""How many levels lower the headings of a claim's page stand, for screen readers; they look as on that page."""

_SITE: Final = "https://site.invalid/"
_NAMING: Final = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_LINK: Final = re.compile(r' href="([^"]*)"')
_PAINT: Final = re.compile(r'="url\(#([^")]*)\)"')
_HEADING: Final = re.compile(r"<h([1-6])\b")


def claim_anchor(claim_id: str) -> str:
    """Return the anchor of a claim on the page of a proposal."""
    return f"claim-{claim_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The page that holds the content of claims' pages: the ids of its claims, and the site that links lead to."""

    claims: Collection[str]
    home: Home

    def contained(self, content: Markup, claim_id: str) -> Markup:
        """Return the content of a claim's page for this page.

        Its anchors get the claim's id before them, and its headings stand lower. A link to a claim of this page leads
        there, any other to the site; where the site has no address, it leads nowhere. All of this stands in attributes
        and tags: no text of a claim has a quotation mark or a bracket, since all of them are escaped.
        """

        def named(found: re.Match[str]) -> str:
            names = " ".join(f"{claim_id}--{name}" for name in found[2].split())
            return f'{found[1]}="{names}"'

        def lower(found: re.Match[str]) -> str:
            return f'<h{found[1]} aria-level="{int(found[1]) + LOWER}"'

        html = _NAMING.sub(named, str(content))
        html = _LINK.sub(lambda found: self._link(found[1], claim_id), html)
        html = _PAINT.sub(rf'="url(#{claim_id}--\1)"', html)
        return Markup(_HEADING.sub(lower, html))  # noqa: S704  it was safe before

    def _link(self, href: str, claim_id: str) -> str:
        if href.startswith("#"):
            return f' href="#{claim_id}--{href[1:]}"'
        whole = urljoin(f"{_SITE}{claim_address(claim_id)}", unescape(href))
        if not whole.startswith(_SITE):
            return f' href="{href}"'
        to = urlsplit(whole)
        address = to.path[1:]
        known = address.removeprefix("claims/").rstrip("/")
        if known in self.claims and address == claim_address(known):
            return f' href="#{claim_anchor(known)}"'
        url = self.home.absolute(address)
        return "" if url is None else f' href="{escape(url)}{f"#{escape(to.fragment)}" if to.fragment else ""}"'
