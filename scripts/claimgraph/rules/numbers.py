"""Rules about the numbers and dates of a claim: its quotes and findings have them, or they are listed as computed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.findings import Severity
from claimgraph.mentions.dates import dates
from claimgraph.mentions.number_words import SCALES
from claimgraph.mentions.quantities import Kind, quantities
from claimgraph.rules.coverage import claims_with_evidence, cover, evidence_sources
from claimgraph.rules.evidence_numbers import Times, numbers_in
from claimgraph.rules.passed import digest_of_all
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.location import Step
    from claimgraph.mentions.dates import Mention as Date
    from claimgraph.mentions.quantities import Form
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.source import Source
    from claimgraph.model.terms import Measures
    from claimgraph.rules.coverage import Coverage

    _Values: TypeAlias = frozenset[Form | str]

_PERCENT: Final = frozenset({"percent", "per cent", "%"})
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A number or date of a claim, and the steps to its place. `source` is the source of a figure, otherwise empty."""

    text: str
    values: _Values
    steps: tuple[Step, ...] = ("assertion",)
    date: Date | None = None
    source: str = ""


@rule(Severity.ERROR, words=("assertion",))
def number_not_carried(examined: Examined) -> Iterator[Problem]:
    """Every number and date of a claim is in one of its quotes or findings, or is listed as computed.

    Exact words help nobody if the claim says more than they do. The rule checks the numbers, shares, ordinals and dates
    of the assertion, in digits and in words, and the value of each figure.

    A number is carried if a quote or finding of the claim has it; for a figure, a quote or finding from the figure's
    source. `1.6 million` is `1,600,000`; `75%` is `75 per cent`, `three-quarters` and `three in four`, but not `75`. In
    `20-30%` both are shares. `one` is a number before a unit of time or a larger number, or in a fraction; `first` is
    an ordinal after a word such as `the`. A number within a proper name belongs to the name.

    A date is carried if it, or a time within it, is in a quote, its speaker's name, a finding or its `where`, or the
    source's title; if one end of the source's `issued`, `event-date` or `original-date` lies in it; or if it lies in a
    span in one of these texts, such as `2018 to 2020`. A day or month may be there without its year if the year is
    carried. Both years of a span such as `2013-14` must be carried. The `scope` carries nothing, since the editors
    write it, as they write the assertion.

    List what the editors worked out, or know from elsewhere in the source, under `computed`, and say how. Claims
    without a quote, a finding or a figure are not checked, since they are nobody's words.

    Bad, where the quote is "A quarter of the buses came late":

        assertion: In Harbour Town in 2021, 75% of the buses came on time.

    Good:

        computed: [{value: 75%, how: "All buses but the quarter that came late, as 100 less 25."}]
    """
    measures = examined.corpus.measures
    others = digest_of_all([measures])
    for claim in claims_with_evidence(examined):
        sources = evidence_sources(examined.corpus, claim.record)
        find = partial(_open, claim, sources, measures)
        for gap in examined.passed.unless("number-not-carried", (claim, *sources), others, find):
            where = f"of '{gap.source}' in this claim" if gap.source else "of this claim"
            date = ", and is no date of its sources" if gap.date is not None else ""
            yield Problem(
                at=claim.at(*gap.steps),
                message=f"'{gap.text}' stands in no quote or finding {where}{date}",
                hint="say no more than the words do, quote or cite what has it, or list it: "
                f'computed: [{{value: "{gap.text}", how: "..."}}]',
            )


@rule(Severity.ERROR, words=("assertion",))
def computed_for_nothing(examined: Examined) -> Iterator[Problem]:
    """An entry of `computed` is a number or date of the claim that none of its quotes and findings has.

    Readers are told that the editors worked it out, which is not true if a source says it.

    Bad, where the quote is "Half of the buses came late":

        computed: [{value: 50%, how: "Half, as a percentage."}]

    Good, where the quote is "A quarter of the buses came late", and the claim is about those on time:

        computed: [{value: 75%, how: "All buses but the quarter that came late, as 100 less 25."}]
    """
    measures = examined.corpus.measures
    for claim in claims_with_evidence(examined):
        if not claim.record.computed:
            continue
        said = frozenset[object]().union(*(gap.values for gap in _mentions(claim.record, _units(measures))))
        for index, earlier in _coverage(
            claim, evidence_sources(examined.corpus, claim.record), examined.corpus.measures
        ).idle:
            value = claim.record.computed[index].value
            values = _values(value)
            if earlier is not None:
                reason = f"is listed in line {claim.at('computed', earlier, 'value').line} already"
            elif not values:
                reason = "is no number and no date"
            elif said.isdisjoint(values):
                reason = "stands neither in the assertion nor among the figures"
            else:
                reason = "stands in a quote or finding, or is the source's own date"
            yield Problem(
                at=claim.at("computed", index, "value"),
                message=f"'{value}' is listed as computed, but {reason}",
                hint="remove the entry, or write the number as the claim has it",
            )


