"""Writes the sections on all changes; what maintainers have to look at comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.changes.capture_outline import capture_sections
from claimgraph.changes.lines import FileText, Line, Section, file_text, line
from claimgraph.changes.record_outline import record_lines
from claimgraph.changes.standing_outline import standing_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.evidence import Effect
    from claimgraph.findings import Finding

MAX_EFFECTS: Final = 50
"""How many quotes of one source with a changed verdict are listed at most."""


_HEADINGS: Final[Mapping[str, str]] = {
    "topic": "Topics",
    "source": "Sources",
    "voice": "Voices",
    "glossary": "Glossary",
    "measures": "Measures",
}
_NOTES: Final[Mapping[str, str]] = {
    "source": "Who speaks where, and which parts are ignored, decides what quotes of a source prove."
}


def sections(changes: Changes) -> Iterator[Section]:
    """Yield the sections that have lines; what maintainers have to look at comes first."""
    yield from capture_sections(changes.captures, changes.comparisons)
    yield from standing_sections(changes.standings)
    new = new_states(changes)
    claims = (change for change in changes.records if change.kind == "claim")
    if lines := tuple(row for change in claims for row in record_lines(change, new.get(change.id))):
        yield Section(heading="Claims", lines=lines)
    yield from other_sections(changes)


def new_states(changes: Changes) -> dict[str, str | None]:
    """Return the state of each new claim that is no thesis."""
    return {each.claim: each.after for each in changes.standings if each.before is None and not each.is_thesis}


def other_sections(changes: Changes) -> Iterator[Section]:
    """Yield the sections on all but captures and claims."""
    for kind, heading in _HEADINGS.items():
        found = (change for change in changes.records if change.kind == kind)
        if lines := tuple(row for change in found for row in record_lines(change)):
            yield Section(heading=heading, lines=lines, note=_NOTES.get(kind, ""))
    if changes.effects:
        yield Section(
            heading="Quotes that did not change, and of which the check says something else",
            lines=tuple(_effects(changes.effects)),
        )
    for heading, findings in (("New findings", changes.new), ("Findings that are gone", changes.gone)):
        if findings:
            yield Section(heading=heading, lines=tuple(map(_finding, findings)))


def _effects(effects: Iterable[Effect]) -> Iterator[Line]:
    by_source: dict[str, list[Effect]] = {}
    for effect in effects:
        by_source.setdefault(effect.source, []).append(effect)
    for source, found in sorted(by_source.items()):
        yield line(0, "quotes of ", FileText(text=source))
        for effect in found[:MAX_EFFECTS]:
            yield line(1, FileText(text=effect.claim), f", quote {effect.number}: ", file_text(effect.exact))
            yield line(2, file_text(effect.before), " became ", file_text(effect.after))
        if len(found) > MAX_EFFECTS:
            yield line(1, f"and {len(found) - MAX_EFFECTS} more")


def _finding(finding: Finding) -> Line:
    where = FileText(text=str(finding.location))
    return line(0, where, f": {finding.severity} ", FileText(text=finding.rule), ": ", file_text(finding.message))
