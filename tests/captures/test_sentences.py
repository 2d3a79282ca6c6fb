"""Where sentences begin: rather too long than too short."""

from __future__ import annotations

import itertools

import pytest

from claimgraph.captures.folding import fold
from claimgraph.captures.sentences import sentence_starts
from claimgraph.captures.words import cut


def sentences(text: str) -> list[str]:
    folded = fold(text)
    words = cut(folded)
    bounds = [*sentence_starts(folded, words), len(words.words)]
    return [words.between(first, end) for first, end in itertools.pairwise(bounds)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("...", []),
        ("One bus", ["One bus"]),
        ("One came. Two left", ["One came", "Two left"]),
        ("Did one come? Two left! Three", ["Did one come", "Two left", "Three"]),
        ("One came\u2026 Two left", ["One came", "Two left"]),
        ("One came?! Two left", ["One came", "Two left"]),
        ("One came.\nTwo left", ["One came", "Two left"]),
        ("One came. 12 left", ["One came", "12 left"]),
        ("One came. \u00a35 left", ["One came", "\u00a35 left"]),
        ("One came. \u00c9ach left", ["One came", "\u00c9ach left"]),
        ("\u6c34\u3002\u6cf5\uff01\u4eba", ["\u6c34", "\u6cf5", "\u4eba"]),
    ],
)
def test_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "One came. \u201cTwo left",
        "\u201cOne came.\u201d Two left",
        "\u201cOne came.\u201d \u2018Two left",
        "(One came.) Two left",
        "[One came.] (Two left",
        "One came?\u201d) Two left",
    ],
)
def test_quotation_marks_and_brackets_stand_at_the_bound(text: str) -> None:
    assert sentences(text) == ["One came", "Two left"]


@pytest.mark.parametrize(
    "text",
    [
        "We asked Dr. Smith of it",
        "We asked Prof. Smith of it",
        "buses vs. Trains of it",
        "e.g. Buses of it",
        "i.e. Buses of it",
        "buses etc. Trains of it",
        "No. 10 of it",
        "fig. 2 of it",
        "c. 1990 of it",
        "Smith v. Jones of it",
        "approx. 50% of it",
        "We asked J. Smith of it",
        "We asked J. R. Smith of it",
        "Action for M.E. People of it",
        "the U.S. Government of it",
        "the N.H.S. Trust of it",
        "Oct. 2019 of it",
    ],
)
def test_a_point_of_an_abbreviation_ends_nothing(text: str) -> None:
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("So did I. Two left", 2),
        ("It was 2019. Two left", 2),
        ("It was 2.5. Two left", 2),
        ("Is it Dr? Two left", 2),
        ("It was the NHS. Two left", 2),
        ("It came.Two left", 1),
        ("one came. two left", 1),
        ("It came; Two left", 1),
        ("It came: Two left", 1),
        ("It said:\nTwo left", 1),
        ("It came -\nTwo left", 1),
    ],
)
def test_what_ends_a_sentence_and_what_does_not(text: str, number: int) -> None:
    assert len(sentences(text)) == number


def test_an_empty_line_ends_a_heading() -> None:
    assert sentences("Late buses\n\none came late") == ["Late buses", "one came late"]
    assert sentences("Late buses\n \t\none came late") == ["Late buses", "one came late"]
    assert sentences("Late buses\r\n\r\none came late") == ["Late buses", "one came late"]


def test_a_line_end_alone_ends_nothing() -> None:
    assert sentences("There is no proof that\nBuses came late") == ["There is no proof that Buses came late"]


@pytest.mark.parametrize("bullet", ["\u2022", "\u2023", "\u25aa", "*"])
def test_items_of_a_list(bullet: str) -> None:
    assert sentences(f"we saw\n{bullet} one bus\n  {bullet} two buses") == ["we saw", "one bus", "two buses"]


@pytest.mark.parametrize("name", ["Driver", "Participant A", "Dr Mike Scott", "Driver 2", "O'Neil-Smith"])
def test_a_speaker_begins_a_sentence(name: str) -> None:
    assert sentences(f"and so on\n{name}: so it is") == ["and so on", f"{name}: so it is"]
    assert sentences(f"and so on\n{name}:\nso it is") == ["and so on", f"{name}: so it is"]


@pytest.mark.parametrize(
    "line", ["buses came late: all of them", "Buses came late: all of them", "At 10:30 they came", "See http://x: y"]
)
def test_a_line_with_a_colon_is_no_speaker(line: str) -> None:
    assert len(sentences(f"There is no proof that\n{line}")) == 1


def test_words_of_one_bound_are_counted_once() -> None:
    assert sentences("One came.\n\n\u2022 Two left.\n\nDriver: Three") == ["One came", "Two left", "Driver: Three"]
