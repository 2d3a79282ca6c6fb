"""All feeds of a site: of every change, and of what changes in single topics and for single theses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimgraph.index.addresses import claim_address, topic_address
from claimgraph.pages.changes.page import feed_entries
from claimgraph.pages.head.feed import FEED, MOST_ENTRIES, atom_feed, has_feeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.pages.changes.page import ChangedClaim
    from claimgraph.pages.written import Site


def topic_feeds(view: View, home: Home) -> tuple[tuple[str, str], ...]:
    """Return the titles and addresses of the feeds of single topics, in the topics' order; empty without such feeds."""
    if not has_feeds(home, view.corpus.topics):
        return ()
    return tuple(
        (view.topic(id_).title, f"{topic_address(id_)}{FEED}") for id_ in view.topics if id_ in view.corpus.topics
    )


def feeds(site: Site, url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and contents of each feed; `url` is the address of the site."""
    view = site.view
    made = partial(atom_feed, site_name=site.home.name, site_url=url, day=view.as_of)
    yield FEED, made(tuple(feed_entries(site.changes.sets)))
    if not has_feeds(site.home, view.corpus.topics):
        return
    for topic in view.corpus.topics:
        entries = tuple(feed_entries(site.history, partial(_bears_on_topic, view, topic)))[:MOST_ENTRIES]
        address, about = topic_address(topic), view.topic(topic).title
        yield f"{address}{FEED}", made(entries, about=about, follows=address)
    for thesis in view.asked_by:
        entries = tuple(feed_entries(site.history, partial(_bears_on, thesis)))[:MOST_ENTRIES]
        address, about = claim_address(thesis), view.claim(thesis).title
        yield f"{address}{FEED}", made(entries, about=about, follows=address)


def _bears_on_topic(view: View, topic: str, claim: ChangedClaim) -> bool:
    return claim.topic == topic or any(view.asked_by.get(thesis) == topic for thesis in claim.theses)


def _bears_on(thesis: str, claim: ChangedClaim) -> bool:
    return thesis in claim.theses
