"""A real build over a tiny tree of written pages, by whichever publisher the environment names."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from markupsafe import Markup

from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.terms import Glossary, Term
from claimgraph.publish.engine import PublishError
from claimgraph.publish.publisher import Prototype, Published, publish
from claimgraph.publish.shell import Content, SlotContent, TocEntry
from claimgraph.templating.terms import Terms
from tests.publish.tree import CHECKOUT, CLAIM, built

if TYPE_CHECKING:
    from pathlib import Path


def poured(published: Published, **values: object) -> str:
    """Content one page with `values` over plain ones."""
    usual: dict[str, object] = {"title": "Fudge", "description": "A claim", "content": Markup("<h1>Fudge</h1>")}
    return published.shells["claim"].page("claims/fudge/", Content(**{**usual, **values}))  # type: ignore[arg-type]


class Page(HTMLParser):
    """What a browser would read off a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.policy = ""
        self.text: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self.active: list[str] = []
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the page says about itself."""
        values = {name: value or "" for name, value in attrs}
        self._inside = "data" if values.get("type") == "application/json" else tag
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        elif tag == "meta":
            for key in ("name", "property"):
                if key in values:
                    self.meta[values[key]] = values.get("content", "")
        elif self._inside == "script" and "src" not in values:
            self.scripts.append("")
        elif tag == "a" and "aria-current" in values:
            self.active.append(values["href"])

    def handle_data(self, data: str) -> None:
        """Note the text of titles and scripts."""
        if self._inside == "script" and self.scripts:
            self.scripts[-1] += data
        self.text[self._inside] = self.text.get(self._inside, "") + data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser's name for it
        """Leave the element."""
        self._inside = ""


def files(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def source_hash(script: str) -> str:
    """The hash source of an inline script, by CSP 3."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tiny tree stands, built as it is."""
    return tmp_path_factory.mktemp("plain")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Published:
    """The tiny tree, built as it is, for tests that only look at it."""
    return built(folder)


def test_a_prototype_leaves_no_trace(plain: Published, folder: Path) -> None:
    left = files(folder / "site")
    assert not [path for path in left if "prototype" in path]
    assert not [path for path, data in left.items() if b"0-prototype" in data]
    assert not [path for path in left if path.startswith("search/")]
    assert "Prototype" not in plain.search_index
    assert plain.pages == ("", "claims/", "method/")


def test_a_prototype_of_an_earlier_build_leaves_no_trace(tmp_path: Path) -> None:
    built(tmp_path)
    published = publish(
        root=tmp_path,
        staged_docs=tmp_path / "docs",
        output=tmp_path / "site",
        prototypes={"voice": Prototype(parent="voices/")},
        strict=True,
    )
    assert list(published.shells) == ["voice"]
    assert not [path for path in files(tmp_path / "site") if "prototype" in path or "voices" in path]


def test_the_output_has_no_sitemap_and_nothing_unused(tmp_path: Path) -> None:
    built(tmp_path, site_url="site_url: https://example.org/")
    left = files(tmp_path / "site")
    assert not [path for path in left if "sitemap" in path or path.endswith(".map") or "lunr" in path]


def test_the_same_files_make_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    pages = []
    for folder in (one, two):
        folder.mkdir()
        pages.append(poured(built(folder)))
    assert pages[0] == pages[1]
    assert files(one / "site") == files(two / "site")


def test_hostile_title_and_description_come_out_as_text(plain: Published) -> None:
    hostile = "</title><script>alert(1)</script>\"'> & {{ 7*7 }} \N{RIGHT-TO-LEFT OVERRIDE}x"
    entry = TocEntry(anchor='a" onclick="alert(1)', text=hostile)
    html = poured(plain, title=hostile, description=hostile, toc=(entry,))
    page = Page(html)
    assert page.text["title"] == f"{hostile} \N{EN DASH} A map & more"
    assert page.meta["description"] == page.meta["og:title"] == page.meta["og:description"] == hostile
    assert "alert" not in "".join(page.scripts)
    assert '" onclick' not in html
    assert html.count("<script>alert") == 0


