"""All numbers recorded in claims, by measure, with their period, base, source and voices."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.wording import period_in_words
from claimgraph.pages.parts.quotes import with_unit
from claimgraph.voices import voicing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.claim import Bound, Figure
    from claimgraph.model.dates import Day, Period
    from claimgraph.model.terms import Measure

_SIGNS: Final = frozenset({"percent", "%", "pounds", "GBP", "£"})
"""The units that are written as a sign."""

_BOUNDS: Final[Mapping[Bound | None, str]] = {None: "", "below": "under ", "above": "over ", "about": "about "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The people that a number counts and the whole of which it is a share, as in the figure; empty if not given."""

    population: str
    denominator: str

    @property
    def in_words(self) -> str:
        """The base in words, empty if the figure gives none."""
        if self.population == self.denominator:
            return self.population
        return ", ".join(filter(None, (self.population, f"of {self.denominator}" if self.denominator else "")))

    def agrees(self, other: Base) -> bool:
        """Tell whether nothing says that two numbers of one measure count other people, or shares of another whole."""
        wholes = {self.denominator, other.denominator} - {""}
        return self.population == other.population and len(wholes) <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of a source, however many claims record it.

    `value` is the number as recorded. `about` is "under ", "over " or "about " where the source says so, else empty.
    `shown` has both and the unit; `plain` has the unit only if that is a sign. `time` is the period in words. `voices`
    are those quoted from the source for the claim, or else the source's author. `claims` are in the order of their ids.
    """

    value: str
    about: str
    shown: str
    plain: str
    period: Period
    time: str
    base: Base
    voices: tuple[Ref, ...]
    source: Ref
    claims: tuple[Ref, ...]

    @property
    def unnamed(self) -> tuple[Ref, ...]:
        """The voices that the source's title does not name."""
        return tuple(voice for voice in self.voices if voice.title not in self.source.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """All numbers of one measure, by time and then in the order of the claims; never empty.

    `unit` and `definition` are empty if the file of measures does not have the measure. `topic` is the id of the topic
    with most of the claims that record them; of several, the first by id.
    """

    id: str
    name: str
    unit: str
    definition: str
    topic: str
    numbers: tuple[Number, ...]


def numbers_by_measure(view: View) -> dict[str, Numbers]:
    """Return the numbers of every measure that has any, by its id, in the order of the measures' names."""
    found: dict[str, dict[tuple[str, ...], list[tuple[str, Figure]]]] = {}
    for id_, claim in view.corpus.claims.items():
        for figure in claim.record.figures:
            same = (figure.value, figure.bound or "", figure.period.text)
            base = (figure.population, figure.denominator, figure.source)
            found.setdefault(figure.measure, {}).setdefault((*same, *base), []).append((id_, figure))
    made = [_of_measure(view, id_, view.measures.get(id_), given) for id_, given in found.items()]
    return {each.id: each for each in sorted(made, key=lambda each: (each.name.casefold(), each.id))}


def _of_measure(
    view: View, id_: str, measure: Measure | None, given: Mapping[tuple[str, ...], list[tuple[str, Figure]]]
) -> Numbers:
    unit = measure.unit if measure else ""
    numbers = [_number(view, recorded, unit) for recorded in given.values()]
    topics = Counter(view.corpus.topic_of[claim] for recorded in given.values() for claim, _ in recorded)
    return Numbers(
        id=id_,
        name=measure.name if measure else id_,
        unit=unit,
        definition=measure.definition if measure else "",
        topic=min(topics, key=lambda topic: (-topics[topic], topic)),
        numbers=tuple(sorted(numbers, key=lambda number: _in_time(number.period))),
    )


def _number(view: View, recorded: list[tuple[str, Figure]], unit: str) -> Number:
    figure = recorded[0][1]
    about = _BOUNDS[figure.bound]
    return Number(
        value=figure.value,
        about=about,
        shown=about + with_unit(figure.value, unit),
        plain=about + with_unit(figure.value, unit if unit in _SIGNS else ""),
        period=figure.period,
        time=period_in_words(figure.period),
        base=Base(population=figure.population, denominator=figure.denominator),
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
