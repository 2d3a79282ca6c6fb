"""RDF in Turtle and DCAT in JSON-LD, written by rdflib or by hand and read by pyoxigraph."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
import pytest

from claimgraph.exporting.dcat import MEDIA_TYPES, dcat
from claimgraph.exporting.formats import FORMATS
from claimgraph.exporting.rdf import turtle
from tests.exporting.materials import BASE, evidence, links

if TYPE_CHECKING:
    from claimgraph.exporting.material import Material

PREFIXES: Final = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX spdx: <http://spdx.org/rdf/terms#>
"""
KINDS: Final = {"supports": "supports", "disagreesWith": "opposes", "qualifies": "qualifies", "critiques": "undercuts"}


@pytest.fixture(scope="session")
def store(either: Material) -> ox.Store:
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


def test_claims_are_there_with_their_words(store: ox.Store, either: Material) -> None:
    query = """SELECT ?c ?id ?title ?text ?place ?period WHERE {
        ?c a schema:Claim ; dcterms:identifier ?id ; schema:name ?title ; schema:text ?text ;
           schema:spatialCoverage ?place ; schema:temporalCoverage ?period ; schema:about ?topic . }"""
    assert sorted(rows(store, query)) == sorted(
        (f"{BASE}claims/{id_}/", id_, one.title, one.assertion, one.scope.place, one.scope.period.text)
        for id_, one in ((id_, entry.record) for id_, entry in either.corpus.claims.items())
    )


def test_links_are_those_of_the_claims(store: ox.Store, either: Material) -> None:
    query = """SELECT ?link ?maker ?how ?cited WHERE { ?link a cito:Citation ; schema:isPartOf ?maker ;
        cito:hasCitingEntity ?maker ; cito:hasCitationCharacterization ?how ; cito:hasCitedEntity ?cited . }"""
    premises: dict[str, list[str]] = {}
    for link, one in rows(store, "SELECT ?link ?one WHERE { ?link cito:hasCitingEntity ?one . }"):
        premises.setdefault(link, []).append(name(one))
    found = Counter(
        (KINDS[how.rpartition("/")[2]], name(maker), frozenset(premises[link]) - {name(maker)}, name(cited))
        for link, maker, how, cited in rows(store, query)
    )
    expected = ((kind, maker, frozenset(rest), to) for kind, maker, rest, to in links(either.corpus))
    assert found == Counter(expected)


@pytest.mark.parametrize(("how", "kind"), [("supports", "supports"), ("disagreesWith", "opposes")])
def test_claims_are_joined_without_detour(store: ox.Store, either: Material, how: str, kind: str) -> None:
    query = f"SELECT ?one ?other WHERE {{ ?one a schema:Claim ; cito:{how} ?other . }}"
    found = {(name(one), name(other)) for one, other in rows(store, query)}
    assert found == {(maker, to) for found, maker, _, to in links(either.corpus) if found == kind}


def test_evidence_is_there(store: ox.Store, either: Material) -> None:
    query = """SELECT ?item ?claim ?how ?text WHERE { ?item schema:isPartOf ?claim ; ?how ?claim .
        { ?item schema:text ?text } UNION { ?item schema:description ?text }
        FILTER (?how IN (cito:supports, cito:disputes)) }"""
    stances = {"supports": "asserts", "disputes": "disputes"}
    found = {(name(i), name(c), stances[how.rpartition("/")[2]], text) for i, c, how, text in rows(store, query)}
    assert found == set(evidence(either.corpus))


def test_quotes_lead_to_their_sources_and_voices(store: ox.Store, either: Material) -> None:
    query = """SELECT ?quote ?id WHERE { ?quote a schema:Quotation ; prov:wasQuotedFrom ?source ;
        schema:creator ?voice . ?voice a prov:Agent . ?source dcterms:identifier ?id . }"""
    assert {(name(quote), id_) for quote, id_ in rows(store, query)} == {
        (f"{id_}.quotes.{number}", quote.source)
        for id_, entry in either.corpus.claims.items()
        for number, quote in enumerate(entry.record.quotes, start=1)
    }


def test_catalogue_lists_every_file_with_its_checksum(everything: Material) -> None:
    files = {"claims.ttl": b"a", "claims.csv": b"bc"}
    store = ox.Store()
    store.load(dcat(everything, files, "1.0").encode(), format=ox.RdfFormat.JSON_LD)
    query = """SELECT ?title ?size ?sum ?type WHERE { ?set a dcat:Dataset ; dcat:version "1.0" ;
        dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; dcat:distribution ?file .
        ?file dcterms:title ?title ; dcat:byteSize ?size ; dcat:mediaType ?type ;
              spdx:checksum [ spdx:checksumValue ?sum ] . }"""
    iana = "https://www.iana.org/assignments/media-types/"
    assert sorted(rows(store, query)) == [
        ("claims.csv", "2", hashlib.sha256(b"bc").hexdigest(), f"{iana}text/csv"),
        ("claims.ttl", "1", hashlib.sha256(b"a").hexdigest(), f"{iana}text/turtle"),
    ]


def test_every_format_has_media_types(everything: Material) -> None:
    names = {name for write in FORMATS.values() for name in write(everything)}
    assert {name.rpartition(".")[2] for name in names} == set(MEDIA_TYPES)
