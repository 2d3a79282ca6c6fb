"""Converts word numbers to character offsets, as a `TextPositionSelector` counts them.

Words are numbered in the folded text, which can have fewer or more characters than the text itself.
"""

from __future__ import annotations

from claimgraph.captures.folding import fold, folded_places
from claimgraph.captures.words import ends


class Offsets:
    """The character offsets of a text's words."""

    def __init__(self, text: str) -> None:
        """Fold the text and map each folded character to the text."""
        self._folded = fold(text)
        self._places = folded_places(text)
        self._words = ends(self._folded)

    def span(self, first: int, end: int, *, before: str = "", after: str = "") -> tuple[int, int]:
        """Return the range of characters, without its end, that a range of words takes up.

        Args:
            first: The first word.
            end: The word after the last.
            before: Punctuation before the words to include; its white space does not count.
            after: Punctuation after the words to include, such as a full stop; its white space does not count.

        """
        begin, stop = self._words[first][0], self._words[end - 1][1]
        for mark in reversed(fold(before).split()):
            begin = self._back(begin, mark)
        for mark in fold(after).split():
            stop = self._on(stop, mark)
        return self._places[begin][0], self._places[stop - 1][1]

    def _back(self, at: int, marks: str) -> int:
        left = self._folded[:at].rstrip()
        return len(left) - len(marks) if left.endswith(marks) else at

    def _on(self, at: int, marks: str) -> int:
        right = self._folded[at:].lstrip()
        return len(self._folded) - len(right) + len(marks) if right.startswith(marks) else at
