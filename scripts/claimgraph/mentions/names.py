"""Finds the proper names in a text: words with a capital letter that does not only begin the sentence.

A name may have several words; small words may join them, as in `Office for National Statistics`, if the whole is a
known name. A sentence's first word is a name only if it has a capital or a digit after its first letter (`NHS`,
`eConsult`), or if a known name begins there. Months, days of the week, titles such as `Dr`, and `I` are not names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from claimgraph.mentions.dates import MONTH_NAMES
from claimgraph.mentions.tokens import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.'\u2019][^\W_]+)*")
_DOTTED: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?")
_POSSESSIVE: Final = re.compile(r"['\u2019](?:s|S)?$")
_WITHIN: Final = re.compile(r"\.?\s+|[-\u2010-\u2014/]|\s*&\s*")
"""What may stand between two words of one name."""

_JOINS: Final = frozenset("of for and the in on to at".split())
_MOST_JOINED: Final = 2
_LONGEST: Final = 16
"""The most words of a name."""

_NO_NAMES: Final = MONTH_NAMES | frozenset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mrs Ms Dr Prof Professor".split()
)

Keys: TypeAlias = tuple[str, ...]
"""Words in the form in which they are compared.

An acronym is without dots and plural ending; any other word is in small letters and without a last `s`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a text, from `start` to `end`, without its possessive ending; hyphens separate words."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_capital(self) -> bool:
        """Whether it has a capital letter and is not a month, day of the week or title."""
        return not self.text.islower() and self.text not in _NO_NAMES and any(map(str.isupper, self.text))

    @property
    def is_surely_a_name(self) -> bool:
        """Whether it has a capital letter for another reason than to begin a sentence."""
        return self.is_capital and (any(map(str.isupper, self.text[1:])) or any(map(str.isdigit, self.text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name in a text, from `start` to `end`."""

    text: str
    start: int
    end: int
    keys: Keys


class Known(Protocol):
    """The names that are known before a text is read."""

    def is_name(self, keys: Keys) -> bool:
        """Tell whether words are a known name."""

    def stands(self, keys: Keys) -> bool:
        """Tell whether words stand together in another text, so that they may be one name."""


@lru_cache(maxsize=1 << 17)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    return tuple(map(_word, _TOKEN.finditer(text)))


@lru_cache(maxsize=1 << 17)
def keys(text: str) -> Keys:
    """Return the words of a text in the form in which they are compared."""
    return tuple(map(_key, _TOKEN.findall(text)))


def _word(match: re.Match[str]) -> Word:
    text = _POSSESSIVE.sub("", match[0])
    return Word(text=text, start=match.start(), end=match.start() + len(text), key=_key(text))


@lru_cache(maxsize=1 << 17)
def _key(word: str) -> str:
    bare = _POSSESSIVE.sub("", word)
    if _DOTTED.fullmatch(bare):
        bare = bare.replace(".", "")
    if bare.endswith("s") and bare[:-1].isupper():
        bare = bare[:-1]
    return bare if bare.isupper() and len(bare) > 1 else bare.casefold().removesuffix("s")


def names(text: str, known: Known) -> tuple[Name, ...]:
    """Return the names of a text in order."""
    return tuple(_Reader(text, tuple(_TOKEN.finditer(text)), known).names())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Finds the names in a text; it makes words only of tokens with a capital letter."""

    text: str
    matches: Sequence[re.Match[str]]
    known: Known

    def word(self, at: int) -> Word:
        return _word(self.matches[at])

    def names(self) -> Iterator[Name]:
        read = 0
        for at, match in enumerate(self.matches):
            if at < read or match[0].islower() or (read := self.end(at)) == at:
                continue
            first, last = match.start(), self.word(read - 1).end
            spelt = tuple(self.word(index).key for index in range(at, read))
            yield Name(text=self.text[first:last], start=first, end=last, keys=spelt)

    def end(self, at: int) -> int:
        """Return the index after the name that begins at a word, or `at` if no name does."""
        first = self.word(at)
        if not first.is_capital and first.text not in _NO_NAMES:
            return at
        ends = tuple(self.possible_ends(at))
        spelt = tuple(self.word(index).key for index in range(at, ends[-1]))
        run = at + 1
        while run in ends and run < ends[-1] and self.word(run).is_capital and not self.begins(spelt, run - at):
            run += 1
        for end in reversed(ends):
            part = spelt[: end - at]
            if self.known.is_name(part) or (run <= end > at + 1 and self.known.stands(part)):
                return end
        is_first = SENTENCE_END.search(self.text, 0, first.start) is not None
        is_name = first.is_surely_a_name if is_first else first.is_capital
        return run if is_name else at

    def begins(self, spelt: Keys, at: int) -> bool:
        """Tell whether a known name begins at a word."""
        return any(self.known.is_name(spelt[at:end]) for end in range(at + 1, len(spelt) + 1))

    def possible_ends(self, at: int) -> Iterator[int]:
        """Yield the indices at which a name that begins at a word may end: after each word with a capital."""
        yield at + 1
        joined, last = 0, self.word(at)
        for index in range(at + 1, min(at + _LONGEST, len(self.matches))):
            word = self.word(index)
            if not _WITHIN.fullmatch(self.text, last.end, word.start):
                return
            last = word
            if word.is_capital or word.text[0].isdecimal():
                joined = 0
                yield index + 1
            elif word.text in _JOINS and joined < _MOST_JOINED:
                joined += 1
            else:
                return
