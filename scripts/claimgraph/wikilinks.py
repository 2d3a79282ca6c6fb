"""Parses `[[id]]` and `[[id|words]]`, which name a claim in a hand-written page or in a topic's summary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE: Final = re.compile(r"(?P<ticks>(?<!`)`+(?!`)).+?(?<!`)(?P=ticks)(?!`)|\[\[(?P<inside>[^\[\]]*)\]\]", re.DOTALL)
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE: Final = re.compile(r"[ \t]*(`{3,}(?=[^`\n]*$)|~{3,})", re.MULTILINE)
_INDENTED: Final = re.compile(r"(?: {4}|\t)[ \t]*\S")
_HOLDS_INDENTED: Final = re.compile(r" {0,3}(?:[-*+] |\d+[.)] |: |\[\^|!!!|\?\?\?|===)")
"""Openers of blocks whose indented content is not code: lists, definitions, footnotes, admonitions, tabs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiLink:
    """One `[[id]]` or `[[id|words]]`.

    `id` is as written, so it may not be the id of a claim. `words` are those that become the link, empty if the claim's
    title does. `start` is the offset of the first bracket in the text, in characters from 0.
    """

    id: str
    start: int
    words: str = ""

    @property
    def end(self) -> int:
        """The offset after the last bracket."""
        return self.start + len(self.to(self.id))

    def to(self, id_: str) -> str:
        """Return the link as it is written if it leads to this id, with the same words."""
        return f"[[{id_}|{self.words}]]" if self.words else f"[[{id_}]]"


def pieces(text: str) -> Iterator[str | WikiLink]:
    """Yield a text in pieces, in order: each link, and the text between links unless it is empty.

    In code, brackets are no links, so that a page can show them: in code spans, fenced blocks and indented blocks
    (CommonMark 0.31, sections 6.1, 4.5 and 4.4). An indented paragraph within a list or admonition is not code.
    """
    end = 0
    for link in _links(text):
        if end < link.start:
            yield text[end : link.start]
        yield link
        end = link.end
    if end < len(text):
        yield text[end:]


def _links(text: str) -> Iterator[WikiLink]:
    for first, end in _paragraphs(text):
        for match in _INLINE.finditer(text, first, end):
            if match["inside"] is not None:
                yield _link(match["inside"], match.start())


def _link(inside: str, start: int) -> WikiLink:
    """Return the link with this text between its brackets. A bar without words after it is a part of the id."""
    id_, _, words = inside.partition("|")
    return WikiLink(id=id_, start=start, words=words) if words.strip() else WikiLink(id=inside, start=start)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each run of lines that are neither blank nor in a block of code."""
    begin: int | None = None
    fence = ""
    is_within = False
    for line in _LINE.finditer(text):
        opener = _FENCE.match(text, line.start(), line.end())
        is_code = bool(fence or opener) or (
            begin is None and not is_within and _INDENTED.match(text, line.start(), line.end()) is not None
        )
        if fence:
            fence = "" if _closes(line[0], fence) else fence
        elif opener:
            fence = opener[1]
        if is_code or line[0].isspace():
            if begin is not None:
                yield begin, line.start()
            begin = None
            continue
        is_within = bool(_HOLDS_INDENTED.match(line[0])) or (is_within and (begin is not None or line[0][0] in " \t"))
        begin = line.start() if begin is None else begin
    if begin is not None:
        yield begin, len(text)


def _closes(line: str, fence: str) -> bool:
    written = line.strip()
    return len(written) >= len(fence) and set(written) == set(fence)
