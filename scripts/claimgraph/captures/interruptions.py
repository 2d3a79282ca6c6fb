"""Finds lines that may be page furniture in the middle of a sentence: at the end or head of a page, or alone.

A text from a PDF reader has running heads or page numbers in the middle of sentences. If the source file ignores those
lines, a quote may pass over them. They are found from the text alone, so that the capture does not depend on the source
file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES: Final = 2
"""How many lines before a page's end, after it, or alone may be furniture."""
MOST_CHARACTERS: Final = 160
"""The longest such line, in characters."""

_STOP: Final = regex.compile(r"""[.!?:;]['")\]]*\s*$""")


def interruptions(lines: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of lines that may interrupt a sentence, in order, without duplicates; lines count from 0.

    Ranges do not include their end. A form feed ends a page. Up to two lines before it and up to two after it are a
    range, alone or together. So are up to two short lines between empty lines, if the text before ends no sentence.
    """
    full = [index for index, line in enumerate(lines) if line.strip()]
    found = {*_at_page_ends(lines, full), *_alone(lines, full)}
    return tuple(sorted((full[first], full[end - 1] + 1) for first, end in found if first > 0 and end < len(full)))


def _at_page_ends(lines: Sequence[str], full: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield ranges of lines at page ends, as indexes into `full`, the lines that are not empty."""
    for place, index in enumerate(full):
        before = full[place - 1] if place else 0
        if "\f" not in "\n".join(lines[before + 1 : index]) + lines[index][: _indent(lines[index])]:
            continue
        for first in range(max(place - MOST_LINES, 0), place + 1):
            for end in range(place, min(place + MOST_LINES, len(full)) + 1):
                if first < end and all(len(lines[full[at]]) <= MOST_CHARACTERS for at in range(first, end)):
                    yield first, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _alone(lines: Sequence[str], full: Sequence[int]) -> Iterator[tuple[int, int]]:
    for first in range(1, len(full)):
        if full[first - 1] + 1 == full[first] or _STOP.search(lines[full[first - 1]]):
            continue
        for end in range(first + 1, min(first + MOST_LINES, len(full) - 1) + 1):
            if len(lines[full[end - 1]]) > MOST_CHARACTERS:
                break
            if full[end - 1] + 1 != full[end]:
                yield first, end
