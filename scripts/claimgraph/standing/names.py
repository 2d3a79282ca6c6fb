"""What the reasons ask for: what claims are called, and who speaks in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Whose a quote or a citation is.

    `voice` is the id of the voice. `name` is what readers see: of a quote the voice's name, of a citation the source's
    title. `line` is the id of the line of evidence. All are empty where they are unknown.
    """

    voice: str
    name: str
    is_cited: bool = False
    line: str = ""


class Names(Protocol):
    """Tells what claims are called and who speaks in them."""

    def title(self, claim: str, /) -> str:
        """Return the title of a claim."""
        ...

    def voice(self, id_: str, /) -> str:
        """Return what readers know a voice by; empty where it is unknown."""
        ...

    def spoken(self, claim: str, item: int, /) -> Spoken:
        """Return whose an item of a claim is: quotes count from 0, citations go on after the last quote."""
        ...
