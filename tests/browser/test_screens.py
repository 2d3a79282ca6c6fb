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
