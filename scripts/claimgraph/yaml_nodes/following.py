"""Finds a comment directly after a scalar that may be part of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from yaml.events import ScalarEvent

POSSIBLE: Final = re.compile(r"[ \t\n]#")
"""Matches within every text that has a comment after its first character."""

_BESIDE: Final = re.compile(r"[ \t]+(#.*)")
_BELOW: Final = re.compile(r"(?:[ \t]*\r?\n)?[ \t]*(#.*)")
_MARKED: Final = re.compile(r"[ \t]+(#[^\s#].*)")


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line, and the offset of the `#` in the text, in characters from 0."""

    text: str
    begins: int


def comment_after(text: str, event: ScalarEvent, indent: int) -> Comment | None:
    """Return the comment after a scalar that may be part of its text, None if there is none.

    After a plain scalar, that is a comment on the same line, or on the next line if it is indented further than
    `indent`, the column from 1 of the scalar's key or dash (0 in brackets and braces, where indentation means nothing).
    After a block scalar, it is such a comment on the next line. A quoted text has a visible end, so only a comment
    without a space, such as `#5`, may belong to it.
    """
    end = event.end_mark.index if event.end_mark else len(text)
    if event.style in {'"', "'"}:
        found = _MARKED.match(text, end)
    elif event.style or not (found := _BESIDE.match(text, end)):
        found = _BELOW.match(text, end)
        if found and found.start(1) - text.rfind("\n", 0, found.start(1)) <= indent:
            return None
    return Comment(found[1].rstrip("\r"), found.start(1)) if found else None
