"""Which pages there are, what each is keyed by, what is poured into written pages, and what the search finds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.checking.whole import CheckCache, examine
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.pages.search.entries import search_entries
from claimgraph.pages.written import CLAIM_PLACE, FACE_OFF_PLACE, PLACES
from claimgraph.publish.shell import TocEntry
from tests.pages.corpora import (
    AS_OF,
    CONTENT_ALONE,
    EVERYTHING,
    Made,
    Press,
    claim,
    lay_harbour,
    press,
    quote,
    source,
    topic,
    verified,
    view,
    voice,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimgraph.model.corpus import Entry
    from claimgraph.model.verdict import Verdict

FIGURE = {"measure": "share", "value": "50", "period": "2021", "source": "count"}
HALF_LATE = "claims/buses/half-late.yml"
HEARING = "sources/bus-hearing-2021.yml"


@dataclass(slots=True)
class Site:
    """The pages of a checkout that is edited, read anew after each edit as far as it changed, as the preview does."""

    root: Path
    cache: CheckCache = field(default_factory=CheckCache)

    @property
    def press(self) -> Press:
        """What makes the pages of the checkout as it is now."""
        examined = examine(self.root, cache=self.cache)
        return press(view_of(examined.analysis, AS_OF))

    def pages(self) -> dict[str, Made]:
        """Every page of the checkout as it is now, by its address."""
        return {page.address: page for page in self.press.pages()}

    def edited(self, path: str, old: str, new: str) -> set[str]:
        """Replace the one place at which `old` stands; return the addresses of the pages with another value."""
        before = {address: page.key for address, page in self.pages().items()}
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1
        (self.root / path).write_text(text.replace(old, new), "utf-8")
        after = {address: page.key for address, page in self.pages().items()}
        return {address for address in before | after if before.get(address) != after.get(address)}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    lay_harbour(tmp_path)
    return Site(tmp_path)


# Pages


def test_there_is_one_page_for_each_claim_topic_source_and_voice() -> None:
    shown = view(
        claim("b"),
        claim("a", quotes=[quote()]),
        topic(),
        source(),
        voice("dan"),
        claim("a-voice", quotes=[quote("Eve")]),
    )
    assert [(page.kind, page.address) for page in press(shown).pages()] == [
        ("claim", "claims/a/"),
        ("claim", "claims/a-voice/"),
        ("claim", "claims/b/"),
        ("topic", "topics/buses/"),
        ("source", "sources/hearing/"),
        ("voice", "voices/dan/"),
        ("voice", "voices/hearing-a-driver/"),
        ("voice", "voices/hearing-eve/"),
    ]


def test_addresses_differ_and_lead_to_pages(site: Site) -> None:
    pages = site.pages()
    assert len(pages) == 17 + 2 + 4 + 10
    linked = {
        re.sub(r"[^/]+/\.\./", "", re.sub(r"[^/]+/\.\./", "", page.address + href.partition("#")[0]))
        for page in pages.values()
        for href in re.findall(r'href="(\.\./[^"]*)"', page.make())
    }
    assert {address for address in linked if address.endswith("/")} <= {
        *pages,
        "contribute/",
        "contribute/reasons/",
        "glossary/",
        "map/",
        "method/",
    }
    assert {*pages} - linked <= {"claims/fares-up/", "voices/bus-hearing-2021-a-driver/"}


def test_a_page_is_poured_with_its_title_description_and_contents() -> None:
    shown = view(
        claim("a", quotes=[quote()]), topic(), source(), voice("dan", interests=[{"text": "x", "source": "s"}])
    )
    made = {page.address: page.make().split("\n") for page in press(shown).pages()}
    assert made["claims/a/"][:2] == ["Title of a", "Assertion of a."]
    assert made["topics/buses/"][:2] == ["Late buses", "Are the buses late?"]
    assert made["sources/hearing/"][:2] == ["The hearing", "What is quoted and cited here from: The hearing"]
    assert made["voices/dan/"][:2] == ["Name of dan", "What Name of dan is quoted as saying here, and where."]
    contents = {address: re.findall(r'href="#([^"]*)"', "\n".join(lines)) for address, lines in made.items()}
    assert contents == {
        "claims/a/": ["words", "scope", "cite"],
        "topics/buses/": ["in-short", "others", "evidence"],
        "sources/hearing/": ["voices", "quotes", "cite"],
        "voices/dan/": ["interests"],
        "voices/hearing-a-driver/": ["words", "sources"],
    }


@pytest.mark.parametrize(
    "address", ["claims/half-late/", "topics/buses/", "sources/harbour-forum-2022/", "voices/ada-quill/"]
)
def test_the_contents_are_the_headings(site: Site, address: str) -> None:
    """The id of what is closed is inside, below its heading."""
    html = site.pages()[address].make()
    closed = r'<summary><h2>(.*?)</h2>.*</summary>\n<div id="(.*?)">'
    opened = re.sub(closed, r'<h2 id="\2">\1</h2>', html)
    found = re.findall(r'<h2[^>]* id="([^"]*)">(.*?)(?: <span.*)?</h2>', opened)
    headings = [(anchor, re.sub(r"<[^>]*>", "", text)) for anchor, text in found]
    assert re.findall(r'<li><a href="#([^"]*)">([^<]*)</a></li>', html) == [(anchor, text) for anchor, text in headings]


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for page in site.pages().values():
        ids = re.findall(r' id="([^"]*)"', page.make())
        assert len(ids) == len(set(ids)), page.address


def test_each_page_leads_to_its_file() -> None:
    shown = view(claim("a", quotes=[quote()]), topic(), source(), voice("dan"))
    edited = {page.address: re.findall('/edit/main/([^"]*)', page.make()) for page in press(shown).pages()}
    assert edited == {
        "claims/a/": ["claims/buses/a.yml"],
        "topics/buses/": ["claims/buses/_topic.yml"],
        "sources/hearing/": ["sources/hearing.yml"],
        "voices/dan/": ["voices/dan.yml"],
        "voices/hearing-a-driver/": [],
    }


def test_only_a_page_with_a_picture_asks_for_its_style_sheet(site: Site) -> None:
    pages = site.pages()
    assert {page.address for page in pages.values() if "map.css" in page.make()} == {
        address for address, page in pages.items() if page.kind == "claim" and 'class="em-near"' in page.make()
    }


# Keys


def test_a_page_that_nothing_happened_to_keeps_its_key(site: Site) -> None:
    before, after = site.pages(), site.pages()
    assert {address: page.key for address, page in before.items()} == {a: page.key for a, page in after.items()}


EDITS: dict[str, tuple[str, str, str, set[str]]] = {
    "what only a claim's own page shows": (
        HALF_LATE,
        "The hearing calls a bus late",
        "The hearing called a bus late",
        {"claims/half-late/"},
    ),
    "a neighbour's title": (
        "claims/fares/money-for-new-buses.yml",
        "title: Fares pay for new buses",
        "title: New buses from fares",
        {
            "claims/fares-fair/",
            "claims/fares-up/",
            "claims/money-for-new-buses/",
            "sources/harbour-news-2021/",
            "topics/fares/",
            "voices/ada-quill/",
        },
    ),
    "a topic's title": (
        "claims/fares/_topic.yml",
        "title: Fares",
        "title: Tickets",
        {"claims/fares-fair/", "claims/fares-up/", "claims/money-for-new-buses/", "topics/fares/"},
    ),
    "a voice's name": (
        "voices/ada-quill.yml",
        "name: Ada Quill",
        "name: Mayor Quill",
        {
            "claims/fares-fair/",
            "claims/money-for-new-buses/",
            "sources/harbour-news-2021/",
            "topics/fares/",
            "voices/ada-quill/",
        },
    ),
    "a voice's interests, which only its own page shows": (
        "voices/ada-quill.yml",
        "text: Her office sets the fares.",
        "text: Her office sets fares.",
        {"voices/ada-quill/"},
    ),
    "a source that is only cited": (
        "sources/town-count-2021.yml",
        "title: How many buses ran in 2021",
        "title: How many buses ran",
        {
            "claims/forty-eight-in-a-hundred/",
            "claims/half-late/",
            "claims/late-from-five-minutes/",
            "sources/town-count-2021/",
            "topics/buses/",
            "voices/joan-crane/",
        },
    ),
    "a written page": ("docs/index.md", "Some say", "Many say", set()),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_changes_the_keys_of_what_shows_it(site: Site, what: str) -> None:
    path, old, new, expected = EDITS[what]
    assert site.edited(path, old, new) == expected


def test_a_measure_changes_the_claims_with_a_figure_of_it(site: Site) -> None:
    changed = site.edited("claims/_measures.yml", "name: Late buses", "name: Share of late buses")
    assert changed == {"claims/half-late/"}


QUOTED = claim("a", quotes=[quote()], figures=[FIGURE], replaced_by="b")
LINKED = topic(summary="See [[f]].", related=["g"], theses=["h"])
ONE_OF_EACH: tuple[Entry[Any], ...] = (
    QUOTED,
    claim("b", "fares"),
    *(claim(id_, "fares", quotes=[quote("A rider", source="news")]) for id_ in "fgh"),
    LINKED,
    source(speakers={"A driver": {"voice": "dan"}}),
    source("news"),
    source("count"),
    source("gazette"),
    voice("dan", interests=[{"text": "Owns a bus.", "source": "gazette"}]),
)
RENAMED: dict[str, tuple[Entry[Any], set[str]]] = {
    "the claim that replaces it": (claim("b", "fares", title="B"), {"claims/a/", "claims/b/"}),
    "the source of a figure": (source("count", title="C"), {"claims/a/", "sources/count/"}),
    "the source of an interest": (source("gazette", title="G"), {"voices/dan/", "sources/gazette/"}),
    "a claim named in a summary": (claim("f", "fares", title="F"), {"claims/f/", "topics/buses/"}),
    "a related claim": (claim("g", "fares", title="G"), {"claims/g/", "topics/buses/"}),
    "a thesis": (claim("h", "fares", title="H"), {"claims/h/", "topics/buses/"}),
    "a voice's role": (voice("dan", role="Driver"), {"claims/a/", "sources/hearing/", "voices/dan/"}),
    "a topic": (topic(title="Buses"), {"claims/a/", "topics/buses/"}),
}


@pytest.mark.parametrize("what", RENAMED)
def test_what_a_page_shows_of_another_record_is_in_its_key(what: str) -> None:
    changed, expected = RENAMED[what]
    before = list(press(view(*ONE_OF_EACH)).pages())
    kept = [entry for entry in ONE_OF_EACH if entry.path != changed.path]
    after = {page.address: page for page in press(view(*kept, changed)).pages()}
    assert {page.address for page in before if page.key != after[page.address].key} >= expected


@pytest.mark.parametrize(
    ("verdict", "topics"),
    [(None, {"topics/buses/"}), (verified(line=9), set()), (verified(posted_by="A rider"), set())],
)
def test_a_verdict_is_in_the_key_of_what_shows_the_quote(verdict: Verdict | None, topics: set[str]) -> None:
    before = press(view(*ONE_OF_EACH)).pages()
    after = {page.address: page for page in press(view(*ONE_OF_EACH, verdicts={("a", 0): verdict})).pages()}
    changed = {page.address for page in before if page.key != after[page.address].key}
    assert changed == {"claims/a/", "sources/hearing/", "voices/dan/"} | topics


def test_a_comparison_is_in_the_key_of_what_shows_quotes_of_the_source() -> None:
    before = list(press(view(*ONE_OF_EACH)).pages())
    after = {page.address: page for page in press(view(*ONE_OF_EACH, not_compared=("hearing",))).pages()}
    changed = {page.address for page in before if page.make() != after[page.address].make()}
    assert changed >= {"claims/a/", "topics/buses/", "sources/hearing/"}
    assert changed == {page.address for page in before if page.key != after[page.address].key}


def test_an_unproven_quote_has_an_open_mark() -> None:
    pages = {page.address: page for page in press(view(*ONE_OF_EACH, not_compared=("hearing",))).pages()}
    for address in ("claims/a/", "sources/hearing/"):
        html = pages[address].make()
        assert 'class="em-quote em-quote--open"' in html
        assert "checked against a fingerprint that nobody has compared with the source yet" in html
        assert "erified word for word" not in html


def test_a_name_that_another_source_gives_changes_what_shows_it(site: Site) -> None:
    pages = site.pages()
    assert "The drivers&#39; union" in pages["claims/one-in-eight-cancelled/"].make()
    changed = site.edited(HEARING, "  The drivers' union:\n", "  The union of drivers:\n")
    assert "The union of drivers" in site.pages()["claims/one-in-eight-cancelled/"].make()
    assert {"claims/one-in-eight-cancelled/", "voices/drivers-union/", "sources/harbour-forum-2022/"} <= changed


def test_a_support_that_goes_changes_the_card_of_an_inferred_claim(site: Site) -> None:
    (site.root / "claims/fares/_topic.yml").write_text(
        (site.root / "claims/fares/_topic.yml").read_text("utf-8") + "related: [passengers-lose-patience]\n", "utf-8"
    )
    assert "the editors infer it" in site.pages()["topics/fares/"].make()
    changed = site.edited(
        "claims/buses/one-in-eight-cancelled.yml", "claim: passengers-lose-patience", "claim: no-clock"
    )
    assert "topics/fares/" in changed
    assert "the editors infer it" not in site.pages()["topics/fares/"].make()


def test_the_name_and_address_of_the_site_are_in_the_key() -> None:
    shown = press(view(claim("a", quotes=[quote()]), source()))
    named = replace(shown, home=Home(name="Harbour map"))
    placed = replace(named, home=Home(name="Harbour map", url="https://harbour.example/"))
    for before, after in ((shown, named), (named, placed)):
        for one, other in zip(before.pages(), after.pages(), strict=True):
            assert (one.key == other.key) is (one.make() == other.make()) is (one.kind != "claim")


def test_that_a_neighbour_is_inferred_is_in_the_key() -> None:
    shown = claim("a"), claim("b", supports=[{"claim": "a", "because": "."}]), source()
    said = [quote("A rider")]
    before = press(view(*shown, claim("c", quotes=said, supports=[{"claim": "b", "because": "."}]))).pages()
    after = {page.address: page for page in press(view(*shown, claim("c", quotes=said))).pages()}
    claims = [page for page in before if page.kind == "claim"]
    assert [page.address for page in claims if page.key != after[page.address].key] == [
        "claims/a/",
        "claims/b/",
        "claims/c/",
    ]


def variants(text: str) -> Iterator[str | None]:
    """Yield a file with the last word of a line doubled, which then names another thing or none; None for no file."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if found := re.search(r"[A-Za-z]{3,}(?=[^A-Za-z]*$)", line):
            doubled = f"{line[: found.end()]}{found[0]}{line[found.end() :]}"
            yield "\n".join((*lines[:number], doubled, *lines[number + 1 :]))
    yield None


