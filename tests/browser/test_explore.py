"""The page of all claims: filtered by hand, by keyboard and by address, and whole without its script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.index.view import view_of
from claimgraph.pages.lists.explore import explore_rows
from tests.browser.reading import reading
from tests.pages.corpora import AS_OF
from tests.site.checkouts import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from claimgraph.pages.lists.explore import Row
    from tests.browser.reading import Reader

SHOWN = 50


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """All claims in the order of the table."""
    examined = check(CHECKOUT).examined
    return [row for topic in explore_rows(view_of(examined.analysis, AS_OF)) for row in topic.rows]


@pytest.fixture
def page(reader: Reader, real: str) -> Iterator[Page]:
    """The page when it is ready; at the end nothing may have gone wrong in it."""
    yield opened(reader.page, f"{real}explore/")
    assert reader.told.trouble() == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(count(page)).to_contain_text(" claims")
    return page


def count(page: Page) -> Locator:
    return page.locator(".em-explore").get_by_role("status")


def titles(page: Page) -> list[str]:
    return page.locator(".em-explore [data-claim]").all_text_contents()


def asked(page: Page) -> dict[str, list[str]]:
    """Return what the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def test_all_claims_are_there_at_first(page: Page, rows: list[Row]) -> None:
    total = f"{len(rows):,}"
    expect(count(page)).to_have_text(f"{total} of {total} claims")
    assert titles(page) == [row.title for row in rows[:SHOWN]]
    assert asked(page) == {}
    page.get_by_role("button", name=re.compile(r"Show \d+ more of")).click()
    assert titles(page) == [row.title for row in rows[: 2 * SHOWN]]
    expect(page.locator(".em-explore [data-claim]").nth(SHOWN)).to_be_focused()


def test_filters_narrow_each_other_and_stand_in_the_address(page: Page, rows: list[Row]) -> None:
    page.get_by_label("How it stands").select_option("open")
    disputed = [row for row in rows if row.state == "open"]
    expect(count(page)).to_have_text(f"{len(disputed)} of {len(rows):,} claims")
    page.get_by_label("Kind of claim").select_option(disputed[0].kind)
    both = [row for row in disputed if row.kind == disputed[0].kind]
    expect(count(page)).to_have_text(f"{len(both)} of {len(rows):,} claims")
    assert titles(page) == [row.title for row in both[:SHOWN]]
    assert asked(page) == {"standing": ["open"], "kind": [disputed[0].kind]}
    chosen = page.get_by_label("Kind of claim").locator("option:checked")
    expect(chosen).to_have_text(f"{disputed[0].kind_words} ({len(both)})")


@pytest.mark.parametrize("facet", ["source", "voice", "year"])
def test_a_claim_is_found_by_where_who_and_when(page: Page, rows: list[Row], facet: str) -> None:
    row = next(row for row in rows if row.voices and row.first and row.last)
    value = {"source": row.sources[0], "voice": row.voices[0], "year": str(row.first)}[facet]
    page.locator(f"select[name={facet}]").select_option(value)
    bounds = [year for each in rows for year in (each.first, each.last) if year is not None]
    passing = {
        "source": [each for each in rows if row.sources[0] in each.sources],
        "voice": [each for each in rows if row.voices[0] in each.voices],
        "year": [
            each for each in rows if (each.first or min(bounds)) <= (row.first or 0) <= (each.last or max(bounds))
        ],
    }[facet]
    expect(count(page)).to_have_text(f"{len(passing)} of {len(rows):,} claims")
    assert titles(page) == [each.title for each in passing[:SHOWN]]


def test_a_thesis_is_one_of_the_topic_that_is_chosen(page: Page, rows: list[Row]) -> None:
    thesis = page.get_by_label("Thesis that it bears on")
    expect(thesis).to_be_disabled()
    page.get_by_label("Topic").select_option("waits")
    thesis.select_option("1")
    assert asked(page) == {"topic": ["waits"], "thesis": ["1"]}
    expect(count(page)).not_to_have_text(f"0 of {len(rows):,} claims")
    page.get_by_label("Topic").select_option("money")
    expect(thesis).to_have_value("")
    assert asked(page) == {"topic": ["money"]}


def test_words_are_found_in_all_their_forms(page: Page, rows: list[Row]) -> None:
    box = page.get_by_label("Words in the claim")
    box.press_sequentially("cqc inspect")
    page.wait_for_url(re.compile("q=cqc[+]inspect$"))
    expect(count(page)).not_to_have_text(f"{len(rows):,} of {len(rows):,} claims")  # the texts are fetched first
    found = page.locator(".em-explore [data-claim]").get_by_text(
        "Practitioner C: the CQC does not inspect IAPT", exact=True
    )
    expect(found).to_be_visible()
    box.fill("nurse")
    expect(found).to_have_count(0)
    box.fill("cqc inspections")
    expect(found).to_be_visible()
    box.fill("xyzzy")
    expect(count(page)).to_have_text(f"0 of {len(rows):,} claims")
    expect(page.get_by_text("No claim passes all of these filters.")).to_be_visible()


