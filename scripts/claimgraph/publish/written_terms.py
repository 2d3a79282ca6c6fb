"""Marks the terms of the glossary in the HTML of a written page."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_TAG: Final = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)

_LEFT_ALONE: Final = frozenset(
    "a abbr button code dt h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg template textarea title".split()
)
"""Elements whose text is not changed: links, which may hold no other link, headings, code, and what is no prose."""


def with_terms(html: str, marked: Callable[[str], str]) -> str:
    """Return HTML with terms marked by `marked`, which turns a plain text into HTML and gets all prose in order.

    Tags, comments and texts without a term stay the same, byte for byte.
    """
    parts: list[str] = []
    within: list[str] = []
    at = 0
    for tag in _TAG.finditer(html):
        text = html[at : tag.start()]
        parts += (text if within else _marked(text, marked), tag[0])
        at = tag.end()
        name = (tag[2] or "").lower()
        if name not in _LEFT_ALONE:
            continue
        if not tag[1]:
            within.append(name)
        elif name in within:
            del within[len(within) - 1 - within[::-1].index(name) :]
    parts.append(html[at:] if within else _marked(html[at:], marked))
    return "".join(parts)


def _marked(text: str, marked: Callable[[str], str]) -> str:
    if not text.strip():
        return text
    made = marked(unescape(text))
    return made if "<a " in made else text
