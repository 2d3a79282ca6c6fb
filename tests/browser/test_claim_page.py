"""What a claim's page shows first, and what it has closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reading import reading, settle

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser.reading import Reader

PHONE = {"width": 360, "height": 740}
FUDGE = "claims/waiting-time-fudge/"
FIRST = (
    FUDGE,
    "claims/mecfs-coded-f45-0/",
    "claims/cqc-does-not-inspect-iapt/",
    "claims/own-therapist-sees-all-patients/",
)
IN_SIGHT = "all => all.map((each) => each.getBoundingClientRect().bottom <= innerHeight)"


@pytest.mark.parametrize("address", FIRST)
def test_the_first_screen_of_a_phone_has_the_assertion_and_the_exact_words(
    reader: Reader, real: str, address: str
) -> None:
    page = reader.page
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(real + address)
    words = page.locator(".em-words figure").first
    parts = (page.locator(".em-crumbs"), page.locator(".em-assertion"), words.locator("blockquote, .em-quote__links"))
    assert [part.evaluate_all(IN_SIGHT) for part in parts] == [[True], [True], [True, True]]
    expect(words.locator(".em-check")).to_have_text("Verified word for word")


def test_the_longest_words_stand_on_the_first_screen_too(reader: Reader, real: str, real_site: Path) -> None:
    pages = [page for page in (real_site / "claims").glob("*/index.html") if 'id="words"' in page.read_text()]
    page = reader.page
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    late = []
    for longest in sorted(pages, key=lambda page: first_screen(page.read_text()))[-12:]:
        page.goto(f"{real}claims/{longest.parent.name}/", wait_until="domcontentloaded")
        words = page.locator(".em-words").locator("blockquote, .em-citation p:first-child").first
        late += [longest.parent.name] * (words.evaluate_all(IN_SIGHT) != [True])
    assert late == []


def first_screen(page: str) -> int:
    """The characters of a claim's page from its title to its first words."""
    start = page.index("<h1>")
    ends = (page.find(end, start) for end in ("</blockquote>", 'class="em-check'))
    return len(re.sub("<[^>]+>", "", page[start : min(end for end in ends if end > 0)]))


def test_a_disputed_claim_looks_different(reader: Reader, real: str) -> None:
    page = reader.page
    page.goto(real + "claims/own-therapist-sees-all-patients/")
    expect(page.locator(".em-banner")).to_have_text("Open dispute with Pulse reader 4")
    assert page.locator(".em-banner strong").evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)") > 18
    page.locator(".em-banner a").click()
    expect(page.locator("#disputed blockquote")).to_be_in_viewport()
    page.goto(real + FUDGE)
    expect(page.locator(".em-standing--quiet")).to_contain_text("Not disputed here.")
    expect(page.locator(".em-banner")).to_have_count(0)


@pytest.mark.parametrize("has_script", [True, False], ids=["with", "without"])
@pytest.mark.parametrize("anchor", ["context", "bears-on", "scope", "neighbourhood", "cite"])
def test_a_closed_section_opens_for_its_address(
    browser: Browser,
    real: str,
    anchor: str,
    has_script: bool,  # noqa: FBT001
) -> None:
    with reading(browser, java_script_enabled=has_script, viewport=PHONE) as reader:
        page = reader.page
        page.goto(real + FUDGE)
        expect(page.locator(f"#{anchor}")).to_be_hidden()
        page.goto(f"{real}{FUDGE}#{anchor}")
        if has_script:
            settle(page)
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()
        expect(page.locator("details.em-part", has=page.locator(f"#{anchor}")).locator("> summary")).to_be_in_viewport()
        assert reader.told.trouble() == []


def test_everything_closed_is_opened_without_a_script(browser: Browser, real: str) -> None:
    with reading(browser, java_script_enabled=False, viewport=PHONE) as reader:
        page = reader.page
        page.goto(real + FUDGE)
        for part in page.locator("details.em-part").all():
            part.locator("> summary").click()
            expect(part.locator("> div")).to_be_visible()
