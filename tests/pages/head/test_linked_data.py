"""What pages tell programs: whole, read as JSON-LD by pyoxigraph, and as a part of the page by the rules of HTML."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pyoxigraph
import pytest

from claimgraph.data.listed import DataFile, DataPage
from claimgraph.index.home import Home
from claimgraph.pages.head.linked_data import claim_data, dataset_data, linked_data, source_data
from claimgraph.publish.content_policy import inline_scripts
from tests.pages.corpora import citation, claim, quote, source, topic, verified, view

HOME = Home(name="Harbour map", url="https://harbour.example/map/")
PLACE = "https://harbour.example/map/"
HEARING = {"@type": "CreativeWork", "name": "The hearing"}


def test_a_claim_has_what_quotes_and_cites_it_and_the_whole() -> None:
    shown = view(
        topic("buses", title="Buses"),
        claim(
            *("late",),
            title="Half are late",
            assertion="In Harbour in 2021, half of the buses were late.",
            quotes=[
                quote(),
                quote("A rider", exact="No, most of them were early.", stance="disputes"),
                quote(exact="As half are late, why ride?", mode="presupposed"),
                quote(exact="These words stand nowhere at all."),
            ],
            citations=[citation(), citation(source="gone")],
        ),
        source(),
        verdicts={("late", 1): verified(), ("late", 3): None},
    )
    assert claim_data(shown, HOME, "late") == {
        "@type": "Claim",
        "@id": f"{PLACE}claims/late/",
        "url": f"{PLACE}claims/late/",
        "name": "Half are late",
        "about": {"@type": "Thing", "name": "Buses", "@id": f"{PLACE}topics/buses/", "url": f"{PLACE}topics/buses/"},
        "appearance": [HEARING],
        "subjectOf": [HEARING],
        "citation": [HEARING],
    }


def test_a_quote_that_nobody_compared_with_its_source_is_not_told_to_other_sites() -> None:
    shown = view(claim("late", quotes=[quote()]), source(), not_compared=("hearing",))
    assert "appearance" not in claim_data(shown, HOME, "late")


def test_a_site_without_an_address_names_none() -> None:
    shown = view(claim("late", quotes=[quote()]), source())
    text = json.dumps(claim_data(shown, Home(name="Harbour map"), "late"))
    assert "http" not in text
    assert "@id" not in text


def test_an_article_stands_in_its_issue() -> None:
    entry = source(
        type="article-journal",
        title="Buses",
        author=[{"family": "Quill", "given": "Ada"}, {"literal": "Council"}, {"given": "Bo"}],
        issued="2021-10-12",
        publisher="Harbour Press",
        volume="4",
        issue="2",
        page="120-134",
        DOI="10.1000/x_(y)<z>",
        ISSN="1234-5678",
        URL="https://harbour.example/a",
        archived="https://archive.example/a",
        **{"container-title": "Harbour Studies"},
    )
    volume = {
        "@type": "PublicationVolume",
        "volumeNumber": "4",
        "isPartOf": {"@type": "Periodical", "name": "Harbour Studies", "issn": "1234-5678"},
    }
    assert source_data(entry.record) == {
        "@type": "ScholarlyArticle",
        "name": "Buses",
        "@id": "https://doi.org/10.1000/x_(y)%3Cz%3E",
        "sameAs": "https://doi.org/10.1000/x_(y)%3Cz%3E",
        "url": "https://harbour.example/a",
        "author": [
            {"@type": "Person", "name": "Ada Quill", "givenName": "Ada", "familyName": "Quill"},
            {"@type": "Organization", "name": "Council"},
            {"@type": "Person", "name": "Bo"},
        ],
        "datePublished": "2021-10-12",
        "publisher": {"@type": "Organization", "name": "Harbour Press"},
        "isPartOf": {"@type": "PublicationIssue", "issueNumber": "2", "isPartOf": volume},
        "pagination": "120-134",
        "archivedAt": "https://archive.example/a",
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("article-newspaper", "NewsArticle"), ("report", "Report"), ("webpage", "WebPage"), ("hearing", "CreativeWork")],
)
def test_a_source_is_what_it_is(kind: str, expected: str) -> None:
    assert source_data(source(type=kind).record) == {"@type": expected, "name": "The hearing"}


@pytest.mark.parametrize("date", ["2018~", "2008/..", "2013-04/2013-06", "2018-21"])
def test_an_uncertain_date_is_not_told_as_a_certain_one(date: str) -> None:
    assert "datePublished" not in source_data(source(issued=date).record)


def test_the_data_are_a_dataset() -> None:
    files = (
        DataFile(address="data/claims.csv", format="CSV", holds="", size=1),
        DataFile(address="api/v2/claims/<id>.json", format="JSON", holds="", size=1),
    )
    data = DataPage(
        data_version="abc", counts=(("claims", 1200), ("sources", 3)), files=files, licence="https://l.example/"
    )
    assert dataset_data(data, HOME) == {
        "@type": "Dataset",
        "@id": f"{PLACE}data/",
        "url": f"{PLACE}data/",
        "name": "Harbour map",
        "description": "Who says what, in which words, on what grounds, and who disagrees: 1,200 claims, 3 sources.",
        "license": "https://l.example/",
        "version": "abc",
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": "data/claims.csv",
                "encodingFormat": "CSV",
                "contentUrl": f"{PLACE}data/claims.csv",
            }
        ],
    }
    assert "distribution" not in dataset_data(data, Home(name="Harbour map"))


class Scripts(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser's
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "]]>&lt;", "\u2028\u2029\\u003c\"'", "{{ x }}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_ends_the_block(text: str) -> None:
    html = linked_data({"@type": "Claim", "name": text})
    seen = Scripts(html)
    assert seen.tags == ["script"]
    assert json.loads(seen.texts[0]) == {"@context": "https://schema.org", "@type": "Claim", "name": text}
    assert "<" not in seen.texts[0]
    assert inline_scripts(html) == ()


def test_it_is_read_as_linked_data() -> None:
    shown = view(topic("buses"), claim("late", quotes=[quote(), quote(stance="disputes")]), source())
    told: dict[str, Any] = {"@context": {"@vocab": "https://schema.org/"}, **claim_data(shown, HOME, "late")}
    store = pyoxigraph.Store()
    store.load(json.dumps(told).encode(), format=pyoxigraph.RdfFormat.JSON_LD)
    asked = """
      PREFIX s: <https://schema.org/>
      SELECT ?claim ?name
      WHERE { ?claim a s:Claim; s:appearance/s:name ?name }
    """
    rows = [[term.value for term in row] for row in store.query(asked)]  # type: ignore[union-attr]
    assert rows == [[f"{PLACE}claims/late/", "The hearing"]]


def test_there_is_no_rating() -> None:
    shown = view(claim("late", quotes=[quote()]), source())
    said = json.dumps([claim_data(shown, HOME, "late"), source_data(source().record)])
    assert not re.search(r"ClaimReview|[Rr]ating", said)
