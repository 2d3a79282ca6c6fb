"""Merges matches of a quote that count as one place: repeated passages, and one speaker's same sentence."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.captures.digests import WIDTH, WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.quotes.prepared import PreparedSource
    from claimgraph.quotes.search import Run

Match: TypeAlias = "tuple[Run, ...]"
"""Where each part of a quote stands, in the order of the quote."""

_STOPS: Final = ("?", "!")
"""Marks that change what a sentence says although its words are the same."""


def distinct(matches: Sequence[Match], prepared: PreparedSource) -> Iterator[Match]:
    """Yield the first match of each distinct place; matches come in order of their first word.

    Two matches are one place if one is in a segment that `repeats` the lines in which the other begins, or if they cut
    the same sentence of the same speaker at the same word.
    """
    seen: set[tuple[object, ...]] = set()
    sentences: dict[tuple[int, int], tuple[object, ...]] = {}
    for index, root in enumerate(_roots(_originals(matches, prepared))):
        if index != root:
            continue
        match = matches[index]
        sentence = prepared.sentence(match[0].first, match[-1].end)
        if sentence not in sentences:
            sentences[sentence] = _content(sentence, prepared)
        span = prepared.segmentation.span_at(match[0].first)
        key = (span.speaker, span.doubt, match[0].first - sentence[0], *sentences[sentence])
        if key not in seen:
            seen.add(key)
            yield match


def _originals(matches: Sequence[Match], prepared: PreparedSource) -> list[int | None]:
    """Return for each match the index of the match that it repeats, None if it repeats none."""
    capture, segmentation = prepared.capture, prepared.segmentation
    lines = [capture.line_of(match[0].first) for match in matches]
    originals: list[int | None] = []
    for match in matches:
        span = segmentation.span_at(match[0].first)
        original = None
        if span.repeats is not None:
            index = bisect.bisect_left(lines, span.repeats[0])
            if index < len(matches) and lines[index] <= span.repeats[1]:
                original = index if segmentation.span_at(matches[index][0].first) is not span else None
        originals.append(original)
    return originals


def _roots(originals: Sequence[int | None]) -> list[int]:
    """Return for each match the index of its original; of matches that repeat each other in a circle, the first."""
    roots: dict[int, int] = {}
    for index in range(len(originals)):
        path: dict[int, None] = {}
        at = index
        while at not in roots and at not in path and (original := originals[at]) is not None:
            path[at] = None
            at = original
        circle = list(path)[list(path).index(at) :] if at in path else [at]
        root = roots.get(at, min(circle))
        roots.update(dict.fromkeys([*path, at], root))
    return [roots[index] for index in range(len(originals))]


def _content(sentence: tuple[int, int], prepared: PreparedSource) -> tuple[object, ...]:
    first, end = sentence
    windows = prepared.capture.windows[first * WIDTH : (end - WINDOW + 1) * WIDTH]
    return windows, *(prepared.capture.gap_begins_with(end, stop) for stop in _STOPS)
