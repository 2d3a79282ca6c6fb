"""The page of a proposal in a browser: one file, on a phone, in the dark and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.sides import side_of
from claimgraph.site.proposal import proposal_html
from tests.browser.reading import reading
from tests.browser.test_accessible import violations
from tests.pages.corpora import AS_OF, lay_harbour
from tests.pages.proposal.test_golden import change
from tests.site.checkouts import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Literal

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def address(once: Callable[[str, Callable[[Path], None]], Path]) -> str:
    """The file's address."""

    def make(folder: Path) -> None:
        root = folder / "checkout"
        root.mkdir(parents=True)
        lay_harbour(root)
        before = side_of(root, None)
        change(root)
        html = proposal_html(CHECKOUT, before, side_of(root, None), AS_OF)
        (folder / "preview.html").write_text(html, "utf-8")

    return (once("proposal", make) / "preview.html").as_uri()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("light", 320), ("dark", 360)])
def test_it_is_whole_readable_and_asks_for_nothing(
    browser: Browser, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with reading(browser, color_scheme=scheme, viewport={"width": width, "height": 800}) as reader:
        reader.page.goto(address)
        reader.page.locator("article > details > summary").first.click()
        assert reader.page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(reader.page) == []
        assert reader.told.requests == [address]
        assert reader.told.trouble() == []


def test_in_the_dark_it_is_dark_and_on_paper_it_is_light(browser: Browser, address: str) -> None:
    def brightness() -> int:
        return int(reader.page.evaluate("+getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"))

    with reading(browser, color_scheme="dark") as reader:
        reader.page.goto(address)
        assert brightness() < 64
        reader.page.emulate_media(media="print")
        assert brightness() > 192
