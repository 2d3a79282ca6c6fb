"""Notes that a code forge always shows beside a change: every changed capture and comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.captures.store import capture_path
from claimgraph.changes.capture_outline import count, quotes, ranges, size, what_to_type
from claimgraph.loading.compared import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.changes.captures import CaptureChange, ComparisonChange
    from claimgraph.changes.comparison import Changes
    from claimgraph.model.compared import Comparison

SHOWN: Final = 10
"""How many annotations of one kind GitHub shows for a step; if there are more, the first names all captures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note on a file: its path relative to the checkout, a title, and a text of one or more lines."""

    path: str
    title: str
    text: str


def notes(changes: Changes) -> tuple[Note, ...]:
    """Return a note on the file of comparisons, if that changed, then one on each changed capture."""
    found = (*_on_comparisons(changes.comparisons), *map(_on_capture, changes.captures))
    if len(found) <= SHOWN:
        return found
    names = ", ".join(change.source for change in changes.captures)
    text = f"{len(changes.captures):,} captures were added, changed or removed: {names}"
    return Note(path=found[0].path, title="many captures changed", text=text), *found


def _on_comparisons(found: tuple[ComparisonChange, ...]) -> Iterator[Note]:
    if not found:
        return
    rows = [f"{one.source}: {_entry(one.before)} became {_entry(one.after)}{_counts(one)}" for one in found]
    text = "\n".join(["Only maintainers who compared the capture with the text change this file.", *rows])
    yield Note(path=COMPARED, title="comparisons changed", text=text)


def _entry(comparison: Comparison | None) -> str:
    if comparison is None:
        return "no comparison"
    return f"compared on {comparison.on} by {comparison.by} (capture {comparison.capture[:12]})"


def _counts(change: ComparisonChange) -> str:
    return "" if change.counts or change.after is None else ", which is NOT the capture that is there"


def _on_capture(change: CaptureChange) -> Note:
    told = [f"{_what(change)}. {_who(change)}. {_quotes(change)}."]
    told += [what_to_type(change)] if change.how != "removed" and change.after is None else []
    return Note(path=capture_path(change.source), title=f"capture {change.how}", text="\n".join(told))


def _what(change: CaptureChange) -> str:
    match change.how:
        case "added":
            return f"This capture is new ({size(change)})"
        case "removed":
            return "This capture was removed"
        case _:
            return f"This capture was changed: {ranges(change.lines)}; now {size(change)}"


def _who(change: CaptureChange) -> str:
    said = {"Before": change.before, "now": change.after}
    if change.how == "added":
        said = {"So far": change.after}
    if change.how == "removed":
        said = {"Before": change.before}
    return "; ".join(
        f"{when}, " + (f"it was compared on {one.on} by {one.by}" if one else "nobody has compared it")
        for when, one in said.items()
    )


def _quotes(change: CaptureChange) -> str:
    kept, new, fallen = (count(change, fate) for fate in ("as before", "new", "fallen"))
    return f"{quotes(kept)} stand on it as before, {new:,} for the first time, {fallen:,} no longer"
