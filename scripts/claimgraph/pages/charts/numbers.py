"""All numbers recorded in claims, by measure, with their period, base, source and voices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import period_in_words
from claimgraph.pages.charts.time_axis import ordinal
from claimgraph.pages.parts.quotes import with_unit
from claimgraph.voices import voicing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.claim import Figure
    from claimgraph.model.dates import Day, Period
    from claimgraph.model.terms import Measure

_UNSAID: Final = re.compile(r"\bnot (?:shown|stated|said|seen|known|given|recorded)\b", re.IGNORECASE)
"""The phrases by which editors write that a source does not say who was counted."""

_SIGNS: Final = frozenset({"percent", "%", "pounds", "GBP", "£"})
"""The units that are written as a sign."""

_SHARES: Final = frozenset({"percent", "%", "percentage points"})
_ALIKE: Final = 0.1
"""The share of the longer period by which two periods of the same length may differ, as months and leap years do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The people that a number counts and the whole of which it is a share, as in the figure; empty if not given."""

    population: str
    denominator: str

    def in_words(self, unit: str) -> str:
        """Return the base of a number in this unit, in words; for a count, its measure may say enough."""
        counted = f"Counted: {self.population}" if self.population else ""
        out_of = f"Out of: {self.denominator}" if self.denominator else ""
        unsaid = "No base recorded" if unit in _SHARES else "As the measure is defined"
        return "; ".join(filter(None, (counted, out_of))) or unsaid

    def is_known(self, unit: str) -> bool:
        """Tell whether two numbers with this base count the same; for a share without a base, one cannot know."""
        words = f"{self.population} {self.denominator}".strip()
        return not _UNSAID.search(words) and bool(words or unit not in _SHARES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of a source, however many claims record it.

    `value` is the number as recorded, `shown` has its unit, and `plain` has the unit only if that is a sign. `time` is
    the period in words and `counts` the base. `voices` are those quoted from the source for the claim, or else the
    source's author. `claims` are in the order of their ids.
    """

    value: str
    shown: str
    plain: str
    period: Period
    time: str
    base: Base
    counts: str
    voices: tuple[Ref, ...]
    source: Ref
    claims: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """All numbers of one measure, by time and then in the order of the claims; never empty.

    `unit` and `definition` are empty if the file of measures does not have the measure.
    """

    id: str
    name: str
    unit: str
    definition: str
    numbers: tuple[Number, ...]

    @property
    def bases(self) -> tuple[Base, ...]:
        """The bases, each once, in the order of the numbers."""
        return tuple(dict.fromkeys(number.base for number in self.numbers))

    def joins(self) -> Iterator[tuple[Number, Number]]:
        """Yield the pairs of numbers that a line may join.

        Both have the same known base, and one period follows the other without a gap and has the same length. If a base
        has two numbers for one period, none of its numbers are joined.
        """
        for base in self.bases:
            same = [number for number in self.numbers if number.base == base and _is_exact(number.period)]
            if base.is_known(self.unit) and len({number.period.text for number in same}) == len(same):
                for one, next_ in pairwise(same):
                    if _follows(one.period, next_.period):
                        yield one, next_


def numbers_by_measure(view: View) -> tuple[Numbers, ...]:
    """Return the numbers of every measure that has any; measures with most numbers first, then by name."""
    found: dict[str, dict[tuple[str, ...], list[tuple[str, Figure]]]] = {}
    for id_, claim in view.corpus.claims.items():
        for figure in claim.record.figures:
            same = (figure.value, figure.period.text, figure.population, figure.denominator, figure.source)
            found.setdefault(figure.measure, {}).setdefault(same, []).append((id_, figure))
    made = [_of_measure(view, id_, view.measures.get(id_), given) for id_, given in found.items()]
    return tuple(sorted(made, key=lambda each: (-len(each.numbers), each.name.casefold(), each.id)))


def _of_measure(
    view: View, id_: str, measure: Measure | None, given: Mapping[tuple[str, ...], list[tuple[str, Figure]]]
) -> Numbers:
    unit = measure.unit if measure else ""
    numbers = [_number(view, recorded, unit) for recorded in given.values()]
    return Numbers(
        id=id_,
        name=measure.name if measure else id_,
        unit=unit,
        definition=measure.definition if measure else "",
        numbers=tuple(sorted(numbers, key=lambda number: _in_time(number.period))),
    )


def _number(view: View, recorded: list[tuple[str, Figure]], unit: str) -> Number:
    figure = recorded[0][1]
    base = Base(population=figure.population, denominator=figure.denominator)
    return Number(
        value=figure.value,
        shown=with_unit(figure.value, unit),
        plain=with_unit(figure.value, unit if unit in _SIGNS else ""),
        period=figure.period,
        time=period_in_words(figure.period),
        base=base,
        counts=base.in_words(unit),
        voices=tuple(dict.fromkeys(voice for id_, _ in recorded for voice in _who_says(view, id_, figure.source))),
        source=view.source(figure.source),
        claims=tuple(dict.fromkeys(view.claim(id_) for id_, _ in recorded)),
    )


def _who_says(view: View, claim_id: str, source_id: str) -> Iterator[Ref]:
    """Yield the voices that are quoted from a source as asserting a claim, or else the source's author."""
    source = view.corpus.sources.get(source_id)
    if source is None:
        return
    quotes = view.corpus.claims[claim_id].record.quotes
    quoted = [
        spoken
        for index, quote in enumerate(quotes)
        if quote.source == source_id and quote.stance == "asserts" and (spoken := view.voicing(claim_id, index))
    ]
    for spoken in quoted or [voicing(source, "")]:
        yield view.voice(spoken)


def _in_time(period: Period) -> tuple[Day, Day]:
    first = period.first or period.last or (0, 0, 0)
    return first, period.last or first


def _is_exact(period: Period) -> bool:
    return period.first is not None and period.last is not None and not set("~?%") & set(period.text)


def _follows(one: Period, other: Period) -> bool:
    """Tell whether an exact period follows another without a gap and has about the same length."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    if ordinal(one.last) + 1 != ordinal(other.first):
        return False
    long = (ordinal(one.last) - ordinal(one.first) + 1, ordinal(other.last) - ordinal(other.first) + 1)
    return max(long) - min(long) <= _ALIKE * max(long)
