"""The weight of each word of a page in the search: greatest in a title, and greater on a topic than on a source."""

from __future__ import annotations

import sys
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Final

from claimgraph.pages.search.entries import Kind
from claimgraph.pages.search.words import STOP_WORDS, compounds, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.pages.search.entries import SearchEntry

LEVELS: Final = 16
_RATIO: Final = 1.32
_LEAST: Final = 0.3

WEIGHTS: Final = tuple(round(_LEAST * _RATIO**level, 3) for level in range(LEVELS))
"""The weight of each level: 1.32 times that of the level before, from 0.3 to 19."""

_TITLE, _TEXT, _MORE = 8.0, 2.5, 1.0
_STOP: Final = 0.25
"""The factor for stop words, which count only in titles and in topics' questions."""

_USUAL_TITLE: Final = 6
"""The number of words in a title at which they have their plain weight; in a shorter title they weigh more."""

_WEIGHT_OF_KIND: Final[Mapping[Kind, float]] = {
    Kind.TOPIC: 1.6,
    Kind.THESIS: 1.4,
    Kind.CLAIM: 1.0,
    Kind.TERM: 0.75,
    Kind.VOICE: 1.0,
    Kind.SOURCE: 0.7,
    Kind.PAGE: 0.7,
    Kind.MANUAL: 0.7,
}


@lru_cache(maxsize=50_000)
def weighed(page: SearchEntry) -> tuple[tuple[str, int], ...]:
    """Return the words of a page with their levels; cached, since a preview needs them again after each edit."""
    kind = _WEIGHT_OF_KIND[page.kind]
    levels = _levels(page.more, _MORE * kind, has_stop_words=False)
    levels |= _levels(page.text, _TEXT * kind, has_stop_words=page.kind is Kind.TOPIC)
    levels |= _levels(page.title, _TITLE * kind * _shortness(page.title), has_stop_words=True)
    return tuple((sys.intern(word), level) for word, level in levels.items())


def _levels(text: str, weight: float, *, has_stop_words: bool) -> dict[str, int]:
    """Return the level of each word of a text, and of each pair that a hyphen joins.

    Stop words are left out unless the text `has_stop_words` that count.
    """
    found = {*words(text), *map("".join, compounds(text))}
    levels = dict.fromkeys(found & STOP_WORDS, _level(weight * _STOP)) if has_stop_words else {}
    return levels | dict.fromkeys(found - STOP_WORDS, _level(weight))


def _shortness(title: str) -> float:
    """Return the factor for the words of a title by its length: the length normalisation of BM25, with b = 0.5."""
    return 1 / (0.5 + 0.5 * len(words(title)) / _USUAL_TITLE)


def _level(weight: float) -> int:
    return min(LEVELS - 1, max(0, round(log(weight / _LEAST, _RATIO))))
