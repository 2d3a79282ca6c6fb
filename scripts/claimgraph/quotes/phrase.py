"""Reads a quote as written: what stands in the source, what `[...]` leaves out, what the editors put in brackets."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.digests import WINDOW, Digester
from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import LETTER, Words, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BRACKETS: Final = 6
_BRACKET: Final = regex.compile(r"\[([^\[\]]*)\]")
_LEFT_OUT: Final = "..."
_OPENING: Final = " \"'(["
_LETTER: Final = regex.compile(LETTER, regex.VERSION1)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Words that stand in the source one after the other. `text` is folded."""

    text: str

    @cached_property
    def cut(self) -> Words:
        """The words and gaps; the first and last gap are the part's own edges."""
        return cut(self.text)

    @property
    def words(self) -> tuple[str, ...]:
        """The words."""
        return self.cut.words

    @property
    def lead(self) -> str:
        """What stands before the first word."""
        return self.cut.gaps[0].lstrip()

    @property
    def trail(self) -> str:
        """What stands after the last word."""
        return self.cut.gaps[-1].rstrip()

    @cached_property
    def inside(self) -> str:
        """The words with the gaps between them."""
        return self.cut.between(0, len(self.words))

    def key(self, source: str) -> bytes:
        """Return the digests of the five-word windows, one after the other, as a capture made under an id has them.

        Empty for a part of fewer than five words.
        """
        return Digester(source).windows(self.cut)

    @property
    def is_long_enough(self) -> bool:
        """Tell whether the part has five words."""
        return len(self.words) >= WINDOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a quote: its parts in order, and the editors' insertions, without brackets."""

    parts: tuple[Part, ...]
    insertions: tuple[str, ...]


def readings(exact: str) -> Iterator[Reading]:
    """Yield the ways to read a quote, the one that takes every bracket as the source's own first.

    A bracket is the source's own, or an omission `[...]`, or an insertion. A bracket that touches a letter is always
    the source's own, since nothing can be inserted within a word. Beyond `MAX_BRACKETS`, all are of one kind.
    """
    folded = fold_line(exact)
    found = list(_BRACKET.finditer(folded))
    free = [match for match in found if not _touches_a_letter(folded, match)]
    if len(free) > MAX_BRACKETS:
        choices: Iterator[tuple[bool, ...]] = iter([(False,) * len(free), (True,) * len(free)])
    else:
        choices = itertools.product((False, True), repeat=len(free))
    for choice in choices:
        ours = [match for match, is_ours in zip(free, choice, strict=True) if is_ours]
        yield from _read(folded, ours)


def _touches_a_letter(text: str, match: regex.Match[str]) -> bool:
    """Tell whether a bracket stands at a letter of a script with spaces, so that it may be within a word."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return bool(_LETTER.match(before) or _LETTER.match(after))


def _read(folded: str, ours: list[regex.Match[str]]) -> Iterator[Reading]:
    """Read the given brackets as the editors'; an insertion goes with the space before it, or with the one after.

    A reading in which that would join two pieces to one word is left out: nothing is inserted within a word.
    """
    insertions = tuple(match[1].strip() for match in ours if match[1].strip() != _LEFT_OUT)
    for with_space_before in (False, True) if insertions else (False,):
        texts, end = [""], 0
        stops = [*(later.start() for later in ours), len(folded)][1:]
        for match, stop in zip(ours, stops, strict=True):
            left = texts[-1] + folded[end : match.start()]
            end = match.end()
            right = folded[end:stop]
            if match[1].strip() == _LEFT_OUT:
                texts[-1:] = [left, ""]
                continue
            if with_space_before:
                left = left.rstrip()
            elif right.startswith(" ") and (not left or left[-1] in _OPENING):
                end, right = end + 1, right[1:]
            if cut(left + right).words != cut(left).words + cut(right).words:
                break
            texts[-1] = left
        else:
            texts[-1] += folded[end:]
            yield Reading(parts=tuple(Part(text=text.strip()) for text in texts), insertions=insertions)
