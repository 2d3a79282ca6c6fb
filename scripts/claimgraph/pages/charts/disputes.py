"""The disputes about figures: their drawings, what one sees in them, and every number with who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.pages.charts.bars import Row, rows_chart
from claimgraph.pages.charts.chart_labels import factor_of
from claimgraph.pages.charts.over_time import AIM, Frame, mark_of, over_time_chart, years_of
from claimgraph.pages.charts.plots import Plot, capital, plot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.terms import Dispute, Drawing
    from claimgraph.pages.charts.chart_labels import Factor
    from claimgraph.pages.charts.numbers import Number, Numbers
    from claimgraph.pages.drawing.plotting import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The mark of a series in a drawing over time: a path round a centre, about 2 wide."""

    path: str
    is_hollow: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A series of a drawing over time in words: its mark, its name, and who gives its numbers."""

    mark: Mark
    name: str
    voices: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One drawing: its title, empty if the dispute has one drawing, and its chart.

    `keys` are empty for bars, which have all words in the chart. `shared` is who says them and when, as far as all bars
    have it in common. `unit` is that of the axis, empty for bars.
    """

    title: str
    chart: Chart
    keys: tuple[Key, ...]
    unit: str
    shared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A number with the label of its series."""

    label: str
    number: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDispute:
    """A dispute.

    `topics` are those of its `measures`, which are ids of measures with numbers. `numbers` has each number once.
    """

    anchor: str
    title: str
    seen: str
    drawings: tuple[Drawn, ...]
    topics: tuple[Ref, ...]
    measures: tuple[str, ...]
    numbers: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """A drawing to be made; `rows` are its bars, none if it is over time, and `shared` is as in `Drawn`."""

    id: str
    heading: str
    title: str
    plots: tuple[Plot, ...]
    rows: tuple[Row, ...]
    shared: str

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of all its series."""
        return tuple(number for plot in self.plots for number in plot.numbers)

    @property
    def unit(self) -> str:
        """The unit of its first series, and so of all."""
        return self.plots[0].unit


def shown_disputes(view: View, measures: Mapping[str, Numbers]) -> tuple[ShownDispute, ...]:
    """Return the disputes of which anything can be drawn, in their order."""
    made = (_shown(view, dispute, measures) for dispute in view.disputes.values())
    return tuple(dispute for dispute in made if dispute.drawings)


def _shown(view: View, dispute: Dispute, measures: Mapping[str, Numbers]) -> ShownDispute:
    made = (_panel(dispute, number, drawing, measures) for number, drawing in enumerate(dispute.drawings, 1))
    panels = tuple(panel for panel in made if panel.plots)
    series = [each for drawing in dispute.drawings for each in drawing.series]
    named = (id_ for each in series for id_ in (each.measure, each.upper))
    ids = tuple(dict.fromkeys(id_ for id_ in named if id_ is not None and id_ in measures))
    return ShownDispute(
        anchor=f"dispute-{dispute.id}",
        title=dispute.title,
        seen=dispute.seen,
        drawings=tuple(_drawn(panels)),
        topics=tuple(view.topic(topic) for topic in dict.fromkeys(measures[id_].topic for id_ in ids)),
        measures=ids,
        numbers=tuple(
            Recorded(label=plot.heading, number=number)
            for panel in panels
            for plot in panel.plots
            for number in plot.numbers
        ),
    )


def _panel(dispute: Dispute, number: int, drawing: Drawing, measures: Mapping[str, Numbers]) -> _Panel:
    plots = tuple(plot for series in drawing.series if (plot := plot_of(series, measures)))
    numbers = [number for plot in plots for number in plot.numbers]
    parts = [part for part in _PARTS if len({part(number) for number in numbers}) > 1]
    return _Panel(
        id=f"chart-{dispute.id}-{number}",
        heading=drawing.title,
        title=drawing.title or dispute.title,
        plots=plots,
        rows=()
        if drawing.over_time
        else tuple(row for plot in plots for row in _rows(plot, parts, is_alone=len(plots) == 1)),
        shared=", ".join(part(numbers[0]) for part in _PARTS if part not in parts) if numbers else "",
    )


