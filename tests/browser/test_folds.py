"""What is folded on long pages is there without script, and opens for an address and for the browser's own search."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.reading import reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.reading import Reader

CLAIM = "cqc-does-not-inspect-iapt"
WITHIN = [
    (f"claims/#claim-{CLAIM}", f"claim-{CLAIM}"),
    ("glossary/#term-cqc", "term-cqc"),
    ("contribute/security/#slip-another-package-in", "slip-another-package-in"),
    ("data/#supports", "supports"),
]
"""Addresses that lead into what is folded."""


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with and without script, on which nothing may go wrong."""
    with reading(browser, viewport={"width": 360, "height": 740}, java_script_enabled=request.param) as reader:
        yield reader.page
        assert reader.told.trouble() == []


def test_every_claim_is_on_the_page_of_claims_and_closed(page: Page, thin: str, thin_site: Path) -> None:
    page.goto(f"{thin}claims/")
    shown = page.locator("#main li[id^=claim-] > a")
    expect(page.locator("#main details[open]")).to_have_count(0)
    addresses = {link.get_attribute("href") for link in shown.all()}
    pages = {f"{path.parent.name}/" for path in (thin_site / "claims").glob("*/index.html")}
    leading = {
        name for name in pages if 'http-equiv="refresh"' in (thin_site / "claims" / name / "index.html").read_text()
    }
    assert addresses == pages - leading
    expect(shown.first).to_be_hidden()
    page.locator("#main summary").first.click()
    expect(shown.first).to_be_visible()


@pytest.mark.parametrize(("address", "id_"), WITHIN, ids=[id_ for _, id_ in WITHIN])
def test_an_address_opens_what_it_leads_into(page: Page, thin: str, address: str, id_: str) -> None:
    page.goto(thin + address)
    expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()


def test_an_address_of_what_is_folded_is_reached(page: Page, thin: str) -> None:
    page.goto(f"{thin}contribute/rules/#number-not-carried")
    expect(page.locator("#number-not-carried summary")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["claims/#topic-inspection", "method/#debate"])
def test_an_address_of_a_heading_opens_what_is_below(reader: Reader, thin: str, address: str) -> None:
    page = reader.page
    page.goto(thin + address)
    heading = page.locator(f"[id='{address.partition('#')[2]}']")
    expect(heading).to_be_in_viewport()
    below = page.locator("#main details[open]")
    expect(below).to_have_count(1)
    assert below.evaluate("(fold, heading) => fold.parentElement === heading.parentElement", heading.element_handle())


@pytest.mark.parametrize("address", ["claims/#topic-inspection", "method/#debate"])
def test_without_script_a_heading_is_reached(browser: Browser, thin: str, address: str) -> None:
    with reading(browser, java_script_enabled=False) as reader:
        reader.page.goto(thin + address)
        expect(reader.page.locator(f"[id='{address.partition('#')[2]}']")).to_be_in_viewport()


def test_the_browsers_own_search_opens_what_it_finds(page: Page, thin: str) -> None:
    """A text in an address is found as that search finds it: both open details (HTML, "ancestor revealing")."""
    page.goto(f"{thin}claims/")
    found = page.locator(f"#claim-{CLAIM} > a")
    title = quote(found.inner_text() or found.text_content() or "", safe="").replace("-", "%2D")
    page.goto("about:blank")
    page.goto(f"{thin}claims/#:~:text={title}")
    expect(found).to_be_in_viewport()


def test_paper_has_what_is_folded_without_script(browser: Browser, thin: str) -> None:
    with reading(browser, java_script_enabled=False) as reader:
        reader.page.goto(f"{thin}claims/")
        height = "document.documentElement.scrollHeight"
        before = reader.page.evaluate(height)
        reader.page.emulate_media(media="print")
        assert reader.page.evaluate(height) > 2 * before
