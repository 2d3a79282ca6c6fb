"""Wraps texts whose lines are too long; all others stay as whoever wrote them broke them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Finding
from claimgraph.yaml_nodes import read_yaml
from claimgraph.yaml_text import entry

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 120
"""The most characters of a line that stays as it is."""

_FOLDED: Final = re.compile(r"( *(?:- )?)([\w-]+): >-?$")
_ONE_LINE: Final = re.compile(r"( *(?:- )?)([\w-]+): ([^\s>|\[{&*!].*)$")


def wrapped(lines: Sequence[str]) -> list[str]:
    """Return the lines of a file with long texts wrapped anew."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        found.extend(_wrapped(list(lines[at:end])))
        at = end
    return found


def _end(lines: Sequence[str], at: int) -> int:
    """Return where what begins on a line ends: behind a folded text, or the lines on which a text goes on."""
    if not (_FOLDED.match(lines[at]) or _ONE_LINE.match(lines[at])):
        return at + 1
    indent, end = _indent(lines[at]), at + 1
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    return end


def _indent(line: str) -> int:
    """Return how far in the key of a line stands."""
    return len(line) - len(line.lstrip(" -"))


def _wrapped(lines: list[str]) -> list[str]:
    """Return the lines of one text, wrapped anew if one of them is too long and it can be read by itself."""
    match = _FOLDED.match(lines[0]) or _ONE_LINE.match(lines[0])
    if match is None or max(map(len, lines)) <= LONGEST or any("#" in line for line in lines):
        return lines
    start, key = match[1], match[2]
    alone = "\n".join([f"{key}: {lines[0][match.end(2) + 2 :]}", *(line[len(start) :] for line in lines[1:])])
    document = read_yaml("", f"{alone}\n".encode())
    text = "" if isinstance(document, Finding) else document.data[key]
    if not isinstance(text, str) or " " not in text or text != " ".join(text.split()):
        return lines
    new = entry(key, text, " " * len(start)).removesuffix("\n").split("\n")
    return [start + new[0][len(start) :], *new[1:]]
