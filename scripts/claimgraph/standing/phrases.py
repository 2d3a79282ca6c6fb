"""Phrases that name claims and words, one or several, with who is quoted in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED: Final = 3
"""How many of a list are named."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a sentence names: what it is, and whose words it is; the latter empty where that is unknown."""

    what: str
    whose: str = ""
    is_plural: bool = False

    def in_list(self) -> str:
        """Return it as one of several."""
        return f"{self.what} ({self.whose})" if self.whose else self.what


def listed(named: Sequence[Named]) -> str:
    """Return a list for the end of a clause: `‘A’, quoted from B` or `‘A’ (quoted from B), ‘C’ and 2 more`."""
    if len(named) == 1:
        return ", ".join(filter(None, (named[0].what, named[0].whose)))
    return enumerated([each.in_list() for each in named], f"{len(named) - NAMED} more")


def subject(named: Sequence[Named]) -> str:
    """Return a list that a clause goes on after; what says whose one thing is stands between commas."""
    return listed(named) + ("," if len(named) == 1 and named[0].whose else "")


def has(named: Sequence[Named]) -> str:
    """Return the verb that agrees with a list."""
    return "have" if len(named) > 1 or named[0].is_plural else "has"


def stands(named: Sequence[Named]) -> str:
    """Return the verb that agrees with a list."""
    return "stand" if has(named) == "have" else "stands"


def enumerated(parts: Sequence[str], rest: str) -> str:
    """Return `a`, `a and b` or `a, b and c`; of more than three, the first three, and what stands for the rest."""
    shown = [*parts[:NAMED], *([rest] if len(parts) > NAMED else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
