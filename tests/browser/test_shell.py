"""What is round every page: colours, the drawer, the title in the header, the contents, and what is folded away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reading import Reader, reading, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CLAIM = "claims/cqc-does-not-inspect-iapt/"
LONG = "method/"
SCHEME = "data-md-color-scheme"


def hold(reader: Reader, url: str) -> Page:
    """Open a page, and return it when its scripts have run."""
    reader.page.goto(url)
    return reader.page


# Colours


def test_the_button_of_the_other_colours_takes_its_place_and_keeps_the_focus(reader: Reader, thin: str) -> None:
    page = hold(reader, thin)
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")
    page.get_by_title("Switch to dark colours").press("Enter")
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    expect(page.get_by_title("Switch to dark colours")).to_be_hidden()
    expect(page.get_by_title("Switch to light colours")).to_be_focused()


def test_while_nothing_was_chosen_the_colours_follow_the_system(reader: Reader, thin: str) -> None:
    page = hold(reader, thin)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute(SCHEME, "default")


def test_what_was_chosen_stays_whatever_the_system_does(reader: Reader, thin: str) -> None:
    page = hold(reader, thin)
    page.get_by_title("Switch to dark colours").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute(SCHEME, "slate")


def test_what_is_chosen_in_one_tab_holds_in_the_others(reader: Reader, thin: str) -> None:
    page, other = hold(reader, thin), reader.context.new_page()
    other.goto(thin + CLAIM)
    page.get_by_title("Switch to dark colours").click()
    expect(other.locator("body")).to_have_attribute(SCHEME, "slate")


@pytest.mark.parametrize(
    "storage",
    [
        "localStorage.setItem(new URL('.', location).pathname + '.__palette', '7');",
        "Storage.prototype.getItem = () => { throw new DOMException('refused', 'SecurityError'); };",
    ],
    ids=["something else", "refused"],
)
def test_odd_storage_leaves_the_systems_colours(browser: Browser, thin: str, storage: str) -> None:
    with reading(browser, color_scheme="dark") as reader:
        reader.context.add_init_script(storage)
        page = hold(reader, thin)
        expect(page.locator("body")).to_have_attribute(SCHEME, "slate")
        expect(page.get_by_title("Switch to light colours")).to_be_visible()
        assert reader.told.trouble() == []


# The drawer


IN_SIGHT = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    name: element.id || element.textContent.trim(),
    isInDrawer: Boolean(element.closest(".em-menu")),
    isSeen: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
      && style.outlineStyle !== "none",
  };
}"""


def walk(page: Page, stops: int) -> list[dict[str, object]]:
    """Press Tab so many times, and return what had the focus, settled."""
    found = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)))")
        found.append(page.evaluate(IN_SIGHT))
    return found


def test_a_wide_page_has_no_drawer(reader: Reader, thin: str) -> None:
    page = hold(reader, thin + CLAIM)
    expect(page.locator(".em-drawer")).to_be_hidden()
    expect(page.locator("#__drawer")).to_be_hidden()


def test_a_narrow_page_has_its_drawer_by_keyboard(browser: Browser, thin: str) -> None:
    with reading(browser, viewport={"width": 320, "height": 640}) as reader:
        page = hold(reader, thin + CLAIM)
        opener = page.get_by_role("button", name="All pages")
        for key in ("Enter", " "):
            opener.press(key)
            expect(opener).to_have_attribute("aria-expanded", "true")
            expect(page.locator(".em-menu").get_by_role("link", name="Topics", exact=True)).to_be_in_viewport()
            page.keyboard.press("Escape")
            expect(opener).to_have_attribute("aria-expanded", "false")
            expect(opener).to_be_focused()
        opener.press("x")
        expect(page.locator("#__drawer")).not_to_be_checked()


