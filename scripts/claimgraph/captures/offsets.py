"""Where words stand in a text, in characters: what a `TextPositionSelector` counts.

Words are numbered in the folded text, in which a character may be gone, or be two; here they are found in the text as
it is.
"""

from __future__ import annotations

from claimgraph.captures.folding import fold, folded_places
from claimgraph.captures.words import ends


class Offsets:
    """A text whose words are to be found by their numbers."""

    def __init__(self, text: str) -> None:
        """Fold the text, and remember of each folded character which characters of the text it stands for."""
        self._folded = fold(text)
        self._places = folded_places(text)
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
        return self._places[begin][0], self._places[stop - 1][1]

    def _back(self, at: int, marks: str) -> int:
        left = self._folded[:at].rstrip()
        return len(left) - len(marks) if left.endswith(marks) else at

    def _on(self, at: int, marks: str) -> int:
        right = self._folded[at:].lstrip()
        return len(self._folded) - len(right) + len(marks) if right.startswith(marks) else at
