"""Texts on one line, for formats in which a line end would end the field."""

from __future__ import annotations

import re
from typing import Final

_BREAKS: Final = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
"""White space that a program may take for the end of a line, and plain spaces; a no-break space is a character."""


def one_line(text: str) -> str:
    """Return a text with every run of spaces, tabs and line ends as one space, and none at its ends."""
    return _BREAKS.sub(" ", text).strip(" ")
