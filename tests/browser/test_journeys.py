"""What readers come for, done as they do it: with a mouse, a thumb, the keyboard alone, without scripts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.index.links import text_fragment
from claimgraph.site.building import build
from tests.browser.pages import every_kind
from tests.browser.reading import Reader, reading, search
from tests.browser.serving import served
from tests.site.checkouts import CHECKOUT, checkout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from claimgraph.model.corpus import Corpus

CLAIM = "claims/cqc-does-not-inspect-iapt/"
TITLE = "Practitioner C: the CQC does not inspect IAPT"
FOLDER = next((CHECKOUT / "claims").glob(f"*/{CLAIM.split('/')[1]}.yml")).parent
TOPIC = f"topics/{FOLDER.name}/"
QUESTION = re.findall(r"^question: (.*)$", (FOLDER / "_topic.yml").read_text("utf-8"), re.MULTILINE)[0]
TESTED_BY_THEMSELVES = {"contribute/claim/", "explore/", "map/", "no/such/page/"}
"""Pages for which something else stands without scripts."""
NARROW = (320, 360, 640)
"""Widths in CSS pixels: a small phone, a common one, and a desk's 1280 at a zoom of 200%."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return check(CHECKOUT).examined.corpus


SIGNS = ("People's waits", "A “fudge” (in part)", "A&E, 20–30% up", "1.6 million referrals", "More co-location")
"""Titles in which signs stand before, behind and within words."""


@pytest.fixture(scope="module")
def signs(once: Callable[[str, Callable[[Path], None]], Path]) -> Iterator[str]:
    """A site of claims with these titles."""

    def make(folder: Path) -> None:
        made = checkout(folder / "checkout")
        for number, title in enumerate(SIGNS, 1):
            record = {
                "title": title,
                "assertion": f"In Place {number} in 2021, it was so.",
                "kind": "factual",
                "scope": {"place": f"Place {number}", "period": "2021"},
                "citations": [{"source": "tram-survey", "finding": "It is so."}],
            }
            made.write(f"claims/trams/sign-{number}.yml", json.dumps(record, ensure_ascii=False))
        build(made.root, folder / "site", check(made.root).examined)

    with served(once("signs", make) / "site") as home:
        yield home


# To find a claim, and what it rests on


@pytest.mark.parametrize("words", ["CQC inspect", "does anybody inspect the service", "inspektorate"])
def test_a_claim_is_found_by_its_words(reader: Reader, real: str, words: str) -> None:
    reader.page.goto(real)
    search(reader.page, words).locator("a", has_text=TITLE).first.click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert reader.page.url.split("?")[0] == real + CLAIM
    assert reader.told.trouble() == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("people's", "People's waits"),
        ("fudge", "A “fudge” (in part)"),
        ("part", "A “fudge” (in part)"),
        ("20-30%", "A&E, 20–30% up"),
        ("1.6", "1.6 million referrals"),
        ("co-location", "More co-location"),
    ],
)
def test_a_word_is_found_whatever_signs_stand_round_it(reader: Reader, signs: str, words: str, title: str) -> None:
    reader.page.goto(signs)
    expect(search(reader.page, words).locator(".em-search__title").first).to_have_text(title)


def test_a_claim_shows_its_words_their_speaker_and_their_place(reader: Reader, real: str, corpus: Corpus) -> None:
    quote = corpus.claims["cqc-does-not-inspect-iapt"].record.quotes[0]
    source = corpus.sources[quote.source].record
    page = reader.page
    page.goto(real + CLAIM)
    figure = page.locator("figure.em-quote")
    expect(figure.locator("blockquote p")).to_have_text(quote.exact)
    expect(figure.get_by_text("Verified word for word")).to_be_visible()
    link = figure.get_by_role("link", name="See these words in the source")
    assert link.get_attribute("href") == text_fragment(source.url or "", quote.exact)
    assert link.get_attribute("target") is None
    figure.get_by_role("link", name=re.compile("^Practitioner C")).click()
    expect(page).to_have_url(re.compile("/voices/hsc-expert-panel-2021-group-3-participant-c/$"))
    page.locator("summary", has_text="Inspection").click()
    expect(page.locator("blockquote p", has_text=quote.exact)).to_be_visible()
    page.go_back()
    figure.get_by_role("link", name=re.compile("^Expert Panel roundtable")).click()
    expect(page).to_have_url(re.compile("/sources/hsc-expert-panel-2021-group-3/$"))
    expect(page.get_by_role("link", name="Open the source")).to_have_attribute("href", source.url or "")


