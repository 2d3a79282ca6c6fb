"""Every rule, on broken files that state what is found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimgraph.rules.catalogue import RULES
from tests.rules.laying import Case, cases, found_in, lay_corpus, shown

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
