"""The titles of claims and the names of those who speak in them, as an interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who a quote or citation is from.

    `voice` is the id of the voice. `name` is what readers see: the voice's name for a quote, the source's title for a
    citation. `line` is the id of the line of evidence. Each is empty if it is unknown.
    """

    voice: str
    name: str
    is_cited: bool = False
    line: str = ""


class Names(Protocol):
    """Gives the titles of claims and the names of those who speak in them."""

    def title(self, claim: str, /) -> str:
        """Return the title of a claim."""
        ...

    def voice(self, id_: str, /) -> str:
        """Return the name of a voice that readers see; empty if it is unknown."""
        ...

    def attribution(self, claim: str, item: int, /) -> Attribution:
        """Return who an item of a claim is from: quotes count from 0, citations continue after the last quote."""
        ...
