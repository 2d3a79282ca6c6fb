"""The feed of changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from claimgraph.index.home import Home
from claimgraph.pages.head.feed import MOST_TOPICS, FeedEntry, atom_feed, feed_link, has_feeds

LATE = FeedEntry(
    place="changes/#c-0123456789ab-late",
    page="claims/late/",
    title="New claim: A & <b>",
    updated=datetime(2026, 3, 1, 9, 5, tzinfo=UTC),
    summary="Buses are late.",
)
HOSTILE = FeedEntry(
    place='changes/#"><script>',
    page="claims/\x00&amp;/",
    title="a\x0bb\uffff\U0001f600]]>",
    updated=datetime(2026, 2, 28, 9, 5, tzinfo=timezone(timedelta(hours=1))),
    summary="</summary>\ud800",
)

BEGIN = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://a.example/map/feed.xml</id>
<title>A &amp; B: new and changed claims</title>
<updated>{}</updated>
<author>
<name>A &amp; B</name>
</author>
<link rel="self" type="application/atom+xml" href="https://a.example/map/feed.xml" />
<link rel="alternate" type="text/html" href="https://a.example/map/changes/" />
"""

ENTRIES = """\
<entry>
<id>https://a.example/map/changes/#"&gt;&lt;script&gt;</id>
<title>a\ufffdb\ufffd\U0001f600]]&gt;</title>
<updated>2026-02-28T09:05:00+01:00</updated>
<link rel="alternate" type="text/html" href="https://a.example/map/claims/\ufffd&amp;amp;/" />
<summary>&lt;/summary&gt;\ufffd</summary>
</entry>
<entry>
<id>https://a.example/map/changes/#c-0123456789ab-late</id>
<title>New claim: A &amp; &lt;b&gt;</title>
<updated>2026-03-01T09:05:00+00:00</updated>
<link rel="alternate" type="text/html" href="https://a.example/map/claims/late/" />
<summary>Buses are late.</summary>
</entry>
"""


def feed(*entries: FeedEntry) -> str:
    return atom_feed(entries, site_name="A & B", site_url="https://a.example/map/", day=date(2026, 2, 3)).decode()


def test_entries_stay_in_their_order_and_the_feed_is_as_old_as_the_newest() -> None:
    assert feed(HOSTILE, LATE) == BEGIN.format("2026-03-01T09:05:00+00:00") + ENTRIES + "</feed>\n"


def test_a_feed_without_entries_is_as_old_as_the_site() -> None:
    assert feed() == BEGIN.format("2026-02-03T00:00:00+00:00") + "</feed>\n"


def test_a_feed_follows_a_page_and_names_categories() -> None:
    entry = replace(LATE, categories=("buses", "too-late"))
    made = atom_feed(
        (entry,),
        site_name="A & B",
        site_url="https://a.example/map/",
        day=date(2026, 2, 3),
        about="Late buses",
        follows="topics/buses/",
    ).decode()
    assert "<id>https://a.example/map/topics/buses/feed.xml</id>\n<title>A &amp; B: Late buses</title>" in made
    assert '<link rel="alternate" type="text/html" href="https://a.example/map/topics/buses/" />' in made
    assert '<category term="buses" />\n<category term="too-late" />\n<summary>' in made


def test_only_a_site_with_an_address_and_not_too_many_topics_has_feeds_of_single_topics() -> None:
    housed, homeless = Home(name="A", url="https://a.example/"), Home(name="A")
    few, many = range(MOST_TOPICS), range(MOST_TOPICS + 1)
    assert [has_feeds(housed, few), has_feeds(housed, many), has_feeds(homeless, few)] == [True, False, False]
    assert feed_link(housed, many, "Late") == feed_link(homeless, few, "Late") == ""
    assert feed_link(housed, few, 'A "b" <c>') == (
        '<link rel="alternate" type="application/atom+xml" title="New and changed: A &#34;b&#34; &lt;c&gt;" '
        'href="feed.xml">'
    )
