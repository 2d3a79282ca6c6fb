"""The command `export`."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from claimgraph.checking.whole import check
from claimgraph.cli.usage.exchange import EXPORT_FORMATS as FORMATS
from claimgraph.data.api.shards import shard_file, shard_of
from claimgraph.loading.schemas import SCHEMAS
from claimgraph.model.links import LINK_KINDS
from tests.cli.running import Checkout, Said
from tests.data.formats.test_hostile_tables import UNGUARDED

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "json": ["claims.json", "topics.json", "sources.json"],
    "csv": ["claims.csv", "quotes.csv", "citations.csv", "figures.csv", "links.csv", "topics.csv"],
    "graphml": ["claims.graphml"],
    "node-link": ["claims.node-link.json"],
    "aif": ["claims.aif.json"],
    "argdown": ["claims.argdown"],
    "annotations": ["annotations.jsonld"],
    "csl-json": ["sources.csl.json"],
    "bibtex": ["sources.bib"],
    "ris": ["sources.ris"],
    "turtle": ["claims.ttl"],
    "croissant": ["croissant.jsonld"],
    "dcat": ["dcat.jsonld"],
}
COMPARED = {"on": "2026-02-01", "by": "maintainers"}
HARD = 'A, "b"\\\' <c> & \u201cd\u201d \u2013 =1+1;\u00a0\U0001f68c'


@pytest.fixture
def hard(checkout: Checkout) -> Checkout:
    """Return a checkout with a text that every format has to escape."""
    text = HARD.replace("'", "''")
    path = "claims/buses/road-works.yml"
    checkout.edit(path, "because: A bus that is held up for ten minutes comes late.", f"because: '{text}'")
    checkout.edit(path, "title: Road works held up the buses", "title: |-\n  =Road works, so")
    return checkout


@pytest.mark.parametrize("form", FILES)
def test_files_are_written_and_named(checkout: Checkout, tmp_path: Path, form: str) -> None:
    folder = tmp_path / "in" / "here"
    before = checkout.files()
    shown = checkout.run("export", form, "--output", folder)
    assert shown == Said(status=0, out="".join(f"{folder / name}\n" for name in FILES[form]), err="")
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES[form])
    assert checkout.files() == before


@pytest.mark.parametrize("form", FILES)
def test_the_same_claims_make_the_same_bytes(checkout: Checkout, tmp_path: Path, form: str) -> None:
    for folder in ("one", "other"):
        checkout.run("export", form, "--output", tmp_path / folder)
    assert all((tmp_path / "one" / n).read_bytes() == (tmp_path / "other" / n).read_bytes() for n in FILES[form])


def exported(checkout: Checkout, tmp_path: Path, form: str) -> Path:
    assert checkout.run("export", form, "--output", tmp_path / "out").status == 0
    return tmp_path / "out"


def test_json_reads_back(hard: Checkout, tmp_path: Path) -> None:
    folder = exported(hard, tmp_path, "json")
    claims = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    corpus = check(hard.root).examined.corpus
    assert [claim["id"] for claim in claims] == list(corpus.claims)
    for claim in claims:
        record = corpus.claims[claim["id"]].record
        assert (claim["title"], claim["assertion"], claim["kind"]) == (record.title, record.assertion, record.kind)
        assert claim["topic"] == corpus.topic_of[claim["id"]]
        assert claim["scope"]["period"] == record.scope.period.text
        assert [quote["exact"] for quote in claim["quotes"]] == [quote.exact for quote in record.quotes]
        assert [(link["kind"], link["to_claim"], link["because"]) for link in claim["links"]["made"]] == [
            (kind, link.claim, link.because) for kind in LINK_KINDS for link in getattr(record, kind)
        ]
    works = next(claim for claim in claims if claim["id"] == "road-works")
    (support,) = works["links"]["made"]
    assert {name: value for name, value in support.items() if value} == {
        "kind": "supports",
        "from_claim": "road-works",
        "from_title": "=Road works, so",
        "to_claim": "half-late",
        "to_title": "Half of the buses late",
        "because": HARD,
        "with_claims": ["timetable-unchanged"],
        "scheme": "cause-to-effect",
    }
    (quote,) = works["quotes"]
    assert (quote["voice"]["id"], quote["side"], quote["source"]["id"]) == (
        "bus-hearing-2021-a-driver",
        "neutral",
        "bus-hearing-2021",
    )
    assert (quote["verified"], quote["compared"], quote["place"]["first_line"]) == (True, COMPARED, 5)
    assert works["url"] == "https://claims.invalid/claims/road-works/"
    assert (works["shard"], works["json"]) == (f"https://claims.invalid/{shard_file(shard_of('road-works'))}", "")


def test_json_lists_topics_and_sources(hard: Checkout, tmp_path: Path) -> None:
    folder, corpus = exported(hard, tmp_path, "json"), check(hard.root).examined.corpus
    topics = json.loads((folder / "topics.json").read_text(encoding="utf-8"))
    assert [(topic["id"], topic["theses"]) for topic in topics] == [
        (id_, list(entry.record.theses)) for id_, entry in corpus.topics.items()
    ]
    sources = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    assert [(source["id"], source["captured"], source["compared"]) for source in sources] == [
        ("bus-hearing-2021", True, COMPARED),
        ("harbour-news-2021", True, COMPARED),
    ]
    assert (sources[0]["title"], sources[0]["issued"]) == ("Hearing on the buses of Harbour Town", "2021-10-12")


def test_what_nobody_compared_is_so_in_every_format(checkout: Checkout, tmp_path: Path) -> None:
    (checkout.root / "sources/compared.yml").unlink()
    folder = exported(checkout, tmp_path, "json")
    quotes = [quote for claim in json.loads((folder / "claims.json").read_text("utf-8")) for quote in claim["quotes"]]
    assert [(quote["verified"], quote["compared"]) for quote in quotes] == [(True, None)] * 6
    assert [source["compared"] for source in json.loads((folder / "sources.json").read_text("utf-8"))] == [None, None]
    table = rows(exported(checkout, tmp_path, "csv") / "quotes.csv")
    assert [(row["verified"], row["compared_on"], row["compared_by"]) for row in table] == [("yes", "", "")] * 6
    whole = json.loads((exported(checkout, tmp_path, "annotations") / "annotations.jsonld").read_text("utf-8"))
    tags = [[body.get("value") for body in item["body"]][1:] for item in whole["first"]["items"]]
    assert tags == [["asserts", "asserted", "not compared"]] * 6


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        found = csv.DictReader(file, strict=True)
        return [{column: re.sub(UNGUARDED, "", cell) for column, cell in row.items()} for row in found]


def test_csv_reads_back(hard: Checkout, tmp_path: Path) -> None:
    folder = exported(hard, tmp_path, "csv")
    corpus = check(hard.root).examined.corpus
    claims, quotes, citations, figures, links, topics = (rows(folder / name) for name in FILES["csv"])
    assert [(row["id"], row["title"], row["assertion"], row["place"], row["period"]) for row in claims] == [
        (id_, entry.record.title, entry.record.assertion, entry.record.scope.place, entry.record.scope.period.text)
        for id_, entry in corpus.claims.items()
    ]
    assert [(row["claim"], row["number"], row["source"], row["speaker"], row["exact"]) for row in quotes] == [
        (id_, str(number), quote.source, quote.speaker, quote.exact)
        for id_, entry in corpus.claims.items()
        for number, quote in enumerate(entry.record.quotes, start=1)
    ]
    assert {(row["verified"], row["compared_on"], row["compared_by"]) for row in quotes} == {
        ("yes", "2026-02-01", "maintainers")
    }
    assert {row["because"] for row in links} >= {HARD}
    assert [(row["claim"], row["kind"], row["target"]) for row in links] == [
        (id_, kind, link.claim)
        for id_, entry in corpus.claims.items()
        for kind in LINK_KINDS
        for link in getattr(entry.record, kind)
    ]
    assert [(row["claim"], row["number"], row["finding"], row["side"]) for row in citations] == [
        ("timetable-unchanged", "1", "The times printed were those of the year before.", "critical")
    ]
    assert [(row["claim"], row["value"], row["bound"]) for row in figures] == [("half-late", "50", "")]
    assert [(row["id"], row["order"], row["theses"], row["background"]) for row in topics] == [
        (id_, str(one.order), " ".join(one.theses), " ".join(one.background))
        for id_, one in ((id_, entry.record) for id_, entry in corpus.topics.items())
    ]
    undercut = next(row for row in links if row["kind"] == "undercuts")
    assert (undercut["quote"], undercut["citation"], undercut["with"]) == ("every-month", "", "")


def assert_is_whole(graph: nx.MultiDiGraph[str], checkout: Checkout) -> None:
    corpus = check(checkout.root).examined.corpus
    assert list(graph.nodes) == list(corpus.claims)
    assert graph.nodes["half-late"]["title"] == "Half of the buses late"
    assert graph.nodes["half-late"]["period"] == "2020-12/2021-03"
    found = {(one, other, about["kind"], about["because"]) for one, other, about in graph.edges(data=True)}
    assert found == {
        (id_, link.claim, kind, link.because)
        for id_, entry in corpus.claims.items()
        for kind in LINK_KINDS
        for link in getattr(entry.record, kind)
    }
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert len(set(keys)) == len(keys)


@pytest.fixture
def doubled(hard: Checkout) -> Checkout:
    """Return a checkout with two links of one kind between two claims."""
    more = "undercuts:\n  - {claim: target-met, opposes: half-late, because: Both may be.}\n"
    hard.edit("claims/buses/count-leaves-out.yml", "undercuts:\n", more)
    return hard


def test_graphml_reads_back(doubled: Checkout, tmp_path: Path) -> None:
    path = exported(doubled, tmp_path, "graphml") / "claims.graphml"
    graph = nx.read_graphml(path, force_multigraph=True)
    assert_is_whole(graph, doubled)
    assert graph.edges["road-works", "half-late", "road-works.supports.1"]["because"] == HARD


def test_node_link_reads_back(doubled: Checkout, tmp_path: Path) -> None:
    text = (exported(doubled, tmp_path, "node-link") / "claims.node-link.json").read_text(encoding="utf-8")
    graph = nx.node_link_graph(json.loads(text), edges="edges")
    assert_is_whole(graph, doubled)
    assert graph.edges["road-works", "half-late", "road-works.supports.1"]["with"] == "timetable-unchanged"


def test_every_format_is_tried_here() -> None:
    assert tuple(FILES) == FORMATS


def test_release(checkout: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "release"
    shown = checkout.run("export", "--all", folder, "--release", "2026.1")
    names = [name for names in FILES.values() for name in names]
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.splitlines() == [
        str(folder / name) for name in (*names, "manifest.json", "SHA256SUMS", "claims-2026.1.zip")
    ]
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["version"]) == ("Harbour Town", "2026.1")


@pytest.mark.parametrize(
    ("setting", "given", "base"),
    [
        ("", (), "https://claims.invalid/"),
        ("# site_url:\n", (), "https://claims.invalid/"),
        ("site_url: https://harbour.example/map/  # ours\n", (), "https://harbour.example/map/"),
        ("site_url: https://harbour.example/\n", ("--base", "http://localhost:8000/a"), "http://localhost:8000/a/"),
    ],
)
def test_addresses_are_those_of_the_site(
    checkout: Checkout, tmp_path: Path, setting: str, given: tuple[str, ...], base: str
) -> None:
    checkout.write("mkdocs.yml", f"site_name: Harbour Town\n{setting}")
    assert checkout.run("export", "turtle", "--output", tmp_path, *given).status == 0
    assert f"\n<{base}claims/half-late/> a " in (tmp_path / "claims.ttl").read_text(encoding="utf-8")


def test_schemas(checkout: Checkout) -> None:
    shown = checkout.run("export", "--schemas")
    assert (shown.status, shown.err) == (0, "")
    assert shown.out.splitlines() == [str(checkout.root / path) for path in SCHEMAS]
    for path in SCHEMAS:
        assert json.loads(checkout.read(path))["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert checkout.run("check").out == ""


def test_checkout_with_errors_is_not_exported(checkout: Checkout, tmp_path: Path) -> None:
    checkout.edit("claims/fares/fares-up.yml", "kind: factual", "kind: fact")
    shown = checkout.run("export", "json", "--output", tmp_path / "out")
    assert shown.status == 1
    assert shown.out.startswith("claims/fares/fares-up.yml:4:7: error[wrong-value]: kind is 'fact'")
    assert shown.err.endswith("1 error, 0 warnings, 0 notes\nNothing was written.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], "name a format and a folder: claimgraph export json --output DIR"),
        (["json"], "name a format and a folder: claimgraph export json --output DIR"),
        (["--output", "x"], "name a format and a folder: claimgraph export json --output DIR"),
        (["json", "--schemas"], "--schemas stands alone: the schemas have their places in the checkout"),
        (["--schemas", "--output", "x"], "--schemas stands alone: the schemas have their places in the checkout"),
        (["--schemas", "--all", "x"], "--schemas stands alone: the schemas have their places in the checkout"),
        (["json", "--all", "x"], "--all writes every format: leave the format and --output out"),
        (["--all", "x", "--output", "x"], "--all writes every format: leave the format and --output out"),
        (
            ["json", "--output", "x", "--release", "1"],
            "--release is for --all, and is a version of letters, digits, points and hyphens: 2026.1",
        ),
        (
            ["--all", "x", "--release", "../1"],
            "--release is for --all, and is a version of letters, digits, points and hyphens: 2026.1",
        ),
        (
            ["--all", "x", "--base", "example.org"],
            "'example.org' is no address of a site: write it as https://example.org/evidence/",
        ),
    ],
    ids=" ".join,
)
def test_wrong_use(checkout: Checkout, arguments: list[str], error: str) -> None:
    assert checkout.run("export", *arguments) == Said(status=2, out="", err=f"claimgraph export: {error}\n")


def test_folder_that_is_a_file(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shown = checkout.run("export", "json", "--output", tmp_path / "file")
    assert shown.status == 2
    assert shown.err.startswith(f"claimgraph export: cannot write into '{tmp_path / 'file'}': ")