def test_a_cut_quote_says_why_the_cut_is_fair(reader: Reader, real: str, corpus: Corpus) -> None:
    cut = [(id_, quote) for id_, claim in corpus.claims.items() for quote in claim.record.quotes if quote.context]
    assert cut
    for id_, quote in cut[:3]:
        reader.page.goto(f"{real}claims/{id_}/")
        expect(reader.page.locator(".em-quote__context", has_text=quote.context).first).to_be_visible()


def test_two_taps_from_home_lead_to_the_claim(phone: Reader, real: str) -> None:
    page = phone.page
    page.goto(real)
    topic = page.locator(".em-questions").get_by_role("link", name=QUESTION, exact=True)
    row = page.locator(".em-questions li", has=page.get_by_role("link", name=QUESTION, exact=True))
    expect(row.get_by_text(" against")).to_be_visible()
    topic.tap()
    expect(page).to_have_url(real + TOPIC)
    page.locator("#main").get_by_role("link", name=TITLE, exact=True).first.tap()
    expect(page).to_have_url(real + CLAIM)
    expect(page.locator("blockquote", has_text="CQC do not inspect IAPT services")).to_be_visible()
    assert phone.told.trouble() == []


def test_the_drawer_of_a_phone_leads_to_every_section(phone: Reader, thin: str) -> None:
    page = phone.page
    page.goto(thin + CLAIM)
    names = page.locator(".md-tabs a").all_text_contents()
    assert len(names) > 6
    for name in names:
        page.get_by_role("button", name="All pages").tap()
        page.locator(".em-menu").get_by_role("link", name=name, exact=True).tap()
        page.wait_for_url(lambda url: url != thin + CLAIM)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.goto(thin + CLAIM)


# With the keyboard alone

ACTIVE = """async () => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  // A switch of the theme shows its focus on its label, and a link in a picture on its box.
  const shown = element.matches(".md-option") ? element.parentNode.querySelector("label:not([hidden])") : element;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const stroke = shown.closest("svg") ? parseFloat(getComputedStyle(shown.querySelector("rect, text")).strokeWidth) : 0;
  return {
    name: element.localName,
    id: element.id,
    href: element.getAttribute("href"),
    within: element.closest("main, header, .md-tabs, footer, .md-sidebar")?.className.toString() || "",
    isInMain: Boolean(element.closest("#main")),
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || stroke >= 2.5,
    seen: box.width > 0 && box.height > 0 && style.visibility === "visible" && style.opacity !== "0",
  };
}"""


def tabbed(page: Page) -> list[dict[str, object]]:
    """Press Tab until the focus leaves the page, and return what had it."""
    stops: list[dict[str, object]] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(ACTIVE)
        if stop is None or len(stops) > 600:
            return stops
        stops.append(stop)


