"""The list of all sources."""

from __future__ import annotations

from claimgraph.pages.lists.lists import Group, Listed, source_groups
from tests.pages.corpora import citation, claim, quote, source, view


def test_sources_are_listed_by_type_and_title_with_what_is_taken_from_them() -> None:
    shown = view(
        claim("a", quotes=[quote(), quote()], citations=[citation(), citation(source="news")]),
        source(issued="2021-10"),
        source("news", type="article-newspaper", title="a newspaper", **{"event-date": "2020"}),
        source("unused", type="webpage", title="Unused"),
        source("old", type="webpage", title="older"),
    )
    hearing = Listed(title="The hearing", address="sources/hearing/", line="October 2021, 2 quotes, 1 citation")
    news = Listed(title="a newspaper", address="sources/news/", line="2020, 1 citation")
    older = Listed(title="older", address="sources/old/", line="")
    unused = Listed(title="Unused", address="sources/unused/", line="")
    assert source_groups(shown) == (
        Group(anchor="type-hearing", title="Hearing", line="1 source, 2 quotes", entries=(hearing,)),
        Group(anchor="type-news-article", title="News article", line="1 source", entries=(news,)),
        Group(anchor="type-web-page", title="Web page", line="2 sources", entries=(older, unused)),
    )
