"""Findings: each is one mistake, at a place in a file, that a rule names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimgraph.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How serious a finding is: only an error fails the check, or with `--strict` a warning or note too."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mistake.

    `rule` is the rule's id, such as `unknown-claim`. `message` is one sentence without a full stop: what was written
    and what was expected. `hint` says what to do, and may have several lines (a passage, a diff); it is empty if the
    message says it all.
    """

    rule: str
    severity: Severity
    location: Location
    message: str
    hint: str = ""


def as_row(finding: Finding) -> dict[str, str | int]:
    """Return a finding as a flat row of plain data."""
    where = finding.location
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "message": finding.message,
        "hint": finding.hint,
    }


def file_error(rule: str, path: str, message: str, hint: str) -> Finding:
    """Return the error that a rule finds in a file as a whole."""
    return Finding(rule=rule, severity=Severity.ERROR, location=Location(path=path), message=message, hint=hint)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order of place, rule and message, without duplicates."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.location, f.rule, f.message, f.hint)))
