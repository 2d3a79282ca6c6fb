"""Web annotations, read as RDF by pyoxigraph, and what their selectors find in the texts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
import pytest

from claimgraph.captures.offsets import Offsets
from claimgraph.data.formats.annotations import CONTEXT, web_annotations
from tests.data.formats.datasets import BASE
from tests.rules.laying import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.dataset import Dataset

OA: Final = "http://www.w3.org/ns/oa#"
ACTIVITY: Final = "http://www.w3.org/ns/activitystreams#"
TERMS: Final[dict[str, Any]] = {
    "oa": OA,
    "as": ACTIVITY,
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextualBody")},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "linking": "oa:linking",
    "tagging": "oa:tagging",
    "classifying": "oa:classifying",
}
"""The terms of the recommendation's context that are used, as its vocabulary defines them; nothing is fetched."""


def written(dataset: Dataset) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(web_annotations(dataset))
    assert whole["@context"] == CONTEXT
    return whole


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def verified(dataset: Dataset) -> Iterator[tuple[str, int, Any]]:
    for id_, entry in dataset.corpus.claims.items():
        for index, quote in enumerate(entry.record.quotes):
            if dataset.view.verdicts[id_, index].is_verified:
                yield id_, index, quote


@pytest.fixture(scope="session")
def store(either: Dataset) -> ox.Store:
    found = ox.Store()
    whole = json.dumps({**written(either), "@context": TERMS})
    found.load(whole.encode(), format=ox.RdfFormat.JSON_LD)
    return found


def test_there_is_an_annotation_for_each_verified_quote(store: ox.Store, either: Dataset) -> None:
    query = f"""
        SELECT ?annotation ?claim (GROUP_CONCAT(?tag; separator=" ") AS ?tags) WHERE {{
          ?annotation a <{OA}Annotation> ; <{OA}hasBody> ?link, ?text ; <{OA}motivatedBy> <{OA}linking> .
          ?link <{OA}hasSource> ?claim ; <{OA}hasPurpose> <{OA}linking> .
          ?text <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?tag ; <{OA}hasPurpose> <{OA}tagging> .
        }} GROUP BY ?annotation ?claim"""
    rows: Any = store.query(query)
    found = {(row["annotation"].value, row["claim"].value, frozenset(row["tags"].value.split())) for row in rows}
    claims = f"{BASE}claims"
    assert found == {
        (f"{claims}/{id_}/#quotes.{index + 1}", f"{claims}/{id_}/", frozenset({quote.stance, quote.mode}))
        for id_, index, quote in verified(either)
    }
    assert written(either)["total"] == len(found) > 0


def test_selectors_hold_the_words_of_the_quotes(store: ox.Store, either: Dataset) -> None:
    query = f"""
        SELECT ?annotation ?source ?exact ?prefix ?suffix WHERE {{
          ?annotation <{OA}hasTarget> ?target .
          ?target <{OA}hasSource> ?source ; <{OA}hasSelector> ?selector .
          ?selector a <{OA}TextQuoteSelector> ; <{OA}exact> ?exact .
          OPTIONAL {{ ?selector <{OA}prefix> ?prefix }} OPTIONAL {{ ?selector <{OA}suffix> ?suffix }}
        }}"""
    rows: Any = store.query(query)
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        about, *rest = (value.value if value else "" for value in row)
        found.setdefault(about, []).append(tuple(rest))
    for id_, index, quote in verified(either):
        source = either.corpus.sources[quote.source].record
        document = source.url or f"{BASE}sources/{quote.source}/"
        read = found.pop(f"{BASE}claims/{id_}/#quotes.{index + 1}")
        assert {one[0] for one in read} == {document}
        if "[" not in quote.exact:
            assert read == [(document, quote.exact, quote.prefix, quote.suffix)]
    assert found == {}


def test_selectors_find_the_words_in_the_texts(everything: Dataset) -> None:
    texts = {path.stem: " ".join(path.read_text(encoding="utf-8").split()) for path in TEXTS.glob("*.txt")}
    for item, (_, _, quote) in zip(written(everything)["first"]["items"], verified(everything), strict=True):
        for target in targets(item):
            selector = target["selector"]
            around = (selector.get("prefix", ""), selector["exact"], selector.get("suffix", ""))
            assert " ".join(part for part in around if part) in texts[quote.source]


def test_positions_are_those_of_the_words_where_the_texts_are_at_hand(everything: Dataset) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in TEXTS.glob("*.txt")}
    dataset = replace(everything, offsets={id_: Offsets(text) for id_, text in texts.items()})
    for item, (_, _, quote) in zip(written(dataset)["first"]["items"], verified(dataset), strict=True):
        for target in targets(item):
            words, position = target["selector"]
            assert (words["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert texts[quote.source][position["start"] : position["end"]].split() == words["exact"].split()


def test_quote_that_leaves_out_words_has_a_target_for_each_part(everything: Dataset) -> None:
    (item,) = (one for one in written(everything)["first"]["items"] if one["id"].endswith("one-in-eight/#quotes.2"))
    assert [target["selector"]["exact"] for target in targets(item)] == [
        "We met our target for buses on time",
        "Nine of ten buses came within five minutes",
    ]


@pytest.mark.parametrize("word", ["TextPositionSelector", "context"])
def test_nothing_else_of_a_quote_is_written(everything: Dataset, word: str) -> None:
    assert word not in json.dumps(written(everything)["first"])


def test_a_quote_that_rests_on_a_study_is_classified_by_it(everything: Dataset) -> None:
    items = written(everything)["first"]["items"]
    found = {
        item["id"].removeprefix(f"{BASE}claims/"): body["value"]
        for item in items
        for body in item["body"]
        if body.get("purpose") == "classifying"
    }
    assert found == {"nine-of-ten/#quotes.1": "council-count"}
