"""The debate of one of two compared states: what is recorded, and how each claim stands."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.analysis.whole import Analysis
from claimgraph.model.claim import links_of
from claimgraph.standing.holding import of_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.changes.names import Names
    from claimgraph.changes.state import State
    from claimgraph.model.claim import Claim
    from claimgraph.model.standing import Backing, Standing

Item: TypeAlias = tuple[str, ...]
"""A quote or citation by its content; the first item is which of the two it is."""

Hit: TypeAlias = tuple[str, str, str]
"""What an undercut hits: the claim, and the field and id that name the part."""


class Argument:
    """The debate of one state under the ids of the later state.

    `former` maps the id of each claim to its id in this state. `links` are the field, the maker and the target of each
    link, `hits` what each claim undercuts, and `items` the recorded quotes and citations, each with its claim.
    """

    def __init__(self, state: State, names: Names) -> None:
        """Take a state; `names` are the later ids of renamed records."""
        self.state = state
        self.analysis = Analysis(corpus=state.corpus, verdicts=state.verdicts)
        self._names = names
        self.former = MappingProxyType({self.now(id_): id_ for id_ in state.corpus.claims})
        self.links = frozenset(
            (kind, id_, self.now(link.claim)) for id_ in self.former for kind, _, link in links_of(self.record(id_))
        )
        self.hits = MappingProxyType({id_: frozenset(self._hits(id_)) for id_ in self.former})
        self.items = frozenset((id_, self.item(id_, number)) for id_ in self.former for number in self._numbers(id_))

    def _hits(self, id_: str) -> Iterator[Hit]:
        for undercut in self.record(id_).undercuts:
            if undercut.part is not None and undercut.claim != self.former[id_]:
                field, name = undercut.part
                yield self.now(undercut.claim), field, name if undercut.third is None else self.now(name)

    def _numbers(self, id_: str) -> range:
        record = self.record(id_)
        return range(len(record.quotes) + len(record.citations))

    def now(self, former: str) -> str:
        """Return the later id of a claim by its id in this state."""
        return self._names.claims.get(former, former)

    def record(self, id_: str) -> Claim:
        """Return a claim."""
        return self.state.corpus.claims[self.former[id_]].record

    def standing(self, id_: str) -> Standing | None:
        """Return the standing of a claim, with ids of this state; None if the claim is not in it."""
        return self.analysis.standings[self.former[id_]] if id_ in self.former else None

    def item(self, id_: str, number: int) -> Item:
        """Return the content of a quote or citation: quotes count from 0, citations continue after the last quote."""
        record = self.record(id_)
        if number < len(record.quotes):
            quote = record.quotes[number]
            words = (quote.exact, quote.prefix, quote.suffix)
            return ("quote", self._source(quote.source), *words, quote.stance, quote.mode)
        citation = record.citations[number - len(record.quotes)]
        return "citation", self._source(citation.source), citation.finding, citation.stance

    def grounds(self, id_: str) -> frozenset[Hit]:
        """Return all hits by which an undercut can name a quote or citation that is evidence for a claim."""
        record, standing = self.record(id_), self.analysis.standings[self.former[id_]]
        found: set[Hit] = set()
        for number in standing.attested_by:
            is_quote = number < len(record.quotes)
            item = record.quotes[number] if is_quote else record.citations[number - len(record.quotes)]
            names = (("quote" if is_quote else "citation", item.id), ("rests_on", item.rests_on))
            found |= {(id_, field, name) for field, name in names if name is not None}
        return frozenset(found)

    def _source(self, former: str) -> str:
        return self._names.sources.get(former, former)

    def backing(self, id_: str, numbers: Iterable[int]) -> Backing:
        """Return the backing of some quotes and citations of a claim."""
        return of_items(self.analysis.origins, self.former[id_], numbers)

    def voices(self, backing: Backing) -> frozenset[str]:
        """Return the later ids of the voices of a backing."""
        return frozenset(self._names.voices.get(id_, id_) for id_ in backing.voices)

    def called(self, backing: Backing) -> tuple[str, ...]:
        """Return the names of the voices of a backing, in alphabetical order."""
        return tuple(sorted(self.analysis.origins.voice(id_) or "unknown" for id_ in backing.voices))
