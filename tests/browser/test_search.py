"""The search: its script by parts, which reads words as the index does, and its box as readers use it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from claimgraph.model.standing import State
from tests.browser.reading import Reader, search
from tests.pages.search.test_words import COMPOUNDS, WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

INSPECT = ["inspect", "inspects", "inspected", "inspecting", "inspection", "inspections", "inspector", "inspectorate"]
IMPORT = """async (home) => {
  window.made = { ...await import(`${home}search/words.js`), ...await import(`${home}search/index.js`) };
}"""


@pytest.fixture
def page(reader: Reader, real: str) -> Page:
    reader.page.goto(real)
    reader.page.evaluate(IMPORT, f"{real}assets/javascripts/")
    return reader.page


def run(page: Page, code: str, *values: object) -> Any:  # noqa: ANN401  what a script returns
    return page.evaluate(f"(values) => window.made.{code}", list(values))


# Words


def test_words_are_those_of_the_index(page: Page) -> None:
    assert [(text, run(page, "words(values[0])", text)) for text, _ in WORDS] == WORDS


def test_compounds_are_those_of_the_index(page: Page) -> None:
    found = [(text, [*map(tuple, run(page, "compounds(values[0])", text))]) for text, _ in COMPOUNDS]
    assert found == COMPOUNDS


def test_forms_of_a_word_share_their_stem(page: Page) -> None:
    assert {run(page, "stem(values[0])", word) for word in INSPECT} == {"inspect"}
    same = (("therapies", "therapy"), ("waiting", "waits"), ("referred", "refer"), ("services", "service"))
    for one, other in (*same, ("delays", "delay"), ("surveys", "survey")):
        assert run(page, "stem(values[0])", one) == run(page, "stem(values[0])", other)
    for one, other in (("care", "cars"), ("never", "nevis"), ("cost", "coast"), ("no", "not")):
        assert run(page, "stem(values[0])", one) != run(page, "stem(values[0])", other)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("wait", "wait", 0),
        ("wait", "waits", 1),
        ("wait", "wat", 1),
        ("wait", "want", 1),
        ("wait", "wiat", 1),
        ("inspection", "inspekton", 2),
        ("wait", "recovery", 3),
        ("abcdef", "fedcba", 3),
    ],
)
def test_slips_are_counted_up_to_a_bound(page: Page, one: str, other: str, count: int) -> None:
    assert run(page, "slips(values[0], values[1], 2)", one, other) == count
    assert run(page, "slips(values[0], values[1], 2)", other, one) == count


# What is found


def asked(page: Page, question: str) -> list[str]:
    """Return the addresses that a question finds, best first, ten at most."""
    code = """async (question) => {
      const index = new window.made.Index(new URL("search/", document.baseURI));
      await index.open();
      const { pages } = await index.find(question);
      return Promise.all(pages.slice(0, 10).map(async (page) => (await index.shown(page)).address));
    }"""
    found: list[str] = page.evaluate(code, question)
    return found


@pytest.mark.parametrize(
    "question",
    ["CQC does not inspect", "inspectorate CQC", "cqc inspekts", "no plans to inspect"],
)
def test_a_claim_is_among_the_first_for_its_words(page: Page, question: str) -> None:
    assert "claims/cqc-does-not-inspect-iapt/" in asked(page, question)[:3]


def test_a_question_is_answered_by_its_topic_and_theses_first(page: Page) -> None:
    found = asked(page, "who inspects the services?")
    assert found[0] == "topics/inspection/"
    assert set(found[1:4]) == {
        "claims/no-inspectorate-for-iapt/",
        "claims/iapt-ought-to-be-inspected/",
        "claims/lack-of-inspection-makes-staffing-unsafe/",
    }
    assert "claims/cqc-does-not-inspect-iapt/" in found


@pytest.mark.parametrize(
    "questions",
    [
        ("F45.0", "f45.0"),
        ("dropout", "drop-out", "drop out", "Drop\u2011out"),
        ("longterm", "long-term", "long term"),
    ],
)
def test_all_spellings_find_the_same(page: Page, questions: tuple[str, ...]) -> None:
    first, *others = (asked(page, question) for question in questions)
    assert first != []
    assert others == [first] * len(others)


@pytest.mark.parametrize("question", ["burnout", "burn-out", "burn out"])
def test_a_word_that_no_page_parts_is_found_parted(page: Page, question: str) -> None:
    assert asked(page, question)[0] == "claims/burnout-widespread-among-staff/"


def test_nothing_is_found_by_nothing(page: Page) -> None:
    assert "claims/mus-in-integrated-care-coded-f45-0/" in asked(page, "F45")
    assert asked(page, "the") != []
    for question in ("xyzzyxyzzy", "what is xyzzyxyzzy", " ?! ", ""):
        assert asked(page, question) == []


def test_manuals_come_last(page: Page) -> None:
    code = """async () => {
      const index = new window.made.Index(new URL("search/", document.baseURI));
      await index.open();
      const { pages } = await index.find("figures");
      return Promise.all(pages.map(async (page) => (await index.shown(page)).kind));
    }"""
    kinds: list[str] = page.evaluate(code)
    first = kinds.index("How it is made")
    assert 0 < first < len(kinds)
    assert set(kinds[first:]) == {"How it is made"}


# The box


def test_each_result_says_what_it_is_and_how_a_claim_stands(reader: Reader, real: str) -> None:
    reader.page.goto(real)
    found = search(reader.page, "does it work")
    first = found.locator("a").first
    expect(first.locator(".em-search__kind")).to_have_text("Question")
    expect(first.locator(".em-search__title")).to_have_text("Does it work?")
    expect(first.locator(".em-search__state")).to_have_count(0)
    thesis = found.locator("a", has_text="Thesis").first
    state = thesis.locator(".em-search__state")
    assert (state.text_content() or "") in list(State)
    expect(state.locator("svg.em-shape path").first).to_be_visible()


def test_a_thesis_shows_both_sides_with_their_words(reader: Reader, real: str) -> None:
    reader.page.goto(real)
    found = search(reader.page, "People got therapy soon, 2018 to 2021")
    sides = found.locator("a", has_text="Thesis").first.locator(".em-search__side")
    against = re.compile(r"^Against: \d+ reasons, from 4 independent voices“We now have")
    expect(sides).to_have_text([re.compile(r"^For: \d+ reasons, from 3 independent voices\S"), against])


def test_what_was_looked_for_besides_is_said(reader: Reader, real: str) -> None:
    reader.page.goto(real)
    status = reader.page.locator("#em-search [role=status]")
    search(reader.page, "ofsted")
    expect(status).to_have_text(re.compile(r"^\d+ pages found\. Also looked for: “inspection”\.$"))
    reader.page.get_by_role("searchbox", name="Search claims").fill("recoverey")
    expect(status).to_have_text(
        re.compile(r"^No page has “recoverey”, so these have “recovered”, “recovery”\. \d+ pages found\.$")
    )
    reader.page.get_by_role("searchbox", name="Search claims").fill("xyzzyxyzzy")
    expect(status).to_have_text("No page has these words. Try fewer or other words.")


def test_the_address_says_what_is_asked_and_opens_the_box_again(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(real + "glossary/")
    search(page, "waiting list & more")
    expect(page).to_have_url(real + "glossary/?q=waiting+list+%26+more")
    page.reload()
    found = page.locator("#em-found")
    expect(found).to_have_attribute("data-question", "waiting list & more")
    expect(page.get_by_role("searchbox", name="Search claims")).to_have_value("waiting list & more")
    found.locator("a").first.click()
    expect(page).to_have_url(re.compile(r"/(topics|claims)/[a-z-]+/$"))
    page.go_back()
    expect(page.locator("#em-found a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(real + "glossary/")
    assert reader.told.trouble() == []


def test_a_result_on_the_page_itself_closes_the_box(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(f"{real}glossary/?q=what+does+caseness+mean")
    page.locator("#em-found a").first.click()
    expect(page).to_have_url(f"{real}glossary/#term-caseness")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_page_with_a_question_of_its_own_keeps_its_address(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(f"{real}explore/?q=wait")
    expect(page.locator("#ex-q")).to_have_value("wait")
    expect(page.get_by_role("dialog")).to_be_hidden()
    search(page, "suicide")
    expect(page).to_have_url(f"{real}explore/?q=wait")


def test_without_the_index_the_lists_are_named(reader: Reader, real: str) -> None:
    page = reader.page
    page.route("**/search/index.json*", lambda route: route.abort())
    page.goto(real)
    page.get_by_role("link", name="Search").click()
    said = "The search does not work at the moment. The lists of claims, sources and voices have everything."
    expect(page.locator("#em-search [role=status]")).to_have_text(said)


def test_on_a_phone_the_box_fits_and_shows_more_when_asked(phone: Reader, real: str) -> None:
    page = phone.page
    page.goto(real)
    found = search(page, "waiting times")
    expect(found.locator("a")).to_have_count(8)
    box = page.locator("#em-search").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="More results").click()
    expect(found.locator("a")).to_have_count(16)
    expect(found.locator("a").nth(8)).to_be_focused()
