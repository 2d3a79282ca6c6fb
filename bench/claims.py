"""Invents claims: their assertions, scopes, quotes, citations and figures."""

from __future__ import annotations

import itertools
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.vocabulary import stream
from claimgraph.captures.marks import ATTRIBUTIONS

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Iterator, Sequence

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
_THESES: Final = (*(1,) * 12, *(2,) * 11, *(3,) * 7, *(4,) * 4)
"""How many theses topics have."""
_QUOTES: Final = (*(1,) * 276, *(2,) * 16, *(3,) * 3)
_CITATIONS: Final = (*(1,) * 178, *(2,) * 9, *(3,) * 6)
"""How many quotes or citations claims have."""
_SHELVES_OF_A_TOPIC: Final = 8
_SHARES: Final = {
    "id": 0.6,
    "disputes": 0.1,
    "conceded": 0.05,
    "reported": 0.05,
    "presupposed": 0.02,
    "narrowed": 0.2,
    "context": 0.5,
    "cited": 0.4,
    "counted": 0.75,
    "note": 0.49,
    "alias": 0.02,
}
_NUMBER: Final = re.compile(r"(?<![\w.,-])[0-9][0-9,]*(?:%|(?=[ .]|$))")


@dataclass(frozen=True, kw_only=True, slots=True)
class InventedClaim:
    """A claim without its links; texts and tuples may be empty.

    `scope` has `place` and `period`, and sometimes more. Quotes, citations and figures are as in the file. A thesis has
    none; of any other claim, the first quote or citation asserts it.
    """

    id: str
    topic: str
    is_thesis: bool
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
        ids = [source.id for source in sources]
        self.cited = itertools.cycle(ids)
        """The ids of all sources in turn, so that each is cited."""

    def take(self, rng: random.Random, near: float) -> tuple[Passage, InventedSource]:
        """Take a passage from one of the shelves after the share `near` of all shelves."""
        at = int(near * len(self._shelves)) + rng.randrange(_SHELVES_OF_A_TOPIC)
        source, shelf = self._shelves[at % len(self._shelves)]
        passage = shelf.popleft()
        if not shelf:
            self._shelves.remove((source, shelf))
        return passage, source


def claims(seed: int, sizes: dict[str, int], library: Library, words: Vocabulary) -> Iterator[InventedClaim]:
    """Invent claims, topic by topic, theses first; `sizes` has the number of claims of each topic."""
    rng = stream(seed, "claims")
    titles = _titles(rng, words)
    figures: set[tuple[str, ...]] = set()
    for number, (topic, size) in enumerate(sizes.items()):
        theses = min(rng.choice(_THESES), size // 3)
        for at in range(size):
            is_cited = at < theses or _happens(rng, "cited")
            quotes = () if is_cited else tuple(_quotes(rng, number / len(sizes), library, words))
            citations = tuple(_citations(rng, library, words)) if is_cited and at >= theses else ()
            said = ((quote["source"], quote["exact"]) for quote in quotes)
            found = ((citation["source"], citation["finding"]) for citation in citations)
            evidence = (*said, *found)
            scope = _scope(rng, words)
            year, text = (evidence[0][0][-4:], evidence[0][1]) if evidence else (scope["period"][:4], "")
            clause = words.clause(rng, 10, 26)
            if at < theses:
                clause = without(clause, ATTRIBUTIONS)
            id_, title = next(titles)
            yield InventedClaim(
                id=id_,
                topic=topic,
                is_thesis=at < theses,
                title=title,
                assertion=f"In {scope['place']} in {year}, {_says(clause, text)}.",
                kind=rng.choice(_KINDS),
                scope=scope,
                quotes=quotes,
                citations=citations,
                figures=tuple(_figures(rng, scope, evidence, figures)),
                note=words.sentence(rng, 12, 30) if _happens(rng, "note") else "",
                aliases=(f"former-{id_}",) if _happens(rng, "alias") else (),
            )


def without(clause: str, left_out: Collection[str]) -> str:
    """Return a clause without some words."""
    return " ".join(word for word in clause.split() if word.strip(",") not in left_out)


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


def _says(clause: str, evidence: str) -> str:
    """Return a clause with the first number of the evidence and no others, so that it supports the clause."""
    plain = " ".join(word for word in clause.split() if not word[0].isdigit())
    number = _NUMBER.search(evidence)
    return f"{plain} {number[0]}" if number else plain


def _quotes(rng: random.Random, near: float, library: Library, words: Vocabulary) -> Iterator[dict[str, str]]:
    for number in range(1, rng.choice(_QUOTES) + 1):
        yield _quote(rng, near, number, library, words)


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
        "context": words.sentence(rng, 18, 34) if passage.asks_for_context or _happens(rng, "context") else "",
    }


def _citations(rng: random.Random, library: Library, words: Vocabulary) -> Iterator[dict[str, str]]:
    for number in range(1, rng.choice(_CITATIONS) + 1):
        finding = words.sentence(rng, 7, 20)
        yield {
            "id": f"c{number}" if _happens(rng, "id") else "",
            "source": next(library.cited),
            "finding": f"{finding[:-1]}, {rng.randint(1, 99)}%." if _happens(rng, "counted") else finding,
            "where": f"page {rng.randint(1, 90)}",
            "stance": "disputes" if number > 1 and _happens(rng, "disputes") else "",
        }


def _figures(
    rng: random.Random, scope: dict[str, str], evidence: tuple[tuple[str, str], ...], taken: set[tuple[str, ...]]
) -> Iterator[dict[str, str]]:
    """Yield the first number of each source and text; no two claims have the same measure, place, period and base."""
    for source, text in evidence:
        found = _NUMBER.search(text)
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
            yield {**about, "value": found[0].replace(",", "").removesuffix("%"), "source": source}
