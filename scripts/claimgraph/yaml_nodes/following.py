"""Finds the comment that directly follows a scalar, where that may have been meant as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from yaml.events import ScalarEvent

POSSIBLE: Final = re.compile(r"[ \t\n]#")
"""What a text holds that has a comment anywhere after its first character."""

_BESIDE: Final = re.compile(r"[ \t]+(#.*)")
_BELOW: Final = re.compile(r"(?:[ \t]*\r?\n)?[ \t]*(#.*)")
_MARKED: Final = re.compile(r"[ \t]+(#[^\s#].*)")


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line, and at which character of the text, from 0, the `#` stands."""

    text: str
    begins: int


def comment_after(text: str, event: ScalarEvent, indent: int) -> Comment | None:
    """Return the comment that may belong to a scalar; None where there is none.

    After a plain scalar that is one on the same line, or on the next one if it is indented like more of the scalar:
    beyond the column `indent`, from 1, of the key or dash that the scalar stands under; 0 in brackets and braces, where
    indentation says nothing. Below a block that is such a line, too: less deep than the block, else it were part of
    it. A text in quotes says itself where it ends; beside it only `#5` without a space is taken for text.
    """
    end = event.end_mark.index if event.end_mark else len(text)
    if event.style in {'"', "'"}:
        found = _MARKED.match(text, end)
    elif event.style or not (found := _BESIDE.match(text, end)):
        found = _BELOW.match(text, end)
        if found and found.start(1) - text.rfind("\n", 0, found.start(1)) <= indent:
            return None
    return Comment(found[1].rstrip("\r"), found.start(1)) if found else None
