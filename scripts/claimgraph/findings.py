"""Findings: each is one mistake, at a place in a file, that a rule names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from claimgraph.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How serious a finding is: only an error fails the check, or with `--strict` a warning or note too."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


FIXED: Final = "`claimgraph fix` writes it"
"""What is said of a mistake that may safely be put right by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One text of a file, `old` as it reads there, and the text that is meant, `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mistake.

    `rule` is the rule's id, such as `unknown-claim`. `message` is one sentence without a full stop: what was written
    and what was expected. `hint` says what to do, and may have several lines (a passage, a diff); it is empty if the
    message says it all. `fix` is what may safely be written instead of the text at the place; None if nothing may.
    """

    rule: str
    severity: Severity
    location: Location
    message: str
    hint: str = ""
    fix: Fix | None = None

    @property
    def advice(self) -> str:
        """What to do, in lines: the hint, and that a command does it."""
        return "\n".join(filter(None, (self.hint, FIXED if self.fix else "")))


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
        "hint": finding.advice,
    }


def file_error(rule: str, path: str, message: str, hint: str) -> Finding:
    """Return the error that a rule finds in a file as a whole."""
    return Finding(rule=rule, severity=Severity.ERROR, location=Location(path=path), message=message, hint=hint)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order of place, rule and message, without duplicates."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.location, f.rule, f.message, f.hint)))
