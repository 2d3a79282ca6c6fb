"""What carries a number, a date or a name of a claim: one claim a row, all of them in one corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from claimgraph.checking.whole import examine
from claimgraph.rules.catalogue import RULES
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping

Rows: TypeAlias = tuple[tuple[str, str, list[str]], ...]

GLOSSARY = """\
# yaml-language-server: $schema=glossary.schema.json
terms:
  - {term: HTB, meaning: The bus company., aliases: [Harbour Town Buses]}
"""
SOURCE = """\
# yaml-language-server: $schema=source.schema.json
type: report
title: Buses in the years 2001 to 2003
title-short: The Quill Report
author: [{family: Quill, given: Ada}]
publisher: Bus Press
container-title: Journal of Lines
issued: 2020-03/2020-05
original-date: 2018~
depth: none
"""
CITED: Rows = (
    # finding, assertion, what of it is not carried
    ("One in four was late.", "On the buses, 25% and a quarter came late.", []),
    ("A share of 75 per cent.", "On the buses, three-quarters, 75% and 75 came late.", ["75"]),
    ("It was 63 in 56,847.", "It was 63 of the 56,847, and 63 in 100.", ["63 in 100"]),
    ("It was 80,000.", "On the buses, 80 thousand and 80.000 came late.", ["80.000"]),
    ("About a year.", "It took one year and two years.", ["two"]),
    ("From 20 to 30%.", "It was 20-30%, and 20.", []),
    ("The first bus.", "It was the first and the second bus.", ["second"]),
    ("In March 2019.", "It was in 2019, in March, and in April 2019.", ["April 2019"]),
    ("From 2010 to 2012.", "It was in 2011 and in 2013.", ["2013"]),
    ("In 2013 and 2014.", "It was in 2013-14 and in 2014-15.", ["2014-15"]),
    ("In July, and on the second of June.", "It was in July 2020, on 2 June 2020 and on 3 June 2020.", ["3 June 2020"]),
    ("On 3 June.", "It was in June, on 3 June and on 4 June.", ["4 June"]),
    ("In July.", "It was in July 2021.", ["July 2021"]),
    ("Nothing.", "It was in March 2020, in May 2020 and in April 2020.", ["April 2020"]),
    ("Nothing.", "It was in 2018, in 2020 and in 2002, and so in 2019.", ["2019"]),
    ("A thing.", "It was in Harbour Town, England, by Ada Quill, Bus Press and the Journal of Lines.", []),
    ("A thing.", "It was the Quill Report on buses.", []),
    ("HTB did.", "It was the fault of Harbour Town Buses.", []),
    ("A thing.", "It was the fault of HTB.", ["HTB"]),
    ("The HTB's.", "It was in Leeds, HTBs say.", ["Leeds"]),
    ("The Five Year Plan.", "It was in the Five Year Plan.", []),
)
QUOTED: Rows = (
    # speaker, assertion, what of it is not carried
    ("The driver", "It was a driver's word, and The Driver said so.", []),
    ("the mayor", "It was as Mayor Ada Quill said.", []),
    ("the mayor", "It was as Quill said in Harbour News on 20 November 2021.", []),
)


def claim(assertion: str, evidence: str) -> str:
    return (
        "# yaml-language-server: $schema=../claim.schema.json\ntitle: A title\n"
        f'assertion: "{assertion}"\nkind: factual\n'
        f'scope: {{place: "Harbour Town, England", period: 1900}}\n{evidence}\n'
    )


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Return what is not carried, by the claim's id, in the order of the assertion's kinds: numbers, then names."""
    root = tmp_path_factory.mktemp("carrying")
    lay_corpus(root)
    (root / "sources/report.yml").write_text(SOURCE, encoding="utf-8")
    (root / "claims/_glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    rows = {
        f"cited-{number}": claim(said, f'citations: [{{source: report, finding: "{finding}"}}]')
        for number, (finding, said, _) in enumerate(CITED)
    }
    for number, (speaker, said, _) in enumerate(QUOTED):
        source = "bus-hearing-2021" if speaker == "The driver" else "harbour-news-2021"
        quote = f'quotes: [{{source: {source}, speaker: {speaker}, exact: "no words that carry anything at all"}}]'
        rows[f"quoted-{number}"] = claim(said, quote)
    for id_, content in rows.items():
        (root / f"claims/buses/{id_}.yml").write_text(content, encoding="utf-8")
    examined = examine(root)
    found: dict[str, list[str]] = {}
    for rule in ("number-not-carried", "name-not-carried"):
        for finding in RULES[rule].findings(examined):
            found.setdefault(Path(finding.location.path).stem, []).append(finding.message.split("'")[1])
    return found


@pytest.mark.parametrize(("number", "expected"), list(enumerate(row[2] for row in CITED)))
def test_by_a_finding_or_its_source(number: int, expected: list[str], lacking: Mapping[str, list[str]]) -> None:
    assert lacking.get(f"cited-{number}", []) == expected


@pytest.mark.parametrize(("number", "expected"), list(enumerate(row[2] for row in QUOTED)))
def test_by_a_quote_s_speaker(number: int, expected: list[str], lacking: Mapping[str, list[str]]) -> None:
    assert lacking.get(f"quoted-{number}", []) == expected


def test_the_base_corpus_lacks_nothing(lacking: Mapping[str, list[str]]) -> None:
    assert {id_ for id_ in lacking if not id_.startswith(("cited-", "quoted-"))} == set()
