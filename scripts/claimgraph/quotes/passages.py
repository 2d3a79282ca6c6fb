"""Finds the passages that a source file gives by their lines and by their first and last words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.digests import WINDOW
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.phrase import Part
from claimgraph.quotes.search import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.captures.capture import Capture
    from claimgraph.location import Step
    from claimgraph.model.source import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """A mismatch between a source file and its capture; `steps` lead to the value in the source file."""

    steps: tuple[Step, ...]
    message: str


def locate_passage(
    passage: Passage, capture: Capture, steps: tuple[Step, ...], mismatches: list[Mismatch]
) -> tuple[int, int] | None:
    """Find the words of a passage.

    Args:
        passage: The passage.
        capture: The capture of the text.
        steps: The steps to the passage in the source file.
        mismatches: The list to which the reason is added if the passage does not fit the capture.

    Returns:
        The first word and the word after the last, or None if the passage does not fit.

    """
    lines = passage.lines
    if lines.last > capture.lines:
        message = f"lines {lines} are not all there: the captured text has {capture.lines} lines"
        mismatches.append(Mismatch(steps=(*steps, "lines"), message=message))
        return None
    first, end = capture.line_starts[lines.first - 1], capture.line_starts[lines.last]
    if passage.from_:
        found = _found(passage.from_, capture, first, end)
        beginning = [(at, stop) for at, stop in found if at < capture.line_starts[lines.first]]
        if wrong := _wrong(passage.from_, beginning):
            mismatches.append(
                Mismatch(steps=(*steps, "from"), message=f"its first words {wrong} in line {lines.first}")
            )
            return None
        first = beginning[0][0]
    if passage.to:
        found = _found(passage.to, capture, first, end)
        ending = [(at, stop) for at, stop in found if stop > capture.line_starts[lines.last - 1]]
        if wrong := _wrong(passage.to, ending):
            mismatches.append(Mismatch(steps=(*steps, "to"), message=f"its last words {wrong} in line {lines.last}"))
            return None
        end = ending[0][1]
    return first, end


def _found(text: str, capture: Capture, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each range of words, within a range, that a text takes up."""
    part = Part(text=fold_line(text))
    for at in occurrences(part.key(capture.source), capture):
        if first <= at and at + len(part.words) <= end:
            yield at, at + len(part.words)


def _wrong(text: str, found: Sequence[tuple[int, int]]) -> str:
    """Return what is wrong with the first or last words of a passage, as the end of a sentence; empty if nothing is."""
    if not Part(text=fold_line(text)).is_long_enough:
        return f"are fewer than {WINDOW}, too few to be found"
    if not found:
        return "do not stand"
    return "" if len(found) == 1 else f"stand {len(found)} times"
