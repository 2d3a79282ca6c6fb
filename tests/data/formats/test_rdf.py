"""RDF in Turtle and DCAT in JSON-LD, written by rdflib or by hand and read by pyoxigraph."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
import pytest

from claimgraph.data.formats.dcat import MEDIA_TYPES, dcat
from claimgraph.data.formats.formats import FORMATS
from claimgraph.data.formats.rdf import turtle
from claimgraph.data.formats.vocabulary import CITO, SCHEMA, TERMS, Term
from claimgraph.data.manifest import manifest_of
from tests.data.formats.datasets import BASE, ROOT, evidence, links

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset

PREFIXES: Final = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX own: <https://harbour.example/map/data/#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX spdx: <http://spdx.org/rdf/terms#>
"""
KINDS: Final = {
    "supports": ("supports", "supports"),
    "countsAgainst": ("counts_against", "disputes"),
    "opposes": ("opposes", "disagreesWith"),
    "limits": ("limits", "qualifies"),
    "rivals": ("rivals", "citesAsRelated"),
    "givesContextTo": ("context", "givesBackgroundTo"),
    "undercuts": ("undercuts", "critiques"),
}
"""The kind of link and the nearest term of CiTO, by our own term."""


@pytest.fixture(scope="session")
def store(either: Dataset) -> ox.Store:
    found = ox.Store()
    found.load(turtle(either).encode(), format=ox.RdfFormat.TURTLE)
    return found


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    found: Any = store.query(PREFIXES + query)
    return [tuple(value.value if value else "" for value in row) for row in found]


def name(address: str) -> str:
    """Return the name of a claim or of a part, by its address."""
    id_, _, fragment = address.removeprefix(f"{BASE}claims/").partition("/#")
    return f"{id_}.{fragment}" if fragment else id_.rstrip("/")


def test_claims_are_there_with_their_words(store: ox.Store, either: Dataset) -> None:
    query = """SELECT ?c ?id ?title ?text ?place ?period WHERE {
        ?c a schema:Claim ; dcterms:identifier ?id ; schema:name ?title ; schema:text ?text ;
           schema:spatialCoverage ?place ; schema:temporalCoverage ?period ; schema:about ?topic . }"""
    assert sorted(rows(store, query)) == sorted(
        (f"{BASE}claims/{id_}/", id_, one.title, one.assertion, one.scope.place, one.scope.period.text)
        for id_, one in ((id_, entry.record) for id_, entry in either.corpus.claims.items())
    )


def test_links_are_those_of_the_claims(store: ox.Store, either: Dataset) -> None:
    query = """SELECT ?link ?maker ?how ?near ?cited WHERE { ?link a cito:Citation ; schema:isPartOf ?maker ;
        cito:hasCitingEntity ?maker ; cito:hasCitationCharacterization ?how, ?near ; cito:hasCitedEntity ?cited .
        ?how rdfs:subPropertyOf ?near . }"""
    premises: dict[str, set[str]] = {}
    for link, one in rows(store, "SELECT ?link ?one WHERE { ?link cito:hasCitingEntity ?one . }"):
        premises.setdefault(link, set()).add(name(one))
    cited: dict[tuple[str, ...], set[str]] = {}
    for link, maker, how, near, to in rows(store, query):
        kind, expected_near = KINDS[how.removeprefix(f"{BASE}data/#")]
        assert near == f"http://purl.org/spar/cito/{expected_near}"
        cited.setdefault((kind, name(maker), link), set()).add(name(to))
    found = Counter(
        (kind, maker, frozenset(premises[link] - {maker}), frozenset(to)) for (kind, maker, link), to in cited.items()
    )
    expected = ((kind, maker, frozenset(rest), frozenset(to)) for kind, maker, rest, to in links(either.corpus))
    assert found == Counter(expected)


@pytest.mark.parametrize("term", [term for term in KINDS if term != "undercuts"])
def test_claims_are_joined_without_detour(store: ox.Store, either: Dataset, term: str) -> None:
    kind, near = KINDS[term]
    expected = {(maker, to[0]) for found, maker, _, to in links(either.corpus) if found == kind}
    for how in (f"own:{term}", f"cito:{near}"):
        query = f"SELECT ?one ?other WHERE {{ ?one a schema:Claim ; {how} ?other . }}"
        assert {(name(one), name(other)) for one, other in rows(store, query)} == expected


