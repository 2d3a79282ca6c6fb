"""A checkout becomes a corpus; what cannot be read becomes findings."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.findings import Finding, Severity
from claimgraph.loading.corpus import RecordCache, load
from claimgraph.location import Location

if TYPE_CHECKING:
    from claimgraph.model.corpus import Corpus

CLAIM = """\
# yaml-language-server: $schema=../claim.schema.json
title: Late buses
assertion: In Town in 2021, half of the buses came late.
kind: factual
scope: {place: Town, period: 2021}
"""
KINDS = "factual, statistical, causal, definitional, rule, prediction, evaluative, normative, experience"
FILES = {
    "claims/_glossary.yml": "terms: [{term: bus, meaning: A large car.}]\n",
    "claims/_measures.yml": "measures: [{id: lateness, name: Lateness, unit: minutes, definition: How late.}]\n",
    "claims/buses/_topic.yml": "title: Buses\nquestion: Are they late?\norder: 1\nsummary: They may be.\n",
    "claims/buses/late.yml": CLAIM,
    "claims/trams/early.yml": CLAIM,
    "claims/claim.schema.json": "{}",
    "sources/report.yml": "type: report\ntitle: Report\ndepth: none\n",
    "sources/report.capture.json": "{}",
    "voices/driver.yml": "name: A driver\n",
}


def put(root: Path, files: dict[str, str]) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")


def shown(corpus: Corpus) -> list[str]:
    return [f"{found.location}: {found.severity}[{found.rule}]: {found.message}" for found in corpus.findings]


def test_an_empty_checkout(tmp_path: Path) -> None:
    corpus = load(tmp_path)
    assert (dict(corpus.claims), dict(corpus.topics), dict(corpus.sources), dict(corpus.voices)) == ({}, {}, {}, {})
    assert (corpus.glossary, corpus.measures, corpus.findings) == (None, None, ())


def test_each_kind_of_file(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    corpus = load(tmp_path)
    assert corpus.findings == ()
    assert list(corpus.claims) == ["early", "late"]
    assert dict(corpus.topic_of) == {"late": "buses", "early": "trams"}
    assert list(corpus.topics) == ["buses"]
    assert list(corpus.sources) == ["report"]
    assert list(corpus.voices) == ["driver"]
    assert corpus.glossary is not None
    assert corpus.glossary.record.terms[0].term == "bus"
    assert corpus.measures is not None
    assert corpus.measures.record.measures[0].id == "lateness"
    late = corpus.claims["late"]
    assert (late.id, late.path) == ("late", "claims/buses/late.yml")
    assert late.first_line == "# yaml-language-server: $schema=../claim.schema.json"
    assert late.record.title == "Late buses"
    assert late.at("scope", "period") == Location(path="claims/buses/late.yml", line=5, column=30)
    assert late.at("scope", "period", key=True) == Location(path="claims/buses/late.yml", line=5, column=22)


@pytest.mark.parametrize("content", ["\ufeff# first\r\ntitle: x\r\n", "# first\ntitle: x\n", "# first"])
def test_the_first_line_is_without_mark_and_line_end(content: str, tmp_path: Path) -> None:
    put(tmp_path, {"voices/a.yml": content.replace("title", "name")})
    corpus = load(tmp_path)
    lines = [entry.first_line for entry in corpus.voices.values()]
    assert lines == (["# first"] if "title" in content else [])


ID = "its name is no id: small letters, digits and single hyphens, at most 80"


REMOVE = "rename or remove the file"
IN_TOPIC = "a claim stands in its topic's folder: claims/<topic>/<id>.yml"
ELSEWHERE = "files stand at claims/<topic>/<id>.yml, sources/<id>.yml and voices/<id>.yml"


@pytest.mark.parametrize(
    ("path", "why", "hint"),
    [
        (
            "claims/late.yml",
            "a claim stands in its topic's folder: claims/<topic>/<id>.yml",
            "move it: claims/TOPIC/late.yml",
        ),
        (
            "claims/buses/deep/late.yml",
            "files stand at claims/<topic>/<id>.yml, sources/<id>.yml and voices/<id>.yml",
            REMOVE,
        ),
        (
            "sources/deep/late.yml",
            "files stand at claims/<topic>/<id>.yml, sources/<id>.yml and voices/<id>.yml",
            REMOVE,
        ),
        ("claims/buses/late.yaml", "a data file ends in .yml", "rename it: claims/buses/late.yml"),
        ("claims/buses/late.YML", "a data file ends in .yml", "rename it: claims/buses/late.yml"),
        ("claims/buses/late.yml.bak", "a data file ends in .yml", REMOVE),
        ("claims/buses/late", "a data file ends in .yml", "rename it: claims/buses/late.yml"),
        ("voices/README.md", "a data file ends in .yml", REMOVE),
        ("claims/buses/Late.yml", ID, "rename it: claims/buses/late.yml"),
        ("claims/buses/late_bus.yml", ID, "rename it: claims/buses/late-bus.yml"),
        ("claims/buses/late--bus.yml", ID, "rename it: claims/buses/late-bus.yml"),
        ("claims/buses/-late.yml", ID, "rename it: claims/buses/late.yml"),
        ("claims/buses/2021.yml", ID, "rename it: claims/buses/claim-2021.yml"),
        ("claims/buses/late bus.yml", ID, "rename it: claims/buses/late-bus.yml"),
        ("claims/buses/l\u00e4te.yml", ID, "rename it: claims/buses/late.yml"),
        ("claims/buses/late.old.yml", ID, "rename it: claims/buses/late-old.yml"),
        ("claims/Buses/late.yml", ID, "rename it: claims/buses/late.yml"),
        (f"claims/buses/{'a' * 81}.yml", ID, REMOVE),
        ("sources/_topic.yml", ID, "rename it: sources/topic.yml"),
        ("voices/A.yml", ID, "rename it: voices/a.yml"),
    ],
)
def test_files_that_are_not_read(path: str, why: str, hint: str, tmp_path: Path) -> None:
    put(tmp_path, {path: CLAIM})
    corpus = load(tmp_path)
    assert corpus.findings == (
        Finding(
            rule="unexpected-file",
            severity=Severity.ERROR,
            location=Location(path=path),
            message=f"'{path.rpartition('/')[2]}' is not read: {why}",
            hint=hint,
        ),
    )
    assert not corpus.claims


WINDOWS = [
    *("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))),
    *("CON", "Aux", "con.old", "nul.tar", "conin$", "CONOUT$", "com\u00b9", "con "),
]


@pytest.mark.parametrize("name", WINDOWS)
def test_a_name_that_windows_reserves_is_no_files(name: str, tmp_path: Path) -> None:
    folders = ("claims/buses", "sources", "voices")
    put(tmp_path, {f"{folder}/{name}.yml": CLAIM for folder in folders})
    put(tmp_path, {f"claims/{name}/late.yml": CLAIM, f"sources/{name}.capture.json": "{}"})
    corpus = load(tmp_path)
    assert not corpus.claims.keys() | corpus.sources.keys() | corpus.voices.keys()

    def told(path: str, shown: str) -> str:
        file = path.rpartition("/")[2]
        return f"{path}:1:1: error[unexpected-file]: '{file}' is not read: '{shown}' cannot be a name on Windows"

    assert sorted(shown(corpus)) == sorted(
        [
            *(told(f"{folder}/{name}.yml", f"{name}.yml") for folder in folders),
            told(f"claims/{name}/late.yml", name),
            told(f"sources/{name}.capture.json", f"{name}.capture.json"),
        ]
    )


@pytest.mark.parametrize("name", ["cons", "com10", "com", "aux-2", "nuls", "lpt"])
def test_a_name_that_windows_does_not_reserve(name: str, tmp_path: Path) -> None:
    put(tmp_path, {f"claims/{name}/{name}.yml": CLAIM})
    corpus = load(tmp_path)
    assert (list(corpus.claims), corpus.findings) == ([name], ())


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, FILES)

    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert shown(load(tmp_path)) == [
        f"{path}:1:1: error[yaml-refused]: the file cannot be read: Permission denied"
        for path in sorted(FILES)
        if path.endswith(".yml")
    ]


def test_a_name_that_ends_in_a_line_end_is_no_id(tmp_path: Path) -> None:
    put(tmp_path, {"claims/buses/late\n.yml": CLAIM})
    assert shown(load(tmp_path)) == [
        f"claims/buses/late\\n.yml:1:1: error[unexpected-file]: 'late\\n.yml' is not read: {ID}"
    ]


def test_an_id_is_unique_among_all_topics(tmp_path: Path) -> None:
    put(tmp_path, {"claims/buses/late.yml": CLAIM, "claims/trams/late.yml": CLAIM})
    corpus = load(tmp_path)
    assert corpus.claims["late"].path == "claims/buses/late.yml"
    assert corpus.findings == (
        Finding(
            rule="duplicate-id",
            severity=Severity.ERROR,
            location=Location(path="claims/trams/late.yml"),
            message="the id 'late' is taken by claims/buses/late.yml",
            hint="give this file another name; an id is unique among all topics",
        ),
    )


def test_one_wrong_file_does_not_hide_others(tmp_path: Path) -> None:
    put(
        tmp_path,
        {**FILES, "claims/buses/a.yml": "title: *x\n", "claims/buses/b.yml": "title: B\nkind: x\n", "voices/c": ""},
    )
    corpus = load(tmp_path)
    assert list(corpus.claims) == ["early", "late"]
    assert shown(corpus) == [
        "claims/buses/a.yml:1:8: error[yaml-refused]: the alias '*x' is not read",
        "claims/buses/b.yml:1:1: error[missing-field]: the field 'assertion' is missing",
        f"claims/buses/b.yml:2:7: error[wrong-value]: kind is 'x'; expected one of {KINDS}",
        "claims/buses/b.yml:1:1: error[missing-field]: the field 'scope' is missing",
        "voices/c:1:1: error[unexpected-file]: 'c' is not read: a data file ends in .yml",
    ]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the names of files whose bytes are read."""
    names: list[str] = []
    original = Path.read_bytes

    def noted(path: Path) -> bytes:
        names.append(path.name)
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    return names