def test_content_and_head_are_poured_as_they_are(plain: Published) -> None:
    html = poured(plain, content=Markup("<h1>“Fudge”</h1>\n\n  <pre>a\n  b</pre>"), head=Markup("<!--head-->"))
    assert "<h1>“Fudge”</h1>\n\n  <pre>a\n  b</pre></div>" in html
    assert html.index("<!--head-->") < html.index("</head>")


def test_the_active_tab_is_the_kinds_own(plain: Published) -> None:
    assert Page(poured(plain)).active == ["../"]


@pytest.mark.usefixtures("plain")
def test_a_written_page_has_its_own_tab(folder: Path) -> None:
    (active,) = Page((folder / "site/method/index.html").read_text("utf-8")).active
    assert urljoin("/method/", active) == "/method/"


def test_the_shell_has_no_script_of_its_own_within_a_page(tmp_path: Path) -> None:
    prototypes = {"claim": CLAIM, "list": Prototype()}
    published = built(tmp_path, prototypes=prototypes)
    empty = Content(title="x", description="x", content=Markup(""))
    pages = [
        poured(published),
        published.shells["list"].page("figures/", empty),
        published.open_pages[""].fill({"home": SlotContent(content=Markup(""))}),
        (tmp_path / "site/claims/index.html").read_text("utf-8"),
        (tmp_path / "site/404.html").read_text("utf-8"),
    ]
    for html in pages:
        page = Page(html)
        assert page.scripts == []
        assert page.policy == (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            "base-uri 'none'; form-action 'self'"
        )


@pytest.mark.usefixtures("plain")
def test_the_policy_allows_no_script_of_a_written_page(folder: Path) -> None:
    page = Page((folder / "site/method/index.html").read_text("utf-8"))
    assert "alert(1)" in page.scripts
    assert source_hash("alert(1)") not in page.policy


def test_the_policy_allows_no_script_that_was_poured(plain: Published) -> None:
    page = Page(poured(plain, content=Markup("<script>alert(1)</script>")))
    assert source_hash("alert(1)") not in page.policy


@pytest.mark.parametrize(
    ("site_url", "repository"), [("", "null"), ("https://example.org/map/", "https://git.example/o/n/")]
)
def test_no_page_calls_another_host(tmp_path: Path, site_url: str, repository: str) -> None:
    published = built(tmp_path, site_url=f"site_url: {site_url}" if site_url else "", repository=repository)
    for html in (poured(published), (tmp_path / "site/method/index.html").read_text("utf-8")):
        assert not re.findall(
            r"<(?:link(?! rel=\"canonical\")|script|img|iframe)[^>]*(?:href|src)=\"(?:https?:)?//[^>]*>", html
        )
        assert "Material for MkDocs" not in html


def test_links_that_need_a_setting_are_left_out_without_it(plain: Published) -> None:
    html = poured(plain, edit_path="claims/waits/fudge.yml")
    for needing in ("canonical", "og:url", "em-actions", "Source of this site"):
        assert needing not in html


def test_links_that_need_a_setting_are_made_with_it(tmp_path: Path) -> None:
    published = built(
        tmp_path, site_url="site_url: https://example.org/map", repository="https://github.com/owner/name/"
    )
    assert (published.site_url, published.repository) == ("https://example.org/map/", "https://github.com/owner/name")
    html = poured(published, edit_path="claims/waits/fudge.yml")
    assert '<link rel="canonical" href="https://example.org/map/claims/fudge/">' in html
    assert 'href="https://github.com/owner/name/edit/main/claims/waits/fudge.yml"' in html
    assert 'href="https://github.com/owner/name/commits/main/claims/waits/fudge.yml"' in html
    assert 'href="https://github.com/owner/name/issues/new?title=Problem%20on%20%2Fclaims%2Ffudge%2F"' in html
    method = (tmp_path / "site/method/index.html").read_text("utf-8")
    assert 'href="https://github.com/owner/name/edit/main/docs/method.md"' in method


def test_the_shared_picture_is_described_where_the_site_is(tmp_path: Path) -> None:
    url = "site_url: https://example.org/"
    for setting, expected in ((url, None), (f"{url}\nsite_description: A & B", "A & B")):
        built(tmp_path, site_url=setting)
        meta = Page((tmp_path / "site/method/index.html").read_text("utf-8")).meta
        assert (meta["og:image"], meta.get("og:image:alt")) == ("https://example.org/assets/share.png", expected)


