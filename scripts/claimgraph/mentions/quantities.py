"""Finds the numbers and shares in a text, in digits and in words.

`1.6 million` is `1,600,000`, `75%` is `75 per cent`, `half` is `50%`, and `one in three` is `a third`. A number is not
a share: `75%` is not `75`, and `5 percentage points` is not `5%`. In `20-30%` and `between 1.5 and 2 million` the first
number may or may not have the unit of the second, so it has both forms. Dates are left to `dates`; digits in a name, as
in `PHQ-9`, and words such as `Five Year Plan` are left to `names`. `one` is a number only in a fraction, before a
larger number word or before a unit of time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.mentions.cardinals import cardinal
from claimgraph.mentions.dates import dates
from claimgraph.mentions.number_words import (
    DETERMINERS,
    MANY,
    OF_TIME,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    TENS,
    TIMES,
)
from claimgraph.mentions.tokens import DASHES, SENTENCE_END, Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


class Kind(StrEnum):
    """What a number means: how many, what part of a whole (0.75 is 75%), a place in an order, or roughly how many."""

    NUMBER = "number"
    SHARE = "share"
    ORDINAL = "ordinal"
    MANY = "many"


Form: TypeAlias = tuple[Kind, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number in a text, from `start` to `end`, with each form that may be meant.

    `parts` are the numbers in it, such as 9 and 10 in `nine in ten`.
    """

    text: str
    start: int
    end: int
    forms: frozenset[Form]
    parts: frozenset[Form] = frozenset()


