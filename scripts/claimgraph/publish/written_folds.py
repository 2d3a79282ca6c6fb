"""Folds parts of a written page, so that a long one is short until a reader opens what they want of it."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

_MARK: Final = re.compile(r"<!-- fold: (?P<line>[^\n]+?) -->\n*|(?=<h(?P<level>[1-6])\b)")


def with_folds(html: str) -> str:
    """Return HTML in which each `<!-- fold: line -->` closes what follows it, under a line that says what that is.

    `line` is plain text. A fold reaches to the next fold of its section, or to the end of the section: the next heading
    of the level of the heading before it, or of a higher one. Headings are left outside, so that their anchors are
    reached whatever is closed.
    """
    parts: list[str] = []
    folds: list[int] = []
    level = 1
    at = 0
    for mark in _MARK.finditer(html):
        parts.append(html[at : mark.start()])
        at = mark.end()
        line = mark["line"]
        if line is None:
            level = int(mark["level"])
        while folds and folds[-1] >= level:
            folds.pop()
            parts.append("</details>\n")
        if line is not None:
            folds.append(level)
            parts.append(f'<details class="em-fold">\n<summary>{escape(line)}</summary>\n')
    return "".join((*parts, html[at:], "\n</details>" * len(folds)))