def test_an_unchanged_file_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    put(tmp_path, FILES)
    cache = RecordCache()
    first = load(tmp_path, cache)
    assert sorted(read) == sorted(Path(path).name for path in FILES if path.endswith(".yml"))
    read.clear()
    second = load(tmp_path, cache)
    assert read == []
    assert second.claims["late"] is first.claims["late"]
    assert second.findings == first.findings


def test_changed_removed_and_added_files(tmp_path: Path, read: list[str]) -> None:
    put(tmp_path, {**FILES, "claims/buses/wrong.yml": "title: *x\n"})
    cache = RecordCache()
    first = load(tmp_path, cache)
    assert len(first.findings) == 1
    read.clear()
    put(tmp_path, {"claims/buses/late.yml": CLAIM.replace("Late", "Very late"), "claims/buses/new.yml": CLAIM})
    (tmp_path / "claims/trams/early.yml").unlink()
    second = load(tmp_path, cache)
    assert sorted(read) == ["late.yml", "new.yml"]
    assert list(second.claims) == ["late", "new"]
    assert second.claims["late"].record.title == "Very late buses"
    assert second.findings == first.findings
    assert set(cache.read) == {
        path for path in (*FILES, "claims/buses/wrong.yml", "claims/buses/new.yml") if path.endswith(".yml")
    } - {"claims/trams/early.yml"}