_DIGIT: Final = re.compile(r"[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_PERCENT: Final = re.compile(r"(?:%|per[\s-]?cent)$")
_SCALE: Final = re.compile(r"[a-z]+$")
_BETWEEN: Final = re.compile(r"\s*(?:[-\u2010-\u2015/,]|,?\s(?:to|and|or|until|against))\s*[£$€]?")
_HALVES: Final = {"halves": "half", "halve": "half", "halved": "half", "halving": "half"}
_BEGINNINGS: Final = frozenset({"a", "an", "half", *_HALVES, *SMALL, *TENS, *ORDINALS, *TIMES, *MANY})
_ONE: Final = 1
_HUNDRED: Final = 100


@lru_cache(maxsize=1 << 17)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in order, without dates."""
    found: list[Quantity] = []
    if not _DIGIT.search(text) and _BEGINNINGS.isdisjoint(_WORD.findall(text.casefold())):
        return ()
    tokens = Tokens.of(text, leaving_out=[(date.start, date.end) for date in dates(text)])
    scanner = _Scanner(tokens)
    read = 0
    for at, word in enumerate(tokens.folded):
        if at >= read and (word[-1].isdecimal() or word in _BEGINNINGS):
            quantity, read = scanner.at(at)
            if quantity is not None:
                found.append(quantity)
    return _with_shared_units(text, found)


def _with_shared_units(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the numbers; each number of a list or range also has the form with the unit of the last one."""
    shared = list(found)
    by: tuple[Kind, Fraction] | None = None
    for index in range(len(shared) - 1, 0, -1):
        one, other = shared[index - 1], shared[index]
        by = _unit(other.text) or by
        value = next((value for kind, value in one.forms if kind is Kind.NUMBER), None)
        is_of_one_list = _BETWEEN.fullmatch(text, one.end, other.start) is not None and one.text[-1].isdecimal()
        if by is None or value is None or not is_of_one_list:
            by = None
            continue
        forms = one.forms | {(by[0], value * by[1])}
        shared[index - 1] = replace(one, forms=forms)
    return tuple(shared)


def _unit(text: str) -> tuple[Kind, Fraction] | None:
    """Return the kind and the factor that the unit at the end of a number gives it; None without a unit."""
    if _PERCENT.search(text):
        return Kind.SHARE, Fraction(1, _HUNDRED)
    scale = _SCALE.search(text)
    by = SCALES.get(scale[0]) or SHORT_SCALES.get(scale[0]) if scale else None
    return (Kind.NUMBER, Fraction(by)) if by else None


@dataclass(frozen=True, slots=True)
class _Scanner:
    """Reads the quantities of a text's tokens; each method returns the index after what it has read."""

    tokens: Tokens

    def at(self, at: int) -> tuple[Quantity | None, int]:
        word = self.tokens.word(at)
        if word[0].isdecimal() or (word[0] in ".\u00b7" and word[1:].isdecimal()):
            return self.digits(at)
        if self._begins_a_name(at):
            return None, at + 1
        if word in ("a", "an"):
            return self.fraction(at, Fraction(1), at + 1)
        if word == "half" or word in _HALVES:
            return self.half(at)
        if word in SMALL or word in TENS:
            return self.in_words(at)
        if word in ORDINALS and not self._tells_no_order(at):
            return self.made(at, at + 1, (Kind.ORDINAL, Fraction(ORDINALS[word])))
        if word in TIMES:
            return self.made(at, at + 1, (Kind.NUMBER, Fraction(TIMES[word])))
        if word in MANY:
            return self.made(at, at + 1, (Kind.MANY, Fraction(MANY[word])))
        return None, at + 1

    def _tells_no_order(self, at: int) -> bool:
        if self.tokens.word(at) == "first":
            before = self.tokens.word(at - 1) if self.tokens.follows(at) else ""
            return before not in DETERMINERS and not before.endswith(("'s", "\u2019s"))
        rest = self.tokens.text[self.tokens.end(at) :]
        return self.tokens.word(at) == "second" and rest.startswith(("-hand", " thoughts"))

    def _begins_a_name(self, at: int) -> bool:
        """Tell whether a word within a sentence and the next have capitals, as in `Five Year Forward View`."""
        if not (self.tokens.is_capital(at) and self.tokens.follows(at + 1) and self.tokens.is_capital(at + 1)):
            return False
        return SENTENCE_END.search(self.tokens.text, 0, self.tokens.start(at)) is None

    def half(self, at: int) -> tuple[Quantity | None, int]:
        """Read `half`, or `half a million`."""
        if self.tokens.word(at + 1) == "a" and (scale := SCALES.get(self.tokens.word(at + 2))):
            return self.made(at, at + 3, (Kind.NUMBER, Fraction(scale, 2)))
        return self.made(at, at + 1, (Kind.SHARE, Fraction(1, 2)))

    def digits(self, at: int) -> tuple[Quantity | None, int]:
        if self._is_in_a_name(at):
            return None, at + 1
        value = Fraction(self.tokens.word(at).replace(",", "").replace("\u00b7", "."))
        start, end = at, at + 1
        adjacent = self.tokens.word(end) if self.tokens.gap(end) == "" else ""
        if adjacent in ("st", "nd", "rd", "th"):
            return self.made(at, end + 1, (Kind.ORDINAL, value))
        if adjacent in SHORT_SCALES:
            value, end = value * SHORT_SCALES[adjacent], end + 1
        while self.tokens.word(end) in SCALES and self.tokens.follows(end):
            value, end = value * SCALES[self.tokens.word(end)], end + 1
        if self._has_a_minus(at):
            start, value = at - 1, -value
        return self.number(start, value, end)

    def _has_a_minus(self, at: int) -> bool:
        is_sign = at > 0 and self.tokens.word(at - 1) in {*DASHES, "\u2212"}
        return is_sign and self.tokens.gap(at) == "" and self.tokens.gap(at - 1) != ""

    def _is_in_a_name(self, at: int) -> bool:
        before = self.tokens.text[: self.tokens.start(at)]
        return before[-1:].isalpha() or (before[-1:] in DASHES and before[-2:-1].isupper()) or before[-1:] == "."

    def in_words(self, at: int) -> tuple[Quantity | None, int]:
        value, end = cardinal(self.tokens, at)
        if value == _ONE and end == at + 1:
            return self.one(at)
        return self.number(at, value, end)

    def one(self, at: int) -> tuple[Quantity | None, int]:
        unit = at + 2 if self.tokens.word(at + 1) in DASHES else at + 1
        quantity, end = self.number(at, Fraction(1), at + 1)
        is_more = end > at + 1 or self.tokens.word(unit).removesuffix("s") in OF_TIME
        return (quantity, end) if is_more else (None, at + 1)

    def number(self, start: int, value: Fraction, end: int) -> tuple[Quantity | None, int]:
        """Read a number with what may follow it: a fraction's name, `in` and a whole, or a percent sign."""
        fraction, after = self.fraction(start, value, end)
        if fraction is not None:
            return fraction, after
        if (half := self._and_a_half(end)) > end:
            return self.made(start, half, (Kind.NUMBER, value + Fraction(1, 2)))
        whole, after = self._of_how_many(end)
        if whole is not None and 0 <= value <= whole and whole > _ONE:
            ratio, after = self.made(start, after, (Kind.SHARE, value / whole))
            return replace(ratio, parts=frozenset({(Kind.NUMBER, value), (Kind.NUMBER, whole)})), after
        after = self._percent(end)
        if after > end:
            return self.made(start, after, (Kind.SHARE, value / _HUNDRED))
        return self.made(start, end, (Kind.NUMBER, value))

    def fraction(self, start: int, value: Fraction, at: int) -> tuple[Quantity | None, int]:
        """Read `third` or `-thirds` after a numerator."""
        if self.tokens.word(at) in DASHES and self.tokens.gap(at) == self.tokens.gap(at + 1) == "":
            at += 1
        word = self.tokens.word(at)
        part = PARTS.get(_HALVES.get(word, word.removesuffix("s")))
        if part is None or not self.tokens.follows(at) or (value == _ONE) == word.endswith("s"):
            return None, start + 1
        forms: list[Form] = [(Kind.SHARE, value / part)]
        if self.tokens.word(start) in ("a", "an") and word in ORDINALS:
            forms.append((Kind.ORDINAL, Fraction(ORDINALS[word])))
        return self.made(start, at + 1, *forms)

    def _and_a_half(self, at: int) -> int:
        return at + 3 if [self.tokens.word(at + step) for step in range(3)] == ["and", "a", "half"] else at

    def _of_how_many(self, at: int) -> tuple[Fraction | None, int]:
        for phrase in (("in", "every"), ("out", "of", "every"), ("out", "of"), ("of", "every"), ("in",)):
            end = at + len(phrase)
            if tuple(self.tokens.word(at + step) for step in range(len(phrase))) != phrase:
                continue
            if not all(self.tokens.follows(step) for step in range(at, end + 1)):
                continue
            if self.tokens.word(end)[0].isdecimal():
                digits = self.tokens.word(end)
                is_whole = digits.replace(",", "").isdecimal() and self._percent(end + 1) == end + 1
                return (Fraction(digits.replace(",", "")), end + 1) if is_whole else (None, at)
            whole, after = cardinal(self.tokens, end)
            if after > end:
                return whole, after
        return None, at

    def _percent(self, at: int) -> int:
        """Return the index after a percent sign or its word, or `at` if there is none."""
        if not self.tokens.follows(at) and self.tokens.word(at) not in DASHES:
            return at
        first = at + 1 if self.tokens.word(at) in DASHES else at
        words = [self.tokens.word(first + step) for step in range(3)]
        if words[0] in ("%", "percent"):
            end = first + 1
        elif words[:2] == ["per", "cent"]:
            end = first + 2
        elif words[0] == "per" and words[1] in DASHES and words[2] == "cent":
            end = first + 3
        else:
            return at
        return at if self.tokens.word(end) in ("point", "points") else end

    def made(self, start: int, end: int, *forms: Form) -> tuple[Quantity, int]:
        first, last = self.tokens.start(start), self.tokens.end(end - 1)
        return Quantity(text=self.tokens.text[first:last], start=first, end=last, forms=frozenset(forms)), end
