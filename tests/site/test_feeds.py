"""Which feeds a site has, and what each tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimgraph.data.listed import DataPage
from claimgraph.index.home import Home
from claimgraph.pages.changes.page import ChangedClaim, ChangeSet, ChangesPage
from claimgraph.pages.head import feed
from claimgraph.pages.written import Site
from claimgraph.site.feeds import feeds, topic_feeds
from tests.pages.corpora import EMPTY_MAP, claim, topic, view

if TYPE_CHECKING:
    import pytest

URL = "https://a.example/"
CLAIMS = (
    ChangedClaim(id="late", title="Late", says="Changed", address="claims/late/", topic="buses", theses=("too-late",)),
    ChangedClaim(id="full", title="Full", says="Changed", address="claims/full/", topic="trams", theses=("too-late",)),
    ChangedClaim(id="old", title="Old", says="Claim taken away", address=None, topic="trams"),
)
SET = ChangeSet(commit="0" * 40, time=datetime(2026, 3, 1, tzinfo=UTC), day="1 March 2026", claims=CLAIMS)
SITE = Site(
    view=view(topic(theses=["too-late"]), topic("trams"), claim("too-late", thesis=True)),
    home=Home(name="A", url=URL),
    map=EMPTY_MAP,
    rules=(),
    data=DataPage(),
    changes=ChangesPage(sets=(replace(SET, claims=CLAIMS[:1]),)),
    history=(SET,),
)


def told() -> dict[str, list[str]]:
    """Return the titles of the entries of each feed."""
    return {path: re.findall(r"<entry>\n.*\n<title>(.*)</title>", text.decode()) for path, text in feeds(SITE, URL)}


def test_a_topic_has_its_own_claims_and_those_that_bear_on_its_theses() -> None:
    assert told() == {
        "feed.xml": ["Changed: Late"],
        "topics/buses/feed.xml": ["Changed: Late", "Changed: Full"],
        "topics/trams/feed.xml": ["Changed: Full", "Claim taken away: Old"],
        "claims/too-late/feed.xml": ["Changed: Late", "Changed: Full"],
    }
    assert topic_feeds(SITE.view, SITE.home) == (
        ("Late buses", "topics/buses/feed.xml"),
        ("Late buses", "topics/trams/feed.xml"),
    )


def test_a_site_of_many_topics_has_one_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST_TOPICS", 1)
    assert list(told()) == ["feed.xml"]
    assert topic_feeds(SITE.view, SITE.home) == ()
