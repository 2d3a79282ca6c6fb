"""Compares two capture files line by line, readable or not."""

from __future__ import annotations

import re
from typing import Final

_ROW: Final = re.compile(rb'^\s*\{"line":(\d{1,6}),"first":\d+,(.*?)\},?$', re.MULTILINE)


def differing_lines(one: bytes, other: bytes) -> tuple[int, ...]:
    """Return, in order, the numbers of the text's lines that only one file has or whose fingerprints differ.

    A line that has only moved by some words keeps its fingerprints.
    """
    before, after = _rows(one), _rows(other)
    return tuple(sorted(line for line in before.keys() | after.keys() if before.get(line) != after.get(line)))


def _rows(content: bytes) -> dict[int, bytes]:
    return {int(match[1]): match[2] for match in _ROW.finditer(content.replace(b"\r\n", b"\n"))}
