"""What the pages of sources show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.source.page import source_page
from claimgraph.templating.templates import render
from tests.pages.corpora import (
    TEMPLATES,
    citation,
    claim,
    press,
    quote,
    shown_values,
    source,
    topic,
    view,
    voice,
)

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.source import Depth


def source_values(shown: View, source_id: str) -> dict[str, Any]:
    """What the template of a source's page gets."""
    return shown_values(source_page(shown, source_id))


# Sources


def record(**fields: object) -> dict[str, str]:
    """The facts that a source's page gives of its record."""
    return {name: text for name, text in source_values(view(source(**fields)), "hearing")["record"] if text}


def test_a_source_shows_its_record() -> None:
    assert record(
        genre="Minutes",
        author=[{"given": "Ada", "family": "Quill"}, {"literal": "Harbour Town"}],
        editor=[{"family": "Hook"}],
        issued="2021-11",
        accessed="2022-06-01",
        publisher="Harbour Press",
        licence="CC0",
        side="official",
        note="Two pages are missing.",
        DOI="10.1000/buses",
        **{
            "event-title": "Hearing on buses",
            "event-place": "Harbour Town",
            "event-date": "2021-10-12",
            "publisher-place": "Hilltop",
            "container-title": "Papers of the Council",
        },
    ) == {
        "Form": "Minutes",
        "By": "Ada Quill; Harbour Town",
        "Edited by": "Hook",
        "Published": "November 2021",
        "Event": "Hearing on buses, Harbour Town, 12 October 2021",
        "In": "Papers of the Council",
        "Publisher": "Harbour Press, Hilltop",
        "DOI": "10.1000/buses",
        "Read by the editors": "1 June 2022",
        "Licence": "CC0",
        "Side, as the editors see it": "official; used for balance only",
        "Note": "Two pages are missing.",
    }


def test_of_a_bare_source_only_the_side_is_said() -> None:
    assert record() == {"Side, as the editors see it": "neutral; used for balance only"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"volume": "12"}, "12"),
        ({"volume": "12", "issue": "3"}, "12(3)"),
        ({"issue": "3"}, "(3)"),
        ({"page": "40"}, "page 40"),
        ({"page": "40-44"}, "pages 40-44"),
        ({"container-title": "Papers", "page": "40-44"}, "Papers, pages 40-44"),
        ({"container-title": "Papers", "volume": "12", "issue": "3", "page": "40"}, "Papers, 12(3), page 40"),
    ],
)
def test_where_in_a_whole_the_source_stands(fields: dict[str, str], words: str) -> None:
    assert record(**fields)["In"] == words


def test_an_unknown_end_of_a_date_is_a_bound() -> None:
    assert record(issued="2018-02/..")["Published"] == "no earlier than February 2018"
    assert record(issued="../2013-10-25")["Published"] == "no later than 25 October 2013"


def test_a_source_is_headed_by_its_whole_title_and_links_to_itself() -> None:
    shown = view(source(title="The whole title", URL="https://harbour.example/", **{"title-short": "Title"}))
    assert source_values(shown, "hearing")["source"] == {
        "title": "The whole title",
        "kind": "hearing",
        "url": "https://harbour.example/",
        "archived": None,
    }


def test_an_address_that_is_not_safe_to_link_to_is_shown() -> None:
    values = source_values(view(source(URL="https://10.0.0.1/", archived="https://10.0.0.1/copy")), "hearing")
    assert (values["source"]["url"], values["source"]["archived"]) == (None, None)
    assert ("Address", "https://10.0.0.1/") in values["record"]


@pytest.mark.parametrize(
    ("depth", "words"),
    [
        (
            "full",
            "A fingerprint of the whole text is kept here, and each quote is checked against it, word for word.",
        ),
        (
            "excerpt",
            "A fingerprint of an excerpt is kept here, and each quote is checked against it, word for word.",
        ),
        ("none", "We do not have this source word for word yet: what it says is put in our own words, not quoted."),
    ],
)
def test_a_source_says_how_much_of_it_was_captured(depth: Depth, words: str) -> None:
    assert source_values(view(source(depth=depth)), "hearing")["depth"] == words


