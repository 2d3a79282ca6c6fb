"""What axe-core finds on every kind of page: nothing, in either scheme, on a desk and on a phone.

What differs in the dark is colour, whatever the width.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.browser.pages import UNKNOWN, every_kind
from tests.browser.reading import Reader, reading, search
from tests.browser.serving import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Literal

    from playwright.sync_api import Browser, Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.0 to 2.2, levels A and AA, and what axe's authors advise besides."""

RUN = """async (options) => {
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  const found = await axe.run(document, options);
  const told = (rule, node) => `${rule.id}: ${node.target.join(" ")}: ${node.html}`;
  return found.violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node)));
}"""

PARTS = 4
"""In how many tests all pages are looked at, so that several workers share them."""

WIDE = 1280
COLOURS = ["color-contrast", "link-in-text-block"]
"""What differs between light and dark, and not between wide and narrow: the rules that take the longest."""


def violations(page: Page, *, of_colours: bool = True, of_all_else: bool = True) -> list[str]:
    """Return what axe finds on an open page."""
    page.evaluate(AXE.read_text("utf-8"))
    only: dict[str, Any] = {"type": "tag", "values": TAGS} if of_all_else else {"type": "rule", "values": COLOURS}
    without = {} if of_colours else {rule: {"enabled": False} for rule in COLOURS}
    found: list[str] = page.evaluate(RUN, {"runOnly": only, "rules": without, "resultTypes": ["violations"]})
    return [text[:300] for text in found]


@pytest.fixture(scope="module")
def root(thin_site: Path) -> Iterator[str]:
    """The site of few topics at the root of a host, where the page for unknown addresses works too."""
    with served(thin_site) as home:
        yield home


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("light", 360), ("dark", WIDE)])
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(  # noqa: PLR0913, PLR0917
    browser: Browser, root: str, thin_site: Path, part: int, scheme: Literal["light", "dark"], width: int
) -> None:
    found = {}
    with reading(browser, color_scheme=scheme, viewport={"width": width, "height": 800}) as reader:
        for address in every_kind(thin_site)[part::PARTS]:
            reader.page.goto(root + address)
            told = violations(reader.page, of_colours=width == WIDE, of_all_else=scheme == "light")
            if told:
                found[address] = told
    assert found == {}


def open_search(reader: Reader) -> None:
    search(reader.page, "wait")


def open_drawer(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 720})
    reader.page.get_by_role("button", name="All pages").click()
    expect(reader.page.locator(".em-menu")).to_be_in_viewport()


def choose_on_the_map(reader: Reader) -> None:
    expect(reader.page.locator("#claims-map[data-ready]")).to_be_attached()
    reader.page.locator("#map-canvas").focus()
    reader.page.keyboard.press("Home")
    expect(reader.page.locator("#map-open")).to_be_visible()


def search_on_the_map(reader: Reader) -> None:
    expect(reader.page.locator("#claims-map[data-ready]")).to_be_attached()
    reader.page.get_by_role("combobox", name="Find a claim").fill("the")
    expect(reader.page.locator("#map-hits [role=option]").first).to_be_visible()


def show_a_path(reader: Reader) -> None:
    choose_on_the_map(reader)
    reader.page.keyboard.press("p")
    reader.page.keyboard.press("PageDown")
    expect(reader.page.locator("#map-route")).to_be_visible()


def choose_on_the_network(reader: Reader) -> None:
    reader.page.get_by_role("button", name="Draw the network").click()
    expect(reader.page.locator("#network-canvas")).to_be_focused()
    reader.page.keyboard.press("Home")
    expect(reader.page.locator("#network-open")).to_be_visible()


def open_the_outline(reader: Reader) -> None:
    for topic in reader.page.locator("summary").all():
        topic.click()


@pytest.mark.parametrize(
    ("address", "act"),
    [
        ("", open_search),
        ("", open_drawer),
        ("map/", choose_on_the_map),
        ("map/", search_on_the_map),
        ("map/", show_a_path),
        ("map/", open_the_outline),
        ("map/outline/inspection.html", choose_on_the_network),
    ],
    ids=["search", "drawer", "map", "map-search", "path", "outline", "network"],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(
    browser: Browser, root: str, scheme: Literal["light", "dark"], address: str, act: Callable[[Reader], None]
) -> None:
    with reading(browser, color_scheme=scheme, viewport={"width": 1280, "height": 800}) as reader:
        reader.page.goto(root + address)
        act(reader)
        assert violations(reader.page) == []


def test_headings_go_down_by_one_and_pages_have_one_first(reader: Reader, root: str, thin_site: Path) -> None:
    wrong = {}
    for address in every_kind(thin_site):
        if address == UNKNOWN:
            continue
        reader.page.goto(root + address)
        levels = reader.page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("(all) => all.map((h) => +h.localName[1])")
        if levels[0] != 1 or levels.count(1) != 1 or any(b - a > 1 for a, b in pairwise(levels)):
            wrong[address] = levels
    assert wrong == {}


def test_every_page_says_its_language_and_has_a_title_of_its_own(reader: Reader, root: str, thin_site: Path) -> None:
    titles: dict[str, str] = {}
    for address in every_kind(thin_site):
        reader.page.goto(root + address)
        assert reader.page.locator("html").get_attribute("lang") == "en"
        title = reader.page.title()
        assert title not in titles, (address, titles[title])
        titles[title] = address