def test_an_open_page_is_filled_and_is_not_written_before(plain: Published, folder: Path) -> None:
    assert not (folder / "site/index.html").exists()
    page = plain.open_pages[""]
    assert page.names == ("home",)
    html = page.fill({"home": SlotContent(content=Markup("<p>&amp;</p>"), toc=(TocEntry(anchor="more", text="More"),))})
    assert "<p>Welcome.</p>\n<p>&amp;</p>\n\n<h2" in html
    assert html.index('href="#last"') < html.index('href="#more"')
    assert "pour:" not in html


def test_an_open_page_needs_all_its_fills(plain: Published) -> None:
    with pytest.raises(KeyError, match="home"):
        plain.open_pages[""].fill({})


def test_a_marker_in_an_example_is_none(tmp_path: Path) -> None:
    published = built(tmp_path, pages={"method.md": "# Method\n\n    <!-- pour: home -->\n"})
    assert list(published.open_pages) == [""]


def test_a_page_of_another_depth_is_refused(plain: Published) -> None:
    shell = plain.shells["claim"]
    with pytest.raises(ValueError, match="this shell is for pages 2 deep, so not for 'figures/'"):
        shell.page("figures/", Content(title="x", description="x", content=Markup("")))


@pytest.mark.usefixtures("plain")
def test_written_pages_link_to_the_terms_they_use(tmp_path: Path) -> None:
    terms = Terms()
    record = Glossary(terms=(Term(term="CQC", meaning="Inspects care."),))
    terms.use(Entry(id="_glossary", path="claims/_glossary.yml", record=record, mark=Mark(1, 1, None, {})))
    written = "# CQC\n\nThe CQC, `CQC` and the CQC.\n"
    built(tmp_path, pages={"about.md": written, "glossary.md": written}, terms=terms)
    link = '<a class="em-term" href="../glossary/#term-cqc">CQC</a>'
    assert f"<p>The {link}, <code>CQC</code> and the CQC.</p>" in (tmp_path / "site/about/index.html").read_text(
        "utf-8"
    )
    assert "em-term" not in (tmp_path / "site/glossary/index.html").read_text("utf-8")


@pytest.mark.usefixtures("plain")
def test_parts_of_written_pages_are_folded(tmp_path: Path) -> None:
    written = '# A\n\n## B\n\n<!-- fold: What "B" & C are -->\n\nText.\n\n## D\n'
    built(tmp_path, pages={"about.md": written})
    html = (tmp_path / "site/about/index.html").read_text("utf-8")
    assert html.split("</h2>", 1)[1].split("<h2", 1)[0] == (
        '\n<details class="em-fold">\n<summary>What &#34;B&#34; &amp; C are</summary>\n<p>Text.</p>\n</details>\n'
    )


def test_a_title_of_a_written_page_is_escaped_once(folder: Path) -> None:
    page = Page((folder / "site/method/index.html").read_text("utf-8"))
    assert page.text["title"] == "Method & more \N{EN DASH} A map & more"


def test_a_repository_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, repository="github.com/owner/name")
    assert caught.value.messages == (
        "mkdocs.yml: extra.repository is 'github.com/owner/name', expected an address like https://github.com/OWNER/NAME",
    )


def test_claim_files_are_kept_where_the_setting_says_so(tmp_path: Path) -> None:
    assert built(tmp_path / "one", claim_files="true").has_claim_files is True
    assert built(tmp_path / "other").has_claim_files is False


def test_a_setting_of_claim_files_that_is_neither_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        built(tmp_path, claim_files="sometimes")
    assert caught.value.messages == ("mkdocs.yml: extra.claim_files is 'sometimes', expected true or false",)


def test_this_checkouts_own_pages_build(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(CHECKOUT / "docs", docs)
    published = publish(
        root=CHECKOUT, staged_docs=docs, output=tmp_path / "site", prototypes={"claim": CLAIM}, strict=True
    )
    index = json.loads(published.search_index)
    assert {entry["location"].partition("#")[0] for entry in index["docs"]} == set(published.pages)
    shell = published.shells["claim"].page("claims/x/", Content(title="", description="", content=Markup("")))
    assert len(shell) < 15_000, "every page carries the shell"