def test_a_source_says_who_compared_its_capture() -> None:
    told = "The fingerprint was compared with the source on 1 February 2026, by maintainers."
    assert source_values(view(source()), "hearing")["compared"] == told
    nobody = view(source(), not_compared=("hearing",))
    assert source_values(nobody, "hearing")["compared"] == "Nobody has compared this fingerprint with the source yet."
    assert source_values(view(source(depth="none")), "hearing")["compared"] == ""


def test_who_compared_a_capture_is_no_markup() -> None:
    shown = view(source())
    by = replace(shown.corpus.proven["hearing"], by="<b>Ann</b> & Co")
    shown = replace(shown, corpus=replace(shown.corpus, proven={"hearing": by}))
    (page,) = (page for page in press(shown).pages() if page.address == "sources/hearing/")
    assert "on 1 February 2026, by &lt;b&gt;Ann&lt;/b&gt; &amp; Co." in page.make()


def test_a_source_names_those_who_are_quoted_from_it() -> None:
    speakers = {"Zoe": {"voice": "zoe"}, "the chair": {}, "Silent": {}, "Elsewhere": {"voice": "elsewhere"}}
    shown = view(
        claim("a", quotes=[quote("Zoe"), quote("the chair"), quote("Zoe"), quote("Elsewhere", source="news")]),
        source(speakers=speakers),
        source("news", speakers={"Elsewhere": {"voice": "elsewhere"}}),
        voice("zoe", name="Zoe Hill"),
    )
    assert source_values(shown, "hearing")["voices"] == [
        Ref(title="the chair", address="voices/hearing-the-chair/"),
        Ref(title="Zoe Hill", address="voices/zoe/"),
    ]


def test_quotes_and_citations_of_several_claims_have_their_own_anchors() -> None:
    same = {"quotes": [quote(id="q")], "citations": [citation(id="c"), citation()]}
    values = source_values(view(claim("a", **same), claim("b", **same), source()), "hearing")
    (quotes,), (citations,) = values["quotes"], values["citations"]
    assert [item.anchor for item in quotes.quotes] == ["a-quote-1", "b-quote-1"]
    anchors = [item.citation.anchor for item in citations.citations]
    assert anchors == ["a-citation-1", "a-citation-2", "b-citation-1", "b-citation-2"]
    assert [item.claim.title for item in quotes.quotes] == ["Title of a", "Title of b"]


def test_many_quotes_and_citations_are_by_topic_in_the_order_of_topics() -> None:
    both = {"quotes": [quote(), quote()], "citations": [citation()]}
    shown = view(
        claim("a", **both),
        claim("b", "fares", quotes=[quote()]),
        claim("c", **both),
        source(),
        topic("fares", title="Fares", order=1),
        topic("buses", title="Late buses", order=2),
    )
    values = source_values(shown, "hearing")
    found = [(group.topic, [item.anchor for item in group.quotes]) for group in values["quotes"]]
    assert found == [
        ("Fares", ["b-quote-1"]),
        ("Late buses", ["a-quote-1", "a-quote-2", "c-quote-1", "c-quote-2"]),
    ]
    assert [(group.topic, len(group.citations)) for group in values["citations"]] == [("Late buses", 2)]


@pytest.mark.parametrize(("count", "summaries"), [(6, 0), (7, 1)])
def test_many_quotes_are_closed_under_their_topics(count: int, summaries: int) -> None:
    shown = view(claim("a", quotes=[quote() for _ in range(count)]), source(), topic("buses", title="Late buses"))
    page = render(TEMPLATES, "source.html", **source_values(shown, "hearing"), cite="")
    line = f'<summary>Late buses <span class="em-count">{count} quotes</span></summary>'
    assert page.count(line) == summaries
    assert page.count("<details") == page.count("</details>") == summaries


def test_on_its_own_page_a_source_does_not_name_itself() -> None:
    same = {"quotes": [quote()], "citations": [citation(where="page 2")]}
    page = render(TEMPLATES, "source.html", **source_values(view(claim("a", **same), source()), "hearing"), cite="")
    assert "The hearing</a>" not in page
    assert "A driver</a></span>, line 3 of the text\n" in page
    assert "<p>page 2\n" in page
