"""The example maps: another subject than this repository's own, with real words, made by what the program brings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from claimgraph.checking.whole import Checked, check
from claimgraph.site.building import build
from tests.site.links import dead_links

EXAMPLES: Final = sorted(path.parent for path in (Path(__file__).parents[2] / "examples").glob("*/mkdocs.yml"))
TEXTS: Final = frozenset({".css", ".csv", ".html", ".js", ".json", ".jsonld", ".svg", ".ttl", ".txt", ".xml"})
FIRST_MAP: Final = re.compile(r"\biapt\b|talking[ -]therap|\bnhs\b|psychotherap", re.IGNORECASE)
"""Words of the map in this repository."""


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Path:
    root: Path = request.param
    return root


@pytest.fixture(scope="module")
def checked(example: Path) -> Checked:
    return check(example)


def test_it_has_nothing_wrong_but_captures_that_nobody_has_compared(checked: Checked) -> None:
    assert {finding.rule for finding in checked.findings} <= {"capture-not-compared"}
    assert checked.counts.verified == checked.counts.quotes > 0


def test_it_is_small_and_each_thesis_has_voiced_reasons_on_both_sides(checked: Checked) -> None:
    corpus, standings = checked.examined.corpus, checked.examined.analysis.standings
    assert 8 <= len(corpus.claims) <= 15
    assert 2 <= len(corpus.sources) <= 4
    theses = [id_ for id_, entry in corpus.claims.items() if entry.record.thesis]
    assert theses
    assert [id_ for id_ in theses if not (standings[id_].pro.backing.count and standings[id_].con.backing.count)] == []


def test_its_site_is_whole_and_knows_nothing_of_another_map(example: Path, checked: Checked, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(example, site, checked.examined, strict=None)
    assert dead_links(site) == []
    files = [path for path in sorted(site.rglob("*")) if path.suffix in TEXTS]
    told = {path.name: found[0] for path in files if (found := FIRST_MAP.search(path.read_text("utf-8")))}
    assert told == {}


def test_it_has_only_what_is_a_maps_own(example: Path) -> None:
    assert {path.name for path in example.iterdir() if not path.name.startswith(".")} - {"site"} == {
        *("README.md", "claims", "docs", "mkdocs.yml", "sources", "voices"),
    }
