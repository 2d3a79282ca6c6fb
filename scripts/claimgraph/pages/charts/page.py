"""The page of figures: whose words are quoted, the disputes about figures, and every number that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from claimgraph.analysis.origins import Origins
from claimgraph.incremental.digests import digest_of
from claimgraph.pages.charts.disputes import shown_disputes
from claimgraph.pages.charts.numbers import numbers_by_measure
from claimgraph.pages.charts.speaking import heard_on, questions, sides_chart
from claimgraph.pages.charts.timeline import timeline, timeline_charts
from claimgraph.pages.charts.whole import whole_balance, whole_chart
from claimgraph.pages.drawing.plotting import WIDTH, Chart, drawn
from claimgraph.publish.shell import TocEntry
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.pages.charts.disputes import ShownDispute
    from claimgraph.pages.charts.numbers import Numbers
    from claimgraph.publish.rendering import Renderer


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTopic:
    """The measures of one topic, by name: those drawn above as links to their disputes, the others with their numbers.

    `count` is how many numbers all of them have.
    """

    topic: Ref
    drawn: tuple[Drawn, ...]
    measures: tuple[Numbers, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A measure that a dispute draws; `anchor` is that of the dispute."""

    name: str
    anchor: str


def figures_page(view: View) -> dict[str, Any]:
    """Return the value of the page of figures, with charts to be drawn."""
    measures = numbers_by_measure(view)
    origins = Origins(view.corpus, view.verdicts)
    heard, when = heard_on(view, origins), timeline(view)
    disputes = shown_disputes(view, measures)
    whole = whole_balance(view, origins)
    drawn = {id_: dispute.anchor for dispute in reversed(disputes) for id_ in dispute.measures}
    return {
        "whole": whole,
        "whole_chart": whole_chart(whole) if whole else None,
        "heard": heard,
        "sides_chart": sides_chart(heard) if heard else None,
        "questions": questions(view),
        "disputes": disputes,
        "numbers": _by_topic(view, measures.values(), drawn),
        "timeline": when,
        "timeline_charts": timeline_charts(when),
        "toc": tuple(_toc(disputes)),
    }


def figures_html(renderer: Renderer, here: str, values: Mapping[str, Any]) -> Markup:
    """Return the HTML of the page of figures; a chart is drawn again only if what is drawn has changed."""

    def picture(chart: Chart) -> Markup:
        inside = renderer.drawings.get(digest_of((chart.height, chart.inner)), lambda: str(drawn(chart)))
        shown = Markup(inside)  # noqa: S704  it is our own drawing
        return render(renderer.templates, "chart.svg.html", chart=chart, width=WIDTH, inside=shown).strip()

    html = render(renderer.templates, "figures.html", here=here, picture=picture, **values)
    renderer.drawings.keep()
    return html


def _by_topic(view: View, measures: Iterable[Numbers], drawn: Mapping[str, str]) -> tuple[OfTopic, ...]:
    """Return all measures by topic, in the order of the topics; `drawn` has the anchor of a dispute by measure."""
    found: dict[str, list[Numbers]] = {}
    for each in measures:
        found.setdefault(each.topic, []).append(each)
    return tuple(
        OfTopic(
            topic=view.topic(topic),
            drawn=tuple(Drawn(name=each.name, anchor=drawn[each.id]) for each in found[topic] if each.id in drawn),
            measures=tuple(each for each in found[topic] if each.id not in drawn),
            count=sum(len(each.numbers) for each in found[topic]),
        )
        for topic in sorted(found, key=lambda topic: _place(view, topic))
    )


def _place(view: View, topic: str) -> tuple[int, str]:
    known = view.corpus.topics.get(topic)
    return known.record.order if known else 0, topic


def _toc(disputes: Sequence[ShownDispute]) -> list[TocEntry]:
    return [
        TocEntry(anchor="balance", text="Whose words are quoted"),
        *(TocEntry(anchor=dispute.anchor, text=dispute.title) for dispute in disputes),
        TocEntry(anchor="numbers", text=f"Every {'other ' if disputes else ''}number, by topic"),
        TocEntry(anchor="timeline", text="Timeline"),
    ]
