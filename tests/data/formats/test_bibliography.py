"""CSL-JSON read by citeproc-py, BibTeX by bibtexparser, RIS by rispy."""

from __future__ import annotations

import json
import re
from types import MappingProxyType
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors
from citeproc.source.json import CiteProcJSON

from claimgraph.analysis.whole import Analysis
from claimgraph.citing.bibtex import bibtex_entry
from claimgraph.citing.csl import csl_item
from claimgraph.citing.ris import ris_record
from claimgraph.data.dataset import Dataset
from claimgraph.data.formats.bibliography import bibtex, csl_json, ris
from claimgraph.importing.latex import decoder
from claimgraph.index.view import view_of
from claimgraph.loading.adapters import adapter
from claimgraph.location import Mark
from claimgraph.model.corpus import Corpus, Entry
from claimgraph.model.source import Source
from tests.data.formats.datasets import AS_OF, HOME

AUTHORS = [
    {"family": "de la Cr\u00fbz", "given": "Zo\u00eb", "suffix": "Jr"},
    {"family": "Gogh", "given": "V. & W.", "non-dropping-particle": "van"},
    {"literal": "Town & Harbour {Council}, Ltd"},
]
HARD = r"50% of $2_000 ~ {a} & b^2 #1 \ c “q” – é and d"


def source(id_: str, /, **fields: object) -> Entry[Source]:
    given = {"type": "hearing", "title": "The hearing", "depth": "full", **fields}
    record = adapter(Source).validate_python(given)
    return Entry(id=id_, path=f"sources/{id_}.yml", record=record, mark=Mark(1, 1, None, {}))


@pytest.fixture
def hard() -> Dataset:
    """Return sources with text that each format has to escape, and every form of date."""
    given = {"title": HARD, "author": AUTHORS, "page": "12-34", "volume": "4", "issue": "2", "publisher": "A & B"}
    entries = [
        source("a-full", type="article-journal", issued="2021-10-12", DOI="10.1000/x_(y)", **given),
        source("b-about", issued="2018~", URL="https://harbour.example/a_b%20c#d", accessed="2021-11"),
        source("c-span", type="report", issued="2013-04/2013-06", publisher="Town"),
        source("d-open", type="thesis", issued="2008/.."),
        source("e-none", type="webpage"),
    ]
    none: MappingProxyType[str, Any] = MappingProxyType({})
    sources = MappingProxyType({entry.id: entry for entry in entries})
    corpus = Corpus(claims=none, topics=none, sources=sources, voices=none, topic_of=none)
    return Dataset(
        view=view_of(Analysis(corpus=corpus, verdicts=MappingProxyType({})), AS_OF), home=HOME, captured=frozenset()
    )


def csl(dataset: Dataset) -> dict[str, Any]:
    items = json.loads(csl_json(dataset))
    read = CiteProcJSON(items)  # it warns of fields and types that CSL does not have, and a warning is an error here
    assert list(read) == [item["id"] for item in items]
    return dict(read)


def test_csl_has_every_source(either: Dataset) -> None:
    read = csl(either)
    for id_, entry in either.corpus.sources.items():
        record = entry.record
        assert str(read[id_]["title"]) == record.title
        assert read[id_].type.replace("_", "-") == record.type.replace("_", "-")
        assert len(read[id_].get("author", ())) == len(record.author)
        if record.issued is not None and record.issued.year is not None and "/" not in record.issued.text:
            assert int(read[id_]["issued"].year) == record.issued.year
    assert list(read) == list(either.corpus.sources)


def test_csl_has_nothing_of_ours(either: Dataset) -> None:
    named = {name for item in json.loads(csl_json(either)) for name in item}
    assert named.isdisjoint({"speakers", "segments", "ignore", "depth", "licence", "side", "independence", "aliases"})


def test_csl_dates_and_names(hard: Dataset) -> None:
    items = {item["id"]: item for item in json.loads(csl_json(hard))}
    assert [items[id_].get("issued") for id_ in items] == [
        {"date-parts": [[2021, 10, 12]]},
        {"date-parts": [[2018]], "circa": True},
        {"date-parts": [[2013, 4], [2013, 6]]},
        {"literal": "2008/.."},
        None,
    ]
    first = csl(hard)["a-full"]
    assert [(str(name.get("family", "")), str(name.get("given", ""))) for name in first["author"]][:2] == [
        ("de la Crûz", "Zoë"),
        ("Gogh", "V. & W."),
    ]


