"""Tells which of several places are one: a repeated passage and its first, the same sentence of one speaker."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.captures.digests import WIDTH, WINDOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.quotes.ground import Ground
    from claimgraph.quotes.search import Run

Span: TypeAlias = "tuple[Run, ...]"
"""Where the parts of a quote stand, in the order of the quote."""

_STOPS: Final = ("?", "!")
"""What ends a sentence that says something else with the same words."""


def distinct(spans: Sequence[Span], ground: Ground) -> Iterator[Span]:
    """Yield the first span of each different place; spans come in order of their first word.

    A span in a segment that `repeats` lines in which another span begins is that one's place. So is the same whole
    sentence of the same speaker, cut at the same word.
    """
    seen: set[tuple[object, ...]] = set()
    sentences: dict[tuple[int, int], tuple[object, ...]] = {}
    for index, root in enumerate(_roots(_originals(spans, ground))):
        if index != root:
            continue
        span = spans[index]
        sentence = ground.sentence(span[0].first, span[-1].end)
        if sentence not in sentences:
            sentences[sentence] = _content(sentence, ground)
        stretch = ground.territory.stretch_of(span[0].first)
        key = (stretch.speaker, stretch.doubt, span[0].first - sentence[0], *sentences[sentence])
        if key not in seen:
            seen.add(key)
            yield span


def _originals(spans: Sequence[Span], ground: Ground) -> list[int | None]:
    """Return, for each span, the index of the one that it repeats, None where it repeats none."""
    capture, territory = ground.capture, ground.territory
    lines = [capture.line_of(span[0].first) for span in spans]
    originals: list[int | None] = []
    for span in spans:
        stretch = territory.stretch_of(span[0].first)
        original = None
        if stretch.repeats is not None:
            index = bisect.bisect_left(lines, stretch.repeats[0])
            if index < len(spans) and lines[index] <= stretch.repeats[1]:
                original = index if territory.stretch_of(spans[index][0].first) is not stretch else None
        originals.append(original)
    return originals


def _roots(originals: Sequence[int | None]) -> list[int]:
    """Follow repetitions to the first; of some that repeat each other in a circle, the foremost stands for all."""
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


def _content(sentence: tuple[int, int], ground: Ground) -> tuple[object, ...]:
    first, end = sentence
    windows = ground.capture.windows[first * WIDTH : (end - WINDOW + 1) * WIDTH]
    return windows, *(ground.capture.gap_begins_with(end, stop) for stop in _STOPS)
