"""What a topic's page shows, and topics in lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from claimgraph.index.addresses import Ref
from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.lists.lists import ThesisLine, TopicCard, topic_cards
from claimgraph.pages.parts.linked_text import claim_ref, linked_html, linked_text
from claimgraph.pages.topic.page import RivalPair, topic_evidence, topic_html, topic_page
from claimgraph.publish.shell import Content, TocEntry
from claimgraph.templating.templates import inside_link
from tests.pages.corpora import NOWHERE, citation, claim, press, quote, shown_values, source, topic, view

if TYPE_CHECKING:
    from claimgraph.index.view import View

LATE = {"claim": "late", "because": "So."}


def html(shown: View) -> str:
    return made(shown).content


def made(shown: View) -> Content:
    """What is put into the shell of the page of the topic `buses`."""
    return topic_html(press(shown).renderer, topic_page(shown, NOWHERE, "buses"))


# Links in texts


def test_ids_in_a_text_become_links_with_the_claims_titles() -> None:
    shown = view(claim("a", title="A & <b>"))
    linked = linked_html(linked_text(shown, "Some <i>say</i> [[a]], others [[gone|<b>]]."), "topics/buses/")
    assert linked == Markup(
        'Some &lt;i&gt;say&lt;/i&gt; <a href="../../claims/a/">A &amp; &lt;b&gt;</a>, others [[gone|&lt;b&gt;]].'
    )


def test_words_after_a_bar_are_the_link() -> None:
    linked = linked_html(linked_text(view(claim("a")), "Some [[a|say <so>]]."), "topics/buses/")
    assert linked == Markup('Some <a href="../../claims/a/">say &lt;so&gt;</a>.')


def test_a_link_to_a_claim_is_seen_from_its_page() -> None:
    shown = view(claim("a"))
    assert inside_link("", claim_ref(shown, "a")) == '<a href="claims/a/">Title of a</a>'
    assert inside_link("", claim_ref(shown, "<b>")) == "[[&lt;b&gt;]]"


# What stands where


FULL = view(
    claim("late", thesis=True),
    claim("for", quotes=[quote()], supports=[LATE]),
    claim("against", "fares", quotes=[quote("A clerk")], counts_against=[LATE]),
    claim("part", quotes=[quote("A rider")], limits=[LATE], rivals=[{**LATE, "claim": "for", "differs_in": ["base"]}]),
    claim("known", quotes=[quote()]),
    claim("other", quotes=[quote()], supports=[{**LATE, "claim": "for"}]),
    claim("near", "fares", quotes=[quote()]),
    topic(
        summary="See [[for]].",
        theses=["late", "gone"],
        background=["known", "gone"],
        related=["near", "against", "gone"],
    ),
    source(),
)


def test_every_claim_of_a_topic_stands_in_one_place() -> None:
    values = shown_values(topic_page(FULL, NOWHERE, "buses"))
    assert '<div class="em-summary">See <a href="../../claims/for/">Title of for</a>.</div>' in html(FULL)
    (thesis,) = values["theses"]
    grown = thesis.trees
    found = [[branch.claim.title for branch in branches] for branches in (grown.pro, grown.con, grown.limits)]
    assert found == [["Title of for"], ["Title of against"], ["Title of part"]]
    assert [card.title for card in values["background"]] == ["Title of known"]
    assert [card.title for card in values["others"]] == ["Title of other"]
    assert [card.title for card in values["related"]] == ["Title of near"]
    part, other = Ref(title="Title of part", address="claims/part/"), Ref(title="Title of for", address="claims/for/")
    assert values["rivals"] == [RivalPair(one=part, other=other, differs="base", because="So.")]


def test_the_contents_name_theses_and_parts() -> None:
    assert made(FULL).toc == (
        TocEntry(anchor="thesis-late", text="Title of late"),
        TocEntry(anchor="in-short", text="In short"),
        TocEntry(anchor="open-ends", text="What nobody answers here"),
        TocEntry(anchor="rivals", text="Figures that differ"),
        TocEntry(anchor="background", text="Background"),
        TocEntry(anchor="others", text="More on this question"),
        TocEntry(anchor="related", text="Claims under other questions"),
        TocEntry(anchor="evidence", text="Evidence and sources"),
    )
    assert made(view(topic(summary="No claim is named."))).toc == (TocEntry(anchor="in-short", text="In short"),)


def test_a_thesis_is_a_face_off_with_its_whole_argument_folded() -> None:
    page = html(FULL)
    assert page.count('<article class="em-face"') == 1
    assert re.findall(r'<p class="em-face__name"><strong>(\w+)</strong>.*?</svg> (.*?)</p>', page) == [
        ("For", "1 reason, from 1 voice"),
        ("Against", "1 reason, from 1 voice"),
    ]
    assert "<summary>Both reasons, one by one</summary>" in page
    assert re.findall(r"<h3>(.*?)</h3>", page) == ["For", "Against", "Where it is said not to hold"]


def test_a_side_without_a_reason_has_no_corner_and_says_what_was_looked_for() -> None:
    shown = view(
        claim("late", thesis=True, one_sided="Looked for: a word of the council."),
        claim("for", quotes=[quote()], supports=[LATE]),
        topic(theses=["late"]),
        source(),
    )
    page = html(shown)
    assert page.count('<div class="em-face__side"') == 1
    assert "em-face__sides--one" in page
    told = "<strong>No reason against it is recorded here.</strong> Looked for: a word of the council.</p>"
    assert told in page


def test_a_thesis_without_reasons_says_so() -> None:
    page = html(view(claim("late", thesis=True), topic(theses=["late"])))
    assert "<strong>No reason for it or against it is recorded here.</strong>" in page
    assert "em-face__side" not in page
    assert "All reasons" not in page


# Its evidence


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ((), ""),
        (("Ann",), "1 quote, 1 voice, 1 independent source. Its claim rests on one voice."),
        (
            ("Ann", "Ann Bob"),
            "3 quotes, 2 voices, 1 independent source. 1 of its 2 claims rests on one voice.",
        ),
        (("Ann", "Ann"), "2 quotes, 1 voice, 1 independent source. 2 of its 2 claims rest on one voice each."),
        (("Ann Bob", "Ann Bob"), "4 quotes, 2 voices, 1 independent source."),
    ],
)
def test_a_topic_says_where_its_evidence_comes_from(speakers: tuple[str, ...], expected: str) -> None:
    claims = [
        claim(f"a{at}", quotes=[quote(name, exact=f"{name} {at}.") for name in names.split()])
        for at, names in enumerate(speakers)
    ]
    shown = view(*claims, source(), topic())
    assert topic_evidence(shown, "buses") == expected
    page = html(shown)
    assert page.count('<p class="em-evidence">') == bool(expected)
    assert not expected or f'{expected} <a href="../../method/#evidence">' in page


# Topics in lists


def test_topics_are_listed_in_their_order_with_what_they_hold() -> None:
    shown = view(
        claim("a", "trams", quotes=[quote(), quote(), quote("A rider"), quote(source="gone")]),
        claim("b"),
        claim("c"),
        claim("f", "fares"),
        topic("trams", title="all trams", order=3),
        topic("buses", title="Buses", order=1),
        topic("boats", title="Boats", order=2),
        source(),
    )
    question = "Are the buses late?"
    assert topic_cards(shown) == tuple(
        TopicCard(title=title, address=address, question=question, theses=(), states=(), line=line)
        for title, address, line in (
            ("Buses", "topics/buses/", "2 claims, nobody quoted yet"),
            ("Boats", "topics/boats/", "0 claims, nobody quoted yet"),
            ("all trams", "topics/trams/", "1 claim, 2 voices quoted"),
        )
    )


def test_a_topic_in_a_list_has_its_theses_with_the_voices_on_each_side() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("empty", thesis=True),
        claim("for", quotes=[quote(), quote("A rider")], supports=[LATE]),
        claim("against", quotes=[quote("A clerk")], counts_against=[LATE]),
        topic(theses=["late", "gone", "empty"]),
        source(),
    )
    (listed,) = topic_cards(shown)
    assert listed.theses == (
        ThesisLine(
            title="Title of late",
            address="claims/late/",
            state="Reasons on both sides",
            mark=MARKS[State.BOTH_SIDES],
            pro="1 reason, from 1 independent voice",
            con="1 reason, from 1 voice",
        ),
        ThesisLine(
            title="Title of empty",
            address="claims/empty/",
            state="No reasons recorded",
            mark=MARKS[State.NO_REASONS],
            pro="",
            con="",
        ),
    )
    home, topics = (press(shown).fill(name, "").content for name in ("home", "topics"))
    assert ("Title of empty" in home, "Title of empty" in topics) == (False, True)


def test_the_sources_of_the_reasons_stand_at_the_end() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("for", quotes=[quote()], citations=[citation(source="news")], supports=[LATE]),
        claim("beside", quotes=[quote(source="leaflet")]),
        topic(theses=["late"]),
        source(URL="https://harbour.example/hearing", issued="2021-10-12"),
        source("news", title="A report"),
        source("leaflet"),
    )
    page = html(shown)
    assert '<h2 id="evidence">Evidence and sources</h2> 2 sources behind the reasons</summary>' in page
    assert (
        '<li><a href="../../sources/news/">A report</a></li>'
        '<li><a href="../../sources/hearing/">The hearing</a>, 12 October 2021 · '
        '<a href="https://harbour.example/hearing" rel="external">Open the source</a></li></ul>'
    ) in page
    assert "Sources of" not in html(view(claim("late", thesis=True), topic(theses=["late"])))
