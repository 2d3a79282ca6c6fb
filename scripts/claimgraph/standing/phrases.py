"""Phrases that name claims and words, one or several, with who is quoted in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED: Final = 3
"""How many items of a list are named at most."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a sentence names: what it is, and whose words it is, empty if that is unknown."""

    what: str
    whose: str = ""

    def in_list(self) -> str:
        """Return it as an item of a list."""
        return f"{self.what} ({self.whose})" if self.whose else self.what


def listed(named: Sequence[Named]) -> str:
    """Return a list for the end of a clause: `‘A’, quoted from B` or `‘A’ (quoted from B), ‘C’ and 2 more`."""
    if len(named) == 1:
        return ", ".join(filter(None, (named[0].what, named[0].whose)))
    return enumerated([each.in_list() for each in named])


def subject(named: Sequence[Named]) -> str:
    """Return a list as the subject of a clause; the words after a single item's comma get a closing comma."""
    return listed(named) + ("," if len(named) == 1 and named[0].whose else "")


def has(named: Sequence[Named]) -> str:
    """Return the verb that agrees with a list."""
    return "have" if len(named) > 1 else "has"


def stands(named: Sequence[Named]) -> str:
    """Return the verb that agrees with a list."""
    return "stand" if len(named) > 1 else "stands"


def enumerated(parts: Sequence[str], *, most: int = NAMED, rest: str = "") -> str:
    """Return `a`, `a and b` or `a, b and c`; of more than `most` parts, the first, and `rest` or `2 more`."""
    left = len(parts) - most
    shown = [*parts[:most], *([rest or f"{left:,} more"] if left > 0 else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
