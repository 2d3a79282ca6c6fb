"""What the rules on numbers and on names share: the claims that they look at, and what accounts for a gap."""

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
class Accounts(Generic[G]):
    """The gaps of a claim that no entry accounts for, and the index of each entry that accounts for none.

    With the index stands that of the earlier entry that accounts for the same, None where none does.
    """

    open: tuple[G, ...]
    idle: tuple[tuple[int, int | None], ...]


def account(gaps: Sequence[G], entries: int, covers: Callable[[int, G], bool]) -> Accounts[G]:
    """Let each of so many entries, in order, account for the gaps that it covers and no earlier one does."""
    left = list(gaps)
    by: list[tuple[int, G]] = []
    idle: list[tuple[int, int | None]] = []
    for index in range(entries):
        covered = [gap for gap in left if covers(index, gap)]
        if not covered:
            idle.append((index, next((earlier for earlier, gap in by if covers(index, gap)), None)))
        by += [(index, gap) for gap in covered]
        left = [gap for gap in left if gap not in covered]
    return Accounts(tuple(left), tuple(idle))


def evidence_sources(corpus: Corpus, claim: Claim) -> list[Source]:
    """Return the sources that a claim quotes or cites, each once; all of them are there."""
    ids = dict.fromkeys((*(quote.source for quote in claim.quotes), *(item.source for item in claim.citations)))
    return [corpus.sources[id_].record for id_ in ids]


def attested(examined: Examined) -> Iterator[Entry[Claim]]:
    """Yield the claims that have a quote or a finding, or a figure, and of which all sources could be read."""
    known = examined.corpus.sources
    for claim in examined.corpus.claims.values():
        record = claim.record
        named = [item.source for items in (record.quotes, record.citations, record.figures) for item in items]
        if named and all(id_ in known for id_ in named):
            yield claim
