"""How rules put texts, lists, lines into a sentence."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST: Final = 60


def shortened(text: str) -> str:
    """Return a text on one line, of at most 60 characters."""
    return textwrap.shorten(text, _LONGEST, placeholder=" ...")


def listed(items: Iterable[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def lines(first: int, last: int) -> str:
    """Return `line 3`, or `lines 3-5`."""
    return f"line {first}" if first == last else f"lines {first}-{last}"
