"""Where a quote that does not verify goes wrong."""

from __future__ import annotations

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.captures.folding import fold
from claimgraph.captures.words import cut
from claimgraph.quotes.nearby import difference, failing_words, nearest_passage
from claimgraph.quotes.phrase import Part, Reading
from tests.quotes.prepared import SOURCE

TEXT = "In all, half of the old buses of the town came late, that is, by an hour or more, that winter. So it was."


def reading(*parts: str) -> Reading:
    return Reading(parts=tuple(Part(text=part) for part in parts), insertions=())


@pytest.mark.parametrize(
    ("quote", "failing"),
    [
        ("half of the old buses of the town came late", ()),
        ("half of the old buses of the town cars came late, that is, by", ("cars",)),
        ("half of the old buses of the village came late, that is, by an", ("village",)),
        ("half of the old buses in a village came late, that is, by an", ("in", "a", "village")),
        ("half of the old buses of the came late, that is, by an", ("the", "came")),
        ("half of the old buses of the town came late that is, by an hour", ("late", "that")),
        ("half of the old buses of the town, came late, that is, by", ("town", "came")),
        ("Half of the old buses of the town came late", ("Half",)),
        ("half of the old buses of the towns", ("towns",)),
        ("half of the old trams of the town", ("half", "of", "the", "old", "trams", "of", "the", "town")),
        ("zebras graze under the wide sky", ("zebras", "graze", "under", "the", "wide", "sky")),
        ('"half of the old buses of the town"', ()),
    ],
)
def test_words_that_fail(quote: str, failing: tuple[str, ...]) -> None:
    assert failing_words(reading(quote), capture_text(TEXT, SOURCE)) == failing


def test_words_that_fail_of_several_parts() -> None:
    way = reading("half of the old buses of", "late, that is, by a hour or more, that winter", "So it is")
    assert failing_words(way, capture_text(TEXT, SOURCE)) == ("late", "that", "is", "by", "a", "So", "it", "is")


def test_halves_that_stand_far_apart_do_not_both_count() -> None:
    text = "a b c d e f g h. " + "x y z. " * 20 + "k l m n o p q."
    assert failing_words(reading("a b c d e f g h k l m n o"), capture_text(text, SOURCE)) == ("k", "l", "m", "n", "o")


def test_the_place_that_most_windows_have_counts() -> None:
    text = "a b c d e. " + "x y z. " * 20 + "k a b c d e f g h."
    assert failing_words(reading("a b c d e f g x"), capture_text(text, SOURCE)) == ("x",)


@pytest.mark.parametrize(
    ("quote", "passage", "against"),
    [
        (
            "half of the old trams of the town came late",
            "half of the old buses of the town came late",
            "half of the old [-trams-] {+buses+} of the town came late",
        ),
        (
            "by an hour that winter. So it was.",
            "by an hour or more, that winter. So it was.",
            "by an hour {+or more,+} that winter. So it was.",
        ),
        ("late, that is, by over an hour", "late, that is, by an hour", "late, that is, by [-over-] an hour"),
        ("In all, half of a bus", "In all, half of the old", "In all, half of [-a bus-] {+the old+}"),
        ("zebras graze under the wide sky", "", ""),
    ],
)
def test_nearest_passage(quote: str, passage: str, against: str) -> None:
    assert nearest_passage(reading(quote), cut(fold(TEXT))) == (passage, against)


@pytest.mark.parametrize("text", ["", "...", "One", "half"])
def test_nearest_passage_of_a_short_text(text: str) -> None:
    assert nearest_passage(reading("half of the old trams of the town"), cut(fold(text))) == ("", "")


def test_nearest_passage_of_several_parts() -> None:
    way = reading("half of the old buses of", "late, that is, by a hour")
    assert nearest_passage(way, cut(fold(TEXT))) == (
        "half of the old buses of the town came late, that is, by an hour",
        "half of the old buses of {+the town came+} late, that is, by [-a-] {+an+} hour",
    )


def test_nearest_passage_without_a_word_in_common() -> None:
    text = "Here zebras graze underneaths wider sky."
    assert nearest_passage(reading("zebrass grazed underneath widest skies"), cut(fold(text))) == (
        "Here zebras graze underneaths wider sky",
        "[-zebrass grazed underneath widest skies-] {+Here zebras graze underneaths wider sky+}",
    )


def test_nearest_passage_has_edges_where_the_quote_has() -> None:
    text = cut(fold('They said: "half of the old buses," and left.'))
    assert nearest_passage(reading('"half of the old trams'), text) == (
        '"half of the old buses',
        '"half of the old [-trams-] {+buses+}',
    )


def test_difference() -> None:
    assert difference([], []) == ""
    assert difference(["a"], ["a"]) == "a"
    assert difference(["a", "b", "c"], ["a", "x", "y", "c", "d"]) == "a [-b-] {+x y+} c {+d+}"
    assert difference(["a", "b"], ["b"]) == "[-a-] b"
