"""Closed lists of English number words, in small letters."""

from __future__ import annotations

from typing import Final

SMALL: Final = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen"
        ).split()
    )
}
TENS: Final = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
"""By what a word multiplies the number before it."""

SHORT_SCALES: Final = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
"""By what letters directly after digits multiply them."""

ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}
DETERMINERS: Final = frozenset("the a an this that each every its their his her our my your".split())
"""After one of these, `first` is an ordinal; elsewhere it mostly means earlier, as in `first launched`."""

PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1_000,
}
"""The denominator of a word for one part; `halves`, `thirds` and so on name several parts."""

TIMES: Final = {
    **dict.fromkeys("twice double doubled doubles doubling twofold".split(), 2),
    **dict.fromkeys("thrice triple tripled triples tripling treble trebled threefold".split(), 3),
    **dict.fromkeys("quadruple quadrupled fourfold".split(), 4),
    "tenfold": 10,
    "dozen": 12,
}
"""Words that multiply."""

MANY: Final = {"dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "billions": 1_000_000_000}
"""Words for a number that is not exact."""

OF_TIME: Final = frozenset(
    "second minute hour day night week weekend fortnight month quarter year decade century".split()
)
"""Units before which `one` is a number; elsewhere it may be a pronoun, as in `this one`."""
