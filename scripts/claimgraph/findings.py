"""Findings: one thing wrong, at a place in a file, by a rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.location import Location


class Severity(StrEnum):
    """How much a finding weighs: an error refuses, a warning and a note only speak (unless `--strict`)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong.

    `rule` is the rule's id, such as `unknown-claim`. `message` is one sentence without a full stop: what was written
    and what was expected. `hint` says what to do, and may have several lines (a passage, a diff); empty if there is
    nothing to add to the message.
    """

    rule: str
    severity: Severity
    location: Location
    message: str
    hint: str = ""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order of place, then of rule and message, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.location, f.rule, f.message, f.hint)))
