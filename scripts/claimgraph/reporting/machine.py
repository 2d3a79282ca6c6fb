"""Findings for other programs: plain JSON, and SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claimgraph.findings import Severity, as_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.findings import Finding

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list of `{rule, severity, path, line, column, message, hint}`."""
    return json.dumps([as_row(finding) for finding in findings], indent=2, ensure_ascii=False) + "\n"


def as_sarif(findings: Iterable[Finding], rules: Mapping[str, str], version: str) -> str:
    """Return the findings as one SARIF run; `rules` maps each rule's id to its text.

    Columns count characters (section 3.14.17), and paths are relative URI references (section 3.4.3).
    """
    driver = {
        "name": "claimgraph",
        "version": version,
        "rules": [{"id": id_, "fullDescription": {"text": text}} for id_, text in rules.items()],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding) for finding in findings],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _result(finding: Finding) -> dict[str, Any]:
    where = finding.location
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + (f"\n{finding.advice}" if finding.advice else "")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(where.path, errors="surrogateescape")},
                    "region": {"startLine": where.line, "startColumn": where.column},
                }
            }
        ],
    }
