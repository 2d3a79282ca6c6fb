"""The mark of each standing, as SVG paths: one form for the map's key and for the map itself.

A circle is a claim without a challenge, a square one with a challenge. It is filled where the claim stands as recorded
here, half filled in an open dispute, and empty where it lacks a reply or evidence. No form means good or bad, and none
needs a colour (WCAG 2.2, 1.4.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import State

if TYPE_CHECKING:
    from collections.abc import Mapping

_CIRCLE: Final = "M0-6A6 6 0 1 1-.01-6Z"
_SQUARE: Final = "M-5.5-5.5H5.5V5.5H-5.5Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The form of a standing, round (0, 0), about six units to each side.

    `outline` is drawn as a line over the paper's colour, in strokes and gaps of length `dash` where that is not 0;
    `filled` is filled with the ink's colour, empty for nothing.
    """

    outline: str
    filled: str
    dash: int = 0


MARKS: Final[Mapping[State, Mark]] = MappingProxyType(
    {
        State.UNCHALLENGED: Mark(outline=_CIRCLE, filled=_CIRCLE),
        State.STANDING: Mark(outline=_SQUARE, filled=_SQUARE),
        State.OPEN: Mark(outline=_SQUARE, filled="M-5.5-5.5H0V5.5H-5.5Z"),
        State.UNANSWERED: Mark(outline=_SQUARE, filled=""),
        State.NOT_EVIDENCED: Mark(outline=_CIRCLE, filled="", dash=3),
    }
)
"""The mark of each state, in the order in which states are shown."""
