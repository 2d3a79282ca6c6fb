"""The lists of all sources and voices."""

from __future__ import annotations

from claimgraph.pages.lists.lists import Group, Listed, source_groups, voice_groups
from tests.pages.corpora import citation, claim, quote, source, view, voice


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


def test_voices_are_listed_by_name_and_told_apart_by_their_sources() -> None:
    quotes = [
        quote("A rider"),
        quote("A rider", source="news"),
        quote("Dan"),
        quote("Dan", source="news"),
        quote("Dan"),
    ]
    shown = view(
        claim("a", quotes=quotes),
        source(speakers={"A rider": {}, "Dan": {"voice": "dan"}}),
        source("news", speakers={"A rider": {}, "Dan": {"voice": "dan"}}, **{"title-short": "News"}),
        voice("dan", name="Dan Driver", role="Bus driver of Ltd."),
        voice("zoe", name="Zoe", role="Mayor"),
    )
    (group,) = voice_groups(shown)
    assert group == Group(
        anchor="all",
        title="",
        line="",
        entries=(
            Listed(title="A rider", address="voices/hearing-a-rider/", line="1 quote from The hearing"),
            Listed(title="A rider", address="voices/news-a-rider/", line="1 quote from News"),
            Listed(title="Dan Driver", address="voices/dan/", line="3 quotes from 2 sources · Bus driver of Ltd."),
            Listed(title="Zoe", address="voices/zoe/", line="not quoted yet · Mayor"),
        ),
    )
