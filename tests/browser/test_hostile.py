"""Texts that would do harm on a page come out on every page as nothing but themselves."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from claimgraph.checking.whole import check
from claimgraph.findings import Severity
from claimgraph.index.links import external
from claimgraph.site.building import build
from tests.browser.hostile import (
    CLAIMS_OF_A_TOPIC,
    RING,
    Wording,
    filled_up,
    hostile_checkout,
    plain_twin,
    refused,
    wording,
    written,
)
from tests.browser.pages import MANY, every_page
from tests.browser.payloads import OWN, OWN_REFUSED, OWN_URLS, SHARED, shared
from tests.browser.reading import Reader, reading, search
from tests.browser.serving import served
from tests.site.checkouts import Checkout, checkout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")

COLLECTIONS = (
    "live_in_chromium.json",
    "own_markdown_ext.json",
    "owasp_filter_evasion.json",
    "own_unicode.json",
    "anti_trojan_source.json",
    "blns.json",
)

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(),
    reason="the collections of hostile texts are not at ../shared/hostile; our own are tried anyway",
)

both = pytest.mark.parametrize("name", ["own", pytest.param("collected", marks=needs_shared)])

BATCH = 100
TOGETHER = 12
FOLDING = ("claims", "sources", "voices")
"""The kinds of pages whose elements depend on how much they have, and on who shares a source."""

UNLIKE = ("figures/", "debate/")
"""Pages that no plain page is like: charts cut a long label into lines, and the debate folds by its number of disputes.

Another test sees that nothing runs on them.
"""


class Hostile:
    """A built site of payloads, and where it is served; so many claims `together` share a source and a voice."""

    def __init__(self, folder: Path, home: str, payloads: tuple[str, ...], together: int) -> None:
        self.folder = folder
        self.home = home
        self.words = [wording(number, payload) for number, payload in enumerate(payloads, 1)]
        self.together = together
        self.pages: dict[str, list[str]] = {}
        for address in every_page(folder):
            self.pages.setdefault(kind_of(address), []).append(address)

    def wordings(self) -> list[list[str]]:
        """Return what may stand between the marks of each number, as an HTML parser reads line ends."""
        return [[as_parsed(text) for text in dict.fromkeys((word.text, f"line {word.number}"))] for word in self.words]

    def head(self, address: str) -> dict[str, Any]:
        """Return what the head and heading of a page say; empty for lists, written pages and voices without a file."""
        kind, _, id_ = address.strip("/").partition("/")
        numbered = re.fullmatch(r"[a-z]-(\d+)", id_)
        if kind not in MANY or numbered is None:
            return {}
        step = {"claims": 1, "topics": CLAIMS_OF_A_TOPIC}.get(kind, self.together)
        first = (int(numbered[1]) - 1) * step
        return head(kind, self.words[first], self.words[min(first + 1, len(self.words) - 1)])

    @contextmanager
    def listed(self, addresses: list[str]) -> Iterator[str]:
        """Serve the HTML of pages in one file, for which the browser asks once; give its address."""
        pages = [(self.folder / address / "index.html").read_text("utf-8") for address in addresses]
        with NamedTemporaryFile("w", dir=self.folder, suffix=".json", encoding="utf-8") as file:
            json.dump(pages, file)
            file.flush()
            yield f"{self.home}{Path(file.name).name}"


def as_parsed(text: str) -> str:
    """Return a text as an HTML parser reads it, to which all line ends are one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def kind_of(address: str) -> str:
    """Return the kind of a page of which there are many, else its address."""
    first, _, rest = address.partition("/")
    return first if first in MANY and rest else address


Sites = Callable[[str, "tuple[str, ...]", int], "AbstractContextManager[Hostile]"]


@pytest.fixture(scope="module")
def hostile_site(once: Callable[[str, Callable[[Path], None]], Path]) -> Sites:
    """Return what builds and serves a site of payloads."""

    @contextmanager
    def made(name: str, payloads: tuple[str, ...], together: int) -> Iterator[Hostile]:
        def make(folder: Path) -> None:
            folder.mkdir()
            checkout = hostile_checkout(folder / "checkout", payloads, together=together)
            build(checkout.root, folder / "site", check(checkout.root).examined)

        folder = once(name, make) / "site"
        with served(folder) as home:
            yield Hostile(folder, home, payloads, together)

    return made


