"""What the browser tests share: one Chromium for each worker, and sites that are built once for all workers."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright

from claimgraph.checking.whole import check
from claimgraph.site.building import build
from tests.bring_chromium import find_chromium
from tests.browser.reading import Reader, reading
from tests.browser.serving import served
from tests.site.checkouts import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No test may reach another host, even where a page asks for one.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

expect.set_options(timeout=30_000)  # a test machine may have much else to do

SITE_URL = "https://evidence.example.org/map/"
REPOSITORY = "https://github.com/example/map"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium, headless."""
    path = find_chromium()
    if path is None:
        pytest.fail("There is no Chromium here: python -m tests.bring_chromium installs one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return what makes a folder by name, once for all workers of this run, and gives it to each."""
    base = tmp_path_factory.getbasetemp()
    common = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = common / name, common / f"{name}-done"
        with (common / f"{name}-lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return made


def with_addresses(settings: str, site_url: str | None, repository: str | None) -> str:
    """Return the publisher's settings with these two addresses, set or not, whatever they were."""
    for pattern, key, value in (("", "site_url", site_url), ("  ", "repository", repository)):
        line = f"{pattern}{key}: {value}" if value else f"{pattern}# {key}:"
        settings, count = re.subn(rf"^{pattern}(# )?{key}:.*$", line, settings, flags=re.MULTILINE)
        assert count == 1
    return settings


def copy_of_checkout(folder: Path, site_url: str | None, repository: str | None) -> None:
    """Copy what the site is made of into `folder`, with these addresses in its settings."""
    folder.mkdir()
    for name in ("claims", "docs", "site_overrides", "sources", "voices"):
        shutil.copytree(CHECKOUT / name, folder / name)
    settings = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(with_addresses(settings, site_url, repository), "utf-8")


FEW = ("inspection", "mus-mecfs", "oversight", "trust-in-figures")
"""Topics whose pages have every part that pages have."""


def _build(folder: Path, site_url: str | None, repository: str | None, topics: Collection[str]) -> None:
    """Build a copy of this checkout with these topics alone; where none is named, with all."""
    root = folder / "checkout"
    folder.mkdir()
    copy_of_checkout(root, site_url, repository)
    for topic in (root / "claims").iterdir():
        if topic.is_dir() and topics and topic.name not in topics:
            shutil.rmtree(topic)
    build(root, folder / "site", check(root).examined)


@pytest.fixture(scope="session")
def real_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The site of this checkout, without a home and a repository."""
    return once("real", lambda folder: _build(folder, None, None, ())) / "site"


@pytest.fixture(scope="session")
def thin_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The real site with few topics: as many kinds of pages, and lists that do not take long to look through."""
    return once("thin", lambda folder: _build(folder, None, None, FEW)) / "site"


@pytest.fixture(scope="session")
def housed_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The site of few topics with a home and a repository."""
    return once("housed", lambda folder: _build(folder, SITE_URL, REPOSITORY, FEW)) / "site"


@pytest.fixture(scope="session")
def real(real_site: Path) -> Iterator[str]:
    """The address of the real site's home page, below a path."""
    with served(real_site, "/evidence/map/") as home:
        yield home


@pytest.fixture(scope="session")
def thin(thin_site: Path) -> Iterator[str]:
    """The address of the home page of the site of few topics, below a path."""
    with served(thin_site, "/evidence/map/") as home:
        yield home


@pytest.fixture(scope="session")
def housed(housed_site: Path) -> Iterator[str]:
    """The address of the home page of the site that has a home, below that home's path."""
    with served(housed_site, "/map/") as home:
        yield home


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Somebody at a desk."""
    with reading(browser, viewport={"width": 1280, "height": 800}) as reader:
        yield reader


@pytest.fixture
def phone(browser: Browser) -> Iterator[Reader]:
    """Somebody with a small phone."""
    with reading(browser, viewport={"width": 360, "height": 720}, has_touch=True, is_mobile=True) as reader:
        yield reader
