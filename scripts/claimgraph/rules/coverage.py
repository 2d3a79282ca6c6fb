"""What the rules on numbers and names share: which claims they check, and which entries cover a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Source
    from claimgraph.rules.rule import Examined

G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Coverage(Generic[G]):
    """The gaps of a claim that no entry covers, and the entries that cover no gap.

    `idle` has the index of each such entry, and the index of an earlier entry that covers the same gap, None if
    there is none.
    """

    open: tuple[G, ...]
    idle: tuple[tuple[int, int | None], ...]


def cover(gaps: Sequence[G], entries: int, covers: Callable[[int, G], bool]) -> Coverage[G]:
    """Return which gaps are covered by which of some entries; a gap counts for the first entry that covers it.

    Args:
        gaps: The gaps of a claim.
        entries: The number of entries.
        covers: Tells whether the entry with an index covers a gap.

    """
    left = list(gaps)
    by: list[tuple[int, G]] = []
    idle: list[tuple[int, int | None]] = []
    for index in range(entries):
        covered = [gap for gap in left if covers(index, gap)]
        if not covered:
            idle.append((index, next((earlier for earlier, gap in by if covers(index, gap)), None)))
        by += [(index, gap) for gap in covered]
        left = [gap for gap in left if gap not in covered]
    return Coverage(tuple(left), tuple(idle))


def evidence_sources(corpus: Corpus, claim: Claim) -> tuple[Entry[Source], ...]:
    """Return the sources that a claim quotes or cites, without duplicates; all of them must exist."""
    ids = dict.fromkeys((*(quote.source for quote in claim.quotes), *(item.source for item in claim.citations)))
    return tuple(corpus.sources[id_] for id_ in ids)


def claims_with_evidence(examined: Examined) -> Iterator[Entry[Claim]]:
    """Yield the claims that have a quote, a finding or a figure, and whose sources could all be read."""
    known = examined.corpus.sources
    for claim in examined.corpus.claims.values():
        record = claim.record
        named = [item.source for items in (record.quotes, record.citations, record.figures) for item in items]
        if named and all(id_ in known for id_ in named):
            yield claim
