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
        others = (at for at in _through_broken_words(key, capture) if stands_at(key, capture, at))
        yield from sorted({*_found(key, capture), *others})
        return
    yield from _found(key, capture)


def _found(key: bytes, capture: Capture) -> Iterator[int]:
    at = capture.windows.find(key)
    while at >= 0:
        if at % WIDTH == 0:
            yield at // WIDTH
        at = capture.windows.find(key, at + 1)


def _through_broken_words(key: bytes, capture: Capture) -> Iterator[int]:
    """Yield where `key` might stand by a further hash of a window in which a line end breaks a word."""
    indexes: dict[int, list[int]] = {}
    for index, start in enumerate(range(0, len(key), WIDTH)):
        indexes.setdefault(int.from_bytes(key[start : start + WIDTH], "big"), []).append(index)
    for at, values in capture.alternatives.items():
        yield from (at - index for value in values for index in indexes.get(value, ()) if index <= at)


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
    return joined.is_long_enough and stands_at(joined.key, capture, at) and has_edges(joined, capture, at)
