"""Publishes the closed lists of words by which insertions in quotes are judged, for the form's script."""

from __future__ import annotations

import json
import sys
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from claimgraph.captures.marks import BEFORE_A_NUMBER, NUMBERS, PHRASES, SINGLE
from claimgraph.quotes import insertions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LISTS: Final = "contribute/claim/words.json"
"""The address of the file."""

_NAMED: Final = range(0x370, 0x530)
"""Greek and Cyrillic, whose letters look like Latin ones: a message names each. Of others it names the script."""


def word_lists() -> dict[str, Any]:
    """Return the lists.

    `marks` and `phrases` are pairs of words and mark, `words` sets of words by name. `scripts` are the first letter of
    each run of letters of one script, with the script. `names` are pairs of a letter and its name in Unicode.
    `numerals` are the numbers that Unicode counts as letters.
    """
    lists = {
        "articles": insertions.ARTICLES,
        "before_a_number": BEFORE_A_NUMBER,
        "counting": insertions.COUNTING,
        "elsewhere": insertions.NEGATIONS_ELSEWHERE,
        "judging": insertions.JUDGING,
        "negating": insertions.NEGATING,
        "no_adverb": insertions.NO_ADVERB,
        "no_judgment": insertions.NO_JUDGMENT,
        "no_names": insertions.NO_NAMES,
        "nothing_done": insertions.NOTHING_DONE,
        "number_words": NUMBERS,
        "prepositions": insertions.PREPOSITIONS,
        "pronouns": insertions.PRONOUNS,
    }
    return {
        "marks": [[word, mark.name.lower()] for word, mark in SINGLE.items()],
        "phrases": [[" ".join(words), mark.name.lower()] for words, mark in PHRASES],
        "words": {name: sorted(words) for name, words in lists.items()},
        "un": list(insertions.UN),
        "endings": list(insertions.JUDGING_ENDINGS),
        "scripts": [[next(run), script] for script, run in groupby(_letters(), _script)],
        "names": [[code, unicodedata.name(chr(code)).lower()] for code in _NAMED if chr(code).isalpha()],
        "numerals": "".join(map(chr, filter(_is_numeral, _letters()))),
    }


def lists_json(*, small: Iterable[str], turns: Iterable[str], like: float) -> str:
    """Return `word_lists` as JSON, with the lists of the measure of likeness under `likeness`.

    Args:
        small: The words that say nothing.
        turns: The words that can reverse a sentence.
        like: The likeness, of 1, from which on two assertions say the same.
    """
    likeness = {"small": sorted(small), "turns": sorted(turns), "like": like}
    return json.dumps({**word_lists(), "likeness": likeness}, ensure_ascii=False, separators=(",", ":"))


def _letters() -> Iterator[int]:
    return (code for code in range(sys.maxunicode + 1) if chr(code).isalpha())


def _script(code: int) -> str:
    return unicodedata.name(chr(code), "").partition(" ")[0].lower()


def _is_numeral(code: int) -> bool:
    return chr(code).isnumeric()
