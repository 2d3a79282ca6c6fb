"""No page asks another host for anything, complains, or keeps anything but the colour scheme with the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY, SITE_URL
from tests.browser.pages import UNKNOWN, every_kind, every_page
from tests.browser.reading import Reader, reading, search
from tests.browser.serving import served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

NEVER_LOADED = ("canonical", "edit", "alternate")
"""What a `link` may name without loading it."""


def opened(reader: Reader, home: str, addresses: list[str]) -> dict[str, list[str]]:
    """Open pages as a reader does, with a search and a look at every link; return what went wrong, by address."""
    wrong = {}
    for address in addresses:
        reader.page.goto(home + address)
        search(reader.page, "wait")
        reader.page.keyboard.press("Escape")
        told = [*reader.told.trouble()]
        if address == UNKNOWN:  # the browser itself tells of the status
            told = [text for text in told if "404 (Not Found)" not in text]
        if told:
            wrong[address] = told
        for kept in (reader.told.console, reader.told.errors, reader.told.refused):
            kept.clear()
    return wrong


def stored(reader: Reader) -> list[str]:
    """Return the names of what the pages keep on the reader's machine."""
    return sorted(reader.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))


@pytest.mark.parametrize("name", ["thin", "housed"])
def test_no_kind_of_page_calls_another_host(browser: Browser, request: pytest.FixtureRequest, name: str) -> None:
    home: str = request.getfixturevalue(name)
    addresses = every_kind(request.getfixturevalue(f"{name}_site"))
    if name == "thin":
        addresses.remove(UNKNOWN)  # without a home, that page works only at the root of a host
    with reading(browser) as reader:
        assert opened(reader, home, addresses) == {}
        assert {f"http://{host}/" for host in reader.told.hosts()} == {re.match("http://[^/]*/", home)[0]}  # type: ignore[index]
        assert reader.context.cookies() == []
        assert [key for key in stored(reader) if not key.endswith(".__palette")] == []


def test_without_a_home_the_page_for_unknown_addresses_works_at_the_root_of_a_host(
    reader: Reader, real_site: Path
) -> None:
    with served(real_site) as home:
        assert opened(reader, home, [UNKNOWN]) == {}
        reader.page.locator("#main").get_by_role("link", name="topics").click()
        expect(reader.page).to_have_url(f"{home}topics/")


def test_with_a_home_the_page_for_unknown_addresses_works_below_it(reader: Reader, housed: str) -> None:
    reader.page.goto(housed + UNKNOWN)
    link = reader.page.locator("#main").get_by_role("link", name="topics")
    assert link.get_attribute("href") in {"/map/topics/", f"{SITE_URL}topics/"}


def heads(reader: Reader, home: str, address: str) -> dict[str, Any]:
    """Return what a page says of its own address, and where its links to the repository lead."""
    reader.page.goto(home + address)
    found: dict[str, Any] = reader.page.evaluate(
        """() => ({
          canonical: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? null,
          shared: document.querySelector("meta[property='og:url']")?.getAttribute("content") ?? null,
          actions: [...document.querySelectorAll(".em-actions a")].map((link) => [link.textContent, link.href]),
          source: [...document.querySelectorAll("footer a[href^='https:']")].map((link) => link.href),
          loaded: [...document.querySelectorAll("link[href], script[src], img[src], iframe, object, embed")]
            .filter((element) => element.rel !== "canonical" && (element.href || element.src))
            .map((element) => new URL(element.href || element.src).host),
        })"""
    )
    return found


FILES = {
    "": "docs/index.md",
    "method/": "docs/method.md",
    "claims/cqc-does-not-inspect-iapt/": "claims/inspection/cqc-does-not-inspect-iapt.yml",
    "topics/oversight/": "claims/oversight/_topic.yml",
    "sources/hsc-expert-panel-2021-group-3/": "sources/hsc-expert-panel-2021-group-3.yml",
    "voices/mike-scott/": "voices/mike-scott.yml",
}
"""Which file stands behind a page."""


def test_with_a_home_and_a_repository_every_page_names_them(reader: Reader, housed: str) -> None:
    for address, path in FILES.items():
        problem = f"Problem on /{address}".replace(" ", "%20").replace("/", "%2F")
        assert heads(reader, housed, address) == {
            "canonical": SITE_URL + address,
            "shared": SITE_URL + address,
            "actions": [
                ["Edit this page", f"{REPOSITORY}/edit/main/{path}"],
                ["History of this page", f"{REPOSITORY}/commits/main/{path}"],
                ["Report a problem", f"{REPOSITORY}/issues/new?title={problem}"],
            ],
            "source": [REPOSITORY],
            "loaded": [housed.split("/")[2]] * len(heads(reader, housed, address)["loaded"]),
        }


def test_without_them_no_page_has_links_that_need_them(reader: Reader, real: str) -> None:
    for address in FILES:
        found = heads(reader, real, address)
        assert {name: found[name] for name in ("canonical", "shared", "actions", "source")} == {
            "canonical": None,
            "shared": None,
            "actions": [],
            "source": [],
        }
        assert set(found["loaded"]) == {real.split("/")[2]}


def test_the_sitemap_has_every_page_where_there_is_a_home(real_site: Path, housed_site: Path) -> None:
    assert not (real_site / "sitemap.xml").exists()
    listed = re.findall("<loc>(.*?)</loc>", (housed_site / "sitemap.xml").read_text("utf-8"))
    assert listed == [SITE_URL + address for address in every_page(housed_site)]


def test_no_file_names_another_host_as_something_to_load(real_site: Path, housed_site: Path) -> None:
    loads = re.compile(
        r"""<(?:script|img|iframe|source|video|audio|embed|object|track)\b[^>]*?\b(?:src|srcset|data|poster)=["']?"""
        r"""(?:https?:)?//|<link\b(?![^>]*rel="canonical")[^>]*?href=["']?(?:https?:)?//"""
    )
    imports = re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//")
    wrong = [
        path.as_posix()
        for path in sorted((*real_site.rglob("*"), *housed_site.rglob("*")))
        if (path.suffix == ".html" and loads.search(path.read_text("utf-8")))
        or (path.suffix == ".css" and imports.search(path.read_text("utf-8")))
    ]
    assert wrong == []
