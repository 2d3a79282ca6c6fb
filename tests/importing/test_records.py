"""Records of references that other programs wrote, as files of sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.citing.bibtex import bibtex_entry
from claimgraph.citing.csl import csl_item
from claimgraph.citing.ris import ris_record
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.files import source_file
from claimgraph.importing.formats import read_records
from claimgraph.importing.records import RecordDraft, Season, record_drafts
from claimgraph.loading.adapters import adapter
from claimgraph.loading.corpus import load
from claimgraph.location import Mark
from claimgraph.model.corpus import Entry
from claimgraph.model.source import Source

if TYPE_CHECKING:
    from pathlib import Path

BIB = r"""
@string{bmj = "British Medical Journal"}
@article{Smith2022-9,
  title = {{Waiting} for {CBT}: 50\% of \emph{us}},
  author = {van der Meer, Jan and {The Board of \& Co} and Garc{\'\i}a M{\'a}rquez, Gabriel and others},
  journal = bmj, year = 2022, month = mar, volume = 4, number = {2}, pages = {12--34},
  doi = {https://doi.org/10.1000/x_(y)}, url = {https://example.org/a_b}, abstract = {x}, file = {a.pdf:pdf},
}
@techreport{9lives, title={T}, institution={Town}, date={2021/2022}, number={7}, urldate={2023-01-02}}
@misc{w, title={W}, url={javascript:alert(1)}, year={n.d.}}
"""
RIS = """TY  - JOUR
ID  - a
TI  - Buses
AU  - Smith, Ann, Jr
AU  - The Board
PY  - 2022
DA  - 2022/03/05/
T2  - BMJ
SP  - 1
EP  - 3
IS  - 2
UR  - https://a.org/x
N2  - an abstract
ER  -

TY  - RPRT
TI  - Report on all the buses
PY  - 2020
DA  - 2020///Spring
ER  -
"""
CSL = json.dumps(
    [
        {
            "id": "http://zotero.org/users/1/items/AB",
            "type": "report",
            "title": "Half are late",
            "author": [{"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"}],
            "issued": {"date-parts": [["2022", 3]], "literal": "March 2022"},
            "abstract": "z",
            "volume": 3,
        },
        {"id": 2, "type": "book", "title": "Z", "issued": {"date-parts": [[2021]], "season": 2}},
    ]
)
YAML = """---
references:
- id: doeWaits2021
  abstract: |
    Long text.
  author:
  - family: Doe
    given: Jane
  issued:
    season: spring
    year: 2021
  title: "Waits: a study"
  type: article-journal
- id: x2
  type: webpage
  title: X
  accessed:
  - year: 2021
    month: 10
    day: 2
...
"""


def made(suffix: str, text: str) -> tuple[RecordDraft, ...]:
    items = read_records(suffix, text)
    assert items is not None
    return record_drafts(items)


def test_bibtex() -> None:
    first = {
        "type": "article-journal",
        "title": "Waiting for CBT: 50% of us",
        "author": [
            {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "The Board of & Co"},
            {"family": "García Márquez", "given": "Gabriel"},
        ],
        "issued": "2022-03",
        "container-title": "British Medical Journal",
        "volume": "4",
        "issue": "2",
        "page": "12-34",
        "URL": "https://example.org/a_b",
        "DOI": "10.1000/x_(y)",
        "depth": "none",
    }
    second = {
        "type": "report",
        "title": "T",
        "issued": "2021/2022",
        "accessed": "2023-01-02",
        "publisher": "Town",
        "number": "7",
        "depth": "none",
    }
    assert made(".bib", BIB) == (
        RecordDraft(id="smith2022-9", fields=first, left_out=("abstract", "file", "author: and others")),
        RecordDraft(id="source-9lives", fields=second),
        RecordDraft(id="w", fields={"type": "webpage", "title": "W", "depth": "none"}, left_out=("URL", "issued")),
    )


def test_ris() -> None:
    first = {
        "type": "article-journal",
        "title": "Buses",
        "author": [{"family": "Smith", "given": "Ann", "suffix": "Jr"}, {"literal": "The Board"}],
        "issued": "2022-03-05",
        "container-title": "BMJ",
        "issue": "2",
        "page": "1-3",
        "URL": "https://a.org/x",
        "depth": "none",
    }
    season = Season(year="2020", number="1")
    second = {"type": "report", "title": "Report on all the buses", "issued": season, "depth": "none"}
    assert made(".ris", RIS) == (
        RecordDraft(id="a", fields=first, left_out=("notes_abstract",)),
        RecordDraft(id="report-on-all-the", fields=second),
    )


def test_csl_json() -> None:
    first = {
        "type": "report",
        "title": "Half are late",
        "author": [{"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"}],
        "issued": "2022-03",
        "volume": "3",
        "depth": "none",
    }
    season = Season(year="2021", number="2")
    assert made(".json", CSL) == (
        RecordDraft(id="meer-2022-half-are-late", fields=first, left_out=("abstract",)),
        RecordDraft(id="z", fields={"type": "book", "title": "Z", "issued": season, "depth": "none"}),
    )


def test_yaml_of_zotero_and_pandoc() -> None:
    season = Season(year="2021", number="1")
    first = {
        "type": "article-journal",
        "title": "Waits: a study",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": season,
        "depth": "none",
    }
    second = {"type": "webpage", "title": "X", "accessed": "2021-10-02", "depth": "none"}
    assert made(".yaml", YAML) == (
        RecordDraft(id="doewaits2021", fields=first, left_out=("abstract",)),
        RecordDraft(id="x2", fields=second),
    )
    listed = YAML.removeprefix("---\nreferences:\n").removesuffix("...\n")
    assert made(".yml", listed) == made(".yaml", YAML)


@pytest.mark.parametrize(("suffix", "text"), [(".bib", BIB), (".ris", RIS), (".json", CSL), (".yaml", YAML)])
def test_the_files_are_taken_by_the_check(tmp_path: Path, suffix: str, text: str) -> None:
    (tmp_path / "sources").mkdir()
    drafts = made(suffix, text)
    for draft in drafts:
        path = f"sources/{draft.id}.yml"
        (tmp_path / path).write_text(source_file(draft.fields, path), encoding="utf-8")
    corpus = load(tmp_path)
    assert corpus.findings == ()
    assert set(corpus.sources) == {draft.id for draft in drafts}


@pytest.mark.parametrize(
    "date", ["2021-10-12", "2021-10", "2021", "2018~", "2021-22", "2021-33", "202X", "2021/2022", "2008/.."]
)
@pytest.mark.parametrize("form", ["bib", "ris", "json"])
def test_what_is_exported_comes_back(form: str, date: str) -> None:
    given: dict[str, Any] = {
        "type": "article-journal",
        "title": "S & <T> 50% of $5 a_b {x} ~ ^ #1",
        "author": [{"family": "Gogh", "given": "V. & W.", "non-dropping-particle": "van"}, {"literal": "Town & Co"}],
        "issued": {"date-parts": [["2021"]], "season": "2"} if date == "2021-22" else date,
        "container-title": "BMJ",
        "volume": "4",
        "issue": "2",
        "page": "12-34",
        "URL": "https://example.org/a_b%20c#d",
        "DOI": "10.1000/x_(y)",
        "depth": "none",
    }
    record = adapter(Source).validate_python(given)
    entry = Entry(id="a", path="sources/a.yml", record=record, mark=Mark(1, 1, None, {}))
    texts = {"bib": bibtex_entry(entry), "ris": ris_record(entry), "json": json.dumps([csl_item(entry)])}
    (back,) = made(f".{form}", texts[form])
    if form == "ris":  # it has no particles
        given["author"][0] = {"family": "van Gogh", "given": "V. & W."}
    if date == "2021-22":  # it may be two years where it does not say that it is a season
        came = {"json": Season(year="2021", number="2"), "ris": "2021", "bib": None}[form]
        assert back.left_out == {"json": (), "ris": ("date",), "bib": ("issued",)}[form]
        given = {name: came if name == "issued" else value for name, value in given.items() if came or name != "issued"}
    if form == "bib" and date == "2021-10-12":  # it has no days
        given["issued"] = "2021-10"
    assert back.fields == given


@pytest.mark.parametrize(
    ("suffix", "text", "message"),
    [
        (".bib", "@article{a, title = {x", "line 1: this is no entry of BibTeX, or its key stands twice"),
        (".ris", "x", "it is no RIS: no line begins with `TY  - `"),
        (".json", "[1]", "it is no list of records in CSL, each with a type and a title"),
        (".yml", "- type: book\n  title: x\n   y: z\n", "line 3: this is not YAML: "),
        (".yml", "a: b", "it is no list of records in CSL, each with a type and a title"),
    ],
)
def test_what_cannot_be_read(suffix: str, text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_records(suffix, text)
    assert str(caught.value).startswith(message)


def test_what_no_file_may_hold_is_left_out() -> None:
    items = [{"type": "book", "title": "A", "publisher": "B\u202eC", "author": [{"family": ""}, {"literal": "D"}]}]
    (draft,) = made(".json", json.dumps(items))
    fields = {"type": "book", "title": "A", "author": [{"literal": "D"}], "depth": "none"}
    assert draft == RecordDraft(id="d-a", fields=fields, left_out=("publisher",))


def test_an_argument_map_is_none() -> None:
    assert read_records(".json", '{"nodes": [], "edges": []}') is None
    assert read_records(".argdown", "[a]: b") is None
