"""The ends of drawn links as SVG paths, the same as vis-network draws on the map."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DOWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "triangle": "l-5.5-10h11z",
        "bar": "m-7-3h14",
        "diamond": "l-4.5-7 4.5-7 4.5 7z",
        "circle": "a4.5 4.5 0 1 1 .01 0z",
    }
)
"""The end of a line that comes from above, relative to the point that it reaches."""

UP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "triangle": "l-5.5 10h11z",
        "bar": "m-7 3h14",
        "diamond": "l-4.5 7 4.5 7 4.5-7z",
        "circle": "a4.5 4.5 0 1 0 .01 0z",
    }
)
"""The end of a line that comes from below."""

RIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "triangle": "l-10-5.5v11z",
        "bar": "m-3-7v14",
        "diamond": "l-7-4.5-7 4.5 7 4.5z",
        "circle": "a4.5 4.5 0 1 1 0-.01z",
    }
)
"""The end of a line that comes from the left."""
