"""Parses the text of a statement or argument in Argdown: escapes, emphasis, links, mentions, tags and data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.argument_map import UnreadableError
from claimgraph.yaml_nodes import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN: Final = re.compile(
    r"\\(?P<escaped>.)"
    r"|@(?P<mention>\[[^\]]+\]|<[^>]+>)[ ]?"
    r"|\[(?P<label>[^\]]+)\]\([^)]+\)"
    r"|#(?:\((?P<long>[^)]+)\)|(?P<tag>[\w-]+))[ ]?"
    r"|(?P<data>\{.*)"
    r"|(?P<emphasis>\*+|(?<!\w)_+|_+(?!\w))"
    r"|(?P<plain>[^\\@\[#{*_]+|.)",
    re.DOTALL,
)
"""One token. Data last to the end of the text, as in Argdown's own lexer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content of a text: its words with white space folded, its tags, the titles that it mentions, and its data.

    `words` do not have the mentions at the end of the text.
    """

    words: str
    tags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


def read_content(text: str, line: int) -> Content:
    """Return the content of a text that begins in a line. Raises UnreadableError if its data are not YAML."""
    words: list[str] = []
    tags, mentions, late = [], [], ""
    data: Mapping[str, Any] = {}
    for found in _TOKEN.finditer(text):
        match found.lastgroup:
            case "mention":
                title = found["mention"][1:-1]
                mentions.append(title)
                late += title + " "
                continue
            case "tag" | "long":
                tags.append(found["tag"] or found["long"])
                continue
            case "data":
                data = _data(found["data"], line)
                continue
            case "emphasis":
                continue
            case group:
                piece = found[group or "plain"]
        if late and piece.strip():
            words.append(late)
            late = ""
        words.append(piece)
    return Content(words=" ".join("".join(words).split()), tags=tuple(tags), mentions=tuple(mentions), data=data)


def _data(text: str, line: int) -> Mapping[str, Any]:
    found = read_yaml("", text[: text.rindex("}") + 1].encode() if "}" in text else text.encode())
    if not isinstance(found, Document) or not isinstance(found.data, dict):
        raise UnreadableError(f"line {line}: what stands in braces is no YAML of keys and values")
    return found.data
