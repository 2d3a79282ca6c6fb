"""Compares two capture files line by line, readable or not."""

from __future__ import annotations

import re
from typing import Final

_ROW: Final = re.compile(rb'^\s*\{"line":(\d{1,6}),"first":\d+,(.*?)\},?$', re.MULTILINE)


def differing_lines(one: bytes, other: bytes) -> tuple[int, ...]:
    """Return the numbers of the captured text's lines whose fingerprints differ, or which only one file has, in order.

    Where a line merely moved by some words, its fingerprints stay the same.
    """
    before, after = _rows(one), _rows(other)
    return tuple(sorted(line for line in before.keys() | after.keys() if before.get(line) != after.get(line)))


def _rows(content: bytes) -> dict[int, bytes]:
    return {int(match[1]): match[2] for match in _ROW.finditer(content.replace(b"\r\n", b"\n"))}
