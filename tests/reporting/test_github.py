"""Findings as GitHub annotations."""

from __future__ import annotations

from claimgraph.findings import Severity
from claimgraph.reporting.github import as_github
from tests.reporting.found import found


def test_severities_have_their_commands_and_errors_come_first() -> None:
    shown = as_github(found(severity=severity) for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR))
    about = "file=claims/buses/late.yml,line=1,col=1,title=late-bus::buses are late\n"
    assert shown == f"::error {about}::warning {about}::notice {about}"


def test_hint_is_a_line_of_the_message() -> None:
    assert as_github([found(line=3, column=5, hint="walk")]) == (
        "::error file=claims/buses/late.yml,line=3,col=5,title=late-bus::buses are late%0Awalk\n"
    )


def test_percent_signs_and_line_ends_are_escaped() -> None:
    assert as_github([found("100%\r\n::error::no")]).endswith("::100%25%0D%0A::error::no\n")


def test_properties_have_their_colons_and_commas_escaped() -> None:
    shown = as_github([found(path="claims/a,b:c\n%.yml")])
    assert shown.startswith("::error file=claims/a%2Cb%3Ac%0A%25.yml,line=1")


def test_one_line_each() -> None:
    assert as_github([found("a\nb"), found("c\rd")]).count("\n") == 2


def test_nothing_found() -> None:
    assert as_github([]) == ""
