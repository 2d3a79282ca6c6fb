"""Words and lists for the messages of rules."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KIND_IN_WORDS: Final[Mapping[str, str]] = {
    "supports": "supports",
    "counts_against": "counts against",
    "opposes": "opposes",
    "limits": "limits",
    "rivals": "rivals",
    "context": "gives context to",
    "undercuts": "undercuts",
}
"""What a claim does to another, by the kind of the link."""

THIRD_IN_WORDS: Final[Mapping[str, str]] = {
    "supports": "the step to",
    "counts_against": "the step against",
    "opposes": "the conflict with",
    "limits": "the limit of",
}
"""What an undercut of a link to a third claim hits, by the kind of that link."""

_LONGEST: Final = 60
_MANY: Final = 20


def shortened(text: str) -> str:
    """Return a text on one line, of at most 60 characters, cut between words."""
    return textwrap.shorten(text, _LONGEST, placeholder=" ...", break_on_hyphens=False, break_long_words=False)


def listed(items: Iterable[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    *first, last = items
    return f"{', '.join(first)} and {last}" if first else last


def lines(ranges: Iterable[tuple[int, int]]) -> str:
    """Return `line 3`, `lines 3-5` or `lines 3, 5-6 and 9` for ranges of lines, without duplicates."""
    numbers = [str(first) if first == last else f"{first}-{last}" for first, last in dict.fromkeys(ranges)]
    is_one = len(numbers) == 1 and "-" not in numbers[0]
    return f"line{'' if is_one else 's'} {listed(numbers)}"


def in_a_circle(ids: Sequence[str]) -> str:
    """Return `a -> b -> a` for a circle of ids with the first at both ends; of a long circle only the beginning."""
    if len(ids) <= _MANY:
        return " -> ".join(ids)
    return f"{' -> '.join(ids[:_MANY])} -> ... (of {len(ids) - 1:,} claims)"
