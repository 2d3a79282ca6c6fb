"""Finds where sentences begin, with sentences rather too long than too short.

A sentence that is too long asks for context once too often; one that is too short hides what stands beside a quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.captures.words import Words

_BOUND: Final = regex.compile(
    r"""
    (?<stop> [.!?]+ ['")\]]* ) \s+ (?= ['"(\[]* [\p{Lu}\p{N}\p{Sc}] )  # a full stop before a capital
    | [.!?\u3002]+ ['")\]]* \s* (?= ['"(\[]* [\p{Ideographic}\p{Hiragana}\p{Katakana}] )  # where words have no case
    | \n [^\S\n]* \n                                                 # an empty line
    | \n [^\S\n]* (?= [\u2022\u2023\u25aa*] \s )                     # an item of a list
    | \n [^\S\n]* (?= \p{Lu}[^\s:]* (?: [^\S\n]+ [\p{Lu}\p{N}][^\s:]* ){0,4} : \s )  # a speaker's name, in capitals
    """,
    regex.VERBOSE,
)
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof st sr jr rev hon rt messrs cllr gen sir no nos v vs etc al eg e.g ie i.e cf viz fig figs vol pp p
    para paras sec ch ed eds ref refs c ca approx incl esp dept inc ltd co est jan feb mar apr jun jul aug sep sept oct
    nov dec
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
    """Tell whether a point after the word may belong to it: `Dr`, `F`, or initials such as `M.E`."""
    parts = word.split(".")
    are_initials = all(len(part) == 1 and part.isalpha() for part in parts) and word.isupper() and word != "I"
    return are_initials or word.casefold() in _ABBREVIATIONS