@pytest.mark.parametrize("folder", ["claims/buses", "claims/fares", "sources", "voices"])
def test_while_its_key_is_equal_so_is_a_page_whatever_is_edited(site: Site, folder: str) -> None:
    """A page may be made anew for nothing, but is never left as it was where it would be another one."""
    made = {address: (page.key, page.make()) for address, page in site.pages().items()}
    stale: set[tuple[str, str]] = set()
    for path in sorted((site.root / folder).glob("*.yml")):
        text = path.read_text("utf-8")
        for variant in (*variants(text), text):
            path.unlink() if variant is None else path.write_text(variant, "utf-8")
            now = {address: (page.key, page.make()) for address, page in site.pages().items()}
            both = made.keys() & now.keys()
            stale |= {(path.name, at) for at in both if made[at][0] == now[at][0] and made[at][1] != now[at][1]}
            made = now
    assert stale == set()


# Parts of written pages


def test_every_place_can_be_filled(site: Site) -> None:
    made = site.press
    for name in PLACES:
        assert made.fill(name, "").content is not None


@pytest.mark.parametrize("name", ["clams", "", "claim", "Claims"])
def test_an_unknown_place_is_refused(name: str) -> None:
    with pytest.raises(KeyError, match=f"^'{name}'$"):
        press(view()).fill(name, "")


