"""Measures how much two texts say the same by their words; rare words weigh more, and small words nothing.

The weight of a word is its inverse document frequency (Spärck Jones: Journal of Documentation 28, 1972). A word matches
a word with nearly the same spelling, such as `wait` and `waits`. Synonyms are not known: repeated words are found, not
repeated meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_WORD: Final = re.compile(r"\w+(?:['’.,-]\w+)*")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")

SMALL: Final = frozenset(
    (
        "a an and are as at be been being but by did do does for from had has have he her his if in into is it its of"
        " on one or over she so such than that the their there these they this those to was were what when where which"
        " who whom whose with about also any"
    ).split()
)

TURNS: Final = frozenset(
    (
        "all down fall falls fell few fewer fewest first high higher highest last least less low lower lowest many more"
        " most neither never no nobody none nor not nothing only rise rises rose second some up without"
    ).split()
)
"""Words that can reverse a sentence: two sentences that do not share them do not say the same."""

_NEAR: Final = 80
_SHORT: Final = 3


@lru_cache(maxsize=32_768)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, in order, without small words and duplicates."""
    return tuple([word for word in dict.fromkeys(_WORD.findall(text.casefold())) if word not in SMALL])


def numbers(of: Iterable[str]) -> str:
    """Return the numbers among some words, in order."""
    return " ".join([word for word in of if not word.isalpha() and _NUMBER.search(word)])


def turns(of: Iterable[str]) -> frozenset[str]:
    """Return the words that can reverse a sentence; a contraction with `not` is one of them."""
    return frozenset("not" if w.endswith(("n't", "n’t")) else w for w in of if w in TURNS or w[-3:] in {"n't", "n’t"})


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of words among some texts: in how many texts each is, and how many texts there are."""

    counts: Counter[str]
    texts: int

    @classmethod
    def among(cls, texts: Iterable[Collection[str]]) -> Weights:
        """Return the weights of words among some texts, each given as its words."""
        every = list(texts)
        return cls(Counter(word for text in every for word in text), len(every))

    def share(self, part: Sequence[str], whole: Sequence[str]) -> float:
        """Return how much of one text is in another, from 0 to 1; 0 for a text without words."""
        inside = frozenset(whole)
        total = found = 0.0
        for word in part:
            weight = log((self.texts + 1) / (self.counts[word] + 0.5)) if self.counts[word] <= self.texts else 0.0
            total += weight
            if word in inside or _is_near(word, whole):
                found += weight
        return found / total if total > 0 else 0.0

    def likeness(self, one: Sequence[str], other: Sequence[str]) -> float:
        """Return how similar two texts are, from 0 to 1: the smaller of their shares in each other."""
        return min(self.share(one, other), self.share(other, one))


def _is_near(word: str, others: Sequence[str]) -> bool:
    if len(word) <= _SHORT or _NUMBER.fullmatch(word):
        return False
    return any(
        len(other) > _SHORT and abs(len(word) - len(other)) <= _SHORT and fuzz.ratio(word, other) >= _NEAR
        for other in others
    )
