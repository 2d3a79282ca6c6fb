"""How long pages are on a phone: none over twelve screens while all that folds is closed, with script and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import MANY, every_kind
from tests.browser.reading import reading

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}

MOST = 12
"""The most screens that a page may take."""

MOST_OF_A_TOPIC = 6
"""The most screens that the page of a topic may take."""

MEASURED = """() => {
  const sheet = new CSSStyleSheet(); // what is far from the window has no height of its own while it is not laid out
  sheet.replaceSync("main * { content-visibility: visible !important; }");
  document.adoptedStyleSheets.push(sheet);
  return document.documentElement.scrollHeight / innerHeight;
}"""


def kind(address: str) -> str:
    """Return the address of a page, or `claims/…` and the like for one of many."""
    first, _, rest = address.partition("/")
    return f"{first}/…" if first in MANY and rest else address


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_no_page_of_a_phone_is_over_twelve_screens(
    browser: Browser, real: str, real_site: Path, *, has_script: bool
) -> None:
    screens = {}
    with reading(browser, java_script_enabled=has_script, **PHONE) as reader:
        for address in every_kind(real_site):
            reader.page.goto(real + address, wait_until="networkidle")
            screens[kind(address)] = reader.page.evaluate(MEASURED)
    by_length = sorted(screens.items(), key=lambda found: -found[1])
    told = "\n".join(f"{count:6.1f} {address or 'home'}" for address, count in by_length)
    too_long = {address for address, count in by_length if count > MOST}
    assert too_long == set(), f"screens of a phone:\n{told}"


def test_no_topic_is_over_six_screens_of_a_phone(browser: Browser, real: str, real_site: Path) -> None:
    screens = {}
    with reading(browser, **PHONE) as reader:
        for page in sorted((real_site / "topics").glob("*/index.html")):
            reader.page.goto(f"{real}topics/{page.parent.name}/")
            screens[page.parent.name] = reader.page.evaluate(MEASURED)
    assert {id_: round(count, 1) for id_, count in screens.items() if count > MOST_OF_A_TOPIC} == {}


def test_three_face_offs_fit_on_the_first_screen_of_a_phone(browser: Browser, real: str) -> None:
    with reading(browser, **PHONE) as reader:
        reader.page.goto(real)
        ends = reader.page.locator("article.em-face").evaluate_all(
            "all => all.map((e) => e.getBoundingClientRect().bottom)"
        )
    assert (len(ends), max(ends) <= PHONE["viewport"]["height"]) == (3, True), ends
