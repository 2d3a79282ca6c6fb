"""Findings as GitHub annotations.

They are workflow commands, in which percent signs and line ends are escaped as the runner's toolkit does. GitHub shows
only ten annotations of a kind in a step, so the same findings follow as text in the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.findings import Finding
    from claimgraph.location import Location

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands, errors first."""
    ordered = sorted(findings, key=lambda finding: list(Severity).index(finding.severity))
    return "".join(_command(finding) for finding in ordered)


def _command(finding: Finding) -> str:
    message = finding.message + (f"\n{finding.advice}" if finding.advice else "")
    return annotation(finding.severity, finding.location, finding.rule, message)


def annotation(severity: Severity, where: Location, title: str, message: str) -> str:
    """Return one workflow command with its line end."""
    properties = {"file": where.path, "line": where.line, "col": where.column, "title": title}
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[severity]} {shown}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
