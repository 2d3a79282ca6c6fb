"""Finds words in a capture by their hashes. Only whole matches count; nothing here is fuzzy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.capture import WIDTH, Capture
from claimgraph.captures.words import fold_line
from claimgraph.quotes.phrase import Part

if TYPE_CHECKING:
    from collections.abc import Iterator


def occurrences(key: bytes, capture: Capture) -> Iterator[int]:
    """Yield the number of each word at which the windows of `key` stand one after the other, in order."""
    if not key:
        return
    if not capture.alternatives:
        yield from _positions(key, capture)
        return
    # A line end breaks words, so that some windows have further hashes.
    first = int.from_bytes(key[:WIDTH], "big")
    others = (at for at, values in capture.alternatives.items() if first in values)
    candidates = sorted({*_positions(key[:WIDTH], capture), *others})
    yield from (at for at in candidates if stands_at(key, capture, at))


def _positions(key: bytes, capture: Capture) -> Iterator[int]:
    at = capture.windows.find(key)
    while at >= 0:
        if at % WIDTH == 0:
            yield at // WIDTH
        at = capture.windows.find(key, at + 1)


def stands_at(key: bytes, capture: Capture, at: int) -> bool:
    """Tell whether the windows of `key` stand at word `at`."""
    if capture.windows.startswith(key, at * WIDTH):
        return bool(key)
    wanted = (key[i : i + WIDTH] for i in range(0, len(key), WIDTH))
    return bool(capture.alternatives) and all(_is_window(capture, at + i, value) for i, value in enumerate(wanted))


def _is_window(capture: Capture, at: int, value: bytes) -> bool:
    if capture.windows[at * WIDTH : (at + 1) * WIDTH] == value:
        return True
    return int.from_bytes(value, "big") in capture.alternatives.get(at, ())


def has_edges(part: Part, capture: Capture, at: int) -> bool:
    """Tell whether what stands at the edges of a part, outside its words, is what stands there in the source."""
    after = at + len(part.words)
    return capture.gap_ends_with(at, part.lead) and capture.gap_begins_with(after, part.trail)


def with_prefix(prefix: str, part: Part) -> tuple[Part, ...]:
    """Return a part with the prefix right before it, without and with a space between; empty without a prefix."""
    text = fold_line(prefix)
    return tuple(Part(text=text + space + part.text) for space in ("", " ")) if text else ()


def with_suffix(part: Part, suffix: str) -> tuple[Part, ...]:
    """Return a part with the suffix right after it, without and with a space between; empty without a suffix."""
    text = fold_line(suffix)
    return tuple(Part(text=part.text + space + text) for space in ("", " ")) if text else ()


def stands_with_edges(part: Part, capture: Capture, at: int) -> bool:
    """Tell whether a part stands at word `at`, what stands at its edges included."""
    return at >= 0 and stands_at(part.key, capture, at) and has_edges(part, capture, at)
