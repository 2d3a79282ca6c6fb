"""The figures of voices for and against, the same on pages, map and posters: their heads tell them apart."""

from __future__ import annotations

from typing import Final

FOR: Final = "M6 1a3 3 0 1 1-.01 0zM1.5 13v-2a4.5 3 0 0 1 9 0v2z"
"""With a round head: the path of an SVG, 12 wide and 14 high. The macro `people` and `map/painter.js` draw it, too."""

AGAINST: Final = "M3 1h6v6h-6zM1.5 13v-2a4.5 3 0 0 1 9 0v2z"
"""With a square head, likewise."""
