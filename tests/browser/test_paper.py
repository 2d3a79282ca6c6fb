"""What readers print: a claim as a sheet to hand round, a topic as a briefing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.reading import Reader

FUDGE = "claims/waiting-time-fudge/"

SHEETS = {
    FUDGE: 2,
    "claims/mecfs-coded-f45-0/": 2,
    "claims/cqc-does-not-inspect-iapt/": 2,
    "topics/waits/": 6,
}
"""So many sheets of A4 a page takes at most."""


def sheets(page: Page) -> int:
    """Return how many sheets of A4 a page is printed on; Chromium writes the object of each sheet as plain text."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("address", SHEETS)
def test_a_page_is_printed_on_few_sheets(reader: Reader, real: str, address: str) -> None:
    reader.page.goto(real + address)
    assert 1 <= sheets(reader.page) <= SHEETS[address]


def printed(reader: Reader, address: str) -> Page:
    """Open a page as it is on paper; its script opens what is closed, as it does before printing."""
    reader.page.goto(address)
    reader.page.emulate_media(media="print")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return reader.page


def test_a_printed_claim_is_a_sheet_to_hand_round(reader: Reader, real: str) -> None:
    page = printed(reader, real + FUDGE)
    cite = page.locator(".em-cite")
    for part in (".em-crumbs", ".em-assertion", "blockquote", "figcaption", ".em-standing", "#for", ".em-link", cite):
        expect((page.locator(part) if isinstance(part, str) else part).first).to_be_visible()
    for part in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".md-footer", ".em-picture", ".em-facts"):
        expect(page.locator(part).first).to_be_hidden()
    assert (
        page.locator("#links .em-link").evaluate_all("all => all.filter((each) => each.checkVisibility()).length") == 2
    )
    address = page.get_by_role("link", name="See these words in the source").evaluate(
        "(link) => getComputedStyle(link, '::after').content"
    )
    assert "https://committees.parliament.uk/writtenevidence/41131/html/" in address


def test_a_printed_claim_counts_the_reasons_that_it_leaves_out(reader: Reader, real: str) -> None:
    page = printed(reader, f"{real}claims/client-attrition-high-2019/")
    expect(page.locator("main")).to_contain_text("3 more for it")
    shown = page.locator("#links .em-link").evaluate_all("all => all.filter((each) => each.checkVisibility()).length")
    assert shown == 3


def test_a_printed_topic_is_a_briefing(reader: Reader, real: str) -> None:
    page = printed(reader, real + "topics/waits/")
    for part in ("h1", ".em-question", "h2", ".em-spoken"):
        expect(page.locator(part).first).to_be_visible()
    expect(page.get_by_text("sources behind the reasons")).to_be_visible()
    expect(page.locator(".em-listing a[rel=external]").first).to_be_visible()
    expect(page.locator(".em-card").first).to_be_hidden()
    assert page.locator(".em-tree .em-tree").evaluate_all("all => all.filter((each) => each.checkVisibility())") == []