@pytest.fixture(scope="module")
def plain(hostile_site: Sites) -> Iterator[Hostile]:
    """A site of the same shape in which every text is plain."""
    with hostile_site("plain", plain_twin(4 * RING), 1) as site:
        yield site


@pytest.fixture(scope="module")
def own(hostile_site: Sites) -> Iterator[Hostile]:
    """The site of our own payloads."""
    with hostile_site("own", filled_up(OWN), 1) as site:
        yield site


@pytest.fixture(scope="module")
def collected(hostile_site: Sites) -> Iterator[Hostile]:
    """The site of the collections beside this checkout."""
    payloads = tuple(payload for payload in shared(*COLLECTIONS) if not refused(payload))
    with hostile_site("collected", filled_up(payloads), TOGETHER) as site:
        yield site


def look(page: Page, site: Hostile, kind: str, known: set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what there is to see on each page of a kind, as the browser's parser reads it; see `at` in looking.js."""
    page.evaluate("([wordings, known]) => looking.know(wordings, known)", [site.wordings(), sorted(known)])
    for addresses in batches(site.pages[kind]):
        with site.listed(addresses) as url:
            yield from zip(addresses, page.evaluate("(url) => looking.at(url)", url), strict=True)


def batches(addresses: list[str]) -> Iterator[list[str]]:
    """Yield the addresses, some at a time."""
    for first in range(0, len(addresses), BATCH):
        yield addresses[first : first + BATCH]


def stand(reader: Reader, site: Hostile) -> None:
    """Open a page of the site that has nothing of a payload, from which the others are looked at."""
    reader.page.goto(f"{site.home}404.html")
    reader.page.evaluate(LOOKING)


def strange(seen: dict[str, Any], head: dict[str, Any], links: set[str]) -> list[str]:
    """Return what is not as it should be on one page; it may have these links, as the program's own pages do."""
    wrong = [f"element {line}" for line in seen["elements"]]
    wrong += [f"text {text}" for text in seen["marks"]["wrong"]]
    wrong += [f"link {link}" for link in seen["links"] if link not in links and not is_inert(link)]
    return wrong + [f"{name} {seen[name]!r}" for name, text in head.items() if seen[name] != text]


def head(kind: str, word: Wording, following: Wording) -> dict[str, Any]:
    """Return what the head and the heading of a page say that begins with `word`."""
    title, description = {
        "claims": (word.label, word.text),
        "topics": (word.label, following.line),
        "sources": (word.text, f"What is quoted and cited here from: {word.text}"),
        "voices": (word.line, f"What {word.line} is quoted as saying here, and where."),
    }[kind]
    title, description = as_parsed(title), as_parsed(description)
    told: dict[str, Any] = {
        "title": f"{title} \N{EN DASH} Harbour Town map",
        "heading": title,
        "description": description,
        "shared": [title, description],
    }
    return {**told, "assertion": description} if kind == "claims" else told


def is_inert(link: str) -> bool:
    """Tell whether an address leads nowhere but to this site, or to the one source that is named."""
    if link.startswith("https://source.example/page"):
        return True
    return not link.startswith(("//", "\\")) and ":" not in re.split("[/?#]", link)[0]


@both
def test_every_page_is_made_of_what_a_plain_page_is_made_of(
    browser: Browser, plain: Hostile, hostile_site: Sites, request: pytest.FixtureRequest, name: str
) -> None:
    site: Hostile = request.getfixturevalue(name)
    assert site.pages.keys() == plain.pages.keys()
    wrong: dict[str, list[str]] = {}
    like_it = hostile_site(f"{name}-twin", plain_twin(len(site.words)), site.together)
    with reading(browser, bypass_csp=True) as reader, like_it as twin:
        stand(reader, plain)
        kinds = plain.pages.keys() - set(UNLIKE)
        usual = {kind: [seen for _, seen in look(reader.page, plain, kind, set())] for kind in kinds}
        assert [seen["marks"]["wrong"] for each in usual.values() for seen in each if seen["marks"]["wrong"]] == []
        stand(reader, twin)
        marks = {address: seen["marks"]["count"] for address, seen in look(reader.page, twin, "claims", set())}
        for kind in FOLDING:
            usual[kind] += [seen for _, seen in look(reader.page, twin, kind, set())]
        stand(reader, site)
        for kind, each in usual.items():
            known = {line for seen in each for line in seen["elements"]}
            links = {link for seen in each for link in seen["links"]}
            for address, seen in look(reader.page, site, kind, known):
                if found := strange(seen, site.head(address), links):
                    wrong[address] = found
                if kind == "claims" and seen["marks"]["count"] != marks[address]:
                    wrong[address] = [*found, f"{seen['marks']['count']} marked texts"]
        assert reader.told.ran == []
    assert wrong == {}
    assert len(site.pages["claims"]) == len(site.words)


@both
def test_nothing_runs_even_where_no_policy_holds_it_back(
    browser: Browser, request: pytest.FixtureRequest, name: str
) -> None:
    site: Hostile = request.getfixturevalue(name)
    with reading(browser, bypass_csp=True) as reader:
        stand(reader, site)
        title = reader.page.title()
        for kind in site.pages:
            for addresses in batches(site.pages[kind]):
                # Laying all of the collections out takes a minute; the test above finds what an animation would need.
                drawn = name == "own"
                with site.listed(addresses) as url:
                    count = reader.page.evaluate("([url, drawn]) => looking.live(url, drawn)", [url, drawn])
                assert count > len(addresses)
        assert (reader.page.url, reader.page.title()) == (f"{site.home}404.html", title)
        assert reader.told.trouble() == []
        assert {f"http://{host}/" for host in reader.told.hosts()} == {site.home}


@both
def test_a_former_address_says_the_title_and_nothing_else(request: pytest.FixtureRequest, name: str) -> None:
    site: Hostile = request.getfixturevalue(name)
    for word in site.words:
        text = (site.folder / f"claims/former-{word.number}/index.html").read_text("utf-8")
        title, href = html.escape(word.label, quote=True), f"../c-{word.number}/"
        assert text == (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
            f'<meta http-equiv="refresh" content="0; url={href}">\n'
            f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{href}">\n'
            f"<title>{title}</title></head>\n"
            f'<body><p>This page has moved: <a href="{href}">{title}</a>.</p></body></html>\n'
        ).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


@both
def test_the_search_index_holds_texts_as_they_are(request: pytest.FixtureRequest, name: str) -> None:
    site: Hostile = request.getfixturevalue(name)
    files = sorted((site.folder / "search").glob("pages-*.json"))
    found = {place: (title, text) for path in files for place, title, text, *_ in json.loads(path.read_text("utf-8"))}
    for word in site.words:
        title, text = found[f"claims/c-{word.number}/"]
        assert title == word.label
        assert word.text.startswith(text.removesuffix(" …")) or text.startswith(word.text)


# As a reader opens them: the theme's own scripts run, and the policy holds


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without the policy"])
def test_a_page_that_is_opened_and_touched_does_nothing(browser: Browser, own: Hostile, *, bypass_csp: bool) -> None:
    opened = [address for kind, pages in own.pages.items() for address in pages[:: 8 if kind == "claims" else 40]]
    with reading(browser, bypass_csp=bypass_csp) as reader:
        for address in opened:
            reader.page.goto(own.home + address)
            title = reader.page.title()
            reader.page.evaluate(LOOKING)
            assert reader.page.evaluate("looking.touch('main *')") > 5
            assert (reader.page.url, reader.page.title()) == (own.home + address, title)
            assert reader.told.trouble() == [], address
        assert {f"http://{host}/" for host in reader.told.hosts()} == {own.home}
    assert len(opened) > 20


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without the policy"])
def test_search_shows_titles_and_texts_as_they_are(browser: Browser, own: Hostile, *, bypass_csp: bool) -> None:
    labels = {word.label for word in own.words}
    with reading(browser, bypass_csp=bypass_csp) as reader:
        reader.page.goto(own.home)
        for words in ("alert", "script", "img onerror", "javascript", "svg onload", "style", "iframe"):
            titles = search(reader.page, words).locator(".em-search__title").all_text_contents()
            assert [title for title in titles if title in labels], words
            assert reader.page.locator("#em-found :not(li, a, span, b, small, mark, svg, path)").count() == 0
            reader.page.keyboard.press("Escape")
        assert reader.told.trouble() == []


ADDRESSES = (
    "claims/c-1/?h={}",
    "claims/c-1/#{}",
    "?q={}",
    "map/?h={}#__search",
    "map/#claim={}",
    "map/#topic={}&kinds={}",
)
"""Addresses in which somebody may send a payload: what the theme reads or once read, the search, and the map."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_with_a_payload_does_nothing(browser: Browser, own: Hostile, address: str) -> None:
    with reading(browser, bypass_csp=True) as reader:
        for payload in OWN[:8]:
            reader.page.goto(own.home + address.replace("{}", quote(payload, safe="")))
            expect(reader.page.locator("article h1").first).to_be_visible()
        reader.page.goto(own.home)
        assert reader.told.trouble() == []
        assert {f"http://{host}/" for host in reader.told.hosts()} == {own.home}


STRANGE = """(part) => [...part.querySelectorAll("*")].map((each) => each.localName).filter((name) =>
  !["a", "button", "div", "h2", "h3", "li", "p", "path", "small", "span", "svg", "ul"].includes(name))"""
"""The names of elements that the map's script never makes."""


def test_the_map_draws_and_says_titles_as_they_are(browser: Browser, own: Hostile) -> None:
    labels = [word.label for word in sorted(own.words, key=lambda word: f"c-{word.number}")]
    networks = [json.loads(path.read_text("utf-8")) for path in sorted((own.folder / "map/network").glob("*.json"))]
    nodes = {node["id"]: node["name"] for network in networks for node in network["nodes"]}
    assert [nodes[id_] for id_ in sorted(nodes)] == labels
    files = sorted((own.folder / "map/names").iterdir())
    named = [tuple(pair) for path in files for pair in json.loads(path.read_text("utf-8"))]
    assert [title for _, title in sorted(named)] == labels
    with reading(browser, bypass_csp=True, viewport={"width": 1280, "height": 900}) as reader:
        page = reader.page
        page.goto(f"{own.home}map/")
        expect(page.locator("#claims-map[data-ready]")).to_be_attached()
        canvas = page.locator("#map-canvas")
        canvas.focus()
        page.keyboard.press("Home")
        topics = json.loads((own.folder / "map/map.json").read_text("utf-8"))["topics"]
        parts = [json.loads((own.folder / f"map/names/{topic[0]}.json").read_text("utf-8")) for topic in topics]
        ids = [id_ for part in parts for id_, _ in part]
        names = {f"c-{word.number}": word.label for word in own.words}
        for id_ in ids[:40]:
            expect(page.locator("#map-open")).to_have_attribute("href", f"../claims/{id_}/")
            said = page.locator("#map-said").text_content() or ""
            assert said.startswith(f"{names[id_]} \N{EN DASH} in "), id_
            expect(page.locator("#map-title")).to_have_text(names[id_])
            assert page.locator("#map-claim").evaluate(STRANGE) == []
            page.keyboard.press("PageDown")
        for words in ("alert", "script", "img onerror"):
            page.get_by_role("combobox", name="Find a claim").fill(words)
            expect(page.locator("#map-hits [role=option]").first).to_be_visible()
            assert page.locator("#map-hits").evaluate(STRANGE) == []
        page.goto(f"{own.home}map/#claim={ids[0]}&to={ids[1]}")
        expect(page.locator("#map-route-words")).to_contain_text(names[ids[1]])
        assert page.locator("#map-claim").evaluate(STRANGE) == []
        assert reader.told.trouble() == []
        assert {f"http://{host}/" for host in reader.told.hosts()} == {own.home}


# What may not stand in a file at all


def with_notes(folder: Path, notes: list[str]) -> Checkout:
    """Write the small checkout with one more claim for each note."""
    made = checkout(folder)
    for number, note in enumerate(notes, 1):
        record = {
            "title": f"Note {number}",
            "assertion": note,
            "kind": "factual",
            "scope": {"place": f"Place {number}", "period": "2021"},
            "citations": [{"source": "tram-survey", "finding": "It is so."}],
        }
        text = f"# yaml-language-server: $schema=../claim.schema.json\n{written(record)}"
        (made.root / f"claims/trams/note-{number}.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    return made


@pytest.mark.parametrize("name", ["own", pytest.param("collected", marks=needs_shared)])
def test_what_no_file_may_hold_is_a_finding_at_its_place(tmp_path: Path, name: str) -> None:
    notes = [payload for payload in (OWN_REFUSED if name == "own" else shared(*COLLECTIONS)) if refused(payload)]
    made = with_notes(tmp_path / "checkout", notes)
    found: dict[str, list[str]] = {}
    for finding in check(made.root).findings:
        assert finding.severity is Severity.ERROR
        found.setdefault(finding.location.path, []).append(finding.rule)
        assert finding.message.isprintable()
    assert found == {f"claims/trams/note-{number}.yml": [found_rule] for number, found_rule in _rules(notes)}
    assert len(notes) == (len(OWN_REFUSED) if name == "own" else 54)


def _rules(notes: list[str]) -> Iterator[tuple[int, str]]:
    for number, note in enumerate(notes, 1):
        yield number, "yaml-refused" if note.strip() and len(note) <= 2_000 else "wrong-value"


def test_our_own_texts_may_all_stand_in_a_file() -> None:
    assert [payload for payload in OWN if refused(payload)] == []


# Addresses


def with_addresses(folder: Path, addresses: list[str]) -> Checkout:
    """Write the small checkout with one more source for each address, twice in it."""
    made = checkout(folder)
    for number, address in enumerate(addresses, 1):
        record = {"type": "report", "title": f"Source {number}", "depth": "none", "URL": address, "archived": address}
        text = f"# yaml-language-server: $schema=source.schema.json\n{written(record)}"
        (made.root / f"sources/u-{number}.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
        claim = {
            "title": f"Claim {number}",
            "assertion": f"In Place {number} in 2021, it was number {number}.",
            "kind": "factual",
            "scope": {"place": f"Place {number}", "period": "2021"},
            "citations": [{"source": f"u-{number}", "finding": "It is so."}],
        }
        made.write(
            f"claims/trams/u-{number}.yml",
            f"# yaml-language-server: $schema=../claim.schema.json\n{written(claim)}",
        )
    return made


@pytest.mark.parametrize("name", ["own", pytest.param("collected", marks=needs_shared)])
def test_an_address_is_refused_or_leads_to_a_public_host(reader: Reader, tmp_path: Path, name: str) -> None:
    addresses = list(OWN_URLS if name == "own" else shared("own_urls.json"))
    made = with_addresses(tmp_path / "checkout", addresses)
    checked = check(made.root)
    at_fault = {found.location.path for found in checked.findings if found.severity is Severity.ERROR}
    build(made.root, tmp_path / "site", checked.examined)
    refused_count = 0
    with served(tmp_path / "site") as home:
        for number, address in enumerate(addresses, 1):
            if f"sources/u-{number}.yml" in at_fault:
                refused_count += 1
                continue
            reader.page.goto(f"{home}sources/u-{number}/")
            links = reader.page.locator("#main a[rel~=external]")
            count = 2 if external(address) else 0
            expect(links).to_have_count(count)
            for href, protocol, host in links.evaluate_all(
                "(all) => all.map((a) => [a.getAttribute('href'), a.protocol, a.hostname])"
            ):
                assert href == address
                assert protocol in {"http:", "https:"}
                assert "." in host.rstrip(".")
                assert not host.replace(".", "").isdigit()
        assert reader.told.trouble() == []
    assert refused_count == (len(OWN_URLS) - 4 if name == "own" else 71)
