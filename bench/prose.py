"""The sentences of a page in Markdown, without what nobody reads as a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT: Final = re.compile(
    r"\A---\n.*?^---\n"  # the front matter
    r"|^ *```.*?^ *```$"
    r"|<!--.*?-->"
    r"|^ *\|[^\n]*$"  # tables
    r"|^#[^\n]*$"
    r"|^<[^\n]*$",
    re.MULTILINE | re.DOTALL,
)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_CODE: Final = re.compile(r"`[^`]*`")
_MARK: Final = re.compile(r"\*\*|(?<!\w)[*_]|[*_](?!\w)")
_ITEM: Final = re.compile(r"^ *(?:[-*] |\d+\. |: +)", re.MULTILINE)
_END: Final = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]*[A-Z0-9])")
_SHORTEST: Final = 3
"""The least number of words of a sentence: what has fewer is a label."""


def sentences(markdown: str) -> Iterator[str]:
    """Yield the sentences in order, on one line each.

    Headings, tables, examples and front matter are left out. Each item of a list ends a sentence. A name in code counts
    as the word `code`, since its length says nothing about the prose.
    """
    text = _LEFT_OUT.sub("\n\n", markdown)
    text = _MARK.sub("", _CODE.sub("code", _LINK.sub(r"\1", text)))
    for block in re.split(r"\n\s*\n", _ITEM.sub("\n\n", text)):
        for sentence in _END.split(" ".join(block.split())):
            if len(sentence.split()) >= _SHORTEST:
                yield sentence if sentence[-1] in ".!?" else f"{sentence.rstrip(':;,')}."