@lru_cache(maxsize=4)
def _units(measures: Entry[Measures] | None) -> Mapping[str, str]:
    return {measure.id: measure.unit for measure in measures.record.measures} if measures is not None else {}


def _open(
    entry: Entry[Claim], sources: tuple[Entry[Source], ...], measures: Entry[Measures] | None
) -> tuple[_Mention, ...]:
    return _coverage(entry, sources, measures).open


@lru_cache(maxsize=1 << 15)
def _coverage(
    entry: Entry[Claim], sources: tuple[Entry[Source], ...], measures: Entry[Measures] | None
) -> Coverage[_Mention]:
    """Return which numbers of a claim its evidence has; remembered, as most claims stay the same."""
    claim = entry.record
    listed = [_values(entry.value) for entry in claim.computed]
    gaps = tuple(_gaps(claim, sources, _units(measures)))
    return cover(gaps, len(listed), lambda index, gap: not gap.values.isdisjoint(listed[index]))


def _gaps(claim: Claim, sources: tuple[Entry[Source], ...], units: Mapping[str, str]) -> Iterator[_Mention]:
    """Yield the numbers and dates that no quote or finding carries; evidence is read only if it is needed."""
    by_kind: dict[str | None, list[_Mention]] = {}
    for mention in _mentions(claim, units):
        by_kind.setdefault(None if mention.date is not None else mention.source, []).append(mention)
    for source, mentions in by_kind.items():
        if source is None:
            times = Times.of(claim, sources)
            yield from (each for each in mentions if each.date is not None and not times.carry(each.date))
        else:
            numbers = numbers_in(_words(claim, source))
            yield from (each for each in mentions if numbers.isdisjoint(each.values))


def _words(claim: Claim, source: str = "") -> Iterator[str]:
    """Yield the texts of a claim's quotes and findings, or of those from one source."""
    yield from (quote.exact for quote in claim.quotes if source in ("", quote.source))
    yield from (citation.finding for citation in claim.citations if source in ("", citation.source))


def _mentions(record: Claim, units: Mapping[str, str]) -> Iterator[_Mention]:
    """Yield the numbers and dates of the figures and, if the claim has quotes or citations, of the assertion."""
    if record.quotes or record.citations:
        for quantity in quantities(record.assertion):
            yield _Mention(text=quantity.text, values=quantity.forms)
        for date in dates(record.assertion):
            yield _Mention(text=date.text, values=_time(date), date=date)
    for index, figure in enumerate(record.figures):
        values = _forms(Fraction(figure.value), units.get(figure.measure))
        yield _Mention(text=figure.value, values=values, steps=("figures", index, "value"), source=figure.source)


def _forms(value: Fraction, unit: str | None) -> _Values:
    """Return a figure's value in its measure's unit: a share for `percent`, so many pounds for `million pounds`.

    Without a known unit, it may be the number or the share.
    """
    share, number = (Kind.SHARE, value / _HUNDRED), (Kind.NUMBER, value)
    if unit is None:
        return frozenset({share, number})
    if unit.casefold() in _PERCENT:
        return frozenset({share})
    return frozenset({(Kind.NUMBER, value * SCALES.get(unit.partition(" ")[0].casefold(), 1))})


def _values(text: str) -> _Values:
    """Return every number and date in an entry's value."""
    numbers = (form for quantity in quantities(text) for form in quantity.forms)
    return frozenset(numbers).union(*map(_time, dates(text)))


def _time(date: Date) -> _Values:
    return frozenset({date.period.text if date.period is not None else f"{date.month}-{date.day}"})
