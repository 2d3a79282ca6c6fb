"""A timeline of the claims that a page names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.charts.dated import LINE, RAIL, DatedClaims, Event, Tick, dated_claims
from tests.pages.corpora import claim, press, view

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry


def about(id_: str, period: str, title: str = "") -> Entry[Claim]:
    """A claim that speaks of a time."""
    return claim(id_, title=title or f"Title of {id_}", scope={"place": "Harbour Town", "period": period})


def shown(*periods: str) -> DatedClaims:
    """The timeline of claims of these periods: `a`, `b` and so on."""
    entries = [about("abcdefghij"[number], period) for number, period in enumerate(periods)]
    return dated_claims(view(*entries), [entry.id for entry in entries])


def test_a_claim_stands_at_the_time_of_which_it_speaks() -> None:
    found = dated_claims(view(about("a", "2019/2020"), about("b", "2021~/..")), ["b", "a"])
    a, b = Ref(title="Title of a", address="claims/a/"), Ref(title="Title of b", address="claims/b/")
    assert found == DatedClaims(
        first=2019,
        last=2022,
        height=118,
        left=76,
        foot=109.2,
        ticks=(Tick(year=2019, y=8.0), Tick(year=2020, y=41.7), Tick(year=2021, y=75.5), Tick(year=2022, y=109.2)),
        events=(
            Event(
                claim=a,
                when=("2019 to 2020",),
                lines=("Title of a",),
                is_cut=False,
                top=22.0,
                x=51,
                y=8.0,
                height=67.5,
                is_open=False,
                leader="M51 12H64L72 17",
            ),
            Event(
                claim=b,
                when=("From about 2021 on",),
                lines=("Title of b",),
                is_cut=False,
                top=79.2,
                x=60,
                y=75.5,
                height=8,
                is_open=True,
                leader="M60 79.5H64L72 74.2",
            ),
        ),
        undated=(),
    )


@pytest.mark.parametrize(
    ("period", "when", "bounds"),
    [
        ("2006-06", "June 2006", (2006, 2007)),
        ("2006-06/2013", "June 2006 to 2013", (2006, 2014)),
        ("../2013-10", "Up to October 2013", (2013, 2014)),
        ("2008/..", "From 2008 on", (2008, 2009)),
    ],
)
def test_a_period_is_told_in_words_and_bounds_the_axis(period: str, when: str, bounds: tuple[int, int]) -> None:
    found = shown(period)
    assert [event.when for event in found.events] == [(when,)]
    assert (found.first, found.last) == bounds
    assert [tick.year for tick in (found.ticks[0], found.ticks[-1])] == list(bounds)


def test_bars_at_one_time_stand_beside_each_other_and_later_ones_take_a_free_lane() -> None:
    found = shown("2006/2013", "2008", "2008/2010", "2012", "2020")
    assert [event.x - RAIL for event in found.events] == [9, 18, 27, 18, 9]


def test_many_bars_at_one_time_share_the_last_lane() -> None:
    found = shown(*["2006/2013"] * 8)
    assert [event.x - RAIL for event in found.events] == [9, 18, 27, 36, 45, 45, 45, 45]


@pytest.mark.parametrize("periods", [["2019"] * 9, ["2006", "2021-12", "2021-12", "2021-12-31"], ["2021-12-31"]])
def test_words_never_meet_and_stay_in_the_picture(periods: list[str]) -> None:
    found = shown(*periods)
    tops = [event.top for event in found.events]
    ends = [event.top + LINE * len(event.lines) for event in found.events]
    assert all(end + LINE <= top for end, top in zip(ends, tops[1:], strict=False))
    assert tops[0] >= LINE
    assert ends[-1] <= found.height


def test_a_long_title_is_broken_and_one_that_does_not_fit_is_cut() -> None:
    title = "Half of the buses of the harbour line were late in that winter"
    (event,) = dated_claims(view(about("a", "2021", title)), ["a"]).events
    assert (" ".join(event.lines), len(event.lines) > 1, event.is_cut) == (title, True, False)
    (event,) = dated_claims(view(about("a", "2021", "W" * 70)), ["a"]).events
    assert (len(event.lines), event.lines[-1][-1], event.is_cut) == (4, "…", True)
    html = press(view(about("a", "2021", "W" * 70))).fill("timeline a", "method/").content
    assert f'<a href="../claims/a/" aria-label="2021 {"W" * 70}">' in html


def test_a_long_period_is_broken() -> None:
    (event,) = shown("2020-12%/2021-09%").events
    assert event.when == ("Perhaps about December 2020 to", "perhaps about September 2021")


def test_what_has_no_date_is_named_below() -> None:
    made = view(about("a", "../.."), about("b", "2021"))
    found = dated_claims(made, ["gone", "a", "b", "b"])
    assert [event.claim.title for event in found.events] == ["Title of b"]
    assert found.undated == (Ref(title="[[gone]]", address=None), Ref(title="Title of a", address="claims/a/"))
    html = press(made).fill("timeline gone a", "method/").content
    assert html == '<p>Without a date: [[gone]]; <a href="../claims/a/">Title of a</a></p>\n'


def test_each_claim_is_a_link_in_a_list() -> None:
    html = press(view(about("a", "2019/..", "Buses & trams"))).fill("timeline a", "method/").content
    assert 'role="list" aria-label="Timeline, 2019 to 2020"' in html
    assert '<a href="../claims/a/"><text' in html
    assert ">From 2019 on</tspan>" in html
    assert ">Buses &amp; trams</tspan></text></a></g>" in html
