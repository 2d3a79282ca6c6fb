"""Invented words, and sentences made from them that the program reads like prose.

About every second word is a real function word, so that sentences have negations, hedges, conditions and attributions
about as often as in speech. The other words are made from syllables and mean nothing.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from typing import Final

from claimgraph.captures.marks import ATTRIBUTIONS, CONDITIONS, HEDGES, NEGATIONS

WORDS: Final = 2_000
"""The number of invented words."""

_FUNCTION_WORDS: Final = {
    **dict.fromkeys("the".split(), 90),
    **dict.fromkeys("of and to a in".split(), 40),
    **dict.fromkeys("is that it for was on with as by are be at they we this have from".split(), 16),
    **dict.fromkeys("has had which their were been who there its also more so what when them these those".split(), 6),
    **dict.fromkeys("because after before into through between during within each then here very our us".split(), 3),
    **dict.fromkeys("not".split(), 12),
    **dict.fromkeys("if some may could would just can many most never without don’t no".split(), 4),
    **dict.fromkeys("said think should although unless perhaps often usually few until believe seems only".split(), 2),
}
_HEADS: Final = "b br c ch d dr f g gr h j k l m n p pl r s st t tr v w".split()
_VOWELS: Final = "a e i o u ai ea oo".split()
_TAILS: Final = ("", "", "", "n", "r", "l", "s", "m", "nd", "rt")
_SHORTEST: Final = 5
_REAL: Final = frozenset((*NEGATIONS, *HEDGES, *CONDITIONS, *ATTRIBUTIONS, *"approx".split()))

_FUNCTION_SHARE: Final = 0.47
_COMMA_SHARE: Final = 0.07
_NUMBER_SHARE: Final = 0.012
_QUOTED_SHARE: Final = 0.02
_ENDS: Final = (".", ".", ".", ".", ".", ".", ".", ".", ".", "?", "!")


def stream(*names: object) -> random.Random:
    """Return a random number generator for these names; the same names always give the same numbers."""
    return random.Random("/".join(map(str, names)))  # noqa: S311 (nothing here is secret)


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The invented words, the frequent ones first, with cumulative weights (Zipf's law, flattened)."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    function_words: tuple[str, ...]
    function_weights: tuple[int, ...]

    def content(self, rng: random.Random, count: int) -> list[str]:
        """Return invented words, frequent ones more often."""
        return rng.choices(self.words, cum_weights=self.weights, k=count)

    def phrase(self, rng: random.Random, count: int) -> list[str]:
        """Return mixed function words and invented words, and sometimes a number; the last one is an invented word."""
        fill = iter(rng.choices(self.function_words, cum_weights=self.function_weights, k=count))
        content = self.content(rng, count)
        for index in range(count - 1):
            chance = rng.random()
            if chance < _FUNCTION_SHARE:
                content[index] = next(fill)
            elif chance > 1 - _NUMBER_SHARE:
                content[index] = _number(rng)
        return content

    def clause(self, rng: random.Random, least: int, most: int) -> str:
        """Return a phrase without punctuation, of `least` to `most` words."""
        return " ".join(self.phrase(rng, rng.randint(least, most)))

    def sentence(self, rng: random.Random, least: int, most: int) -> str:
        """Return a sentence with commas and quotation marks, of `least` to `most` words."""
        words = self.phrase(rng, rng.randint(least, most))
        words[0] = words[0].capitalize()
        for index in range(2, len(words) - 2):
            chance = rng.random()
            if chance < _COMMA_SHARE:
                words[index] += ","
            elif chance > 1 - _QUOTED_SHARE:
                words[index] = f"“{words[index]}”"
        return " ".join(words) + rng.choice(_ENDS)


def _number(rng: random.Random) -> str:
    number = rng.randint(2, 99_999) if rng.random() < 0.3 else rng.randint(2, 99)  # noqa: PLR2004
    return f"{number:,}" if number > 99 or rng.random() < 0.5 else f"{number}%"  # noqa: PLR2004


def vocabulary(seed: int) -> Vocabulary:
    """Invent the words. None of them is a negation, hedge, condition, attribution or abbreviation."""
    rng = stream(seed, "vocabulary")
    words: dict[str, None] = {}
    while len(words) < WORDS:
        syllables = rng.choice((2, 2, 3))
        word = "".join(rng.choice(_HEADS) + rng.choice(_VOWELS) + rng.choice(_TAILS) for _ in range(syllables))
        if len(word) >= _SHORTEST and word not in _REAL:
            words[word] = None
    return Vocabulary(
        words=tuple(words),
        weights=tuple(itertools.accumulate(1 / (rank + 30) for rank in range(WORDS))),
        function_words=tuple(_FUNCTION_WORDS),
        function_weights=tuple(itertools.accumulate(_FUNCTION_WORDS.values())),
    )
