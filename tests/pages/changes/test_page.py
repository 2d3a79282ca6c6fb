"""The page of changes, and the same as a feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from claimgraph.pages.changes.page import ChangedClaim, ChangedState, ChangeSet, ChangesPage, News, feed_entries, newest
from claimgraph.pages.head.feed import FeedEntry
from tests.pages.corpora import press, view

NEW = ChangedClaim(id="late", title="A & <b>", says="New claim", address="claims/late/", details=("Buses are late.",))
GONE = ChangedClaim(id="old", title="Old", says="Claim taken away", address=None)
SET = ChangeSet(
    commit="0123456789abcdef",
    time=datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
    day="1 March 2026",
    claims=(NEW, GONE),
    more=2,
)
PAGE = ChangesPage(sets=(SET,), note="Cut short.", has_feed=True)


def test_the_feed_has_an_entry_for_each_claim_and_commit() -> None:
    assert tuple(feed_entries(PAGE.sets)) == (
        FeedEntry(
            place="changes/#c-0123456789ab-late",
            page="claims/late/",
            title="New claim: A & <b>",
            updated=SET.time,
            summary="Buses are late.",
        ),
        FeedEntry(
            place="changes/#c-0123456789ab-old",
            page="changes/#c-0123456789ab-old",
            title="Claim taken away: Old",
            updated=SET.time,
            summary="Claim taken away",
        ),
    )


def test_the_details_of_a_change_are_one_summary() -> None:
    claim = replace(NEW, details=("One", "Two"))
    (entry,) = feed_entries((replace(SET, claims=(claim,)),))
    assert entry.summary == "One; Two"


def test_a_feed_may_be_about_some_claims_and_names_topic_and_theses() -> None:
    late = replace(NEW, topic="buses", theses=("too-late", "too-full"))
    sets = (replace(SET, claims=(late, replace(GONE, topic="trams"))),)
    (entry,) = feed_entries(sets, lambda claim: claim.topic == "buses")
    assert (entry.title, entry.categories) == ("New claim: A & <b>", ("buses", "too-late", "too-full"))


def test_the_page_leads_to_the_feeds_of_single_questions() -> None:
    shown = replace(PAGE, feeds=(("Late <buses>", "topics/buses/feed.xml"),))
    html = replace(press(view()), changes=shown).fill("changes", "changes/").content
    link = '<a href="../topics/buses/feed.xml" type="application/atom+xml">Late &lt;buses&gt;</a>'
    assert f'<ul class="em-listing"><li>{link}</li></ul>' in html


def test_the_page_shows_each_change_at_the_place_that_the_feed_names() -> None:
    html = replace(press(view()), changes=PAGE).fill("changes", "changes/").content
    assert '<li id="c-0123456789ab-late">' in html
    assert '<span class="em-changes__what">New claim:</span> <a href="../claims/late/">A &amp; &lt;b&gt;</a>' in html
    assert '<span class="em-changes__what">Claim taken away:</span> Old</p>' in html
    assert "and 2 more claims in the same change" in html
    assert '<p class="em-notice">Cut short.</p>' in html
    assert 'href="../feed.xml"' in html
    assert "feed.xml" not in press(view()).fill("changes", "changes/").content


def changed(id_: str, *argued: str, is_new: bool = False) -> ChangedClaim:
    return ChangedClaim(
        id=id_,
        title=id_.title(),
        says="New claim" if is_new else "Changed",
        address=f"claims/{id_}/",
        details=("Title changed", *argued),
        is_new=is_new,
        argued=argued or ("Quote added",),
    )


def change_set(commit: str, day: int, *claims: ChangedClaim, more: int = 0) -> ChangeSet:
    time = datetime(2026, 3, day, 9, 5, tzinfo=UTC)
    return ChangeSet(commit=commit, time=time, day=f"{day} March 2026", claims=claims, more=more)


def test_the_newest_are_at_most_two_of_a_change_new_claims_first_and_none_that_is_gone() -> None:
    one, two, three, four = (changed(id_) for id_ in ("one", "two", "three", "four"))
    late = changed("late", is_new=True)
    page = ChangesPage(
        sets=(
            change_set("a" * 40, 4, GONE, one, two, late, more=5),
            change_set("b" * 40, 3, GONE),
            change_set("c" * 40, 2, three),
            change_set("d" * 40, 1, four, one),
            change_set("e" * 40, 1, two),
        )
    )
    assert newest(page) == (
        News(claim=late, day=date(2026, 3, 4), more=0, anchor="c-aaaaaaaaaaaa"),
        News(claim=one, day=date(2026, 3, 4), more=7, anchor="c-aaaaaaaaaaaa"),
        News(claim=three, day=date(2026, 3, 2), more=0, anchor="c-cccccccccccc"),
        News(claim=four, day=date(2026, 3, 1), more=1, anchor="c-dddddddddddd"),
    )


def test_the_home_page_says_what_is_new() -> None:
    page = ChangesPage(sets=(change_set("a" * 40, 4, changed("one", "Quote added, from <i>"), more=2),), has_feed=True)
    assert replace(press(view()), changes=page).fill("new", "").content == (
        '<ul class="em-listing em-listing--two">\n'
        '<li><a href="claims/one/">One</a> <span class="em-listing__line">Changed, '
        '<time datetime="2026-03-04">4 March 2026</time>: Quote added, from &lt;i&gt;; with '
        '<a href="changes/#c-aaaaaaaaaaaa">2 more in one change</a></span></li>\n'
        "</ul>\n"
        '<p><a href="changes/">All changes</a>, also as a <a href="feed.xml" type="application/atom+xml">feed</a></p>'
    )


def test_changes_of_words_are_no_news() -> None:
    reworded = replace(changed("one"), argued=())
    page = ChangesPage(sets=(change_set("a" * 40, 4, reworded), change_set("b" * 40, 3, reworded, changed("two"))))
    assert newest(page) == (News(claim=changed("two"), day=date(2026, 3, 3), more=1, anchor="c-bbbbbbbbbbbb"),)


def test_the_home_page_names_claims_in_another_state() -> None:
    states = tuple(
        ChangedState(id="late", title=f"Claim {at}", address=f"claims/c{at}/", before="A <b>", after="B")
        for at in range(6)
    )
    content = replace(press(view()), changes=ChangesPage(states=states)).fill("new", "").content
    assert content.count("</a> <span") == 4
    assert (
        '<li><a href="claims/c0/">Claim 0</a> <span class="em-listing__line">“A &lt;b&gt;” became “B”</span></li>'
    ) in content
    assert "<p>and 2 more</p>" in content
    page = replace(press(view()), changes=ChangesPage(states=states[:1])).fill("changes", "changes/").content
    assert "<summary>1 claim is in another state than before these changes</summary>" in page


def test_the_home_page_says_that_nothing_is_known_of_changes() -> None:
    for changes, says in (
        (ChangesPage(note="No history."), "No history."),
        (ChangesPage(), "No change of a claim is told yet."),
    ):
        assert replace(press(view()), changes=changes).fill("new", "").content == (
            f'<p class="em-none">{says}</p>\n<p><a href="changes/">All changes</a></p>'
        )
