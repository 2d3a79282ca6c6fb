"""Writes the lines about changed captures and comparisons, with the quotes that rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.captures.store import capture_path
from claimgraph.changes.lines import FileText, Line, Section, file_text, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.changes.captures import CaptureChange, ComparisonChange, Fate
    from claimgraph.changes.lines import Piece
    from claimgraph.model.compared import Comparison

MAX_LINES: Final = 12
"""How many ranges of lines of a capture are named at most."""
MAX_QUOTES: Final = 50
"""How many quotes that are new on a capture, or no longer stand, are listed at most."""


def capture_sections(captures: Iterable[CaptureChange], comparisons: Iterable[ComparisonChange]) -> Iterator[Section]:
    """Yield the sections on changed captures and on changed comparisons that have lines."""
    if rows := tuple(row for change in captures for row in _capture(change)):
        yield Section(
            heading="Captures",
            lines=rows,
            note="A contributor's capture proves nothing until a maintainer compares it with the text.",
        )
    if rows := tuple(map(_comparison, comparisons)):
        yield Section(
            heading="Comparisons",
            lines=rows,
            note="Who compared which capture with its text. Only maintainers change this.",
        )


def _capture(change: CaptureChange) -> Iterator[Line]:
    yield line(0, f"{change.how} ", FileText(text=capture_path(change.source)), _difference(change))
    if change.how != "added":
        yield line(1, "before: ", *_compared(change.before))
    if change.how != "removed":
        yield line(1, "now: ", *_compared(change.after))
    yield from _quotes(change)
    if change.how != "removed" and change.after is None:
        yield line(1, "compare it: ", FileText(text=what_to_type(change)))


def _difference(change: CaptureChange) -> str:
    match change.how:
        case "added":
            return f", {size(change)}"
        case "changed":
            return f": {ranges(change.lines)}; now {size(change)}"
        case _:
            return ""


def _compared(comparison: Comparison | None) -> tuple[Piece, ...]:
    if comparison is None:
        return ("nobody has compared it",)
    return "compared on ", FileText(text=comparison.on), " by ", file_text(comparison.by)


def _quotes(change: CaptureChange) -> Iterator[Line]:
    """Yield how many quotes stand on a capture as before, then each quote that is new on it or no longer stands."""
    if kept := count(change, "as before"):
        yield line(1, f"{quotes(kept)} stand{'s' * (kept == 1)} on it as before")
    found = [one for one in change.quotes if one.fate != "as before"]
    for one in found[:MAX_QUOTES]:
        name = (FileText(text=one.claim), f", quote {one.number}: ", file_text(one.exact))
        if one.fate == "new":
            yield line(1, "rests on it, and did not before: ", *name)
        else:
            yield line(1, "no longer stands: ", *name, "; the check says: ", file_text(one.check))
    if len(found) > MAX_QUOTES:
        yield line(1, f"and {quotes(len(found) - MAX_QUOTES)} more")


def _comparison(change: ComparisonChange) -> Line:
    source = FileText(text=change.source)
    if change.after is None:
        return line(0, "removed ", source, ", ", *_compared(change.before))
    which = ", which is the capture that is there" if change.counts else ", which is NOT the capture that is there"
    if change.before is None:
        return line(0, "added ", source, ", ", *_compared(change.after), which)
    return line(0, "changed ", source, ", ", *_compared(change.before), "; now ", *_compared(change.after), which)


def count(change: CaptureChange, fate: Fate) -> int:
    """Return how many quotes on a capture have a fate."""
    return sum(one.fate == fate for one in change.quotes)


def quotes(number: int) -> str:
    """Return `1 quote`, `2 quotes`."""
    return f"{number:,} quote{'' if number == 1 else 's'}"


def what_to_type(change: CaptureChange) -> str:
    """Return the command by which a maintainer who has the text compares a capture."""
    return f"claimgraph capture TEXT --source {change.source} --compare --by maintainers"


def size(change: CaptureChange) -> str:
    """Return how many words a capture has, or that it cannot be read."""
    return "cannot be read" if change.words is None else f"{change.words:,} words"


def ranges(lines: Iterable[int]) -> str:
    """Return `lines 3-5, 9 differ`; of many ranges only the first."""
    found: list[list[int]] = []
    for number in lines:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    if not found:
        return "no line's fingerprints differ"
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found[:MAX_LINES])
    more = " and more" if len(found) > MAX_LINES else ""
    return f"line{'' if shown.isdigit() else 's'} {shown}{more} differ{'s' if shown.isdigit() else ''}"
