"""The mark of each standing as SVG paths, the same on all pages and on the map.

A diamond is a thesis, filled on the sides that have reasons. A circle is a claim that nothing contradicts, a square one
that something does. It is full if nothing recorded here is open, partly filled if something is, and empty if it lacks a
reply or evidence. No shape means good or bad, and none needs a colour (WCAG 2.2, 1.4.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import State

if TYPE_CHECKING:
    from collections.abc import Mapping

_CIRCLE: Final = "M0-6A6 6 0 1 1-.01-6Z"
_DIAMOND: Final = "M0-7L7 0 0 7-7 0Z"
_SQUARE: Final = "M-5.5-5.5H5.5V5.5H-5.5Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The shape of a standing, round (0, 0), about six units to each side.

    `outline` is drawn as a line over the paper's colour, in strokes and gaps of length `dash` if that is not 0.
    `filled` is filled with the ink's colour; it is empty if nothing is.
    """

    outline: str
    filled: str
    dash: int = 0


STATES: Final = {state: state.name.lower().replace("_", "-") for state in State}
"""The name of each state in addresses."""

THESES: Final = frozenset({State.BOTH_SIDES, State.FOR_ONLY, State.AGAINST_ONLY, State.NO_REASONS})
"""The states of theses."""

MARKS: Final[Mapping[State, Mark]] = MappingProxyType(
    {
        State.BOTH_SIDES: Mark(outline=_DIAMOND, filled="M0-7L-7 0 0 7Z"),
        State.FOR_ONLY: Mark(outline=_DIAMOND, filled="M0-7L-7 0 7 0Z"),
        State.AGAINST_ONLY: Mark(outline=_DIAMOND, filled="M0 7L-7 0 7 0Z"),
        State.NO_REASONS: Mark(outline=_DIAMOND, filled="", dash=3),
        State.NOT_EVIDENCED: Mark(outline=_CIRCLE, filled="", dash=3),
        State.CONTRADICTED: Mark(outline=_SQUARE, filled=""),
        State.OPEN: Mark(outline=_SQUARE, filled="M-5.5-5.5H0V5.5H-5.5Z"),
        State.CONTESTED: Mark(outline=_CIRCLE, filled="M0-6A6 6 0 0 0 0 6Z"),
        State.OUTLASTING: Mark(outline=_SQUARE, filled="M-5.5 0H5.5V5.5H-5.5Z"),
        State.PARTIAL: Mark(outline=_CIRCLE, filled="M-6 0A6 6 0 0 0 6 0Z"),
        State.ANSWERED: Mark(outline=_SQUARE, filled=_SQUARE),
        State.RIVALLED: Mark(outline=_CIRCLE, filled="M0-3A3 3 0 1 1-.01-3Z"),
        State.UNDISPUTED: Mark(outline=_CIRCLE, filled=_CIRCLE),
    }
)
"""The mark of each state, in the order in which states are shown."""
