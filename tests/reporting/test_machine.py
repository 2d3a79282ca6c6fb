"""Findings for other programs."""

from __future__ import annotations

import json

from claimgraph.findings import Severity
from claimgraph.reporting.machine import as_json, as_sarif
from tests.reporting.found import found


def test_json_is_a_list_of_findings() -> None:
    rows = json.loads(as_json([found(severity=Severity.NOTE, line=3, column=5, hint="walk"), found()]))
    assert rows[0] == {
        "rule": "late-bus",
        "severity": "note",
        "path": "claims/buses/late.yml",
        "line": 3,
        "column": 5,
        "message": "buses are late",
        "hint": "walk",
    }
    assert [list(row) for row in rows] == [["rule", "severity", "path", "line", "column", "message", "hint"]] * 2


def test_json_of_nothing() -> None:
    assert as_json([]) == "[]\n"


def test_sarif_has_what_the_standard_asks_for() -> None:
    findings = [found(severity=severity, line=3, column=5, hint="walk") for severity in Severity]
    log = json.loads(as_sarif(findings, {"late-bus": "A bus is on time."}, "1.2"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"] == {
        "name": "claimgraph",
        "version": "1.2",
        "rules": [{"id": "late-bus", "fullDescription": {"text": "A bus is on time."}}],
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert run["results"][0] == {
        "ruleId": "late-bus",
        "level": "error",
        "message": {"text": "buses are late\nwalk"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "claims/buses/late.yml"},
                    "region": {"startLine": 3, "startColumn": 5},
                }
            }
        ],
    }


def test_sarif_encodes_paths() -> None:
    log = json.loads(as_sarif([found(path="claims/a b/\u00e9\udcff.yml")], {}, "1"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "claims/a%20b/%C3%A9%FF.yml"
