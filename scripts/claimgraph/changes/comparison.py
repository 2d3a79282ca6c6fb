"""Compares two states of a checkout."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.questions import Steps
from claimgraph.changes.captures import CaptureChange, ComparisonChange, changed_captures, changed_comparisons
from claimgraph.changes.evidence import Effect, effects
from claimgraph.changes.questions import with_questions
from claimgraph.changes.records import RecordChange, changed_records
from claimgraph.changes.standings import StandingChange, changed_standings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.changes.state import State
    from claimgraph.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different in a later state, in order of id or place, except that theses come first in `standings`.

    `comparisons` are entries of the file that says who compared captures. `standings` are claims and theses that came,
    went or changed their standing. `records` are by kind: claims, topics, sources, voices, glossary, measures.
    `effects` are unchanged quotes with a changed verdict or voice. `new` are findings that only the later state has, at
    whatever line, and `gone` findings that only the earlier state has.
    """

    captures: tuple[CaptureChange, ...]
    comparisons: tuple[ComparisonChange, ...]
    standings: tuple[StandingChange, ...]
    records: tuple[RecordChange, ...]
    effects: tuple[Effect, ...]
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    @property
    def are_none(self) -> bool:
        """Tell whether nothing differs."""
        found = (self.captures, self.comparisons, self.standings, self.records, self.effects, self.new, self.gone)
        return not any(found)


def compare(before: State, after: State) -> Changes:
    """Return the changes from one state to another."""
    steps = Steps(after.corpus)
    return Changes(
        captures=tuple(changed_captures(before, after)),
        comparisons=tuple(changed_comparisons(before, after)),
        standings=changed_standings(before, after),
        records=tuple(with_questions(change, steps) for change in changed_records(before, after)),
        effects=tuple(effects(before, after)),
        new=_only_in(after.findings, before.findings),
        gone=_only_in(before.findings, after.findings),
    )


def _only_in(ours: Iterable[Finding], theirs: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return our findings that they do not have; of three equal ones of which they have two, the last."""
    known = Counter(map(_sameness, theirs))
    found: list[Finding] = []
    for finding in ours:
        key = _sameness(finding)
        known[key] -= 1
        if known[key] < 0:
            found.append(finding)
    return tuple(found)


def _sameness(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.location.path, finding.message
