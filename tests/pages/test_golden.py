"""Whole pages, each kind and each part of a written page once, compared with the files in `golden/`.

A page stands there with its title, description, what its head gets, content and contents, without the publisher's
shell round them. Where a change of a template or of words is meant, write the files anew, and read their difference
before you commit it:

    RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/pages/test_golden.py
    git diff tests/pages/golden
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.analysis.whole import Analysis
from claimgraph.checking.whole import check
from claimgraph.data.listed import DataField, DataFile, DataPage, DataRecord
from claimgraph.graph import argument_graph
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.pages.changes.page import ChangedClaim, ChangeSet, ChangesPage, feed_entries
from claimgraph.pages.head.feed import atom_feed
from claimgraph.pages.head.redirects import redirect_page, redirects
from claimgraph.pages.head.sitemap import sitemap
from claimgraph.pages.map.map_view import map_view
from claimgraph.pages.map.outline import outline, outline_html
from claimgraph.pages.pages import PROTOTYPES
from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.pages.written import CLAIM_PLACE, PLACES, PLACES_OF_CLAIMS
from claimgraph.publish.rendering import Renderer
from claimgraph.publish.shell import Chunks, OpenPage
from tests.pages.corpora import AS_OF, TEMPLATES, lay_harbour, press

if TYPE_CHECKING:
    from tests.pages.corpora import Press

GOLDEN = Path(__file__).parent / "golden"
SITE = "https://map.example/"

PAGES = {
    "claim": "claims/half-late/",
    "inferred-claim": "claims/passengers-lose-patience/",
    "challenged-claim": "claims/target-met/",
    "thesis": "claims/late-too-often/",
    "topic": "topics/buses/",
    "source": "sources/harbour-forum-2022/",
    "cited-source": "sources/town-count-2021/",
    "voice": "voices/ada-quill/",
    "reported-voice": "voices/drivers-union/",
}
"""The address of each page by the name of its file; the file of the first of a kind has the kind's name."""

PARTS = {
    **{name: f"{name}/" for name in PLACES},
    **dict.fromkeys(("home", "new"), ""),
    "data-fields": "data/",
    "rules": "contribute/rules/",
    "schemes": "contribute/reasons/",
    f"{CLAIM_PLACE}half-late": "method/",
    "timeline one-in-eight-cancelled fares-up road-works": "method/",
}
"""The address of the written page that each part is poured into."""

CHANGES = ChangesPage(
    sets=(
        ChangeSet(
            commit="0123456789abcdef",
            time=datetime(2026, 2, 28, 9, 5, tzinfo=UTC),
            day="28 February 2026, 09:05 UTC",
            claims=(
                ChangedClaim(
                    id="half-late",
                    title="Half of the buses were late",
                    says="New claim",
                    address="claims/half-late/",
                    details=("In 2021, half of the buses & trams were late.",),
                    is_new=True,
                ),
                ChangedClaim(id="all-late", title="All were late", says="Claim taken away", address=None),
            ),
            more=2,
        ),
    ),
    note="Only the newest changes are shown.",
    has_feed=True,
)

DATA = DataPage(
    api_version="2",
    data_version="0123456789ab",
    as_of="2026-03-01",
    licence="https://licence.example/",
    counts=(("claims", 17), ("sources", 4)),
    files=(
        DataFile(
            address="api/v2/claims.json", format="JSON", holds="All claims", size=9_940, schema="api/v2/schema/c.json"
        ),
        DataFile(address="data/claims.csv", format="CSV", holds="All claims", size=12_345),
    ),
    records=(
        DataRecord(name="Claim", meaning="One claim.", fields=(DataField(name="id", type="text", meaning="Its id."),)),
    ),
)

RULE = RuleText(id="late-bus", severity="error", text="No bus is late.\n\nFor example, `one < two` is refused.")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Press:
    root = tmp_path_factory.mktemp("harbour")
    lay_harbour(root)
    checked = check(root)
    assert checked.findings == ()
    corpus = checked.examined.corpus
    shown = view_of(Analysis(corpus=corpus, verdicts=checked.examined.verdicts), AS_OF)
    topics = {id_: topic.record for id_, topic in corpus.topics.items()}
    return replace(
        press(shown, rules=(RULE,)),
        home=Home(name="Harbour map", url=SITE),
        map=map_view(argument_graph(corpus), topics, shown.analysis.standings),
        changes=CHANGES,
        data=DATA,
    )


def compare(name: str, text: str) -> None:
    """Compare a text with a golden file, or write that anew; line ends make no difference."""
    file = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(text, "utf-8")
    assert text.split("\n") == file.read_text("utf-8").split("\n")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_in_its_file(harbour: Press, name: str) -> None:
    made = {page.address: page for page in harbour.pages()}
    compare(f"{name}.html", made[PAGES[name]].make())


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_as_in_its_file(harbour: Press, name: str) -> None:
    """With the entries that it adds to the contents of its page."""
    chunks = Chunks(texts=("", "\n", ""), slots=(f"pour: {name}", "toc"))
    page = OpenPage(chunks=chunks, address=PARTS[name], names=(name,))
    compare(f"part-{name.split(maxsplit=1)[0]}.html", page.fill({name: harbour.fill(name, PARTS[name])}))


def test_a_topic_of_the_outline_is_as_in_its_file(harbour: Press) -> None:
    topic, *_ = outline(harbour.map)
    compare("outline.html", outline_html(Renderer(templates=TEMPLATES, shells={}), topic).content)


def test_a_redirect_is_as_in_its_file(harbour: Press) -> None:
    made = {former: redirect_page(former, present, title) for former, present, title in redirects(harbour.view.corpus)}
    compare("redirect.html", made["claims/late-half/"])


def test_the_feed_is_as_in_its_file() -> None:
    feed = atom_feed(tuple(feed_entries(CHANGES.sets)), site_name="Harbour map", site_url=SITE, day=AS_OF)
    compare("feed.xml", feed.decode())


def test_the_sitemap_is_as_in_its_file(harbour: Press) -> None:
    compare("sitemap.xml", sitemap(SITE, (page.address for page in harbour.pages())).decode())


def test_every_kind_and_every_part_has_a_file_and_no_file_is_left_over() -> None:
    kinds = {*PROTOTYPES, "redirect"}
    parts = {f"part-{name}" for name in (*PLACES, *PLACES_OF_CLAIMS, f"{CLAIM_PLACE}half-late")}
    files = {file.name for file in GOLDEN.iterdir()}
    assert {f"{name}.html" for name in kinds | parts | PAGES.keys()} | {"feed.xml", "sitemap.xml"} == files
