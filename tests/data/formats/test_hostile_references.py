"""Hostile texts in every field of a source: a program for references reads them, and nothing besides."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts

from claimgraph.citing.bibtex import latex
from claimgraph.importing.latex import decoder
from tests.data.formats.hostile import ADDRESS, SICI, hostile_dataset, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.model.source import Name, Source


def folded(text: str) -> str:
    """Return a text as formats of one line have it: white space as one space each, but for no-break spaces."""
    return re.sub("[ \t\n]+", " ", text).strip(" ")


def present(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


CONTAINERS: Final = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
PUBLISHERS: Final = {"techreport": "institution", "phdthesis": "school"}


def bibtex_name(name: Name) -> tuple[str, str, str]:
    """Return family name, suffix and given name; whatever has not both a family and a given name is one whole."""
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    if name.literal or not name.family or not name.given:
        return folded(str(name)), "", ""
    return folded(" ".join(part for part in particles if part)), folded(name.suffix), folded(name.given)


def read_name(parts: Any) -> tuple[str, str, str]:  # noqa: ANN401  bibtexparser has no types
    listed = ([*parts.von, *parts.last], parts.jr, parts.first)
    family, suffix, given = (decoder().latex_to_text(" ".join(words)) for words in listed)
    return family, suffix, given


def bibtex_fields(source: Source, kind: str) -> dict[str, str]:
    texts = {
        "title": source.title,
        "address": source.publisher_place,
        "series": source.collection_title,
        "volume": source.volume,
        "number": source.issue,
        "pages": source.page,
        "edition": source.edition,
        "isbn": source.isbn,
        "issn": source.issn,
        "language": source.language,
        CONTAINERS.get(kind, "howpublished"): source.container_title,
        PUBLISHERS.get(kind, "publisher"): source.publisher,
    }
    dates = {"year": "2013", "month": "apr", "urldate": "2021-10"}
    return {**{name: folded(text or "") for name, text in texts.items()}, **dates, "doi": SICI, "url": ADDRESS}


def test_bibtex_reads_back(hostile: Dataset) -> None:
    text = written(hostile, "bibtex")
    raw = {entry.key: entry.fields_dict for entry in parse_string(text).entries}
    steps = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware(decoder=decoder())]
    library = parse_string(text, append_middleware=steps)
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries)
    assert [entry.key for entry in library.entries] == list(hostile.corpus.sources)
    for entry in library.entries:
        record = hostile.corpus.sources[entry.key].record
        read = {name: field.value for name, field in entry.fields_dict.items()}
        names = [bibtex_name(name) for name in record.author]
        assert [read_name(parts) for parts in read.pop("author")] == names
        assert [read_name(parts) for parts in read.pop("editor")] == names
        verbatim = {name: raw[entry.key][name].value for name in ("doi", "url")}
        assert {**read, **verbatim} == bibtex_fields(record, entry.entry_type), entry.key


def test_bibtex_braces_balance_as_bibtex_counts_them(hostile: Dataset) -> None:
    """A backslash protects no brace there: each field is one value of braces, on one line."""
    for line in written(hostile, "bibtex").splitlines():
        if line.startswith("  "):
            value = re.fullmatch(r"  [a-z]+ = (\{.*\}),", line.replace("= apr,", "= {apr},"))
            assert value, line
            depths = [value[1][:end].count("{") - value[1][:end].count("}") for end in range(1, len(value[1]) + 1)]
            assert min(depths[:-1]) > 0, line
            assert depths[-1] == 0, line
        else:
            assert re.fullmatch(r"@[a-z]+\{s-[0-9]+,|\}|", line), line


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a_b {c}", r"a\_b {\textbraceleft}c{\textbraceright}"),
        ("a -- b --- c", "a -{}- b -{}-{}- c"),
        ("``a'' !`b ?`c ,,d", "`{}`a'{}' !{}`b ?{}`c ,{},d"),
        ("<a> | b", r"{\textless}a{\textgreater} {\textbar} b"),
        ("a\n\tb\xa0c ", "a b\xa0c"),
    ],
)
def test_latex(text: str, made: str) -> None:
    assert latex(text) == made


def ris_name(name: Name) -> str:
    """Return a name as RIS has it, in which every comma divides."""
    particles = (name.dropping_particle, name.non_dropping_particle, name.family)
    parts = [" ".join(part for part in particles if part), name.given, name.suffix]
    if name.literal or not name.family:
        parts = [str(name)]
    return ", ".join(folded(part.replace(",", "")) for part in parts).rstrip(", ")


def ris_pages(page: str) -> dict[str, str]:
    found = re.fullmatch("([0-9A-Za-z]+)[-\u2013]([0-9A-Za-z]+)", page)
    return {"start_page": found[1], "end_page": found[2]} if found else {"start_page": folded(page)}


def test_ris_reads_back(hostile: Dataset) -> None:
    read = rispy.loads(written(hostile, "ris"))
    assert [one.pop("id") for one in read] == list(hostile.corpus.sources)
    for one, entry in zip(read, hostile.corpus.sources.values(), strict=True):
        record = entry.record
        texts = {
            "title": record.title,
            "short_title": record.title_short,
            "secondary_title": record.container_title,
            "tertiary_title": record.collection_title,
            "publisher": record.publisher,
            "volume": record.volume or "",
            "place_published": record.publisher_place,
            "number": record.issue or "",
            "edition": record.edition or "",
            "issn": record.isbn or "",
            "language": record.language,
        }
        dates = {"year": "2013", "date": "2013/04/05", "access_date": "2021/10"}
        names = [name for name in map(ris_name, record.author) if name]
        assert {key: value for key, value in one.items() if key != "type_of_reference"} == {
            **present({name: folded(text) for name, text in texts.items()}),
            **ris_pages(record.page or ""),
            **dates,
            **({"authors": names, "secondary_authors": names} if names else {}),
            "doi": SICI,
            "urls": [ADDRESS.replace(";", "%3B")],
        }, entry.id


def test_csl_json_reads_back(hostile: Dataset) -> None:
    items = {item["id"]: item for item in json.loads(written(hostile, "csl-json"))}
    assert list(items) == list(hostile.corpus.sources)
    for id_, entry in hostile.corpus.sources.items():
        record, item = entry.record, items[id_]
        assert (item["title"], item["page"], item["DOI"], item["URL"]) == (record.title, record.page, SICI, ADDRESS)
        assert item["author"] == item["editor"]
        assert item["author"] == [
            present({name.replace("_", "-"): text for name, text in asdict(one).items()}) for one in record.author
        ]


@pytest.mark.parametrize(
    ("note", "is_written"),
    [
        ("Read in print.", True),
        ("As it was said there: no bus ran; and (see p. 2): none will.", True),
        ("URL: javascript:alert(1)", False),
        ("Read in print.\ncontainer-title: Evil", False),
        ("Read in print. {:URL: javascript:alert(1)}", False),
        (" type:book", False),
    ],
)
def test_a_note_that_programs_read_fields_in_is_left_out(note: str, is_written: bool) -> None:  # noqa: FBT001
    dataset = hostile_dataset((note,))
    (item,) = json.loads(written(dataset, "csl-json"))
    assert item.get("note") == (note if is_written else None)
