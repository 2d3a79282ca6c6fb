"""Gives a data file the form of the repository's files. What the file says, and its comments, stay the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Finding
from claimgraph.fixing.ordering import ordered
from claimgraph.fixing.wrapping import wrapped
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.yaml_nodes import Document

_COMMENT: Final = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)


def formatted(path: str, content: bytes) -> bytes:
    """Return a file's bytes in the repository's form; the same bytes if it cannot be read, or would say anything else.

    Keys come in the usual order, a text with a line of more than 120 characters is wrapped anew, no line ends in white
    space, and the last one ends.
    """
    document = read_yaml(path, content)
    if isinstance(document, Finding):
        return content
    text = content.decode("utf-8")
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = text.removeprefix(bom).replace("\r\n", "\n").removesuffix("\n").split("\n")
    for way in _ways(path, lines, document):
        new = (bom + line_end.join((*way, ""))).encode()
        if _is_same(path, document, content, new):
            return new
    return content


def _ways(path: str, lines: Sequence[str], document: Document) -> Iterator[list[str]]:
    """Yield the lines in form, then with less and less changed, should the whole not be safe."""
    in_order = ordered(path, lines, document.mark)
    yield [line.rstrip() for line in wrapped(in_order)]
    yield wrapped(in_order)
    yield wrapped(lines)
    yield in_order


def _is_same(path: str, document: Document, before: bytes, after: bytes) -> bool:
    """Tell whether a file says the same as before, and has the same comments."""
    again = read_yaml(path, after)
    if isinstance(again, Finding) or again.data != document.data:
        return False
    return _comments(before) == _comments(after)


def _comments(content: bytes) -> list[str]:
    text = content.decode("utf-8").replace("\r\n", "\n")
    return sorted(found.strip() for found in _COMMENT.findall(text))
