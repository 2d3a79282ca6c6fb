"""The picture of a topic, and the tags that name it."""

from __future__ import annotations

import struct
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from claimgraph.index.home import Home
from claimgraph.model.topic import Topic
from claimgraph.pages.head.share_picture import share_address, share_png, share_svg, share_tags
from claimgraph.pages.parts.face_offs import face_off
from tests.pages.corpora import claim, quote, source, view

LATE: Final = {"claim": "late", "because": "So."}
HOME: Final = Home(name="A & B", url="https://a.example/map/")


def topic(title: str, question: str) -> Topic:
    return Topic(title=title, question=question, order=1, summary="What is said.")


TOPIC: Final = topic('Waits & "fudges" <b>', "Are they short?")


def texts(svg: str) -> list[str | None]:
    """Return the lines of a picture; raises ParseError for what is no XML."""
    return [line.text for line in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314  our own


def test_the_picture_has_the_sites_name_the_title_and_the_question_as_text() -> None:
    assert texts(share_svg(HOME.name, TOPIC, None)) == ["A & B", 'Waits & "fudges" <b>', "Are they short?"]


def test_a_long_title_has_one_line_and_a_long_question_two() -> None:
    shown = texts(share_svg("A", topic("Wide " * 14, "Another " * 50), None))
    assert [str(line)[-1] for line in shown] == ["A", "…", "r", "…"]


@pytest.mark.parametrize("hostile", ["a\x0bb\uffff", "</text><script>", "]]>", "&amp;", "\U0001f600", "ひ" * 70])
def test_whatever_a_topic_is_called_the_picture_is_1200_by_630(hostile: str) -> None:
    svg = share_svg(hostile, topic(hostile, hostile), None)
    assert texts(svg)[0] == hostile.replace("\x0b", "\ufffd").replace("\uffff", "\ufffd")
    png = share_png(svg)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1200, 630)


def test_the_picture_has_both_sides_in_words_that_fit() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("a", quotes=[quote(exact="They came late, all of them.")], supports=[LATE]),
        claim("b", quotes=[quote("A rider", exact="No bus was late " * 20)], counts_against=[LATE]),
        source(),
    )
    assert texts(share_svg("A", TOPIC, face_off(shown, "late")))[3:] == [
        "Title of late",
        "For: 1 reason, from 1 voice",
        "“They came late, all of them.”",
        "A driver",
        "Against: 1 reason, from 1 voice",
        "Title of b",
    ]


def test_a_topics_tags_name_its_picture() -> None:
    assert share_address("waits") == "assets/share/waits.png"
    assert share_tags(HOME, "waits", TOPIC) == (
        '<meta property="og:image" content="https://a.example/map/assets/share/waits.png">'
        '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
        '<meta property="og:image:alt" content="Waits &amp; &#34;fudges&#34; &lt;b&gt;: Are they short?">'
        '<meta name="twitter:card" content="summary_large_image">'
    )


def test_without_a_topic_the_tags_name_the_sites_picture() -> None:
    tags = share_tags(HOME, "waits", None)
    assert '<meta property="og:image" content="https://a.example/map/assets/share.png">' in tags
    assert '<meta property="og:image:alt" content="A &amp; B">' in tags


def test_without_an_address_there_are_no_tags() -> None:
    assert share_tags(Home(name="A"), "waits", TOPIC) == ""
