"""Findings in order of place."""

from __future__ import annotations

from claimgraph.findings import Finding, Severity, in_order
from claimgraph.location import Location


def finding(path: str = "a", line: int = 1, rule: str = "r", message: str = "m", hint: str = "") -> Finding:
    return Finding(
        rule=rule, severity=Severity.ERROR, location=Location(path=path, line=line), message=message, hint=hint
    )


def test_in_order_of_place_then_of_rule_message_and_hint() -> None:
    expected = (
        finding(line=2),
        finding(line=10),
        finding("b", rule="q"),
        finding("b", message="l"),
        finding("b", hint=""),
        finding("b", hint="h"),
    )
    assert in_order(reversed(expected)) == expected


def test_each_once() -> None:
    assert in_order([finding(), finding(), finding("b"), finding()]) == (finding(), finding("b"))


def test_severities_are_their_names() -> None:
    assert [str(severity) for severity in Severity] == ["error", "warning", "note"]
