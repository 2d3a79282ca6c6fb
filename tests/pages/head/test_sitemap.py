"""The sitemap."""

from __future__ import annotations

from datetime import date

import pytest

from claimgraph.pages.head.sitemap import MOST, sitemap


def test_addresses_come_in_order_with_their_days() -> None:
    pages = [("claims/fudge/", date(2025, 3, 12)), ("", None)]
    assert sitemap("https://example.org/map/", pages) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/map/</loc></url>\n"
        "<url><loc>https://example.org/map/claims/fudge/</loc><lastmod>2025-03-12</lastmod></url>\n"
        "</urlset>\n"
    )


def test_an_address_is_escaped() -> None:
    assert "<loc>https://example.org/?a&amp;b/x</loc>" in sitemap("https://example.org/?a&b/", [("x", None)])


def test_one_address_with_two_days_is_refused() -> None:
    with pytest.raises(ValueError, match="'x/' was last changed on 2025-01-01 and on None"):
        sitemap("https://example.org/", [("x/", date(2025, 1, 1)), ("x/", None)])


def test_one_address_is_listed_once() -> None:
    assert sitemap("https://example.org/", [("x/", None), ("x/", None)]).count("<url>") == 1


def test_more_pages_than_a_sitemap_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="50001 pages, and a sitemap holds 50000"):
        sitemap("https://example.org/", [(f"{n}/", None) for n in range(MOST + 1)])
