"""Says in lines what has changed: the sections, what needs a maintainer's eye first."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from claimgraph.changes.capture_outline import capture_sections
from claimgraph.changes.lines import Line, Piece, Section, Told, line, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.evidence import Effect
    from claimgraph.changes.fields import FieldChange, Plain
    from claimgraph.changes.records import ItemChange, RecordChange
    from claimgraph.findings import Finding

MAX_EFFECTS: Final = 50
"""How many quotes of one source are listed of which the check says something else."""
LONG: Final = 100
"""From how many characters on a changed text is shown as its difference."""
AROUND: Final = 5
"""How many words that did not change are shown beside one that did."""


_HEADINGS: Final[Mapping[str, str]] = {
    "claim": "Claims",
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
    """Yield what has changed, what needs a maintainer's eye first; no section without lines."""
    yield from capture_sections(changes.captures, changes.comparisons)
    for kind, heading in _HEADINGS.items():
        lines = tuple(row for change in changes.records if change.kind == kind for row in _record(change))
        if lines:
            yield Section(heading=heading, lines=lines, note=_NOTES.get(kind, ""))
    if changes.effects:
        yield Section(
            heading="Quotes that did not change, and of which the check says something else",
            lines=tuple(_effects(changes.effects)),
        )
    # Here belongs a section on what changes in the standing of claims.
    for heading, findings in (("New findings", changes.new), ("Findings that are gone", changes.gone)):
        if findings:
            yield Section(heading=heading, lines=tuple(map(_finding, findings)))


def _record(change: RecordChange) -> Iterator[Line]:
    title = (": ", told(change.title)) if change.title else ()
    match change.how:
        case "renamed":
            yield line(0, "renamed ", Told(text=change.former), " to ", Told(text=change.id), *title)
        case "refused":
            yield line(0, "cannot be read any more: ", Told(text=change.path))
        case how:
            yield line(0, f"{how} ", Told(text=change.id), *title)
    for field in change.fields:
        yield line(1, *_field(field))
    for item in change.items:
        yield line(1, f"{item.how} ", *_item(item))
        for answer in item.answers:
            yield line(2, "answers the critical question: ", told(answer))
        for field in item.fields:
            yield line(2, *_field(field))


def _field(change: FieldChange) -> tuple[Piece, ...]:
    name = Told(text=change.field)
    if change.before is None:
        return name, " is new: ", told(change.after or "")
    if change.after is None:
        return name, " is gone: ", told(change.before)
    if max(len(change.before), len(change.after)) > LONG:
        return name, " changed: ", told(difference(change.before, change.after))
    return name, ": ", told(change.before), " became ", told(change.after)


def difference(before: str, after: str) -> str:
    """Return what changed in a text: `[-words-]` are gone, `{+words+}` are new, others stand around them."""
    one, other = before.split(), after.split()
    parts: list[str] = []
    for tag, i, j, k, end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            is_first, is_last = i == k == 0, (j, end) == (len(one), len(other))
            parts += _shortened(one[i:j], is_first=is_first, is_last=is_last)
            continue
        if i < j:
            parts.append(f"[-{' '.join(one[i:j])}-]")
        if k < end:
            parts.append(f"{{+{' '.join(other[k:end])}+}}")
    return " ".join(parts)


def _shortened(words: list[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Leave out the middle of words that did not change, or what is far from the change on one side."""
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(words) <= head + tail + 1:
        return words
    return [*words[:head], "\u2026", *words[len(words) - tail :]]


def _item(change: ItemChange) -> tuple[Piece, ...]:
    item = change.item
    match change.kind:
        case "quotes":
            verb = "disputing " if item["stance"] == "disputes" else ""
            by = (" by ", told(item["speaker"])) if item["speaker"] else ()
            return f"{verb}quote from ", Told(text=item["source"]), *by, ": ", told(item["exact"])
        case "citations":
            verb = "disputing " if item["stance"] == "disputes" else ""
            return f"{verb}citation of ", Told(text=item["source"]), ": ", told(item["finding"])
        case "figures":
            parts = (Told(text=item["measure"]), " = ", told(item["value"]), " in ", told(item["period"]))
            return "figure ", *parts, " from ", Told(text=item["source"])
        case "computed":
            return "worked out by the editors: ", told(item["value"]), ", ", told(item["how"])
        case "named":
            return "named by the editors: ", told(item["name"]), ", ", told(item["how"])
        case "undercuts":
            return "link: undercuts ", *_hit(item), ": ", told(item["because"])
        case kind:
            return f"link: {kind} ", Told(text=item["claim"]), ": ", told(item["because"])


def _hit(item: Plain) -> tuple[Piece, ...]:
    claim = Told(text=item["claim"])
    for kind, before, after in (
        ("quote", "the quote ", " of "),
        ("citation", "the citation ", " of "),
        ("supports", "the step to ", " from "),
        ("counts_against", "the step against ", " from "),
        ("limits", "the limit of ", " by "),
        ("opposes", "the conflict with ", " of "),
    ):
        if item[kind] is not None:
            return before, Told(text=item[kind]), after, claim
    return (claim,)


def _effects(effects: Iterable[Effect]) -> Iterator[Line]:
    by_source: dict[str, list[Effect]] = {}
    for effect in effects:
        by_source.setdefault(effect.source, []).append(effect)
    for source, found in sorted(by_source.items()):
        yield line(0, "quotes of ", Told(text=source))
        for effect in found[:MAX_EFFECTS]:
            yield line(1, Told(text=effect.claim), f", quote {effect.number}: ", told(effect.exact))
            yield line(2, told(effect.before), " became ", told(effect.after))
        if len(found) > MAX_EFFECTS:
            yield line(1, f"and {len(found) - MAX_EFFECTS} more")


def _finding(finding: Finding) -> Line:
    where = Told(text=str(finding.location))
    return line(0, where, f": {finding.severity} ", Told(text=finding.rule), ": ", told(finding.message))
