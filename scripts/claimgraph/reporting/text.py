"""Findings as text: the place, the message, the line with a caret, and the hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimgraph.findings import Finding
    from claimgraph.location import Location

MAX_SHOWN: Final = 100
"""How many characters of a line are shown at most."""
_BLANK: Final = "\t\u00a0"


def as_text(findings: Iterable[Finding], line_of: Callable[[str, int], str]) -> str:
    """Return the findings as text; `line_of` gives a line of a file by path and number, empty if there is none.

    Names and values come from files, so their line ends and control characters are replaced: none can begin a line,
    which a terminal or a runner's log might read as a command.
    """
    return "".join(f"{line}\n" for finding in findings for line in _lines(finding, line_of))


def _lines(finding: Finding, line_of: Callable[[str, int], str]) -> Iterator[str]:
    yield _on_one_line(f"{finding.location}: {finding.severity}[{finding.rule}]: {finding.message}")
    yield from _excerpt(line_of(finding.location.path, finding.location.line), finding.location)
    for line in finding.advice.splitlines():
        yield f"    = {_on_one_line(line)}"


def _on_one_line(text: str) -> str:
    return _visible(" ".join(text.splitlines()))


def _visible(line: str) -> str:
    return "".join(character if character.isprintable() or character in _BLANK else "\ufffd" for character in line)


def _excerpt(line: str, location: Location) -> Iterator[str]:
    column, number = location.column, location.line
    if not line.strip():
        return
    start = max(0, column - 1 - MAX_SHOWN // 2) if len(line) > MAX_SHOWN else 0
    shown = _visible(line[start : start + MAX_SHOWN])
    indent = "".join("\t" if character == "\t" else " " for character in shown[: column - 1 - start])
    yield f"    {number} | {shown}"
    yield f"    {' ' * len(str(number))} | {indent}^"