def test_a_mended_file_is_read(tmp_path: Path) -> None:
    put(tmp_path, {"claims/buses/late.yml": "title: *x\n"})
    cache = RecordCache()
    assert len(load(tmp_path, cache).findings) == 1
    put(tmp_path, {"claims/buses/late.yml": CLAIM})
    corpus = load(tmp_path, cache)
    assert corpus.findings == ()
    assert list(corpus.claims) == ["late"]


def test_a_change_of_the_same_size_and_a_file_put_in_the_place_of_another(tmp_path: Path) -> None:
    put(tmp_path, {"voices/a.yml": "name: A\n", "other.yml": "name: C\n"})
    os.utime(tmp_path / "voices/a.yml", ns=(1, 1))
    cache = RecordCache()
    assert load(tmp_path, cache).voices["a"].record.name == "A"
    put(tmp_path, {"voices/a.yml": "name: B\n"})
    os.utime(tmp_path / "voices/a.yml", ns=(1, 2))
    assert load(tmp_path, cache).voices["a"].record.name == "B"
    os.utime(tmp_path / "other.yml", ns=(1, 2))
    (tmp_path / "other.yml").replace(tmp_path / "voices/a.yml")
    assert load(tmp_path, cache).voices["a"].record.name == "C"


def test_two_readings_of_one_file_are_two_entries(tmp_path: Path) -> None:
    put(tmp_path, FILES)
    one, other = load(tmp_path), load(tmp_path)
    assert one.claims["late"] == one.claims["late"]
    assert one.claims["late"] != other.claims["late"]
    assert one.claims["late"].record == other.claims["late"].record
    assert len({one.claims["late"], other.claims["late"], one.claims["late"]}) == 2
