"""Hostile texts in RDF and the formats for arguments: a reader finds them, and nothing besides."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import arguebuf
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from claimgraph.importing.aif import read_aif
from claimgraph.importing.argdown import read_argdown
from claimgraph.importing.drafts import drafts
from claimgraph.model.values import Url
from claimgraph.yaml_nodes.characters import ESCAPED
from tests.bring_argdown import bring_argdown
from tests.data.formats.argdown_parser import parsed
from tests.data.formats.datasets import BASE, evidence, links
from tests.data.formats.hostile import ADDRESS, SICI, VALUES, hostile_dataset, label, written

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset


def test_turtle_reads_back_in_two_readers(hostile: Dataset) -> None:
    text = written(hostile, "turtle")
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(store) == len(graph)
    query = """PREFIX schema: <https://schema.org/> PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?id ?title ?text ?place WHERE { ?c a schema:Claim ; dcterms:identifier ?id ; schema:name ?title ;
        schema:text ?text ; schema:spatialCoverage ?place }"""
    rows: Any = store.query(query)
    found = {tuple(value.value for value in row) for row in rows}
    others: Any = graph.query(query)
    assert found == {tuple(map(str, row)) for row in others}
    assert found == {
        (id_, entry.record.title, entry.record.assertion, entry.record.scope.place)
        for id_, entry in hostile.corpus.claims.items()
    }
    schema, rdfs = "https://schema.org/", "http://www.w3.org/2000/01/rdf-schema#"
    told = {f"{schema}text", f"{rdfs}comment"}
    texts = Counter(
        quad.object.value
        for quad in store
        if quad.predicate.value in told and quad.subject.value.startswith(f"{BASE}claims/")
    )
    assert texts == dict.fromkeys(VALUES, 9)  # the assertion, the quote and seven reasons
    sided = Counter(quad.object.value for quad in store if quad.predicate.value == f"{BASE}data/#oneSided")
    assert sided == dict.fromkeys(VALUES, 1)
    urls = {quad.object.value for quad in store if quad.predicate.value == f"{schema}url"}
    assert urls == {ADDRESS}
    ids = {quad.object.value for quad in store if quad.predicate.value == f"{schema}identifier"}
    assert ids == {"https://doi.org/" + SICI.replace("<", "%3C").replace(">", "%3E")}


@given(
    rest=st.text("/?#[]@!$&'()*+,;=:-._~%aF0<>{}|^`\\\" \u00e9\u0663", max_size=8), host=st.text("a.:@%[]1", max_size=4)
)
@settings(max_examples=300)
def test_an_address_that_a_record_may_hold_is_one_of_rdf(host: str, rest: str) -> None:
    """Both readers refuse the whole file for one that is none."""
    url = f"https://{host}x.org{rest}"
    try:
        TypeAdapter(Url).validate_python(url)
    except ValidationError:
        return
    assert ox.NamedNode(url).value == url


def test_every_letter_in_an_address_is_one_of_rdf() -> None:
    letters = [c for c in ESCAPED.sub("", "".join(map(chr, range(0x80, 0x110000)))) if c.isprintable()]
    for begin in range(0, len(letters), 1900):
        url = "https://x.org/" + "".join(letters[begin : begin + 1900]).translate({0xFFFC: None, 0xFFFD: None})
        assert ox.NamedNode(TypeAdapter(Url).validate_python(url)).value == url


def test_turtle_names_nothing_else(hostile: Dataset) -> None:
    harmless = hostile_dataset(tuple(f"v{n}" for n in range(len(VALUES))))
    shapes = []
    for dataset in (hostile, harmless):
        store = ox.Store()
        store.load(written(dataset, "turtle").encode(), format=ox.RdfFormat.TURTLE)
        voices = f"{BASE}voices/"
        shapes.append(
            Counter(
                (quad.subject.value, quad.predicate.value)
                for quad in store
                if isinstance(quad.subject, ox.NamedNode) and not quad.subject.value.startswith(voices)
            )
        )
    assert shapes[0].keys() == shapes[1].keys()


def test_aif_reads_back(hostile: Dataset) -> None:
    whole = json.loads(written(hostile, "aif"))
    graph: arguebuf.Graph[str] = arguebuf.load.aif(whole)
    assert {id_: node.plain_text for id_, node in graph.atom_nodes.items()} == {
        id_: entry.record.assertion for id_, entry in hostile.corpus.claims.items()
    }
    said = {node["nodeID"]: node["text"].partition(" : ") for node in whole["nodes"] if node["type"] == "L"}
    assert {name: words for name, (_, _, words) in said.items()} == {
        name: text for name, _, _, text in evidence(hostile.corpus)
    }
    speakers = {name: speaker for name, (speaker, _, _) in said.items() if ".quotes." in name}
    assert speakers == {
        f"c-{n}.quotes.1": re.sub(r"\s+:", ":", label(value)) for n, value in enumerate(VALUES, start=1)
    }
    assert {one["surname"] for one in whole["participants"]} <= {*VALUES, *map(label, VALUES)}


def test_annotations_read_back(hostile: Dataset) -> None:
    items = json.loads(written(hostile, "annotations"))["first"]["items"]
    found = [item["target"]["selector"] for item in items]
    for selector, value in zip(found, VALUES, strict=True):
        assert (selector["exact"], selector["prefix"], selector["suffix"]) == (value, value, value)
    assert {item["target"]["source"] for item in items} == {ADDRESS}


def test_argdown_reads_back(hostile: Dataset) -> None:
    text = written(hostile, "argdown")
    found = parsed(str(bring_argdown()), text)
    assert found["errors"] == []
    read = {one["title"]: ([" ".join(t.split()) for t in one["texts"]], one["data"]) for one in found["statements"]}
    assert read.keys() == hostile.corpus.claims.keys()
    for id_, entry in hostile.corpus.claims.items():
        one, (texts, data) = entry.record, read[id_]
        assert texts == [" ".join(one.assertion.split())]
        assert (data["title"], data["note"], data["scope"]["place"]) == (one.title, one.note, one.scope.place)
        assert (data["thesis"], data["one_sided"]) == (True, one.one_sided)
    assert {id_: (about["question"], about["summary"]) for id_, about in found["front"]["topics"].items()} == {
        id_: (entry.record.question, entry.record.summary) for id_, entry in hostile.corpus.topics.items()
    }
    assert {one["title"] for one in found["arguments"]} == {
        *(name for name, *_ in evidence(hostile.corpus)),
        *(f"{id_}.{kind}.1" for kind, id_, _, _ in links(hostile.corpus)),
    }


@pytest.mark.parametrize(("form", "read"), [("aif", read_aif), ("argdown", read_argdown)])
def test_our_own_reader_reads_back(hostile: Dataset, form: str, read: Any) -> None:  # noqa: ANN401
    made = {draft.id: draft.fields for draft in drafts(read(written(hostile, form)))}
    assert list(made) == list(hostile.corpus.claims)
    for id_, entry in hostile.corpus.claims.items():
        one, fields = entry.record, made[id_]
        is_folded = form == "argdown"
        assert fields["assertion"] == (" ".join(one.assertion.split()) if is_folded else one.assertion)
        assert (fields["title"], fields["note"], fields["scope"]["place"]) == (one.title, one.note, one.scope.place)
        assert (str(fields["thesis"]).lower(), fields["one_sided"]) == ("true", one.one_sided)
        (quote,) = fields["quotes"]
        assert (quote["speaker"], quote["context"]) == (one.quotes[0].speaker, one.quotes[0].context)
