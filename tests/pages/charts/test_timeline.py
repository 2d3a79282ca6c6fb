"""When sources were published, and of which years claims speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.charts.timeline import MOST_NAMED, Span, Timeline, timeline, timeline_charts
from tests.pages.corpora import claim, source, view

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry


def about(id_: str, period: str) -> Entry[Claim]:
    """A claim that speaks of a time."""
    return claim(id_, scope={"place": "Harbour Town", "period": period})


def counted(*periods: str) -> list[tuple[str, int]]:
    """How many claims of these periods speak of each year, from the first to the last."""
    shown = timeline(view(*(about(f"c{number}", period) for number, period in enumerate(periods))))
    return [(span.years, span.claims) for span in shown.spans]


def test_a_timeline_counts_sources_and_claims_by_year() -> None:
    shown = view(
        about("a", "2019/2021-03"),
        source("b", title="B", issued="2021-11"),
        source("c", title="C", **{"event-date": "2021"}),
        source("d", title="D"),
    )
    found = timeline(shown)
    b, c = Ref(title="B", address="sources/b/"), Ref(title="C", address="sources/c/")
    assert found == Timeline(
        spans=(
            Span(first=2019, last=2019, named=(), sources=0, claims=1),
            Span(first=2020, last=2020, named=(), sources=0, claims=1),
            Span(first=2021, last=2021, named=(b, c), sources=2, claims=1),
        ),
        undated=1,
    )
    assert [(chart.id, chart.title, chart.description) for chart in timeline_charts(found)] == [
        (
            "chart-of-sources",
            "Sources by the year of their publication, 2019 to 2021",
            (
                "3 columns, one for each step of the time axis. The highest is 2 sources in 2021. "
                "The table below has every number."
            ),
        ),
        (
            "chart-of-claims",
            "Claims by the years of which they speak, 2019 to 2021",
            (
                "3 columns, one for each step of the time axis. The highest is 1 claim in 2019. "
                "The table below has every number."
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (("2019", "2021", "2020/.."), [("2019", 1), ("2020", 1), ("2021", 2)]),
        (("2019", "2021", "../2020"), [("2019", 1), ("2020", 1), ("2021", 1)]),
        (("2019", "../.."), [("2019", 1)]),
    ],
    ids=["open end", "open start", "any time"],
)
def test_an_open_end_reaches_to_the_last_year_and_an_open_start_nowhere(
    periods: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    assert counted(*periods) == expected


def test_many_years_are_counted_some_at_a_time() -> None:
    found = counted("1948", "2022")
    assert (found[0], found[1], found[-1], len(found)) == (("1948–1949", 1), ("1950–1951", 0), ("2022–2023", 1), 38)


def test_of_many_sources_some_are_named_and_the_others_counted() -> None:
    sources = [source(f"s{number}", issued="2021") for number in range(MOST_NAMED + 3)]
    (span,) = timeline(view(*sources)).spans
    assert (len(span.named), span.unnamed, span.sources) == (MOST_NAMED, 3, MOST_NAMED + 3)


def test_nothing_with_a_date_has_no_timeline() -> None:
    found = timeline(view(source()))
    assert (found, timeline_charts(found)) == (Timeline(spans=(), undated=1), ())
