"""The numbers and times in a claim's evidence."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claimgraph.mentions.dates import dates
from claimgraph.mentions.names import keys
from claimgraph.mentions.quantities import Kind, quantities
from claimgraph.model.dates import read_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.mentions.dates import Mention
    from claimgraph.mentions.quantities import Form
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.dates import Period
    from claimgraph.model.source import Source

_SMALL_WORDS: Final = {
    **dict.fromkeys(("a", "an", "one", "single"), (Kind.NUMBER, Fraction(1))),
    "first": (Kind.ORDINAL, Fraction(1)),
}
"""Words that carry a number in evidence, but may not mean one in an assertion."""

_YEAR_ALONE: Final = len("2021")


def numbers_in(texts: Iterable[str]) -> frozenset[Form]:
    """Return every number of some texts, including years, `a` and `one`."""
    found: set[Form] = set()
    for text in texts:
        for quantity in quantities(text):
            found |= quantity.forms | quantity.parts
        found.update((Kind.NUMBER, Fraction(date.text)) for date in dates(text) if date.text.isdigit())
        found.update(_SMALL_WORDS[word] for word in _SMALL_WORDS.keys() & keys(text))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Times:
    """The times in a claim's evidence: those in its words, and the ends of its sources' own dates."""

    told: tuple[Mention, ...]
    own: tuple[Period, ...]

    @classmethod
    def of(cls, claim: Claim, evidence: tuple[Entry[Source], ...]) -> Times:
        """Return the times of a claim's quotes, speakers' names and findings, and of its sources' titles and dates."""
        texts = [text for quote in claim.quotes for text in (quote.exact, quote.speaker, quote.of)]
        texts += [text for citation in claim.citations for text in (citation.finding, citation.where)]
        sources = [entry.record for entry in evidence]
        texts += [text for source in sources for text in (source.title, source.event_title)]
        told = tuple(date for text in texts if text for date in dates(text))
        return cls(told, tuple(end for source in sources for end in _own_dates(source)))

    def carry(self, date: Mention) -> bool:
        """Tell whether the evidence has a date, a time within it, or a span around it, or both ends of a span.

        A day or month without its year counts if the evidence has the year.
        """
        if date.period is None:
            same = (told for told in self.told if date.month == told.month or date.month in _months(told.period))
            own = any(date.month in _months(own) for own in self.own)
            return any(date.day in (0, told.day) for told in same) or (own and not date.day)
        if not date.is_span:
            return self._has(date.period) or self._has_in_parts(date.period)
        if any(told.is_span and told.period == date.period for told in self.told):
            return True
        first, _, last = date.period.text.partition("/")
        return self._has(read_period(first)) and self._has(read_period(last))

    def _has_in_parts(self, period: Period) -> bool:
        year, *rest = period.text.split("-")
        month, day = (*map(int, rest), 0, 0)[:2]
        named = any(told.month == month and day in (0, told.day) for told in self.told if told.month)
        return named and self._has(read_period(year))

    def _has(self, period: Period) -> bool:
        for told in self.told:
            if told.period is not None:
                inner, outer = (period, told.period) if told.is_span else (told.period, period)
                if _lies_in(inner, outer):
                    return True
        return any(_lies_in(own, period) for own in self.own)


def _own_dates(source: Source) -> Iterator[Period]:
    """Yield both ends of each time at which a source was made, published or held."""
    for period in (source.issued, source.event_date, source.original_date):
        if period is not None:
            yield from (read_period(end) for end in period.text.split("/") if end not in ("", ".."))


def _months(period: Period | None) -> range:
    """Return the numbers of the months of a time; none for a whole year."""
    if period is None or period.first is None or period.last is None or len(period.text) == _YEAR_ALONE:
        return range(0)
    return range(period.first[1], period.last[1] + 1)


def _lies_in(inner: Period, outer: Period) -> bool:
    if inner.first is None or inner.last is None or outer.first is None or outer.last is None:
        return False
    return outer.first <= inner.first and inner.last <= outer.last
