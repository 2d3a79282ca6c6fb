"""Invents claims: their assertions, scopes, quotes, citations and figures."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.vocabulary import stream

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from bench.passages import Passage
    from bench.sources import InventedSource
    from bench.vocabulary import Vocabulary

UNITS: Final = {f"measure-{number}": "percent" if number % 2 else "people" for number in range(1, 41)}
"""The unit of each measure, by id."""

_KINDS: Final = (
    *("factual", "evaluative") * 5,
    *("statistical",) * 4,
    *("causal", "experience", "rule", "normative") * 2,
    *("prediction", "definitional"),
)
_PLACES: Final = (*("England",) * 8, "Scotland", "Wales", "Northern Ireland", "London")
_TITLE: Final = 70
_QUOTES: Final = (1, 1, 1, 1, 1, 2, 2, 2, 3, 3)
_CITATIONS: Final = (0, 0, 0, 1, 1, 2)
_SHELVES_OF_A_TOPIC: Final = 8
_SHARES: Final = {
    "id": 0.6,
    "disputes": 0.1,
    "conceded": 0.05,
    "reported": 0.05,
    "presupposed": 0.02,
    "narrowed": 0.2,
    "note": 0.1,
    "alias": 0.02,
}
_NUMBER: Final = re.compile(r"(?<![\w.,-])[0-9][0-9,]*(?:%|(?=[ .]|$))")


@dataclass(frozen=True, kw_only=True, slots=True)
class InventedClaim:
    """A claim without its links; texts and tuples may be empty.

    `scope` has `place` and `period`, and sometimes more. Quotes, citations and figures are as in the file; the first
    quote always asserts the claim.
    """

    id: str
    topic: str
    title: str
    assertion: str
    kind: str
    scope: dict[str, str]
    quotes: tuple[dict[str, str], ...]
    citations: tuple[dict[str, str], ...]
    figures: tuple[dict[str, str], ...]
    note: str
    aliases: tuple[str, ...]


class Library:
    """The passages of all sources, each of which is taken once. Raises ZeroDivisionError if there are no more."""

    def __init__(self, sources: Sequence[InventedSource]) -> None:
        """Sort the passages into shelves, one for each source that has some."""
        self._shelves = [(source, deque(source.passages)) for source in sources if source.passages]
        self.ids = tuple(source.id for source in sources)

    def take(self, rng: random.Random, near: float) -> tuple[Passage, InventedSource]:
        """Take a passage from one of the shelves after the share `near` of all shelves."""
        at = int(near * len(self._shelves)) + rng.randrange(_SHELVES_OF_A_TOPIC)
        source, shelf = self._shelves[at % len(self._shelves)]
        passage = shelf.popleft()
        if not shelf:
            self._shelves.remove((source, shelf))
        return passage, source


def claims(seed: int, sizes: dict[str, int], library: Library, words: Vocabulary) -> Iterator[InventedClaim]:
    """Invent claims, topic by topic; `sizes` has the number of claims of each topic."""
    rng = stream(seed, "claims")
    titles = _titles(rng, words)
    figures: set[tuple[str, ...]] = set()
    for number, (topic, size) in enumerate(sizes.items()):
        near = number / len(sizes)
        for _ in range(size):
            count = rng.choice(_QUOTES)
            quotes = tuple(_quote(rng, near, at, library, words) for at in range(1, count + 1))
            scope = _scope(rng, words)
            id_, title = next(titles)
            yield InventedClaim(
                id=id_,
                topic=topic,
                title=title,
                assertion=f"In {scope['place']} in {_year(quotes[0])}, {_says(words.clause(rng, 16, 32), quotes[0])}.",
                kind=rng.choice(_KINDS),
                scope=scope,
                quotes=quotes,
                citations=tuple(_citations(rng, library, words)),
                figures=tuple(_figures(rng, scope, quotes, figures)),
                note=words.sentence(rng, 8, 20) if _happens(rng, "note") else "",
                aliases=(f"former-{id_}",) if _happens(rng, "alias") else (),
            )


def _titles(rng: random.Random, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield distinct ids and titles of five invented words, which are all equally likely."""
    seen: set[str] = set()
    while True:
        chosen = rng.sample(words.words, 5)
        joined = [chosen[0].capitalize(), chosen[1], "of", *chosen[2:4], rng.choice(("in", "for", "and")), chosen[4]]
        title, id_ = " ".join(joined), "-".join(chosen[: rng.choice((3, 4))])
        if len(title) <= _TITLE and id_ not in seen:
            seen.add(id_)
            yield id_, title


