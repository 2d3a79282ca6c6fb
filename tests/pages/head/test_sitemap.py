"""The sitemap."""

from __future__ import annotations

import pytest

from claimgraph.pages.head.sitemap import MOST, sitemap


def written(*addresses: str) -> bytes:
    urls = "".join(f"<url>\n<loc>{address}</loc>\n</url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    ).encode()


def test_each_address_is_listed_once_in_order() -> None:
    assert sitemap("https://example.org/map/", iter(("claims/fudge/", "", "claims/fudge/"))) == written(
        "https://example.org/map/", "https://example.org/map/claims/fudge/"
    )


def test_an_address_is_escaped_for_addresses_and_for_xml() -> None:
    assert sitemap("https://example.org/?a&b/", ["é <&'\"\x00/"]) == written(
        "https://example.org/?a&amp;b/%C3%A9%20%3C%26%27%22%00/"
    )


def test_a_sitemap_holds_as_many_pages_as_the_protocol_allows_and_no_more() -> None:
    pages = [f"{n}/" for n in range(MOST + 1)]
    assert sitemap("https://example.org/", pages[1:]).count(b"<url>") == MOST
    with pytest.raises(ValueError, match=r"^50001 pages, and a sitemap holds 50000$"):
        sitemap("https://example.org/", pages)
