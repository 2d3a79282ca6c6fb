"""Every rule, on broken files that state what is found in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from claimgraph.checking.whole import CheckCache, check, examine
from claimgraph.rules.catalogue import RULES, findings
from tests.rules.laying import Case, cases, found_in, lay_corpus, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimgraph.model.claim import Claim

CASES = tuple(cases(Path(__file__).parent / "cases"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gets_the_findings_it_states(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path)
    findings = case.findings(tmp_path)
    expected = case.expected()
    assert [shown(finding) for finding in findings] == [line for line, _ in expected]
    for finding, (_, hint) in zip(findings, expected, strict=True):
        assert not hint or tuple(finding.hint.split("\n")) == hint
        assert finding.severity is RULES[finding.rule].severity


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_a_case_that_breaks_it(rule: str) -> None:
    assert any(f"[{rule}]" in line for case in CASES if case.rule == rule for line, _ in case.expected())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_is_named_after_a_rule(case: Case) -> None:
    assert case.rule in RULES


def test_base_corpus_is_clean(tmp_path: Path) -> None:
    lay_corpus(tmp_path)
    assert [shown(finding) for finding in found_in(tmp_path)] == []


class Wordless:
    """A claim's record of which nobody may read some words."""

    def __init__(self, record: Claim, hidden: Collection[str]) -> None:
        self._record, self._hidden = record, hidden

    def __getattr__(self, name: str) -> object:
        assert name not in self._hidden
        return getattr(self._record, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_rule_reads_the_words_that_it_says(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path)
    examined = examine(tmp_path)
    _ = examined.analysis.standings, examined.analysis.leading, examined.standings_if_verified
    for rule in RULES.values():
        hidden = {"title", "assertion", "note"}.difference(rule.words)
        entries = {
            id_: replace(entry, record=cast("Claim", Wordless(entry.record, hidden)))
            for id_, entry in examined.corpus.claims.items()
        }
        seen = replace(examined, corpus=replace(examined.corpus, claims=entries))
        seen.__dict__.update(examined.__dict__ | {"corpus": seen.corpus})
        assert list(rule.check(seen)) == list(rule.check(examined))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gets_the_same_findings_after_a_check_without_any(case: Case, tmp_path: Path, clean: CheckCache) -> None:
    case.lay(tmp_path)
    assert findings(examine(tmp_path, cache=CheckCache(passed=clean.passed))) == findings(examine(tmp_path))


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> CheckCache:
    """Return what a check of the base corpus found."""
    root, cache = tmp_path_factory.mktemp("clean"), CheckCache()
    lay_corpus(root)
    assert check(root, cache=cache).findings == ()
    assert cache.passed.keys() == RULES.keys()
    return cache
