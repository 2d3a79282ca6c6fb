"""Counts the voices and lines of evidence that some quotes and citations come from.

Ten quotes of one author are one voice, and ten authors who retell one survey are one line of evidence. Both counts are
shown together: "7 quotes, 2 voices, 1 independent source". They weigh nobody.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.analysis.origins import Origin, Origins
    from claimgraph.model.claim import Stance
    from claimgraph.model.corpus import Corpus

_MANY: Final = 12
"""From this number on, counting all ids at once is faster than counting each."""

_STANCES: Final[tuple[Stance, ...]] = ("asserts", "disputes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many quotes and citations come from one voice, line or side; `name` is what readers see."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """Where some evidence comes from.

    `quotes` counts the verified quotes, `citations` the citations. `voices`, `lines` and `sides` each divide them all
    into shares, the largest first, then by id. The name of a line is its id.
    """

    quotes: int = 0
    citations: int = 0
    voices: tuple[Share, ...] = ()
    lines: tuple[Share, ...] = ()
    sides: tuple[Share, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any evidence."""
        return bool(self.quotes or self.citations)

    def __str__(self) -> str:
        """Return it in words: `7 quotes and 1 citation, 2 voices, 1 independent source`, or `no evidence`."""
        if not self:
            return "no evidence"
        counts = [_plural(count, what) for count, what in ((self.quotes, "quote"), (self.citations, "citation"))]
        items = " and ".join(filter(None, counts))
        return f"{items}, {_plural(len(self.voices), 'voice')}, {_plural(len(self.lines), 'independent source')}"


_NOWHERE: Final = Concentration()


def concentration(origins: Iterable[Origin]) -> Concentration:
    """Return the concentration of some evidence, given the origin of each quote and citation."""
    every = tuple(origins)
    if len(every) < 2:  # noqa: PLR2004  as most claims have
        return _of_one(every[0]) if every else _NOWHERE
    cited = sum(origin.is_cited for origin in every)
    return Concentration(
        quotes=len(every) - cited,
        citations=cited,
        voices=_shares([origin.voice for origin in every], [origin.name for origin in every]),
        lines=_shares([origin.line for origin in every]),
        sides=_shares([origin.side for origin in every]),
    )


@lru_cache(maxsize=4096)
def _of_one(origin: Origin) -> Concentration:
    """Return the concentration of a single quote or citation, which most claims have."""
    return Concentration(
        quotes=int(not origin.is_cited),
        citations=int(origin.is_cited),
        voices=(Share(id=origin.voice, name=origin.name, count=1),),
        lines=(Share(id=origin.line, name=origin.line, count=1),),
        sides=(Share(id=origin.side, name=origin.side, count=1),),
    )


def _shares(ids: Sequence[str], names: Iterable[str] | None = None) -> tuple[Share, ...]:
    """Return the shares by id; if an id has several names, the last counts."""
    if ids.count(ids[0]) == len(ids):
        return (Share(id=ids[0], name=next(iter(names or ids)), count=len(ids)),)
    named = dict(zip(ids, names or ids, strict=True))
    counts = [(ids.count(id_), id_) for id_ in named] if len(ids) < _MANY else [(n, i) for i, n in Counter(ids).items()]
    ordered = sorted(counts, key=lambda pair: (-pair[0], pair[1]))
    return tuple([Share(id=id_, name=named[id_], count=count) for count, id_ in ordered])


def by_claim(corpus: Corpus, origins: Origins, stance: Stance = "asserts") -> dict[str, Concentration]:
    """Return the concentration of each claim's evidence of one stance, by id in the order of the corpus."""
    return {id_: concentration(origin for _, origin in origins.evidence(id_, stance)) for id_ in corpus.claims}


def by_topic(corpus: Corpus, origins: Origins) -> dict[str, Concentration]:
    """Return the concentration of the evidence in each topic's folder, by topic in alphabetical order."""
    claims: dict[str, list[str]] = {}
    for id_ in corpus.claims:
        claims.setdefault(corpus.topic_of[id_], []).append(id_)
    return {topic: of_claims(corpus, origins, claims[topic]) for topic in sorted(claims)}


def of_claims(
    corpus: Corpus, origins: Origins, ids: Iterable[str], stances: tuple[Stance, ...] = _STANCES
) -> Concentration:
    """Return the concentration of the evidence of several claims; repeated words and findings count once."""
    return concentration(distinct(corpus, origins, ids, stances))


def distinct(
    corpus: Corpus, origins: Origins, ids: Iterable[str], stances: tuple[Stance, ...] = _STANCES
) -> Iterator[Origin]:
    """Yield the origin of each quote and citation of several claims; repeated words and findings come once."""
    seen: set[tuple[str, str]] = set()
    for id_ in ids:
        record = corpus.claims[id_].record
        for stance in stances:
            for item, origin in origins.evidence(id_, stance):
                is_quote = item < len(record.quotes)
                text = record.quotes[item].exact if is_quote else record.citations[item - len(record.quotes)].finding
                key = (origin.source, " ".join(text.split()))
                if key not in seen:
                    seen.add(key)
                    yield origin


def _plural(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}" if count else ""