def decoded(dataset: Dataset) -> dict[str, dict[str, str]]:
    library = parse_string(bibtex(dataset))
    assert library.failed_blocks == []
    raw = {entry.key: {name: field.value for name, field in entry.fields_dict.items()} for entry in library.entries}
    library = parse_string(bibtex(dataset), append_middleware=[LatexDecodingMiddleware(decoder=decoder())])
    read = {entry.key: {name: field.value for name, field in entry.fields_dict.items()} for entry in library.entries}
    # Addresses are not LaTeX, and are read as they stand.
    return {key: {**read[key], **{n: raw[key][n] for n in ("url", "doi") if n in raw[key]}} for key in raw}


def test_bibtex_has_every_source(either: Dataset) -> None:
    read = decoded(either)
    assert list(read) == list(either.corpus.sources)
    for id_, entry in either.corpus.sources.items():
        assert read[id_]["title"] == " ".join(entry.record.title.split())
        assert read[id_].get("url", "") == (entry.record.url or "")
        assert read[id_].get("doi", "") == (entry.record.doi or "")


def test_bibtex_names_are_as_many(either: Dataset) -> None:
    library = parse_string(bibtex(either), append_middleware=[SeparateCoAuthors()])
    for entry, source_ in zip(library.entries, either.corpus.sources.values(), strict=True):
        authors = entry.fields_dict.get("author")
        assert len(authors.value if authors else ()) == len(source_.record.author)


def test_bibtex_escapes(hard: Dataset) -> None:
    read = decoded(hard)["a-full"]
    assert read["title"] == HARD
    assert read["author"].split(" and ") == [
        "de la Crûz, Jr, Zoë",
        "van Gogh, V. & W.",
        "Town & Harbour {Council}, Ltd",
    ]
    assert (read["pages"], read["year"], read["month"]) == ("12-34", "2021", "oct")
    assert decoded(hard)["b-about"]["url"] == "https://harbour.example/a_b%20c#d"


def test_ris_has_every_source(either: Dataset) -> None:
    read = {entry["id"]: entry for entry in rispy.loads(ris(either))}
    assert list(read) == list(either.corpus.sources)
    for id_, entry in either.corpus.sources.items():
        assert read[id_]["title"] == " ".join(entry.record.title.split())
        assert read[id_].get("urls", [""])[0] == (entry.record.url or "")
        assert len(read[id_].get("authors", ())) == len(entry.record.author)
        issued = entry.record.issued
        years = {day[0] if day else None for day in (issued.first, issued.last)} if issued else {None}
        assert read[id_].get("year", "") == (str(issued.year) if issued and len(years) == 1 else "")


def test_ris_fields(hard: Dataset) -> None:
    first, second, *_ = rispy.loads(ris(hard))
    assert first["authors"] == ["de la Crûz, Zoë, Jr", "van Gogh, V. & W.", "Town & Harbour {Council} Ltd"]
    assert (first["type_of_reference"], first["date"], first["doi"]) == ("JOUR", "2021/10/12", "10.1000/x_(y)")
    assert (first["start_page"], first["end_page"], first["title"]) == ("12", "34", " ".join(HARD.split()))
    assert (second["year"], second["date"], second["access_date"]) == ("2018", "2018///2018~", "2021/11")


DATES = {
    "2022-03-05": ({"date-parts": [[2022, 3, 5]]}, "year = {2022}, month = mar", "PY 2022 DA 2022/03/05"),
    "2022-21": ({"date-parts": [[2022]], "season": 1}, "date = {2022-21}", "PY 2022 DA 2022///2022-21"),
    "2022-33": ({"literal": "2022-33"}, "date = {2022-33}", "PY 2022 DA 2022///2022-33"),
    "2022?": ({"date-parts": [[2022]], "circa": True}, "date = {2022?}", "PY 2022 DA 2022///2022?"),
    "2022~": ({"date-parts": [[2022]], "circa": True}, "date = {2022~}", "PY 2022 DA 2022///2022~"),
    "202X": ({"literal": "202X"}, "date = {202X}", "DA ///202X"),
    "2022/..": ({"literal": "2022/.."}, "date = {2022/..}", "DA ///2022/.."),
    "2022/": ({"literal": "2022/"}, "date = {2022/}", "DA ///2022/"),
    "../2022": ({"literal": "../2022"}, "date = {../2022}", "DA ///../2022"),
    "2021/2022": ({"date-parts": [[2021], [2022]]}, "date = {2021/2022}", "DA ///2021/2022"),
}
"""Dates, and what CSL-JSON, BibTeX and RIS say: the same time, or the date as it is written."""


@pytest.mark.parametrize("date", DATES)
def test_no_export_changes_a_date(date: str) -> None:
    entry = source("a", issued=date)
    fields = re.findall(r"(?:year|month|date) = .*(?=,\n)", bibtex_entry(entry))
    lines = re.findall(r"^(PY|DA)  - (.*)\r$", ris_record(entry), re.MULTILINE)
    said = csl_item(entry)["issued"], ", ".join(fields), " ".join(" ".join(line) for line in lines)
    assert said == DATES[date]
