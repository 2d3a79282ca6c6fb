"""Finds words in a capture by their digests. Only whole matches count; nothing here is fuzzy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.digests import WIDTH, WINDOW
from claimgraph.captures.folding import fold_line
from claimgraph.quotes.phrase import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.captures.capture import Capture, Interruption


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The words that a part of a quote matches, from `first` up to but not including `end`.

    `passed` is the range of words of page furniture that it passes over, None if there is none.
    """

    first: int
    end: int
    passed: tuple[int, int] | None = None

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the part's own words."""
        if self.passed is None:
            return ((self.first, self.end),)
        return (self.first, self.passed[0]), (self.passed[1], self.end)


def runs(part: Part, capture: Capture, furniture: Sequence[Interruption] = ()) -> list[Run]:
    """Return the runs that a part of a quote matches with its edges, in order; a run may pass over `furniture`."""
    key, length = part.key(capture.source), len(part.words)
    found = [Run(first=at, end=at + length) for at in occurrences(key, capture)]
    for each in furniture:
        found += [
            Run(first=at, end=at + length + each.end - each.first, passed=(each.first, each.end))
            for at in _around(key, capture, each)
        ]
    found = [run for run in found if has_edges(part, capture, run)]
    return sorted(found, key=_place_of) if furniture else found


def _place_of(run: Run) -> tuple[int, int]:
    return run.first, run.end


def occurrences(key: bytes, capture: Capture) -> Iterator[int]:
    """Yield, in order, each word at which the consecutive windows of `key` begin."""
    if not key:
        return
    if not capture.others:
        yield from _positions(key, capture)
        return
    # Where a line end breaks a word or a note is numbered, a window has further digests.
    first = key[:WIDTH]
    others = (at for at, digests in capture.others.items() if first in digests)
    candidates = sorted({*_positions(first, capture), *others})
    yield from (at for at in candidates if stands_at(key, capture, at))


def _positions(key: bytes, capture: Capture) -> Iterator[int]:
    at = capture.windows.find(key)
    while at >= 0:
        if at % WIDTH == 0:
            yield at // WIDTH
        at = capture.windows.find(key, at + 1)


def stands_at(key: bytes, capture: Capture, at: int) -> bool:
    """Tell whether the windows of `key` begin at word `at`."""
    if capture.windows.startswith(key, at * WIDTH):
        return bool(key)
    return bool(capture.others) and all(_is_window(capture, at + i, each) for i, each in enumerate(_each(key)))


def _each(key: bytes) -> Iterator[bytes]:
    return (key[i : i + WIDTH] for i in range(0, len(key), WIDTH))


def _is_window(capture: Capture, at: int, digest: bytes) -> bool:
    if capture.windows[at * WIDTH : (at + 1) * WIDTH] == digest:
        return True
    return digest in capture.others.get(at, ())


def _around(key: bytes, capture: Capture, furniture: Interruption) -> Iterator[int]:
    """Yield the words before the furniture at which the windows of `key` begin that continue after it."""
    wanted, passing = list(_each(key)), list(_each(furniture.windows))
    length = furniture.end - furniture.first
    for at in range(max(furniture.first - len(wanted) - WINDOW + 2, 0), furniture.first):
        before, behind = max(furniture.first - WINDOW + 1 - at, 0), furniture.first - at
        across = wanted[before:behind]
        first = at + before - furniture.begin
        if (
            across == passing[first : first + len(across)]
            and all(_is_window(capture, at + i, wanted[i]) for i in range(min(before, len(wanted))))
            and all(_is_window(capture, at + i + length, wanted[i]) for i in range(behind, len(wanted)))
        ):
            yield at


def has_edges(part: Part, capture: Capture, run: Run) -> bool:
    """Tell whether the source has the same punctuation as a part before its first word and after its last."""
    return capture.gap_ends_with(run.first, part.lead) and capture.gap_begins_with(run.end, part.trail)


def with_prefix(prefix: str, part: Part) -> tuple[Part, ...]:
    """Return a part with the prefix before it, once without and once with a space; empty if there is no prefix."""
    text = fold_line(prefix)
    return tuple(Part(text=text + space + part.text) for space in ("", " ")) if text else ()


def with_suffix(part: Part, suffix: str) -> tuple[Part, ...]:
    """Return a part with the suffix after it, once without and once with a space; empty if there is no suffix."""
    text = fold_line(suffix)
    return tuple(Part(text=part.text + space + text) for space in ("", " ")) if text else ()
