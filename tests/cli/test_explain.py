"""The command `explain`."""

from __future__ import annotations

import pytest

from claimgraph.rules.catalogue import RULES
from tests.cli.running import Said, said


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"{rule} ({RULES[rule].severity})\n\n{RULES[rule].text}\n"
    assert said(capsys, "explain", rule) == Said(status=0, out=text, err="")


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "explain")
    assert (shown.status, shown.err) == (0, "")
    assert [line.split()[:2] for line in shown.out.splitlines()] == [[r.id, r.severity] for r in RULES.values()]


def test_unknown_rule(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "explain", "quote-neer")
    expected = "claimgraph explain: there is no rule 'quote-neer' (did you mean 'quote-near'?)\n"
    assert shown == Said(status=2, out="", err=expected)


def test_rule_like_none(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "explain", "zzz")
    assert shown == Said(status=2, out="", err="claimgraph explain: there is no rule 'zzz'\n")
