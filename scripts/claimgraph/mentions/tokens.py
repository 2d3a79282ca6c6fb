"""Tokenizes a text into numbers, words and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015")
SENTENCE_END: Final = re.compile(r"(?:^|[.!?]['\")\u2019\u201d]?\s)\s*['\"(\u2018\u201c]?$")
"""What precedes a sentence: the end of another, the beginning of the text, or a quotation mark."""

_TOKEN: Final = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:[.\u00b7]\d+)?(?!\d)|\d+(?:[.\u00b7]\d+)?|(?<!\d)[.\u00b7]\d+"
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|\S"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text in order; `folded` has them in small letters."""

    text: str
    matches: Sequence[re.Match[str]]
    folded: Sequence[str]

    @classmethod
    def of(cls, text: str, *, leaving_out: Iterable[tuple[int, int]]) -> Tokens:
        """Tokenize a text without some ranges of characters."""
        matches = list(_TOKEN.finditer(text))
        for start, end in leaving_out:
            matches = [match for match in matches if match.end() <= start or end <= match.start()]
        return cls(text, matches, [match[0].casefold() for match in matches])

    def word(self, at: int) -> str:
        """Return a token in small letters; empty after the last token."""
        return self.folded[at] if at < len(self.folded) else ""

    def start(self, at: int) -> int:
        """Return where a token begins in the text."""
        return self.matches[at].start()

    def end(self, at: int) -> int:
        """Return where a token ends in the text."""
        return self.matches[at].end()

    def is_capital(self, at: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.matches[at][0][0].isupper()

    def gap(self, at: int) -> str:
        """Return what stands between a token and the one before it; a line end if one of them does not exist."""
        return self.text[self.end(at - 1) : self.start(at)] if 0 < at < len(self.matches) else "\n"

    def follows(self, at: int) -> bool:
        """Tell whether nothing but white space stands between a token and the one before it."""
        return 0 < at < len(self.matches) and not self.gap(at).strip()
