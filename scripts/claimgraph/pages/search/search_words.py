"""Words as the search knows them: what a text is found by, and which words find nothing.

`site_overrides/assets/javascripts/search.js` reads what a reader types in the same way; a test holds both to that.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_MARK: Final = re.compile(r"[\u0300-\u036f]")

STOP_WORDS: Final = frozenset(
    "a about all also an and any anybody anyone are as at be been being but by can could did do does "
    "doing for from had has have he her his how i if in into is it its me my of on or our she should so "
    "some than that the their them then there these they this those to us was we were what when where "
    "which who whom whose why will with would you your".split()
)
"""Words that stand in most texts and so tell none from another; a search for nothing else looks for them all the same.

"no" and "not" are none of them: they tell a claim from its opposite.
"""


def words(text: str) -> list[str]:
    """Return the words of a text, in order, stop words too.

    A word is a run of letters and digits with its inner apostrophes and points, without diacritics and in lower case;
    a closing 's falls away. So `F45.0` is one word, and `ME/CFS` and `20–30%` are two.
    """
    plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'").lower()) if not text.isascii() else text.lower()
    if not plain.isascii():
        plain = _MARK.sub("", plain)
    return [word.removesuffix("'s") for word in _WORD.findall(plain)]
