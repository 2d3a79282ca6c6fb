"""Rules about the numbers and dates of a claim: they stand in its quotes and findings, or are listed as computed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from claimgraph.findings import Severity
from claimgraph.mentions.dates import dates
from claimgraph.mentions.number_words import SCALES
from claimgraph.mentions.quantities import Kind, quantities
from claimgraph.rules.carrying import account, attested
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.told_numbers import Times, numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.location import Step
    from claimgraph.mentions.dates import Mention as Date
    from claimgraph.mentions.quantities import Form
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.rules.carrying import Accounts

    _Values: TypeAlias = frozenset[Form | str]

_PERCENT: Final = frozenset({"percent", "per cent", "%"})
_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A number or date of a claim, and the steps to where it stands. `source` is that of a figure, else empty."""

    text: str
    values: _Values
    steps: tuple[Step, ...] = ("assertion",)
    date: Date | None = None
    source: str = ""


@rule(Severity.ERROR)
def number_not_carried(examined: Examined) -> Iterator[Problem]:
    """Every number and date of a claim stands in a quote or finding of it, or is listed as computed.

    Exact words help nobody if the claim says more than they do. Looked at are the numbers, shares, places in an order
    and dates of the assertion, in digits and in words, and the value of each figure.

    A number is carried if it stands in a quote or a finding of the claim; for a figure, in one from the figure's
    source. `1.6 million` is `1,600,000`; `75%` is `75 per cent`, `three-quarters` and `three in four`, but not `75`. In
    `20-30%` both are shares. `one` is a number before a unit of time, a larger number or in a fraction, and `first` an
    order after a word such as `the`. A number within a proper name belongs to the name.

    A date is carried if it, or a time within it, stands in a quote, its speaker's name, a finding with its `where`, or
    the source's title; if one end of the source's `issued`, `event-date` or `original-date` lies in it; or if a span in
    one of those texts, such as `2018 to 2020`, holds it. A day or month may stand there without its year, if the year
    is carried. Of a span such as `2013-14` both years have to be. The `scope` carries nothing: it is as much the
    editors' as the assertion is.

    What the editors worked out, or know from elsewhere in the source, is listed under `computed`, with how. Claims
    without a quote, a finding or a figure are not looked at: they are nobody's words.

    Bad, where the quote is "A quarter of the buses came late":

        assertion: In Harbour Town in 2021, 75% of the buses came on time.

    Good:

        computed: [{value: 75%, how: "All buses but the quarter that came late, as 100 less 25."}]
    """
    units = _units(examined.corpus)
    for claim in attested(examined):
        for gap in _accounts(examined.corpus, claim.record, units).open:
            where = f"of '{gap.source}' in this claim" if gap.source else "of this claim"
            date = ", and is no date of its sources" if gap.date is not None else ""
            yield Problem(
                at=claim.at(*gap.steps),
                message=f"'{gap.text}' stands in no quote or finding {where}{date}",
                hint="say no more than the words do, quote or cite what has it, or list it: "
                f'computed: [{{value: "{gap.text}", how: "..."}}]',
            )


@rule(Severity.ERROR)
def computed_for_nothing(examined: Examined) -> Iterator[Problem]:
    """What is listed as computed is a number or date of the claim, and stands in none of its quotes and findings.

    Readers are told that the editors worked it out. That is untrue of what a source says in so many words.

    Bad, where the quote is "Half of the buses came late":

        computed: [{value: 50%, how: "Half, as a percentage."}]

    Good, where the quote is "A quarter of the buses came late", and the claim is about those on time:

        computed: [{value: 75%, how: "All buses but the quarter that came late, as 100 less 25."}]
    """
    units = _units(examined.corpus)
    for claim in attested(examined):
        if not claim.record.computed:
            continue
        said = frozenset[object]().union(*(gap.values for gap in _mentions(claim.record, units)))
        for index, earlier in _accounts(examined.corpus, claim.record, units).idle:
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


def _units(corpus: Corpus) -> Mapping[str, str]:
    measures = corpus.measures.record.measures if corpus.measures is not None else ()
    return {measure.id: measure.unit for measure in measures}


def _accounts(corpus: Corpus, claim: Claim, units: Mapping[str, str]) -> Accounts[_Mention]:
    listed = [_values(entry.value) for entry in claim.computed]
    gaps = tuple(_gaps(corpus, claim, units))
    return account(gaps, len(listed), lambda index, gap: not gap.values.isdisjoint(listed[index]))


def _gaps(corpus: Corpus, claim: Claim, units: Mapping[str, str]) -> Iterator[_Mention]:
    """Yield what no quote and no finding carries; the evidence is read only as far as the claim asks for it."""
    by_kind: dict[str | None, list[_Mention]] = {}
    for mention in _mentions(claim, units):
        by_kind.setdefault(None if mention.date is not None else mention.source, []).append(mention)
    for source, mentions in by_kind.items():
        if source is None:
            times = Times.of(corpus, claim)
            yield from (each for each in mentions if each.date is not None and not times.carry(each.date))
        else:
            numbers = numbers_in(_words(claim, source))
            yield from (each for each in mentions if numbers.isdisjoint(each.values))


def _words(claim: Claim, source: str = "") -> Iterator[str]:
    """Yield the quotes and findings of a claim, those of one source where one is named."""
    yield from (quote.exact for quote in claim.quotes if source in ("", quote.source))
    yield from (citation.finding for citation in claim.citations if source in ("", citation.source))


def _mentions(record: Claim, units: Mapping[str, str]) -> Iterator[_Mention]:
    """Yield the numbers and dates of the assertion, if the claim is somebody's words, and those of the figures."""
    if record.quotes or record.citations:
        for quantity in quantities(record.assertion):
            yield _Mention(text=quantity.text, values=quantity.forms)
        for date in dates(record.assertion):
            yield _Mention(text=date.text, values=_time(date), date=date)
    for index, figure in enumerate(record.figures):
        values = _forms(Fraction(figure.value), units.get(figure.measure))
        yield _Mention(text=figure.value, values=values, steps=("figures", index, "value"), source=figure.source)


def _forms(value: Fraction, unit: str | None) -> _Values:
    """Return a figure's value by its measure's unit: of `percent` a share, of `million pounds` so many pounds.

    Of a measure that is not known it may be the number or the share.
    """
    share, number = (Kind.SHARE, value / _HUNDRED), (Kind.NUMBER, value)
    if unit is None:
        return frozenset({share, number})
    if unit.casefold() in _PERCENT:
        return frozenset({share})
    return frozenset({(Kind.NUMBER, value * SCALES.get(unit.partition(" ")[0].casefold(), 1))})


def _values(text: str) -> _Values:
    """Return what an entry's value may stand for: every number and date in it."""
    numbers = (form for quantity in quantities(text) for form in quantity.forms)
    return frozenset(numbers).union(*map(_time, dates(text)))


def _time(date: Date) -> _Values:
    return frozenset({date.period.text if date.period is not None else f"{date.month}-{date.day}"})