def _said(number: Number) -> str:
    return ", ".join(voice.title for voice in number.voices) or number.source.title


def _when(number: Number) -> str:
    return number.time


_PARTS: Final[tuple[Callable[[Number], str], ...]] = (_said, _when)
"""What is told of a bar, unless it is the same for all: who says it, and when it was."""


def _drawn(panels: Sequence[_Panel]) -> Iterator[Drawn]:
    """Yield the drawings: those over time have the same years, and those of one kind and unit the same scale."""
    years = years_of(number for panel in panels if not panel.rows for number in panel.numbers)
    for panel in panels:
        alike = [each for each in panels if bool(each.rows) is bool(panel.rows) and each.unit == panel.unit]
        if panel.rows:
            yield _bars(panel, [row for each in alike for row in each.rows])
        elif years and years_of(panel.numbers):
            yield _over_time(panel, Frame(years=years, plots=tuple(plot for each in alike for plot in each.plots)))


def _over_time(panel: _Panel, frame: Frame) -> Drawn:
    described = "; ".join(f"{plot.label}: {plot.extent}" for plot in panel.plots)
    factor = factor_of(number.value for plot in frame.plots for number in plot.numbers)
    return Drawn(
        title=panel.heading,
        chart=over_time_chart(
            id_=panel.id,
            title=f"{panel.title}, {frame.years[0]} to {frame.years[1] - 1}",
            description=f"Numbers over time. {described}. {_BELOW}",
            plots=panel.plots,
            frame=frame,
        ),
        keys=tuple(_keys(panel.plots, factor)),
        unit=f"{factor.word} {panel.unit}".strip(),
        shared="",
    )


_BELOW: Final = "The table below has every number."


def _keys(plots: Sequence[Plot], factor: Factor) -> Iterator[Key]:
    rank = 0
    for plot in plots:
        path, is_hollow = (AIM, False) if plot.is_aim else mark_of(rank)
        rank += not plot.is_aim
        voices = dict.fromkeys(voice for number in plot.numbers for voice in number.voices or (number.source,))
        yield Key(mark=Mark(path=path, is_hollow=is_hollow), name=plot.name(factor), voices=tuple(voices))


def _bars(panel: _Panel, beside: Sequence[Row]) -> Drawn:
    bars = "; ".join(f"{row.label}: {row.shown}" for row in panel.rows)
    return Drawn(
        title=panel.heading,
        chart=rows_chart(
            id_=panel.id,
            title=panel.title,
            description=f"Bars, each from zero. {bars}. {_BELOW}",
            rows=panel.rows,
            beside=beside,
        ),
        keys=(),
        unit="",
        shared=panel.shared,
    )


def _rows(plot: Plot, parts: Sequence[Callable[[Number], str]], *, is_alone: bool) -> Iterator[Row]:
    """Yield the bars of a series, each with these parts of who says it and when.

    Its label is the group that it counts if there are several, or else that of the series. The bars of a series that is
    alone in its drawing have the first part instead, since that label is the same for all.
    """
    tops = {id(each.high) for each in plot.ranges}
    ranges = {id(each.low): each for each in plot.ranges}
    has_groups = len({number.base.population for number in plot.numbers}) > 1
    for number in plot.numbers:
        if id(number) in tops:
            continue
        range_ = ranges.get(id(number))
        label = capital(number.base.population) if has_groups and number.base.population else plot.heading
        told = [part(number) for part in parts]
        if is_alone and told and not has_groups:
            label, *told = told
        yield Row(
            label=label,
            detail=capital(", ".join(told)),
            value=float(number.value),
            upper=float(range_.high.value) if range_ else None,
            shown=range_.shown if range_ else number.plain,
            is_hollow=plot.is_aim,
        )
