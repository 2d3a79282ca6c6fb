"""A finding for tests of how findings are shown."""

from __future__ import annotations

from claimgraph.findings import Finding, Severity
from claimgraph.location import Location


def found(  # noqa: PLR0913  what a finding has
    message: str = "buses are late",
    *,
    hint: str = "",
    severity: Severity = Severity.ERROR,
    path: str = "claims/buses/late.yml",
    line: int = 1,
    column: int = 1,
) -> Finding:
    """Return a finding of the rule `late-bus`."""
    where = Location(path=path, line=line, column=column)
    return Finding(rule="late-bus", severity=severity, location=where, message=message, hint=hint)
