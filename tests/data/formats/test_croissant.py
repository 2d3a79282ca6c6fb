"""Croissant: read as RDF by pyoxigraph, and held against the tables that it describes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from claimgraph.data.formats.croissant import CONTEXT, croissant
from claimgraph.data.formats.formats import written
from claimgraph.data.manifest import manifest_of
from tests.data.formats.datasets import BASE

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset

NAMES = ("claims", "quotes", "citations", "figures", "links", "topics")
PREFIXES = """
PREFIX sc: <https://schema.org/>
PREFIX cr: <http://mlcommons.org/croissant/>
PREFIX dct: <http://purl.org/dc/terms/>
"""


@pytest.fixture(scope="module")
def tables(everything: Dataset) -> dict[str, bytes]:
    return written(everything, "csv")


@pytest.fixture(scope="module")
def store(everything: Dataset, tables: dict[str, bytes]) -> ox.Store:
    found = ox.Store()
    made = croissant(everything, manifest_of(tables), "1.0.0")
    found.load(made.encode(), format=ox.RdfFormat.JSON_LD, base_iri=f"{BASE}data/")
    return found


def rows(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    solutions: Any = store.query(f"{PREFIXES}{query}")
    return sorted(tuple(value.value if value else "" for value in row) for row in solutions)


def test_the_data_set(store: ox.Store) -> None:
    assert rows(
        store,
        """SELECT ?name ?version ?url ?licence ?creator WHERE {
        ?set a sc:Dataset ; sc:name ?name ; sc:version ?version ;
        dct:conformsTo "http://mlcommons.org/croissant/1.0"@en ; sc:url ?url ; sc:license ?licence ;
        sc:creator [ a sc:Organization ; sc:name ?creator ] }""",
    ) == [
        (
            "Harbour",
            "1.0.0",
            f"{BASE}data/",
            "https://creativecommons.org/licenses/by/4.0/",
            "The editors of Harbour",
        )
    ]


def test_files_have_their_addresses_and_checksums(store: ox.Store, tables: dict[str, bytes]) -> None:
    found = rows(
        store,
        """SELECT ?file ?url ?size ?form ?sum WHERE { ?set sc:distribution ?file . ?file a cr:FileObject ;
        sc:contentUrl ?url ; sc:contentSize ?size ; sc:encodingFormat ?form ; sc:sha256 ?sum }""",
    )
    assert found == sorted(
        (
            f"{BASE}data/{name}.csv",
            f"{BASE}data/{name}.csv",
            f"{len(tables[f'{name}.csv'])} B",
            "text/csv",
            hashlib.sha256(tables[f"{name}.csv"]).hexdigest(),
        )
        for name in NAMES
    )


def test_fields_are_the_columns_of_the_tables(store: ox.Store, tables: dict[str, bytes]) -> None:
    found = rows(
        store,
        """SELECT ?records ?field ?file ?column WHERE { ?set cr:recordSet ?records . ?records cr:field ?field .
        ?field a cr:Field ; cr:dataType ?type ; sc:description ?meaning ;
        cr:source [ cr:fileObject ?file ; cr:extract [ cr:column ?column ] ] }""",
    )
    assert found == sorted(
        (f"{BASE}data/{name}", f"{BASE}data/{name}/{column}", f"{BASE}data/{name}.csv", column)
        for name in NAMES
        for column in next(csv.reader(io.StringIO(tables[f"{name}.csv"].decode())))
    )


def test_what_names_a_claim_refers_to_its_row(store: ox.Store) -> None:
    data = f"{BASE}data/"
    assert rows(store, "SELECT ?field ?key WHERE { ?field cr:references [ cr:field ?key ] }") == [
        (f"{data}citations/claim", f"{data}claims/id"),
        (f"{data}claims/topic", f"{data}topics/id"),
        *((f"{data}{field}", f"{data}claims/id") for field in ("figures/claim", "links/claim", "links/target")),
        (f"{data}quotes/claim", f"{data}claims/id"),
    ]
    assert rows(store, "SELECT ?records ?key WHERE { ?records cr:key ?key }") == [
        (f"{data}claims", f"{data}claims/id"),
        (f"{data}topics", f"{data}topics/id"),
    ]


def test_every_field_has_a_meaning(everything: Dataset, tables: dict[str, bytes]) -> None:
    whole = json.loads(croissant(everything, manifest_of(tables), "1"))
    assert whole["@context"] == CONTEXT
    fields = [field for records in whole["recordSet"] for field in records["field"]]
    assert [field["@id"] for field in fields if not field["description"]] == []
    assert {field["@id"] for field in fields if field["dataType"] == "sc:Integer"} == {
        *(f"{name}/number" for name in ("quotes", "citations", "figures")),
        "topics/order",
    }
