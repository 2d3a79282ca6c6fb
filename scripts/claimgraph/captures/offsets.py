"""Where words stand in a text, in characters: what a `TextPositionSelector` counts.

Words are numbered in the folded text, in which a character may be gone, or be two; here they are found in the text as
it is.
"""

from __future__ import annotations

from typing import Final

import regex

from claimgraph.captures.words import ends, fold, folded_alone

_CLUSTER: Final = regex.compile(r"\X")


class Offsets:
    """A text whose words are to be found by their numbers."""

    def __init__(self, text: str) -> None:
        """Fold the text, and remember of each folded character which characters of the text it stands for."""
        self._folded = fold(text)
        self._begins: list[int] = []
        self._ends: list[int] = []
        for match in _CLUSTER.finditer(text, pos=len(text) - len(text.removeprefix("\ufeff"))):
            for _ in folded_alone(text, *match.span()):
                self._begins.append(match.start())
                self._ends.append(match.end())
        self._words = ends(self._folded)

    def span(self, first: int, end: int, *, before: str = "", after: str = "") -> tuple[int, int]:
        """Return from which character up to which words stand, `end` not included, both counted from 0.

        `before` and `after` are marks that are to be within, such as a full stop; white space in them does not count.
        """
        begin, stop = self._words[first][0], self._words[end - 1][1]
        for mark in reversed(fold(before).split()):
            begin = self._back(begin, mark)
        for mark in fold(after).split():
            stop = self._on(stop, mark)
        return self._begins[begin], self._ends[stop - 1]

    def _back(self, at: int, marks: str) -> int:
        left = self._folded[:at].rstrip()
        return len(left) - len(marks) if left.endswith(marks) else at

    def _on(self, at: int, marks: str) -> int:
        right = self._folded[at:].lstrip()
        return len(self._folded) - len(right) + len(marks) if right.startswith(marks) else at
