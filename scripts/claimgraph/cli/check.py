"""Check every claim, source and quote."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from claimgraph.checking.kept import explained
from claimgraph.checking.kept import summary as kept_summary
from claimgraph.checking.whole import TEXTS, Summary
from claimgraph.cli.below import below
from claimgraph.cli.colours import coloured, has_colours
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.findings import Finding, Severity
from claimgraph.reporting.github import as_github
from claimgraph.reporting.machine import as_json, as_sarif
from claimgraph.reporting.text import as_text
from claimgraph.rules.catalogue import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import SimpleNamespace

_EXPLAINED: Final = frozenset({"quote-absent", "quote-near"})
"""The rules whose findings say more where the text is at hand."""


def run(options: SimpleNamespace) -> int:
    """Check, print the findings, and a summary on the error stream."""
    root = checkout(options)
    if options.texts is not None and not options.texts.is_dir():
        raise UsageError(f"--texts: '{options.texts}' is no folder")
    chosen = below(root, options.paths)
    if options.watch:
        return int(importlib.import_module("claimgraph.cli.watching").watch(root, options, chosen))
    checked = kept_summary(root, texts=options.texts)
    if options.texts is None and (root / TEXTS).is_dir() and any(one.rule in _EXPLAINED for one in checked.findings):
        checked = explained(root, root / TEXTS)
    return told(checked, options, root, chosen)


def told(checked: Summary, options: SimpleNamespace, root: Path, chosen: Callable[[str], bool]) -> int:
    """Print the findings in the files that are chosen, and a summary; return the exit status."""
    here = Summary(findings=tuple(one for one in checked.findings if chosen(one.location.path)), counts=checked.counts)
    sys.stdout.write(shown(here.findings, options.format, root))
    sys.stdout.flush()
    sys.stderr.write(summary(here))
    if len(here.findings) < len(checked.findings):
        found = _found(tuple(one for one in checked.findings if not chosen(one.location.path)))
        sys.stderr.write(f"elsewhere, and not shown: {found}\n")
    if options.format == "text" and not options.paths:
        sys.stderr.write(second_readings(checked))
    return 1 if here.fails(strict=options.strict) else 0


def shown(findings: tuple[Finding, ...], form: str, root: Path) -> str:
    """Return the findings in one of the formats of `check`."""
    match form:
        case "github":
            text = as_text(findings, _lines_below(root))
            return as_github(findings) + (f"::group::All findings\n{text}::endgroup::\n" if text else "")
        case "json":
            return as_json(findings)
        case "sarif":
            return as_sarif(findings, {rule.id: rule.text for rule in RULES.values()}, version("claimgraph"))
        case _:
            text = as_text(findings, _lines_below(root))
            return coloured(text) if has_colours(sys.stdout) else text


def _lines_below(root: Path) -> Callable[[str, int], str]:
    files: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str:
        if path not in files:
            file = root / path
            is_plain = file.is_file() and not file.is_symlink() and not path.endswith(".json")
            content = file.read_bytes()[:200_000] if is_plain else b""
            files[path] = content.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
        lines = files[path]
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    return line_of


def summary(checked: Summary) -> str:
    """Return a line that counts what was checked and found."""
    counts = checked.counts
    return (
        f"{plural(counts.claims, 'claim')}, {plural(counts.sources, 'source')}, "
        f"{counts.verified:,} of {plural(counts.quotes, 'quote')} verified: {_found(checked.findings)}\n"
    )


def _found(findings: tuple[Finding, ...]) -> str:
    count = Counter(finding.severity for finding in findings)
    return ", ".join(plural(count[severity], severity.value) for severity in Severity)


def second_readings(checked: Summary) -> str:
    """Return a line that counts the claims with quotes that no second person has read; empty without quotes."""
    quoted, unread = checked.counts.quoted, checked.counts.unread
    if not quoted:
        return ""
    if unread == quoted:
        return f"{plural(unread, 'claim')} with quotes: none has been read beside them by a second person yet\n"
    return f"{plural(quoted, 'claim')} with quotes: {unread:,} not yet read beside them by a second person\n"


def plural(count: int, noun: str) -> str:
    """Return a count with its noun: `1 claim`, `1,200 claims`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