@pytest.mark.parametrize("address", [CLAIM, TOPIC, ""], ids=["claim", "topic", "home"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(reader: Reader, real: str, address: str) -> None:
    page = reader.page
    page.goto(real + address)
    page.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    links = page.locator("#main a[href]").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    tabs = page.locator(".md-tabs a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    stops = tabbed(page)
    assert str(stops[0]["href"]).startswith("#")
    assert any(stop["href"] == "#search" or (stop["name"] == "a" and stop["within"] == "md-header") for stop in stops)
    reached = [stop["href"] for stop in stops]
    assert set(tabs) <= set(reached)
    assert [stop["href"] for stop in stops if stop["isInMain"] and stop["name"] == "a"] == links
    assert [stop for stop in stops if not stop["ring"] or not stop["seen"]] == []


def test_the_skip_link_leads_past_the_navigation(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(real + CLAIM)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")


def test_search_is_done_with_the_keyboard_alone(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(real)
    page.keyboard.press("/")
    page.keyboard.type("CQC does not inspect")
    expect(page.locator("#em-found")).to_have_attribute("data-question", "CQC does not inspect")
    said = re.compile(r"^\d+ pages found\. Also looked for: “care quality commission”\.$")
    expect(page.get_by_role("status")).to_have_text(said)
    links = page.locator("#em-found a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox", name="Search claims")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.press("Enter")
    expect(page).to_have_url(real + TOPIC)


# Without scripts


def test_without_scripts_every_page_has_all_it_has(
    browser: Browser, reader: Reader, thin: str, thin_site: Path
) -> None:
    lost = []
    with reading(browser, java_script_enabled=False, viewport={"width": 1280, "height": 800}) as plain:
        for address in every_kind(thin_site):
            if address in TESTED_BY_THEMSELVES:
                continue
            reader.page.goto(thin + address)
            plain.page.goto(thin + address)
            shown = [read.page.locator("#main") for read in (plain, reader)]
            for main in shown:  # what is far from the window has no text until it is laid out
                main.locator(".em-cards").evaluate_all(
                    "(all) => all.forEach((e) => { e.style.contentVisibility = 'visible'; })"
                )
            if shown[0].inner_text().split() != shown[1].inner_text().split():
                lost.append(address)
        assert plain.told.trouble() == []
    assert lost == []


def test_without_scripts_a_phone_has_its_drawer(browser: Browser, real: str) -> None:
    options = {"viewport": {"width": 360, "height": 720}, "has_touch": True, "is_mobile": True}
    with reading(browser, java_script_enabled=False, **options) as plain:
        plain.page.goto(real + CLAIM)
        plain.page.locator("label[for=__drawer].md-header__button").tap()
        plain.page.locator(".em-menu").get_by_role("link", name="Topics", exact=True).tap()
        expect(plain.page).to_have_url(f"{real}topics/")


# As the reader's eyes want it


def test_the_dark_scheme_is_the_readers(browser: Browser, real: str) -> None:
    with reading(browser, color_scheme="dark") as reader:
        page = reader.page
        page.goto(real + CLAIM)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert brightness(page, "background-color") < 60
        assert brightness(page, "color") > 180
        page.get_by_title("Switch to light colours").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert brightness(page, "color") < 60
        assert brightness(page, "background-color") > 180
        assert reader.told.trouble() == []


def brightness(page: Page, name: str) -> float:
    """Return how bright a colour of the page's body is, from 0 to 255."""
    colour = page.locator("body").evaluate("(body, name) => getComputedStyle(body).getPropertyValue(name)", name)
    channels = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    return sum(channels) / 3


OVERFLOWING = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > innerWidth + 1 && getComputedStyle(element).position !== "fixed";
  });
  return [document.documentElement.scrollWidth, ...wide.slice(0, 5).map((e) => `${e.localName}.${e.className}`)];
}"""


def test_no_page_scrolls_sideways(reader: Reader, real: str, real_site: Path) -> None:
    wide = {}
    for address in every_kind(real_site):
        reader.page.goto(real + address)
        for width in NARROW:
            reader.page.set_viewport_size({"width": width, "height": 640})
            if found := reader.page.evaluate(OVERFLOWING):
                wide[f"{address} at {width}"] = found
    assert wide == {}


def test_text_grows_with_the_readers_own_size(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(real + CLAIM)
    before = page.locator(".em-assertion").evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)")
    page.locator("html").evaluate("(root) => { root.style.fontSize = '200%'; }")
    after = page.locator(".em-assertion").evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)")
    assert after > 1.3 * before
    assert page.evaluate(OVERFLOWING) == []


def test_less_motion_is_less_motion(browser: Browser, real: str) -> None:
    with reading(browser, reduced_motion="reduce") as reader:
        reader.page.goto(real)
        assert reader.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