def test_a_place_for_a_claim_is_a_link() -> None:
    made = press(view(claim("a")))
    assert made.fill(f"{CLAIM_PLACE}a", "method/").content == '<a href="../claims/a/">Title of a</a>'
    assert made.fill(f"{CLAIM_PLACE}gone", "method/").content == "[[gone]]"


def test_a_place_for_a_face_off_shows_it_or_else_a_link() -> None:
    made = press(view(claim("a", thesis=True), claim("b")))
    shown = made.fill(f"{FACE_OFF_PLACE}a", "method/").content
    assert shown.strip().startswith('<article class="em-face em-face--brief" aria-labelledby="thesis-a">')
    assert made.fill(f"{FACE_OFF_PLACE}b", "method/").content == '<a href="../claims/b/">Title of b</a>'
    assert made.fill(f"{FACE_OFF_PLACE}gone", "method/").content == "[[gone]]"


def test_claims_and_rules_bring_their_contents() -> None:
    rules = (RuleText(id="late-bus", severity="error", text="No bus is late."),)
    made = press(view(claim("a"), claim("f", "fares"), topic()), CONTENT_ALONE, rules)
    assert made.fill("claims", "claims/").toc == (
        TocEntry(anchor="topic-buses", text="Late buses"),
        TocEntry(anchor="topic-fares", text="fares"),
    )
    assert made.fill("rules", "contribute/rules/").toc == (TocEntry(anchor="late-bus", text="late-bus"),)


def test_parts_are_seen_from_their_page() -> None:
    made = press(view(claim("a"), topic(), source(), voice("dan")), EVERYTHING)
    assert '<a href="topics/buses/">' in made.fill("home", "").content
    assert '<a href="buses/">' in made.fill("topics", "topics/").content
    assert '<a href="a/">' in made.fill("claims", "claims/").content
    assert '<a href="hearing/">' in made.fill("sources", "sources/").content
    assert '<a href="dan/">' in made.fill("voices", "voices/").content


# Search


def test_the_search_finds_every_page(site: Site) -> None:
    pages = site.pages()
    found = {entry.location for entry in search_entries(site.press.view)}
    assert {location for location in found if "#" not in location} == set(pages)
