"""The page of figures: all recorded numbers, the timeline, and the voices on each topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.charts.chart_labels import factor_of
from claimgraph.pages.charts.measure_chart import MARKS, is_of_one_time, measure_chart
from claimgraph.pages.charts.numbers import Base, numbers_by_measure
from claimgraph.pages.charts.speaking import heard_on, questions, sides_chart, voices_chart
from claimgraph.pages.charts.timeline import timeline, timeline_charts
from claimgraph.pages.drawing.plotting import WIDTH, Chart, drawn
from claimgraph.publish.shell import TocEntry
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from claimgraph.index.view import View
    from claimgraph.pages.charts.numbers import Number, Numbers
    from claimgraph.publish.rendering import Renderer

MOST_CHARTS: Final = 48
"""The number of measures with a chart: those with most numbers. The others have only tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The mark of a base in a chart: a path round a centre, about 2 wide."""

    path: str
    is_hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The meaning of a mark in a chart."""

    mark: Mark
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A number in the table of a measure; `mark` is None if the chart has at most one kind of mark."""

    number: Number
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMeasure:
    """A measure with its chart and its table.

    `keys` are empty if all numbers have the same base or are side by side. `base` is the part of the base that all
    numbers share, empty if there is none. `unit` is the unit of the chart, and `is_rounded` says that its numbers are.
    """

    anchor: str
    numbers: Numbers
    chart: Chart
    unit: str
    is_rounded: bool
    is_over_time: bool
    is_joined: bool
    keys: tuple[Key, ...]
    base: str
    rows: tuple[ShownRow, ...]
    has_base: bool


def figures_page(view: View) -> dict[str, Any]:
    """Return the value of the page of figures: numbers, charts to be drawn, the timeline, and voices by topic."""
    every = numbers_by_measure(view)
    charts = [(numbers, chart) for numbers in every if (chart := measure_chart(numbers))][:MOST_CHARTS]
    charted = {numbers.id for numbers, _ in charts}
    heard, when = heard_on(view), timeline(view)
    shown = tuple(_shown(numbers, chart) for numbers, chart in charts)
    rest = sorted((n for n in every if n.id not in charted), key=lambda n: (n.name.casefold(), n.id))
    return {
        "measures": shown,
        "rest": tuple(rest),
        "timeline": when,
        "timeline_charts": timeline_charts(when),
        "heard": heard,
        "sides_chart": sides_chart(heard) if heard else None,
        "voices_chart": voices_chart(heard) if heard else None,
        "questions": questions(view),
        "toc": tuple(_toc(shown, has_rest=bool(rest))),
    }


def figures_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    """Return the HTML of the page of figures; a chart is drawn again only if its value has changed."""

    def picture(chart: Chart) -> Markup:
        return renderer.blocks.get(("chart", chart.id), chart, lambda: _drawn(chart, renderer.templates))

    return render(renderer.templates, "figures.html", here=here, picture=picture, **values)


def _drawn(chart: Chart, templates: Environment) -> Markup:
    return render(templates, "chart.svg.html", chart=chart, width=WIDTH, inside=drawn(chart)).strip()


def _shown(numbers: Numbers, chart: Chart) -> ShownMeasure:
    over_time = not is_of_one_time(numbers)
    factor, bases = factor_of(number.value for number in numbers.numbers), numbers.bases
    has_keys = over_time and len(bases) > 1
    return ShownMeasure(
        anchor=f"measure-{numbers.id}",
        numbers=numbers,
        chart=chart,
        unit=f"{factor.word} {numbers.unit}".strip() if over_time else numbers.unit,
        is_rounded=over_time and bool(factor.word),
        is_over_time=over_time,
        is_joined=over_time and any(True for _ in numbers.joins()),
        keys=tuple(Key(mark=_mark(bases, base), base=base.in_words(numbers.unit)) for base in bases)
        if has_keys
        else (),
        base=_shared(bases),
        rows=tuple(
            ShownRow(number=number, mark=_mark(bases, number.base) if has_keys else None) for number in numbers.numbers
        ),
        has_base=any(base.population or base.denominator for base in bases),
    )


def _shared(bases: Sequence[Base]) -> str:
    """Return the parts that all bases share, in words."""
    populations, denominators = {base.population for base in bases}, {base.denominator for base in bases}
    shared = Base(
        population=populations.pop() if len(populations) == 1 else "",
        denominator=denominators.pop() if len(denominators) == 1 else "",
    )
    return shared.in_words("") if shared.population or shared.denominator else ""


def _mark(bases: Sequence[Base], base: Base) -> Mark:
    rank = bases.index(base)
    return Mark(path=MARKS[rank % len(MARKS)], is_hollow=rank >= len(MARKS))


def _toc(measures: Sequence[ShownMeasure], *, has_rest: bool) -> list[TocEntry]:
    return [
        TocEntry(anchor="over-time", text="Numbers with a chart"),
        *(TocEntry(anchor=shown.anchor, text=shown.numbers.name, level=3) for shown in measures),
        *([TocEntry(anchor="other-numbers", text="Other numbers")] if has_rest else []),
        TocEntry(anchor="timeline", text="Timeline"),
        TocEntry(anchor="who-speaks", text="Who speaks on what"),
        TocEntry(anchor="balance", text="Balance"),
        TocEntry(anchor="voices", text="Independent voices by topic"),
    ]