def test_a_narrow_page_has_its_drawer_by_keyboard_without_scripts(browser: Browser, thin: str) -> None:
    with reading(browser, viewport={"width": 320, "height": 640}, java_script_enabled=False) as reader:
        page = hold(reader, thin + CLAIM)
        page.keyboard.press("Tab")
        drawer = page.get_by_role("checkbox", name="All pages")
        expect(drawer).to_be_focused()
        page.keyboard.press(" ")
        expect(page.locator(".em-menu").get_by_role("link", name="Topics", exact=True)).to_be_in_viewport()
        page.keyboard.press(" ")
        expect(drawer).not_to_be_checked()


def test_whatever_has_the_focus_on_a_narrow_page_is_seen(browser: Browser, thin: str) -> None:
    with reading(browser, viewport={"width": 320, "height": 640}) as reader:
        page = hold(reader, thin + CLAIM)
        closed = walk(page, 12)
        assert [stop for stop in closed if not stop["isSeen"] or stop["isInDrawer"]] == []
        page.get_by_role("button", name="All pages").press("Enter")
        opened = [stop for stop in walk(page, 16) if stop["isInDrawer"]]
        assert len(opened) > 8
        assert [stop for stop in opened if not stop["isSeen"]] == []


def test_a_link_into_the_page_closes_the_drawer(phone: Reader, thin: str) -> None:
    page = hold(phone, thin + LONG)
    page.get_by_role("button", name="All pages").tap()
    expect(page.locator("#__drawer")).to_be_checked()
    page.evaluate("location.hash = document.querySelector('h2[id]').id")
    expect(page.locator("#__drawer")).not_to_be_checked()


# Where one is


def test_the_title_stands_in_the_header_once_the_heading_is_out_of_sight(reader: Reader, thin: str) -> None:
    page = hold(reader, thin + LONG)
    title = page.locator(".md-header__title")
    active = re.compile(r"\bmd-header__title--active\b")
    expect(title).not_to_have_class(active)
    page.locator("#main h2").last.scroll_into_view_if_needed()
    page.mouse.wheel(0, 2_000)
    expect(title).to_have_class(active)
    page.keyboard.press("Home")
    expect(title).not_to_have_class(active)


def test_the_contents_say_where_in_the_text_one_reads(reader: Reader, thin: str) -> None:
    page = hold(reader, thin + LONG)
    links = page.locator(".md-nav--secondary a[href^='#']")
    active = page.locator(".md-nav--secondary .em-here")
    expect(active).to_have_count(0)
    for link in (links.nth(1), links.nth(3), links.nth(2)):
        link.click()
        expect(active).to_have_attribute("href", link.get_attribute("href") or "")
        expect(active).to_have_count(1)


# What is folded away


def test_an_address_that_leads_into_what_is_folded_opens_it(reader: Reader, thin: str) -> None:
    page = hold(reader, thin + CLAIM)
    page.locator("main details:not([open]) li").last.evaluate("(target) => { target.id = 'folded'; }")
    target = page.locator("#folded")
    expect(target).to_be_hidden()
    page.evaluate("location.hash = '#folded'")
    expect(target).to_be_in_viewport()
    page.goto(f"{thin}sources/#no-such-part")
    assert reader.told.trouble() == []


def test_a_page_that_is_loaded_again_stays_where_it_was(reader: Reader, thin: str) -> None:
    page = hold(reader, f"{thin}{LONG}#what-a-claim-is")
    settle(page)
    page.locator("#main h2").last.evaluate("heading => heading.scrollIntoView()")
    before = page.evaluate("scrollY")
    page.reload()
    expect(page.locator("#main h2").last).to_be_in_viewport()
    assert page.evaluate("scrollY") == before


def test_paper_has_what_is_folded_and_the_screen_folds_it_again(reader: Reader, thin: str) -> None:
    page = hold(reader, thin + CLAIM)
    states = "[...document.querySelectorAll('main details')].map((each) => each.open)"
    before = page.evaluate(states)
    assert False in before
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert set(page.evaluate(states)) == {True}
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(states) == before
