"""Replaces texts in a data file. Read again, the file must say just that and nothing else, or it is left alone."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.findings import Finding
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.findings import Fix
    from claimgraph.location import Mark, Step

_BOM: Final = "\ufeff"
_DOTS: Final = r"(?<![\[.])(?:\.{3,}|\u2026)(?![\].])"
_AT_BEGIN: Final = re.compile(rf"^((?:[>|][-+]?\s+|[\"'])?)\s*{_DOTS}\s*")
_AT_END: Final = re.compile(rf"\s*{_DOTS}\s*([\"']?\s*)$")


def fixed(path: str, content: bytes, findings: Iterable[Finding]) -> tuple[bytes, int]:
    """Return a file's bytes with the fixes of findings in it, and how many could be made."""
    made = 0
    for finding in sorted(findings, key=lambda each: each.location, reverse=True):  # places before it stay the same
        if finding.fix is not None and (new := _with(path, content, finding, finding.fix)) is not None:
            content, made = new, made + 1
    return content, made


def _with(path: str, content: bytes, finding: Finding, fix: Fix) -> bytes | None:
    """Return a file's bytes with one fix; None if it cannot be made."""
    document = read_yaml(path, content)
    place = (finding.location.line, finding.location.column)
    if isinstance(document, Finding) or (steps := _steps(document.mark, place)) is None:
        return None
    wanted = copy.deepcopy(document.data)
    around: Any = wanted
    for step in steps[:-1]:
        around = around[step]
    if around[steps[-1]] != fix.old:
        return None
    around[steps[-1]] = fix.new
    text = content.decode("utf-8")
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    begin, *after = sorted(
        starts[line - 1] + column - 1 for line, column in _places(document.mark) if (line, column) >= place
    )
    end = after[0] if after else len(text)
    for written in _ways(text[begin:end], fix):
        new = f"{bom}{text[:begin]}{written}{text[end:]}".encode()
        again = read_yaml(path, new)
        if not isinstance(again, Finding) and again.data == wanted:
            return new
    return None


def _steps(mark: Mark, place: tuple[int, int]) -> tuple[Step, ...] | None:
    """Return the steps to the text at a place; None if none begins there."""
    for step, inside in mark.inside.items():
        if (inside.line, inside.column) == place and not inside.inside:
            return (step,)
        if (found := _steps(inside, place)) is not None:
            return (step, *found)
    return None


def _places(mark: Mark) -> Iterator[tuple[int, int]]:
    """Yield where every key and value begins."""
    for inside in mark.inside.values():
        yield inside.line, inside.column
        if inside.key is not None:
            yield inside.key
        yield from _places(inside)


def _ways(written: str, fix: Fix) -> Iterator[str]:
    """Yield ways to write what is meant; `written` is the old text as it stands in the file, and what follows it."""
    if match := re.match(rf"[\"']?{re.escape(fix.old)}", written):
        yield match[0].replace(fix.old, fix.new) + written[match.end() :]
    bare = written.rstrip()
    dotted = _AT_END.sub(r"\1", _AT_BEGIN.sub(r"\1", bare))
    spaced = re.sub(rf"(?<=\S){_DOTS}", " [...]", dotted)
    spaced = re.sub(rf"{_DOTS}", "[...]", spaced)
    yield re.sub(r"\[\.\.\.\](?=[^\s\"'])", "[...] ", spaced) + written[len(bare) :]
