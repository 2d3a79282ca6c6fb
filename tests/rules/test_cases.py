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


WORDS = frozenset({"title", "assertion", "note"})


class Wordless:
    """A claim's record of which nobody may read the words."""

    def __init__(self, record: Claim) -> None:
        self._record = record

    def __getattr__(self, name: str) -> object:
        assert name not in WORDS
        return getattr(self._record, name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_only_rules_that_say_so_read_words(case: Case, tmp_path: Path) -> None:
    case.lay(tmp_path)
    examined = examine(tmp_path)
    _ = examined.analysis.standings, examined.analysis.leading, examined.standings_if_verified
    entries = {
        id_: replace(entry, record=cast("Claim", Wordless(entry.record)))
        for id_, entry in examined.corpus.claims.items()
    }
    wordless = replace(examined, corpus=replace(examined.corpus, claims=entries))
    wordless.__dict__.update(examined.__dict__ | {"corpus": wordless.corpus})
    for rule in RULES.values():
        if not rule.reads_words:
            assert list(rule.check(wordless)) == list(rule.check(examined))


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
    kept = [rule.id for rule in RULES.values() if not rule.reads_words]
    assert [id_ for id_ in kept if id_ not in cache.passed] == []
    return cache
