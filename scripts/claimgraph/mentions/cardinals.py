"""Reads whole numbers in words: `one hundred and twenty-five thousand`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimgraph.mentions.number_words import SCALES, SMALL, TENS
from claimgraph.mentions.tokens import DASHES

if TYPE_CHECKING:
    from claimgraph.mentions.tokens import Tokens


def cardinal(tokens: Tokens, at: int) -> tuple[Fraction, int]:
    """Return the number that begins at a token, and the index after it; zero and `at` if no number does."""
    total = part = 0
    last = ""
    while (word := tokens.word(at)) in SMALL or word in TENS or word in SCALES:
        if word in SCALES and last:
            total, part = _scaled(total, part, SCALES[word])
            last = "scale"
        elif word in TENS and last in ("", "scale"):
            part, last = part + TENS[word], "tens"
        elif word in SMALL and (last in ("", "scale") or (last == "tens" and SMALL[word] in range(1, 10))):
            part, last = part + SMALL[word], "small"
        else:
            break
        at += 1
        if _joins(tokens, at, last):
            at += 1
        if not tokens.follows(at):
            break
    return Fraction(total + part), at


def _joins(tokens: Tokens, at: int, last: str) -> bool:
    """Tell whether a hyphen or `and` at a token continues a number; `last` is the kind of its last word."""
    word, after = tokens.word(at), tokens.word(at + 1)
    if word in DASHES and tokens.gap(at) == tokens.gap(at + 1) == "":
        return (last == "tens" and after in SMALL) or after in SCALES
    return word == "and" and last == "scale" and (after in SMALL or after in TENS)


def _scaled(total: int, part: int, scale: int) -> tuple[int, int]:
    """Multiply the part since the last scale, and add it to the total unless the scale is a hundred."""
    return (total, part * scale) if scale == SCALES["hundred"] else (total + part * scale, 0)
