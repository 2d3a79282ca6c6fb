"""Puts texts on one line, for formats in which a line end ends a field."""

from __future__ import annotations

import re
from typing import Final

_BREAKS: Final = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
"""Spaces, tabs, and all that a program may read as a line end; a no-break space stays."""


def one_line(text: str) -> str:
    """Return a text with each run of spaces, tabs and line ends as one space, and none at its ends."""
    return _BREAKS.sub(" ", text).strip(" ")