def test_back_and_forward_follow_the_filters_and_typing_is_one_step(page: Page) -> None:
    everything = count(page).text_content() or ""
    page.get_by_label("How it stands").select_option("open")
    disputed = count(page).text_content() or ""
    page.get_by_label("Words in the claim").press_sequentially("waiting times", delay=150)
    page.wait_for_url(re.compile("times"))
    page.go_back()
    expect(count(page)).to_have_text(disputed)
    expect(page.get_by_label("Words in the claim")).to_have_value("")
    page.go_back()
    expect(count(page)).to_have_text(everything)
    page.go_forward()
    expect(page.get_by_label("How it stands")).to_have_value("open")
    expect(count(page)).to_have_text(disputed)


def test_an_address_can_be_shared(reader: Reader, page: Page, real: str) -> None:
    page.get_by_label("Topic").select_option("waits")
    page.get_by_label("Order").select_option("voices")
    page.get_by_label("Cards").check()
    expect(page.locator(".em-card")).not_to_have_count(0)
    seen, address = (titles(page), count(page).text_content()), page.url
    assert address == f"{real}explore/?topic=waits&order=voices&view=cards"
    other = opened(reader.context.new_page(), address)
    assert (titles(other), count(other).text_content()) == seen
    expect(other.get_by_label("Cards")).to_be_checked()


def test_what_an_address_asks_for_and_is_not_there_is_said(reader: Reader, real: str, rows: list[Row]) -> None:
    page = opened(reader.page, f"{real}explore/?topic=nowhere&standing=open&view=%3Cb%3E&order=x")
    disputed = sum(row.state == "open" for row in rows)
    left_out = "What the address asks for as topic is not here and was left out. "
    expect(count(page)).to_have_text(f"{left_out}{disputed} of {len(rows):,} claims")
    assert reader.told.trouble() == []


def test_it_is_used_by_keyboard_alone(page: Page, real: str) -> None:
    page.get_by_label("Words in the claim").focus()
    page.keyboard.type("inspect")
    page.wait_for_url(re.compile("q=inspect$"))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "kind":
            break
    page.keyboard.press("f")  # the first kind with that letter
    page.wait_for_url(re.compile("kind=factual"))
    expect(page.locator(".em-explore__chip")).to_have_count(2)  # the texts are fetched first
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.em-explore__chip')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/explore/\?kind=factual$"))
    expect(page.get_by_role("button", name="Remove Kind: factual claim")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{real}explore/")
    expect(page.get_by_label("Words in the claim")).to_be_focused()


def test_all_filters_are_cleared_at_once(page: Page, real: str) -> None:
    clear = page.get_by_role("button", name="Clear all filters")
    expect(clear).to_be_disabled()
    page.get_by_label("Topic").select_option("waits")
    page.get_by_label("How it stands").select_option("undisputed")
    clear.click()
    page.wait_for_url(f"{real}explore/")
    expect(page.get_by_label("Topic")).to_have_value("")
    expect(clear).to_be_disabled()


def test_on_a_phone_the_filters_are_folded_and_nothing_is_cut(phone: Reader, real: str) -> None:
    page = opened(phone.page, f"{real}explore/")
    expect(page.get_by_label("Topic")).to_be_hidden()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Topic").select_option("waits")
    assert asked(page) == {"topic": ["waits"]}
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert phone.told.trouble() == []


def test_without_script_all_claims_are_there_by_topic(browser: Browser, real: str, rows: list[Row]) -> None:
    with reading(browser, java_script_enabled=False) as reader:
        reader.page.goto(real)
        reader.page.get_by_role("link", name="Search").click()
        expect(reader.page).to_have_url(f"{real}explore/")
        reader.page.wait_for_load_state()
        expect(reader.page.locator(".em-explore__form")).to_be_hidden()
        expect_all(reader.page, rows)


def expect_all(page: Page, rows: list[Row]) -> None:
    """Expect all claims by topic, closed until somebody opens them."""
    names = page.locator(".em-explore__found tbody th a")
    expect(names).to_have_count(len(rows))
    assert names.all_text_contents() == [row.title for row in rows]
    expect(names.last).to_be_hidden()
    page.locator(".em-explore__found summary").last.click()
    expect(names.last).to_be_visible()


def test_where_the_data_does_not_come_the_claims_stay(reader: Reader, real: str, rows: list[Row]) -> None:
    reader.page.route("**/explore/claims.json", lambda route: route.abort())
    reader.page.goto(f"{real}explore/")
    expect(count(reader.page)).to_contain_text("The filter does not work at the moment.")
    expect_all(reader.page, rows)


def test_where_the_script_does_not_come_the_claims_stay(reader: Reader, real: str, rows: list[Row]) -> None:
    reader.page.route("**/explore.js", lambda route: route.abort())
    reader.page.goto(f"{real}explore/")
    expect_all(reader.page, rows)
