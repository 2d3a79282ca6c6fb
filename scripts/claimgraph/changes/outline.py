"""Says in lines what has changed, the same for every form in which it is shown.

What comes from files is kept apart from our own words, so that each form can show it as text and as nothing else.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.captures.store import capture_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.changes.comparison import Changes
    from claimgraph.changes.evidence import CaptureChange, Effect
    from claimgraph.changes.fields import FieldChange, Plain
    from claimgraph.changes.records import ItemChange, RecordChange
    from claimgraph.findings import Finding

MAX_TEXT: Final = 2_000
"""How many characters of one value are shown."""
MAX_LINES: Final = 12
"""How many ranges of lines of a capture are named."""
MAX_EFFECTS: Final = 50
"""How many quotes of one source are listed of which the check says something else."""
LONG: Final = 100
"""From how many characters on a changed text is shown as its difference."""
AROUND: Final = 5
"""How many words that did not change are shown beside one that did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text that comes from files: shown as it is, and never as markup."""

    text: str


Piece: TypeAlias = "str | Told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; `depth` is 0 for what stands under a heading itself, 1 for what belongs to the line above."""

    depth: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines under a heading; `note` is a sentence for whoever reads them, empty if there is nothing to say."""

    heading: str
    lines: tuple[Line, ...]
    note: str = ""


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
    if changes.captures:
        yield Section(
            heading="Captures",
            lines=tuple(line for change in changes.captures for line in _capture(change)),
            note="A contributor's capture proves nothing until a maintainer compares it with the text.",
        )
    for kind, heading in _HEADINGS.items():
        lines = tuple(line for change in changes.records if change.kind == kind for line in _record(change))
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


def _line(depth: int, *pieces: Piece) -> Line:
    return Line(depth=depth, pieces=pieces)


def _told(text: str) -> Told:
    return Told(text=text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "\u2026")


def _capture(change: CaptureChange) -> Iterator[Line]:
    path = Told(text=capture_path(change.source))
    match change.how:
        case "removed":
            yield _line(0, "removed ", path)
            return
        case "added":
            yield _line(0, "added ", path, ", " + _words(change))
        case _:
            yield _line(0, "changed ", path, f": {_ranges(change.lines)}; now {_words(change)}")
    yield _line(1, "compare it: ", Told(text=f"claimgraph capture TEXT --source {change.source} --compare"))


def _words(change: CaptureChange) -> str:
    return "cannot be read" if change.words is None else f"{change.words:,} words"


def _ranges(lines: Iterable[int]) -> str:
    """Return `lines 3-5, 9 differ`; of very many only the first."""
    found: list[list[int]] = []
    for line in lines:
        if found and found[-1][1] == line - 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    if not found:
        return "no line's fingerprints differ"
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found[:MAX_LINES])
    more = " and more" if len(found) > MAX_LINES else ""
    return f"line{'' if shown.isdigit() else 's'} {shown}{more} differ{'s' if shown.isdigit() else ''}"


def _record(change: RecordChange) -> Iterator[Line]:
    title = (": ", _told(change.title)) if change.title else ()
    match change.how:
        case "renamed":
            yield _line(0, "renamed ", Told(text=change.former), " to ", Told(text=change.id), *title)
        case "refused":
            yield _line(0, "cannot be read any more: ", Told(text=change.path))
        case how:
            yield _line(0, f"{how} ", Told(text=change.id), *title)
    for field in change.fields:
        yield _line(1, *_field(field))
    for item in change.items:
        yield _line(1, f"{item.how} ", *_item(item))
        for answer in item.answers:
            yield _line(2, "answers the critical question: ", _told(answer))
        for field in item.fields:
            yield _line(2, *_field(field))


def _field(change: FieldChange) -> tuple[Piece, ...]:
    name = Told(text=change.field)
    if change.before is None:
        return name, " is new: ", _told(change.after or "")
    if change.after is None:
        return name, " is gone: ", _told(change.before)
    if max(len(change.before), len(change.after)) > LONG:
        return name, " changed: ", _told(difference(change.before, change.after))
    return name, ": ", _told(change.before), " became ", _told(change.after)


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
            by = (" by ", _told(item["speaker"])) if item["speaker"] else ()
            return f"{verb}quote from ", Told(text=item["source"]), *by, ": ", _told(item["exact"])
        case "citations":
            verb = "disputing " if item["stance"] == "disputes" else ""
            return f"{verb}citation of ", Told(text=item["source"]), ": ", _told(item["finding"])
        case "figures":
            parts = (Told(text=item["measure"]), " = ", _told(item["value"]), " in ", _told(item["period"]))
            return "figure ", *parts, " from ", Told(text=item["source"])
        case "undercuts":
            return "link: undercuts ", *_hit(item), ": ", _told(item["because"])
        case kind:
            return f"link: {kind} ", Told(text=item["claim"]), ": ", _told(item["because"])


def _hit(item: Plain) -> tuple[Piece, ...]:
    claim = Told(text=item["claim"])
    for kind, before, after in (
        ("quote", "the quote ", " of "),
        ("citation", "the citation ", " of "),
        ("supports", "the step to ", " from "),
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
        yield _line(0, "quotes of ", Told(text=source))
        for effect in found[:MAX_EFFECTS]:
            yield _line(1, Told(text=effect.claim), f", quote {effect.number}: ", _told(effect.exact))
            yield _line(2, _told(effect.before), " became ", _told(effect.after))
        if len(found) > MAX_EFFECTS:
            yield _line(1, f"and {len(found) - MAX_EFFECTS} more")


def _finding(finding: Finding) -> Line:
    where = Told(text=str(finding.location))
    return _line(0, where, f": {finding.severity} ", Told(text=finding.rule), ": ", _told(finding.message))
