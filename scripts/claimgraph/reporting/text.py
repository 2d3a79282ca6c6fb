"""Findings as text: the place, the message, the line with a caret, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimgraph.findings import Finding
    from claimgraph.location import Location

MAX_SHOWN: Final = 100
"""How many characters of a line are shown."""


def as_text(findings: Iterable[Finding], line_of: Callable[[str, int], str]) -> str:
    """Return the findings as text; `line_of` gives a line of a file by path and number, empty if there is none."""
    return "".join(f"{line}\n" for finding in findings for line in _lines(finding, line_of))


def _lines(finding: Finding, line_of: Callable[[str, int], str]) -> Iterator[str]:
    yield f"{finding.location}: {finding.severity}[{finding.rule}]: {finding.message}"
    yield from _excerpt(line_of(finding.location.path, finding.location.line), finding.location)
    for line in finding.hint.splitlines():
        yield f"    = {line}"


def _excerpt(line: str, location: Location) -> Iterator[str]:
    column, number = location.column, location.line
    if not line.strip():
        return
    start = max(0, column - 1 - MAX_SHOWN // 2) if len(line) > MAX_SHOWN else 0
    shown = line[start : start + MAX_SHOWN]
    indent = "".join("\t" if character == "\t" else " " for character in shown[: column - 1 - start])
    yield f"    {number} | {shown}"
    yield f"    {' ' * len(str(number))} | {indent}^"