def _happens(rng: random.Random, what: str) -> bool:
    return rng.random() < _SHARES[what]


def _scope(rng: random.Random, words: Vocabulary) -> dict[str, str]:
    year, month = rng.randint(2008, 2024), rng.randint(1, 12)
    periods = (str(year), str(year), f"{year}-{month:02}", f"{year}-01/{year}-06", f"{year}~", f"{year}/..")
    scope = {"place": rng.choice(_PLACES), "period": rng.choice(periods)}
    if _happens(rng, "narrowed"):
        scope["population"] = f"{words.content(rng, 1)[0]} people"
    if _happens(rng, "narrowed"):
        scope["denominator"] = f"all {words.content(rng, 1)[0]} cases"
    return scope


def _year(quote: dict[str, str]) -> str:
    """Return the year of a quote's source, which is the end of its id."""
    return quote["source"][-4:]


def _says(clause: str, quote: dict[str, str]) -> str:
    """Return a clause with the number of a quote and no others, so that the quote supports it."""
    plain = " ".join(word for word in clause.split() if not word[0].isdigit())
    number = _NUMBER.search(quote["exact"])
    return f"{plain} {number[0]}" if number else plain


def _quote(rng: random.Random, near: float, number: int, library: Library, words: Vocabulary) -> dict[str, str]:
    passage, source = library.take(rng, near)
    others = [name for name in source.speakers if name != passage.speaker]
    modes = ("conceded", "reported", "presupposed") if others else ("conceded", "presupposed")
    mode = next((mode for mode in modes if _happens(rng, mode)), "") if number > 1 else ""
    return {
        "id": f"q{number}" if _happens(rng, "id") else "",
        "source": passage.source,
        "speaker": passage.speaker,
        "exact": passage.exact,
        "stance": "disputes" if number > 1 and not mode and _happens(rng, "disputes") else "",
        "mode": mode,
        "of": rng.choice(others) if mode == "reported" else "",
        "context": words.sentence(rng, 12, 24) if passage.asks_for_context else "",
    }


def _citations(rng: random.Random, library: Library, words: Vocabulary) -> Iterator[dict[str, str]]:
    for number in range(1, rng.choice(_CITATIONS) + 1):
        yield {
            "id": f"c{number}" if _happens(rng, "id") else "",
            "source": rng.choice(library.ids),
            "finding": words.sentence(rng, 10, 26),
            "where": f"page {rng.randint(1, 90)}",
            "stance": "disputes" if _happens(rng, "disputes") else "",
        }


def _figures(
    rng: random.Random, scope: dict[str, str], quotes: tuple[dict[str, str], ...], taken: set[tuple[str, ...]]
) -> Iterator[dict[str, str]]:
    """Yield the numbers in the quotes; no two claims have the same measure, place, period and base."""
    for quote in quotes:
        found = _NUMBER.search(quote["exact"])
        unit = "percent" if found and found[0].endswith("%") else "people"
        about = {
            "measure": rng.choice([measure for measure, of in UNITS.items() if of == unit]),
            "period": scope["period"],
            "population": scope.get("population", ""),
            "denominator": scope.get("denominator", ""),
        }
        key = (scope["place"], *about.values())
        if found and key not in taken:
            taken.add(key)
            yield {**about, "value": found[0].replace(",", "").removesuffix("%"), "source": quote["source"]}
