"""Zensical builds the same pages as MkDocs from the same files; what differs is listed here.

Compared are this checkout's own `docs/` in its own shell, and the whole website of a small checkout.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from claimgraph.pages.pages import PROTOTYPES
from claimgraph.publish.choice import VARIABLE
from claimgraph.publish.content_policy import content_policy
from claimgraph.publish.engine import PublishError
from claimgraph.publish.publisher import Published, publish
from claimgraph.publish.shell import Content, SlotContent
from claimgraph.site.building import build
from claimgraph.site.staging import stage
from tests.publish.tree import CHECKOUT, built
from tests.site.checkouts import checkout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

pytest.importorskip("zensical", reason="Zensical is not installed: `make zensical` installs it and runs this")

ONLY_MKDOCS: Final = {
    '<link href="/assets/stylesheets/main.*.min.css" rel="stylesheet">',
    '<link href="/assets/stylesheets/palette.*.min.css" rel="stylesheet">',
    '<label class="md-overlay" for="__drawer">',
    '<nav aria-label="Table of contents" class="md-nav md-nav--secondary">',
    '<div class="md-dialog" data-md-component="dialog">',
}
"""What stands in pages by MkDocs alone."""

ONLY_ZENSICAL: Final = {
    '<link href="/assets/stylesheets/classic/main.*.min.css" rel="stylesheet">',
    '<link href="/assets/stylesheets/classic/palette.*.min.css" rel="stylesheet">',
    '<label aria-hidden="true" class="md-overlay" for="__drawer">',
    '<nav aria-label="On this page" class="md-nav md-nav--secondary">',
    '<div aria-atomic="true" class="md-dialog" data-md-component="dialog" role="status">',
    '<a id="__skip" tabindex="-1">',
    "</a>",
}
"""What stands in pages by Zensical alone."""

ONLY_IN_404: Final = {'<a class="md-skip" href="#">', "Skip to content"}
"""What stands in Zensical's page for unknown addresses besides: there, Material has no link to skip to the content."""

_VERSION: Final = re.compile(r"\.[0-9a-f]{8}\.min\.")


class Page(HTMLParser):
    """A page in pieces, however it is laid out.

    `pieces` are its tags and texts in order, with addresses resolved and without the text of scripts and the policy;
    `article` are those from the page's main element on. `scripts` are the texts of scripts that the page itself runs.
    """

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.address = address
        self.pieces: list[str] = []
        self.scripts: list[str] = []
        self.policy = ""
        self.ids: set[str | None] = set()
        self.skips_to: set[str] = set()
        self._within: list[str] = []
        self.feed(html)
        self.close()

    @property
    def article(self) -> list[str]:
        """The pieces of the page's own content, up to the end of all."""
        begin = next(at for at, piece in enumerate(self.pieces) if ' id="main"' in piece and piece.startswith("<div"))
        return self.pieces[begin : self.pieces.index("</article>")]

    @property
    def head(self) -> list[str]:
        """The titles and descriptions of the page, for browsers and other sites."""
        end = next(at for at, piece in enumerate(self.pieces) if 'rel="icon"' in piece)
        return self.pieces[:end]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        values = dict(attrs)
        self.ids.add(values.get("id"))
        for name in ("href", "src", "data-index"):
            values |= {name: self._resolved(values[name] or "")} if name in values else {}
        if values.get("class") == "md-skip":
            self.skips_to.add((values["href"] or "").removeprefix("#"))
            values["href"] = "#"
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values.pop("content") or ""
        if tag == "script" and "src" not in values and "type" not in values:
            self._within.append(tag)
        shown = "".join(f' {name}="{value}"' for name, value in sorted(values.items()))
        self.pieces.append(f"<{tag}{shown}>")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element."""
        if self._within and tag == "script":
            self._within.pop()
        self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Note a text, or a script's."""
        if self._within:
            self.scripts.append(data)
        elif data.strip():
            self.pieces.append(" ".join(data.split()))

    def _resolved(self, address: str) -> str:
        if address.startswith(("#", "https:", "data:", "mailto:")):
            return address
        return _VERSION.sub(".*.min.", urljoin(f"/{self.address}", address))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A website by one publisher: its pages by address, and the bytes of its other files.

    A page that only leads on to another is one of the others: nothing of the shell is in it.
    """

    pages: Mapping[str, Page]
    others: Mapping[str, bytes]
    published: Published | None = field(default=None)


Both = tuple[Made, Made]
"""The same website by MkDocs and by Zensical."""


def written(folder: Path) -> Made:
    """Publish this checkout's own pages, with nothing poured into them."""
    output = folder / "site"
    stage(CHECKOUT, folder / "docs")
    published = publish(root=CHECKOUT, staged_docs=folder / "docs", output=output, prototypes=PROTOTYPES, strict=True)
    nothing = SlotContent(content=Markup(""))
    html = {address: page.fill(dict.fromkeys(page.names, nothing)) for address, page in published.open_pages.items()}
    for kind, shell in published.shells.items():
        pour = Content(title="Fudge & more", description="Of <fudge>", content=Markup("<h1>Fudge</h1>"))
        html[f"{kind}s/fudge/"] = shell.page(f"{kind}s/fudge/", pour)
    return made(output, html, published)


