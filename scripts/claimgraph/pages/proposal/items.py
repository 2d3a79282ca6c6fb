"""Turns lines about changes into nested items, with the words that came and went and with links to claims."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimgraph.changes.lines import FileText, Reworded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimgraph.changes.lines import Line, Piece

How: TypeAlias = Literal["ours", "theirs", "gone", "new"]
"""Whose words a part has: ours, those of files as they stand, those that are gone from a text, or are new in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some words of an item; `anchor` is that of the claim which they name, empty if it is not on the page."""

    how: How
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line about a change, and the items below it."""

    parts: tuple[Part, ...]
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What claims are called: `titles` are by the ids of all claims, and `anchors` by those of claims on the page."""

    titles: Mapping[str, str]
    anchors: Mapping[str, str]

    def part(self, text: str) -> Part:
        """Return a text from files; a claim's id gives the claim's title."""
        return Part(how="theirs", text=self.titles.get(text, text), anchor=self.anchors.get(text, ""))


def nested(lines: Sequence[Line], naming: Naming) -> tuple[Item, ...]:
    """Return lines as items, each with the deeper lines that follow it below."""
    return tuple(_nested(lines, lambda piece: _parts(piece, naming)))


def _nested(lines: Sequence[Line], parts: Callable[[Piece], Iterator[Part]]) -> Iterator[Item]:
    at = 0
    while at < len(lines):
        end = next((i for i in range(at + 1, len(lines)) if lines[i].depth <= lines[at].depth), len(lines))
        own = tuple(part for piece in lines[at].pieces for part in parts(piece))
        yield Item(parts=own, items=tuple(_nested(lines[at + 1 : end], parts)))
        at = end


def _parts(piece: Piece, naming: Naming) -> Iterator[Part]:
    match piece:
        case Reworded(before=before, after=after):
            yield Part(how="ours", text=": ")
            yield from words(before, after)
        case FileText(text=text):
            yield naming.part(text)
        case str():
            yield Part(how="ours", text=piece)


def words(before: str, after: str) -> Iterator[Part]:
    """Yield the words of a text before and after: those that stay, and at each change those gone and those new."""
    one, other = before.split(), after.split()
    is_first = True
    for tag, i, j, k, end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone: tuple[How, str] = ("theirs" if tag == "equal" else "gone", " ".join(one[i:j]))
        new: tuple[How, str] = ("new", "" if tag == "equal" else " ".join(other[k:end]))
        for how, text in (gone, new):
            if text:
                yield from () if is_first else (Part(how="ours", text=" "),)
                yield Part(how=how, text=text)
                is_first = False
