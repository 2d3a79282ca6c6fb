"""Synonyms for the search: the glossary's names of the same thing, and words of readers that pages do not use.

The words that belong to a map's subject are in its glossary; here are those that any map may need.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from claimgraph.pages.search.words import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.model.terms import ReadersWords


class _Meant(NamedTuple):
    """Phrases that readers type, the phrases of the pages for the same, both separated by commas, and the reason."""

    typed: str
    pages_say: str
    why: str


_READERS_SAY: Final = (
    _Meant("telephone", "phone", "One word is the other's short form."),
    _Meant("statistics, stats, data", "figures", "The pages' word for them."),
    _Meant("why", "reasons", "Who asks why asks for reasons."),
    _Meant("male, males, boys", "men", "The claims' word."),
    _Meant("female, females, girls", "women", "The claims' word."),
)
"""Keep this list small: add a word only if readers use it, pages do not, and any site may have what they look for."""


def synonyms(terms: Iterable[tuple[str, ...]], said: Iterable[ReadersWords] = ()) -> dict[str, list[str]]:
    """Return the phrases to look for as well, by the phrase that a reader types; both as words with single spaces.

    Each of `terms` has the names of one thing, which all stand for each other. The words of readers, those that the map
    has `said` and those of any map, stand for the words of the pages, but not the other way round.
    """
    instead: dict[str, list[str]] = {}
    for typed, meant in (*_names(terms), *_words_of_readers(said)):
        key, value = " ".join(words(typed)), " ".join(words(meant))
        if value not in instead.setdefault(key, []):
            instead[key].append(value)
    return instead


def _names(terms: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for names in terms:
        for name in names:
            if not STOP_WORDS.issuperset(words(name)):  # as ME
                yield from ((name, other) for other in names if not _begins(name, other) and not _begins(other, name))


def _words_of_readers(said: Iterable[ReadersWords]) -> Iterator[tuple[str, str]]:
    for one in said:
        yield from product(one.typed, one.pages_say)
    for typed, pages_say, _ in _READERS_SAY:
        yield from product(typed.split(", "), pages_say.split(", "))


def _begins(name: str, other: str) -> bool:
    """Tell whether a name begins with another, so that a search for the other finds it anyway."""
    return " ".join(words(name)).startswith(" ".join(words(other)).removesuffix("s"))
