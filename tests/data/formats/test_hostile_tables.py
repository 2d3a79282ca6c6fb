"""Hostile texts in every field of tables, graphs and JSON: a reader finds them, and nothing besides."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import networkx as nx
import pytest

from claimgraph.data.formats import formats
from claimgraph.model.links import LINK_KINDS
from claimgraph.yaml_nodes.characters import ESCAPED
from tests.data.formats.datasets import ROOT
from tests.data.formats.hostile import VALUES, hostile_dataset, label, written

if TYPE_CHECKING:
    from claimgraph.data.dataset import Dataset


XML_CHARACTERS: Final = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
"""XML 1.0, production 2."""


(UNGUARDED,) = re.findall(
    r'replace\(r"(.+)", "", regex=True\)', (ROOT / "docs/data/index.md").read_text(encoding="utf-8")
)
"""What readers are told to take away from each cell."""


def tables(dataset: Dataset) -> dict[str, list[dict[str, str]]]:
    """Read the tables as the documentation says."""
    read = {}
    for name, content in formats.written(dataset, "csv").items():
        rows = list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))
        read[name] = [{column: re.sub(UNGUARDED, "", cell) for column, cell in row.items()} for row in rows]
    return read


def test_csv_reads_back(hostile: Dataset) -> None:
    read = tables(hostile)
    count = len(VALUES)
    assert {name: len(found) for name, found in read.items()} == {
        **dict.fromkeys(("claims.csv", "quotes.csv", "citations.csv", "topics.csv"), count),
        "figures.csv": 0,
        "links.csv": 7 * count,
    }
    for row, (id_, entry) in zip(read["claims.csv"], hostile.corpus.claims.items(), strict=True):
        one = entry.record
        assert row == {
            "id": id_,
            "topic": f"t-{id_.removeprefix('c-')}",
            "title": one.title,
            "assertion": one.assertion,
            "kind": "factual",
            "place": one.scope.place,
            "period": "2013",
            "population": one.scope.population,
            "measure": one.scope.measure,
            "denominator": one.scope.denominator,
            "thesis": "yes",
            "one_sided": one.one_sided,
            "crux": one.crux,
            "computed": f"{one.computed[0].value}: {one.note}",
            "named": f"{one.named[0].name}: {one.note}",
            "read_by": one.read.by if one.read else "",
            "read_on": "2021-10-12",
            "note": one.note,
            "replaced_by": "",
        }
    for row, text in zip(read["quotes.csv"], VALUES, strict=True):
        columns = ("exact", "of", "prefix", "suffix", "context")
        assert {name: row[name] for name in (*columns, "speaker", "number", "first_line")} == {
            **dict.fromkeys(columns, text),
            "speaker": label(text),
            "number": "1",
            "first_line": "1",
        }
    assert [(row["finding"], row["where"]) for row in read["citations.csv"]] == [(text, text) for text in VALUES]
    assert [(row["title"], row["question"], row["summary"]) for row in read["topics.csv"]] == [
        (label(text), label(text), text) for text in VALUES
    ]
    reasons = Counter(row["because"] for row in read["links.csv"])
    assert reasons == dict.fromkeys(VALUES, 7)


def test_tables_say_what_each_link_topic_and_figure_gives(everything: Dataset) -> None:
    read = tables(everything)
    of = {(row["claim"], row["kind"], row["target"]): row for row in read["links.csv"]}
    assert {name: value for name, value in of["nine-of-ten", "counts_against", "buses-are-late"].items() if value} == {
        "claim": "nine-of-ten",
        "kind": "counts_against",
        "target": "buses-are-late",
        "because": "A bus [in time] is *not* late.",
        "with": "timetable-unchanged",
        "scheme": "classification",
    }
    assert of["nine-of-ten", "rivals", "half-late"]["differs_in"] == "period method"
    assert of["one-in-eight", "limits", "half-late"]["answers"] == "road-works:cause"
    hits = [row for row in read["links.csv"] if row["claim"] == "one-in-eight" and row["kind"] == "undercuts"][:3]
    assert [(row["rests_on"], row["counts_against"], row["limits"], row["question"]) for row in hits] == [
        ("council-count", "", "", ""),
        ("", "buses-are-late", "", "line"),
        ("", "", "half-late", ""),
    ]
    assert hits[2]["despite"] == "It is one in eight."
    assert [row for row in read["figures.csv"] if row["claim"] == "nine-of-ten"] == [
        {
            "claim": "nine-of-ten",
            "number": "1",
            "measure": "share-late",
            "value": "10",
            "bound": "about",
            "period": "2021",
            "source": "bus-hearing-2021",
            "population": "buses that ran",
            "denominator": "",
        }
    ]
    resting = {(row["claim"], row["side"]) for name in ("quotes", "citations") for row in read[f"{name}.csv"]}
    assert {("nine-of-ten", "official"), ("nine-of-ten", "critical")} < resting
    assert {row["claim"] for name in ("quotes", "citations") for row in read[f"{name}.csv"] if row["rests_on"]} == {
        "nine-of-ten"
    }
    assert [(row["order"], row["theses"], row["background"]) for row in read["topics.csv"]] == [
        ("10", "buses-are-late buses-are-punctual half-late", "timetable-unchanged road-works"),
        ("20", "fares-up", "money-for-new-buses"),
    ]
    assert [row["id"] for row in read["claims.csv"] if row["thesis"] == "yes"] == [
        "buses-are-late",
        "buses-are-punctual",
        "fares-up",
        "half-late",
    ]


def test_no_cell_is_a_formula(hostile: Dataset) -> None:
    texts = [content.decode() for content in formats.written(hostile, "csv").values()]
    cells = {cell for text in texts for row in csv.reader(io.StringIO(text, newline="")) for cell in row}
    assert [cell for cell in cells if re.match("[\t\r\n]|\\s*[=+@\uff0b\uff0d\uff1d\uff20-]", cell)] == []
    assert {"'=1+1", "''=1", "'''=1", "'-5.5", "'\t=1", "'\n=1", "' =1", "'\uff1d1", "'@SUM(A1)"} < cells
    assert {"1", "2013", "'tis", "''", 'a,b"c"\nd;=1'} < cells


def test_every_start_reads_back() -> None:
    starts = ["".join(start) for length in range(5) for start in itertools.product("'=- \n", repeat=length)]
    values = tuple(f"{start}a" for start in starts)
    assert [row["exact"] for row in tables(hostile_dataset(values))["quotes.csv"]] == list(values)


def test_every_character_of_a_file_is_one_of_xml() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert XML_CHARACTERS.fullmatch(ESCAPED.sub("", every))
    assert ESCAPED.sub("", "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029") == ""


def test_graphs_read_back(hostile: Dataset) -> None:
    xml = nx.parse_graphml(written(hostile, "graphml"), force_multigraph=True)
    link = nx.node_link_graph(json.loads(written(hostile, "node-link")), edges="edges")
    expected = {
        id_: {
            "title": one.title,
            "assertion": one.assertion,
            "kind": "factual",
            "thesis": True,
            "one_sided": one.one_sided,
            "crux": one.crux,
            "background": True,
            "topic": f"t-{id_.removeprefix('c-')}",
            "place": one.scope.place,
            "period": "2013",
        }
        for id_, one in ((id_, entry.record) for id_, entry in hostile.corpus.claims.items())
    }
    assert dict(xml.nodes(data=True)) == dict(link.nodes(data=True)) == expected
    made = Counter(
        (id_, made.claim, kind, made.because, getattr(made, "despite", ""))
        for id_, entry in hostile.corpus.claims.items()
        for kind in LINK_KINDS
        for made in getattr(entry.record, kind)
    )
    for graph in (xml, link):
        found = graph.edges(data=True)
        assert made == Counter((a, b, e["kind"], e["because"], e.get("despite", "")) for a, b, e in found)
        names = {"kind", "because", "despite", "quote", "id", "differs_in"}
        assert {name for *_, e in found for name in e} <= names


def test_graphs_say_what_each_link_gives(everything: Dataset) -> None:
    graph = nx.node_link_graph(json.loads(written(everything, "node-link")), edges="edges")
    edges = {key: about for _, _, key, about in graph.edges(keys=True, data=True)}
    assert edges["nine-of-ten.counts_against.1"] == {
        "kind": "counts_against",
        "because": "A bus [in time] is *not* late.",
        "with": "timetable-unchanged",
        "scheme": "classification",
    }
    assert edges["nine-of-ten.rivals.1"]["differs_in"] == "period method"
    assert edges["one-in-eight.limits.1"]["answers"] == "road-works:cause"
    assert edges["one-in-eight.undercuts.2"] == {
        "kind": "undercuts",
        "because": "Others say three minutes.",
        "counts_against": "buses-are-late",
        "question": "line",
    }
    marked = {id_: (about["thesis"], about["background"]) for id_, about in graph.nodes(data=True)}
    assert {id_: marks for id_, marks in marked.items() if any(marks)} == {
        **dict.fromkeys(("buses-are-late", "buses-are-punctual", "fares-up", "half-late"), (True, False)),
        **dict.fromkeys(("money-for-new-buses", "timetable-unchanged", "road-works"), (False, True)),
    }


def test_json_reads_back(hostile: Dataset) -> None:
    files = {name: json.loads(content) for name, content in formats.written(hostile, "json").items()}
    assert [(one["id"], one["assertion"], one["note"]) for one in files["claims.json"]] == [
        (f"c-{n}", value, value) for n, value in enumerate(VALUES, start=1)
    ]
    assert [(one["id"], one["summary"], one["order"]) for one in files["topics.json"]] == [
        (f"t-{n}", value, n) for n, value in enumerate(VALUES, start=1)
    ]
    assert [(one["id"], one["title"], one["licence"]) for one in files["sources.json"]] == [
        (f"s-{n}", value, value) for n, value in enumerate(VALUES, start=1)
    ]


@pytest.mark.parametrize("form", ["croissant", "dcat"])
def test_descriptions_hold_no_text_of_a_claim(form: str) -> None:
    one, other = (json.loads(written(hostile_dataset((value,)), form)) for value in ("{}", "x"))
    sums = re.compile('"(version|dcat:version|sha256|contentSize|@value)": "[^"]*"')
    assert sums.sub("", json.dumps(one)) == sums.sub("", json.dumps(other))


def test_croissant_undoes_the_guard(hostile: Dataset) -> None:
    whole = json.loads(written(hostile, "croissant"))
    for records in whole["recordSet"]:
        text = formats.written(hostile, "csv")[f"{records['name']}.csv"].decode()
        plain = tables(hostile)[f"{records['name']}.csv"]
        for row, read in zip(csv.DictReader(io.StringIO(text, newline="")), plain, strict=True):
            for field in records["field"]:
                column = field["source"]["extract"]["column"]
                cell = row[column]
                if "transform" in field["source"]:
                    found = re.match(field["source"]["transform"]["regex"], cell)
                    assert found
                    cell = found[1]
                assert cell == read[column]