def whole(folder: Path) -> Made:
    """Build the whole website of a small checkout, which names its extensions: the defaults are not the same."""
    small = checkout(folder / "checkout")
    small.edit("mkdocs.yml", "site_name: Harbour Town map\n", "site_name: A & B\nsite_url: https://a.example\n")
    build(small.root, folder / "site", small.examined())
    return made(folder / "site", {}, None)


def made(output: Path, html: Mapping[str, str], published: Published | None) -> Made:
    """Read what stands in `output`, and `html` besides."""
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    shown = {name for name, each in files.items() if name.endswith(".html") and b' http-equiv="refresh"' not in each}
    pages = {name.removesuffix("index.html"): files[name].decode() for name in shown}
    return Made(
        pages={address: Page(text, address) for address, text in sorted({**pages, **html}.items())},
        others={name: each for name, each in files.items() if name not in shown},
        published=published,
    )


@pytest.fixture(scope="module", params=[written, whole], ids=["docs", "site"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1796000000")
        patch.setenv(VARIABLE, "mkdocs")
        mkdocs = request.param(tmp_path_factory.mktemp("mkdocs"))
        patch.setenv(VARIABLE, "zensical")
        yield mkdocs, request.param(tmp_path_factory.mktemp("zensical"))


def test_both_have_pages_at_the_same_addresses(both: Both) -> None:
    mkdocs, zensical = both
    assert list(zensical.pages) == list(mkdocs.pages)
    assert {"claims/", "topics/", "sources/", "voices/"} < {re.sub(r"[^/]+/$", "", each) for each in zensical.pages}


def test_both_have_the_same_other_files_but_the_themes_style(both: Both) -> None:
    mkdocs, zensical = both
    assert {_VERSION.sub(".*.min.", name) for name in zensical.others.keys() - mkdocs.others} == {
        "assets/stylesheets/classic/main.*.min.css",
        "assets/stylesheets/classic/palette.*.min.css",
    }
    assert {_VERSION.sub(".*.min.", name) for name in mkdocs.others.keys() - zensical.others} == {
        "assets/stylesheets/main.*.min.css",
        "assets/stylesheets/palette.*.min.css",
    }
    shared = mkdocs.others.keys() & zensical.others
    assert [name for name in sorted(shared) if mkdocs.others[name] != zensical.others[name]] == []


def test_both_cut_the_same_slots_and_settle_the_same_settings(both: Both) -> None:
    mkdocs, zensical = (each.published for each in both)
    if mkdocs is None or zensical is None:
        return
    assert {kind: shell.chunks.slots for kind, shell in zensical.shells.items()} == {
        kind: shell.chunks.slots for kind, shell in mkdocs.shells.items()
    }
    assert {address: page.names for address, page in zensical.open_pages.items()} == {
        address: page.names for address, page in mkdocs.open_pages.items()
    }
    assert sections(zensical) == sections(mkdocs)
    assert (zensical.pages, zensical.site_name, zensical.site_url, zensical.repository, zensical.warnings) == (
        mkdocs.pages,
        mkdocs.site_name,
        mkdocs.site_url,
        mkdocs.repository,
        mkdocs.warnings,
    )


def sections(published: Published) -> list[tuple[str, str, str]]:
    """Return what a search finds, in the order of addresses."""
    index = json.loads(published.search_index)
    return sorted((each["location"], each["title"], each["text"]) for each in index["docs"])


def test_both_have_the_same_titles_and_articles(both: Both) -> None:
    mkdocs, zensical = both
    for address, page in zensical.pages.items():
        assert page.head == mkdocs.pages[address].head, address
        assert page.article == mkdocs.pages[address].article, address


def test_both_let_a_page_run_its_own_shells_scripts_and_nothing_else(both: Both) -> None:
    for each in both:
        for address, page in each.pages.items():
            assert page.policy == content_policy(tuple(page.scripts)), address


def test_both_lead_past_the_navigation_to_what_is_there(both: Both) -> None:
    for each in both:
        for address, page in each.pages.items():
            assert page.skips_to <= page.ids, address


def test_what_else_differs_is_this(both: Both) -> None:
    mkdocs, zensical = both
    for address, page in zensical.pages.items():
        there, here = Counter(mkdocs.pages[address].pieces), Counter(page.pieces)
        assert set(there - here) == ONLY_MKDOCS, address
        assert set(here - there) == ONLY_ZENSICAL | (ONLY_IN_404 if address == "404.html" else set()), address


# Zensical alone


@pytest.fixture
def zensical(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Zensical publish."""
    monkeypatch.setenv(VARIABLE, "zensical")


@pytest.mark.usefixtures("zensical")
def test_warnings_are_zensicals_own_words_with_their_place(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, pages={"method.md": "# Method\n\n[gone](gone.md)\n"})
    assert caught.value.messages == (
        "method.md:3:8: page does not exist",
        "Aborted because --strict flag is set",
    )


@pytest.mark.usefixtures("zensical")
def test_settings_that_zensical_refuses_are_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, site_url="site_url: [")
    (message,) = caught.value.messages
    assert message.startswith("Encountered an error parsing the configuration file: ")


@pytest.mark.usefixtures("zensical")
def test_a_template_that_zensical_cannot_render_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, pages={"method.md": "---\ntemplate: none.html\n---\n# Method\n"})
    assert caught.value.messages == ('template not found: template "none.html" does not exist',)