def test_theses_topics_and_what_links_say_more(everything: Dataset) -> None:
    store = ox.Store()
    store.load(turtle(everything).encode(), format=ox.RdfFormat.TURTLE)
    thesis = "SELECT ?c ?text WHERE { ?c a own:Thesis OPTIONAL { ?c own:oneSided ?text } }"
    assert [(name(one), text) for one, text in sorted(rows(store, thesis))] == [
        ("buses-are-late", ""),
        ("buses-are-punctual", "No report {of the council} was found: #none // of it."),
        ("fares-up", ""),
        ("half-late", ""),
    ]
    topics = "SELECT ?order ?how ?c WHERE { ?t own:order ?order ; ?how ?c . ?c a schema:Claim }"
    assert sorted((order, how.rpartition("#")[2], name(one)) for order, how, one in rows(store, topics)) == [
        ("10", "hasBackground", "road-works"),
        ("10", "hasBackground", "timetable-unchanged"),
        ("10", "hasThesis", "buses-are-late"),
        ("10", "hasThesis", "buses-are-punctual"),
        ("10", "hasThesis", "half-late"),
        ("10", "related", "fares-up"),
        ("20", "hasBackground", "money-for-new-buses"),
        ("20", "hasThesis", "fares-up"),
    ]
    more = (
        "SELECT ?one ?how ?text WHERE { ?one ?how ?text FILTER(STRSTARTS(STR(?how), STR(own:)) && isLiteral(?text)) }"
    )
    of_links = [(name(one), how.rpartition("#")[2], text) for one, how, text in rows(store, more)]
    assert sorted(row for row in of_links if row[0].startswith("nine-of-ten.")) == [
        ("nine-of-ten.citations.1", "restsOn", "council-count"),
        ("nine-of-ten.citations.1", "side", "critical"),
        ("nine-of-ten.figures.1", "bound", "about"),
        ("nine-of-ten.quotes.1", "restsOn", "council-count"),
        ("nine-of-ten.quotes.1", "side", "official"),
        ("nine-of-ten.rivals.1", "differsIn", "method"),
        ("nine-of-ten.rivals.1", "differsIn", "period"),
    ]
    assert {row for row in of_links if row[0] == "one-in-eight.undercuts.2"} == {
        ("one-in-eight.undercuts.2", "hits", "counts_against"),
        ("one-in-eight.undercuts.2", "question", "line"),
    }


def test_own_terms_are_defined_and_used_ones_are_own(store: ox.Store) -> None:
    defined = "SELECT ?term ?text WHERE { ?term rdfs:isDefinedBy ?page ; rdfs:comment ?text ; rdfs:label ?label }"
    assert {(term.removeprefix(f"{BASE}data/#"), text) for term, text in rows(store, defined)} == {
        (term.name, term.means) for term in TERMS
    }
    used = "SELECT DISTINCT ?how WHERE { ?one ?how ?other FILTER(STRSTARTS(STR(?how), STR(own:))) }"
    assert {how.removeprefix(f"{BASE}data/#") for (how,) in rows(store, used)} <= {term.name for term in TERMS}
    assert sorted(rows(store, "SELECT ?term WHERE { ?term a owl:SymmetricProperty }")) == [
        (f"{BASE}data/#opposes",),
        (f"{BASE}data/#rivals",),
    ]


def test_every_term_is_explained_where_its_address_leads() -> None:
    page = (ROOT / "docs/data/index.md").read_text(encoding="utf-8")
    found = re.findall(r'^\| <span id="(\w+)">`own:\1`</span> \| (.+?) \| (.*?) \|$', page, re.MULTILINE)
    shown = [(term.name, term.means, near(term)) for term in TERMS]
    assert [(name, means, broader.strip("`")) for name, means, broader in found] == shown


def near(term: Term) -> str:
    for prefix, space in (("cito", CITO), ("schema", SCHEMA)):
        if term.broader is not None and term.broader.startswith(space):
            return f"{prefix}:{term.broader.removeprefix(space)}"
    return ""


def test_evidence_is_there(store: ox.Store, either: Dataset) -> None:
    query = """SELECT ?item ?claim ?how ?text WHERE { ?item schema:isPartOf ?claim ; ?how ?claim .
        { ?item schema:text ?text } UNION { ?item schema:description ?text }
        FILTER (?how IN (cito:supports, cito:disputes)) }"""
    stances = {"supports": "asserts", "disputes": "disputes"}
    found = {(name(i), name(c), stances[how.rpartition("/")[2]], text) for i, c, how, text in rows(store, query)}
    assert found == set(evidence(either.corpus))


def test_quotes_lead_to_their_sources_and_voices(store: ox.Store, either: Dataset) -> None:
    query = """SELECT ?quote ?id WHERE { ?quote a schema:Quotation ; prov:wasQuotedFrom ?source ;
        schema:creator ?voice . ?voice a prov:Agent . ?source dcterms:identifier ?id . }"""
    assert {(name(quote), id_) for quote, id_ in rows(store, query)} == {
        (f"{id_}.quotes.{number}", quote.source)
        for id_, entry in either.corpus.claims.items()
        for number, quote in enumerate(entry.record.quotes, start=1)
    }


def test_catalogue_lists_every_file_with_its_checksum(everything: Dataset) -> None:
    files = {"claims.ttl": b"a", "claims.csv": b"bc"}
    store = ox.Store()
    store.load(dcat(everything, manifest_of(files), "1.0").encode(), format=ox.RdfFormat.JSON_LD)
    query = """SELECT ?title ?size ?sum ?type WHERE { ?set a dcat:Dataset ; dcat:version "1.0" ;
        dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcat:distribution ?file .
        ?file dcterms:title ?title ; dcat:byteSize ?size ; dcat:mediaType ?type ;
              spdx:checksum [ spdx:checksumValue ?sum ] . }"""
    iana = "https://www.iana.org/assignments/media-types/"
    assert sorted(rows(store, query)) == [
        ("claims.csv", "2", hashlib.sha256(b"bc").hexdigest(), f"{iana}text/csv"),
        ("claims.ttl", "1", hashlib.sha256(b"a").hexdigest(), f"{iana}text/turtle"),
    ]


def test_every_format_has_media_types() -> None:
    names = {name for files in FORMATS.values() for name in files}
    assert {name.rpartition(".")[2] for name in names} == set(MEDIA_TYPES)
