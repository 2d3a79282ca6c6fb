"""Finds words in a capture by their hashes. Only whole matches count; nothing here is fuzzy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.captures.capture import WIDTH, Capture
from claimgraph.captures.words import cut, fold_line
from claimgraph.quotes.phrase import Part

if TYPE_CHECKING:
    from collections.abc import Iterator


def occurrences(key: bytes, capture: Capture) -> Iterator[int]:
    """Yield the number of each word at which the windows of `key` stand one after the other, in order."""
    if not key:
        return
    if capture.alternatives:
        yield from _among_alternatives(key, capture)
        return
    at = capture.windows.find(key)
    while at >= 0:
        if at % WIDTH == 0:
            yield at // WIDTH
        at = capture.windows.find(key, at + 1)


def _among_alternatives(key: bytes, capture: Capture) -> Iterator[int]:
    """Do the same where a line end breaks words, so that some windows have further hashes."""
    wanted = [key[i : i + WIDTH] for i in range(0, len(key), WIDTH)]

    def matches(at: int) -> bool:
        return all(_is_window(capture, at + offset, value) for offset, value in enumerate(wanted))

    yield from (at for at in range(len(capture.windows) // WIDTH - len(wanted) + 1) if matches(at))


def _is_window(capture: Capture, at: int, value: bytes) -> bool:
    if capture.windows[at * WIDTH : (at + 1) * WIDTH] == value:
        return True
    return int.from_bytes(value, "big") in capture.alternatives.get(at, ())


def has_edges(part: Part, capture: Capture, at: int) -> bool:
    """Tell whether what stands at the edges of a part, outside its words, is what stands there in the source."""
    after = at + len(part.words)
    return capture.gap_ends_with(at, part.lead) and capture.gap_begins_with(after, part.trail)


def follows(prefix: str, part: Part, capture: Capture, at: int) -> bool:
    """Tell whether the prefix stands right before a part that begins at word `at`."""
    text = fold_line(prefix)
    return not text or any(
        _joined(text + space + part.text, capture, at + len(part.words), ends_there=True) for space in ("", " ")
    )


def precedes(suffix: str, part: Part, capture: Capture, at: int) -> bool:
    """Tell whether the suffix stands right after a part that begins at word `at`."""
    text = fold_line(suffix)
    return not text or any(_joined(part.text + space + text, capture, at, ends_there=False) for space in ("", " "))


def _joined(text: str, capture: Capture, anchor: int, *, ends_there: bool) -> bool:
    """Tell whether a text begins at word `anchor`, or ends before it, its own edges included."""
    words = cut(text)
    at = anchor - len(words.words) if ends_there else anchor
    if at < 0 or at + len(words.words) > capture.words:
        return False
    joined = Part(text=text)
    return at in occurrences(joined.key, capture) and has_edges(joined, capture, at)
