"""Parses a quote: words of the source, omissions (`[...]`), and the editors' insertions in brackets."""

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
    """Consecutive words of a source. `text` is folded."""

    text: str

    @cached_property
    def cut(self) -> Words:
        """The words and gaps; the first and last gap are the edges of the part."""
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
        """Return the joined digests of the five-word windows; empty for a part of fewer than five words.

        `source` is the id under which the capture was made.
        """
        return Digester(source).windows(self.cut)

    @property
    def is_long_enough(self) -> bool:
        """Tell whether the part has at least five words."""
        return len(self.words) >= WINDOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a quote: its parts in order, and the editors' insertions without their brackets."""

    parts: tuple[Part, ...]
    insertions: tuple[str, ...]


def readings(exact: str) -> Iterator[Reading]:
    """Yield the readings of a quote, first the one in which every bracket is the source's own.

    A bracket is the source's own, an omission `[...]` or an insertion. A bracket that touches a letter is always the
    source's own, since nothing can be inserted within a word. With more than `MAX_BRACKETS`, all are of one kind.
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
    """Tell whether a bracket touches a letter of a script with spaces, so that it may be within a word."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return bool(_LETTER.match(before) or _LETTER.match(after))


def _read(folded: str, ours: list[regex.Match[str]]) -> Iterator[Reading]:
    """Yield the readings in which the given brackets are the editors'.

    An insertion is removed with the space before it, or with the one after it. A reading that would join two words into
    one is left out: nothing can be inserted within a word.
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
