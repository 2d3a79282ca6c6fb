"""Terms of the glossary: what one means opens where it stands, by touch, by mouse and by keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reading import reading
from tests.browser.test_accessible import violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route

    from tests.browser.reading import Reader

CLAIM = "claims/cqc-does-not-inspect-iapt/"
MEANING = re.compile("^Care Quality Commission, ")


def term(page: Page) -> Locator:
    """Return the term that the page's script has taken over."""
    found = page.locator("a.em-term[role=button]", has_text="CQC").first
    expect(found).to_have_attribute("aria-expanded", "false")
    return found


def meaning(page: Page) -> Locator:
    return page.get_by_role("dialog", name="CQC")


def expect_closed(page: Page) -> None:
    expect(page.locator(".em-meaning")).to_have_count(0)
    expect(page.locator("a.em-term[aria-expanded=true]")).to_have_count(0)


def test_a_tap_opens_what_a_term_means_and_stays_on_the_page(phone: Reader, thin: str) -> None:
    page = phone.page
    page.goto(thin + CLAIM)
    term(page).tap()
    expect(meaning(page)).to_be_in_viewport(ratio=1)
    expect(meaning(page).locator("span")).to_have_text(MEANING)
    expect(term_open(page)).to_have_count(1)
    expect(page).to_have_url(thin + CLAIM)
    page.locator(".md-header__title").tap()
    expect_closed(page)
    assert phone.told.trouble() == []


def term_open(page: Page) -> Locator:
    return page.locator("a.em-term[aria-expanded=true]")


def test_a_second_tap_closes_it(phone: Reader, thin: str) -> None:
    page = phone.page
    page.goto(thin + CLAIM)
    term(page).tap()
    expect(meaning(page)).to_be_visible()
    term_open(page).tap()
    expect_closed(page)
    term(page).tap()
    expect(meaning(page)).to_be_visible()


def test_its_link_leads_to_the_glossary_where_the_term_is_open(phone: Reader, thin: str) -> None:
    page = phone.page
    page.goto(thin + CLAIM)
    term(page).tap()
    meaning(page).get_by_role("link", name="In the glossary").tap()
    expect(page).to_have_url(f"{thin}glossary/#term-cqc")
    expect(page.locator("#term-cqc")).to_be_in_viewport()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_by_keyboard_it_opens_and_closes_and_gives_the_focus_back(reader: Reader, thin: str, key: str) -> None:
    page = reader.page
    page.goto(thin + CLAIM)
    term(page).press(key)
    expect(meaning(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(meaning(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(term(page)).to_be_focused()
    assert reader.told.trouble() == []


def test_the_focus_that_goes_on_closes_it(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(thin + CLAIM)
    term(page).press("Enter")
    expect(meaning(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect_closed(page)
    expect(page.locator(":focus")).to_have_count(1)


def test_a_click_opens_it_and_a_click_with_a_key_follows_the_link(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(thin + CLAIM)
    term(page).click()
    expect(meaning(page)).to_be_visible()
    page.mouse.click(5, 500)
    expect_closed(page)
    with reader.context.expect_page() as opened:
        term(page).click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(f"{thin}glossary/#term-cqc")
    expect_closed(page)


def test_meanings_are_fetched_once_and_only_when_one_is_asked_for(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(thin + CLAIM)
    asked = f"{thin}glossary/terms.json"
    term(page).focus()
    assert asked not in reader.told.requests
    for _ in range(2):
        term(page).press("Enter")
        expect(meaning(page)).to_be_focused()
        page.keyboard.press("Escape")
        expect_closed(page)
    assert reader.told.requests.count(asked) == 1


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_is_open(browser: Browser, thin: str, scheme: str, width: int) -> None:
    with reading(browser, color_scheme=scheme, viewport={"width": width, "height": 640}) as reader:
        page = reader.page
        page.goto(thin + CLAIM)
        term(page).press("Enter")
        expect(meaning(page)).to_be_in_viewport(ratio=1)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_near_the_end_of_the_window_it_opens_above(reader: Reader, thin: str) -> None:
    page = reader.page
    page.goto(thin + CLAIM)
    bottom = term(page).evaluate("(term) => term.getBoundingClientRect().bottom")
    page.set_viewport_size({"width": 1280, "height": round(bottom) + 20})
    term(page).press("Enter")
    expect(meaning(page)).to_be_in_viewport(ratio=1)
    tops = [found.bounding_box() for found in (meaning(page), term_open(page))]
    assert tops[0] is not None
    assert tops[1] is not None
    assert tops[0]["y"] + tops[0]["height"] < tops[1]["y"]


def test_what_a_term_means_is_text(reader: Reader, thin: str) -> None:
    page = reader.page
    hostile = "<img src=x onerror=alert(1)> & more"

    def answer(route: Route) -> None:
        route.fulfill(json={"term-cqc": ["CQC", hostile]})

    page.route("**/glossary/terms.json", answer)
    page.goto(thin + CLAIM)
    term(page).press("Enter")
    expect(meaning(page).locator("span")).to_have_text(hostile)
    assert reader.told.trouble() == []


def test_where_the_meanings_do_not_come_a_term_is_a_link(reader: Reader, thin: str) -> None:
    page = reader.page
    page.route("**/glossary/terms.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(thin + CLAIM)
    term(page).click()
    expect(page).to_have_url(f"{thin}glossary/#term-cqc")


def test_without_script_a_term_is_a_link_to_where_it_is_open(browser: Browser, thin: str) -> None:
    with reading(browser, java_script_enabled=False) as reader:
        page = reader.page
        page.goto(thin + CLAIM)
        page.locator("a.em-term", has_text="CQC").first.click()
        expect(page).to_have_url(f"{thin}glossary/#term-cqc")
        expect(page.locator("#term-cqc")).to_be_in_viewport()
