"""Concentration: how many voices, and how many lines of evidence, some quotes and citations really come from.

Ten quotes of one author are one voice, and ten authors who retell one survey are one line of evidence. What is counted
stands beside what it is counted from: "7 quotes, 2 voices, 1 line of evidence". It is a count, and weighs nobody.
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
"""From how many on counting one after another takes longer than counting all at once."""

_STANCES: Final[tuple[Stance, ...]] = ("asserts", "disputes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many quotes and citations one voice, line or side gives; `name` is what readers know it by."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concentration:
    """Where some evidence comes from.

    `quotes` are verified, `citations` are told in our words. `voices`, `lines` and `sides` share all of them out, each
    in the order of its count, the largest first, then of its id; all are empty where there is no evidence. A line is
    named by its id.
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
        """Return it in words: `7 quotes and 1 citation, 2 voices, 1 line of evidence`; `no evidence` where none is."""
        if not self:
            return "no evidence"
        counts = [_plural(count, what) for count, what in ((self.quotes, "quote"), (self.citations, "citation"))]
        items = " and ".join(filter(None, counts))
        lines = f"{len(self.lines)} line{'' if len(self.lines) == 1 else 's'} of evidence"
        return f"{items}, {_plural(len(self.voices), 'voice')}, {lines}"


_NOWHERE: Final = Concentration()


def concentration(origins: Iterable[Origin]) -> Concentration:
    """Return how concentrated the evidence of some origins is, one origin for each quote and citation."""
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
    """Return the concentration that most claims have."""
    return Concentration(
        quotes=int(not origin.is_cited),
        citations=int(origin.is_cited),
        voices=(Share(id=origin.voice, name=origin.name, count=1),),
        lines=(Share(id=origin.line, name=origin.line, count=1),),
        sides=(Share(id=origin.side, name=origin.side, count=1),),
    )


def _shares(ids: Sequence[str], names: Iterable[str] | None = None) -> tuple[Share, ...]:
    """Count by id; of several names of one id the last counts."""
    if ids.count(ids[0]) == len(ids):
        return (Share(id=ids[0], name=next(iter(names or ids)), count=len(ids)),)
    named = dict(zip(ids, names or ids, strict=True))
    counts = [(ids.count(id_), id_) for id_ in named] if len(ids) < _MANY else [(n, i) for i, n in Counter(ids).items()]
    ordered = sorted(counts, key=lambda pair: (-pair[0], pair[1]))
    return tuple([Share(id=id_, name=named[id_], count=count) for count, id_ in ordered])


def by_claim(corpus: Corpus, origins: Origins, stance: Stance = "asserts") -> dict[str, Concentration]:
    """Return where the evidence for each claim comes from, or what disputes it, by id in the order of the corpus."""
    return {id_: concentration(origin for _, origin in origins.evidence(id_, stance)) for id_ in corpus.claims}


def by_topic(corpus: Corpus, origins: Origins) -> dict[str, Concentration]:
    """Return where the evidence in each topic's folder comes from, by the topic in order of the alphabet."""
    claims: dict[str, list[str]] = {}
    for id_ in corpus.claims:
        claims.setdefault(corpus.topic_of[id_], []).append(id_)
    return {topic: of_claims(corpus, origins, claims[topic]) for topic in sorted(claims)}


def of_claims(
    corpus: Corpus, origins: Origins, ids: Iterable[str], stances: tuple[Stance, ...] = _STANCES
) -> Concentration:
    """Return where the evidence of several claims comes from; the same words and findings count once."""
    return concentration(_once(corpus, origins, ids, stances))


def _once(corpus: Corpus, origins: Origins, ids: Iterable[str], stances: tuple[Stance, ...]) -> Iterator[Origin]:
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
