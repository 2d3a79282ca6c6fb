"""Findings as text."""

from __future__ import annotations

import pytest

from claimgraph.findings import Severity
from claimgraph.reporting.text import as_text
from tests.reporting.found import found


def no_line(_path: str, _number: int) -> str:
    return ""


def test_place_severity_rule_and_message() -> None:
    shown = as_text([found(severity=Severity.WARNING, line=3, column=5)], no_line)
    assert shown == "claims/buses/late.yml:3:5: warning[late-bus]: buses are late\n"


def test_nothing_found() -> None:
    assert as_text([], no_line) == ""


def test_line_with_a_caret_below_its_column() -> None:
    shown = as_text([found(line=12, column=7)], lambda path, number: f"abcdef {path} {number}")
    assert shown.split("\n")[1:3] == ["    12 | abcdef claims/buses/late.yml 12", "       |       ^"]


def test_hint_below() -> None:
    shown = as_text([found(hint="one\ntwo")], no_line)
    assert shown.split("\n")[1:] == ["    = one", "    = two", ""]


@pytest.mark.parametrize(
    ("column", "caret"), [(1, 0), (51, 50), (52, 50), (400, 50)], ids=["first", "fifty-first", "fifty-second", "far"]
)
def test_long_line_is_cut_around_its_column(column: int, caret: int) -> None:
    line = "".join(str(number % 10) for number in range(1, 501))
    _, shown, below, _ = as_text([found(column=column)], lambda *_: line).split("\n")
    text = shown.removeprefix("    1 | ")
    assert len(text) == 100
    assert below == "      | " + " " * caret + "^"
    assert text[caret] == line[column - 1]


def test_tabs_keep_the_caret_below_its_column() -> None:
    shown = as_text([found(column=3)], lambda *_: "\t\tlate")
    assert shown.split("\n")[1:3] == ["    1 | \t\tlate", "      | \t\t^"]


def test_what_is_in_files_begins_no_line_and_gives_no_command() -> None:
    finding = found("says '\n::error::x\x1b[2J'", hint="a\x1b[2J", path="claims/a\nb/\x07.yml")
    shown = as_text([finding], lambda *_: "x\x1b[2J")
    assert shown == (
        "claims/a b/\ufffd.yml:1:1: error[late-bus]: says ' ::error::x\ufffd[2J'\n"
        "    1 | x\ufffd[2J\n"
        "      | ^\n"
        "    = a\ufffd[2J\n"
    )
