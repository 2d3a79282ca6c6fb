"""The words of a text for the search, and the stop words.

`site_overrides/assets/javascripts/search/words.js` splits what a reader types in the same way; a test compares both on
one list of texts.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_MARK: Final = re.compile(r"[\u0300-\u036f]")
_COMPOUND: Final = re.compile(r"(?<![^\W_])(?=([^\W\d_][^\W_]*)[-\u2010\u2011]([^\W_]+))")

_HYPHEN: Final = re.compile(r"[-\u2010\u2011]")

STOP_WORDS: Final = frozenset(
    "a about all also am an and any anybody anyone are as at be been being but by can could did do does "
    "doing for from get gets got had has have he her his how i if in into is it its me mean means my of on or our "
    "she should so some than that the their them then there these they this those to us was we were what when where "
    "which who whom whose why will with would you your".split()
)
"""Words that are in most texts and so say little. A search for nothing else still looks for them.

"no" and "not" are not among them, since they tell a claim from its opposite.
"""


def words(text: str) -> list[str]:
    """Return the words of a text in order, with stop words.

    A word is a run of letters and digits with its inner apostrophes and points, in lower case, without diacritics and
    without a final 's. So `F45.0` is one word, and `ME/CFS` and `20–30%` are two.
    """
    return [word.removesuffix("'s") for word in _WORD.findall(_folded(text))]


def compounds(text: str) -> list[tuple[str, str]]:
    """Return the pairs of words that a hyphen joins, the first of which begins with a letter: `drop-out`, `PHQ-9`."""
    return _COMPOUND.findall(_folded(text)) if _HYPHEN.search(text) else []


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").lower())
    return plain if plain.isascii() else _MARK.sub("", plain)
