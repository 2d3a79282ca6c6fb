"""Where sentences begin in a text, leaning to sentences that are too long rather than too short.

Too long a sentence asks for context once too often; too short a one hides what stands beside a quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.captures.words import Words

_BOUND: Final = regex.compile(
    r"""
    (?<stop> [.!?]+ ['")\]]* | : \s* (?=\n) ) \s+ (?= ['"(\[]* [\p{Lu}\p{N}\p{Sc}] )  # a full stop before a capital
    | \n [^\S\n]* \n                                                 # an empty line
    | \n [^\S\n]* (?= [\u2022\u2023\u25aa*] \s )                     # an item of a list
    | \n [^\S\n]* (?= [^:\n]{1,60} : \s )                            # a speaker's name
    """,
    regex.VERBOSE,
)
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof st sr jr rev hon gen sir no nos vs etc al eg e.g ie i.e cf fig figs vol pp p para ch ed eds
    approx dept inc ltd co est jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)


def sentence_starts(folded: str, words: Words) -> Iterator[int]:
    """Yield the index of each word that begins a sentence, in order; the first word always does."""
    if not words.words:
        return
    yield 0
    index = 0
    for match in _BOUND.finditer(folded):
        while index < len(words.starts) and words.starts[index] < match.start():
            index += 1
        if index == 0 or index == len(words.starts):
            continue
        stop = match["stop"]
        if (
            stop
            and stop.startswith(".")
            and len(stop.rstrip("'\")]")) == 1
            and _is_abbreviation(words.words[index - 1])
        ):
            continue
        yield index


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isupper() and word != "I") or word.casefold() in _ABBREVIATIONS
