"""Which small words are marked, and which are not."""

from __future__ import annotations

import pytest

from claimgraph.captures import marks as lists
from claimgraph.captures.folding import fold
from claimgraph.captures.marks import Mark, holds_negation, marks
from claimgraph.captures.words import cut

N, H, C, A, Q = Mark.NEGATION, Mark.HEDGE, Mark.CONDITION, Mark.ATTRIBUTION, Mark.NUMBER


def marked(text: str) -> list[tuple[str, Mark]]:
    words = cut(fold(text)).words
    return [(words[index], mark) for index, mark in marks(words)]


def small_words(text: str) -> list[tuple[str, Mark]]:
    """Return what is marked, but for numbers."""
    return [(word, mark) for word, mark in marked(text) if mark is not Q]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No bus came", [("No", N)]),
        ("It is not late", [("not", N)]),
        ("They didn\u2019t come", [("didn\u2019t".replace("\u2019", "'"), N)]),
        ("They CAN'T come", [("CAN'T", N)]),
        ("They cant come", [("cant", N)]),
        ("No-one came", [("No-one", N)]),
        ("It is hardly late", [("hardly", N)]),
        ("It may be late", [("may", H)]),
        ("Perhaps it was late", [("Perhaps", H)]),
        ("if it was late", [("if", C)]),
        ("Although it was late", [("Although", C)]),
        ("I think it was late", [("think", A)]),
        ("The suspicion is that it was", [("suspicion", A)]),
        ("so-called buses", [("so-called", A)]),
        ("The buses were late", []),
    ],
)
def test_single_words(text: str, expected: list[tuple[str, Mark]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Godsend at times, yes", [("at", H)]),
        ("look at the times", []),
        ("at least one bus", [("at", H), ("least", N)]),
        ("one of the reasons", [("one", H)]),
        ("one bus", []),
        ("up to 10", [("up", H), ("10", Q)]),
        ("no more than ten", [("no", H), ("more", H), ("ten", Q)]),
        ("in case it rains", [("in", C)]),
        ("Were they late, we went", [("Were", C)]),
        ("they were late", []),
        ("even if it rains", [("even", C), ("if", C)]),
        ("far from late", [("far", N)]),
        ("late rather than early", [("rather", N)]),
        ("late instead of early", [("instead", N)]),
        ("rather late", []),
    ],
)
def test_phrases_are_marked_at_their_first_word(text: str, expected: list[tuple[str, Mark]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("25% of 1,000 buses", ["25%", "1,000"]),
        ("two thirds, or twenty-five, or a dozen", ["two", "thirds", "twenty-five", "dozen"]),
        ("twice a day, half full", ["twice", "half"]),
        ("\u00bd of 10\u00b2", ["\u00bd", "10\u00b2"]),
        ("one of the buses, no one else", []),
        ("a bus came", []),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    found = [word for word, mark in marked(text) if mark is Q]
    assert found == numbers


@pytest.mark.parametrize("text", ["In May 2011 it came", "On 3 May it came", "In May 2011"])
def test_the_month_is_no_hedge(text: str) -> None:
    assert small_words(text) == []


@pytest.mark.parametrize("text", ["It may 2011 times", "May I go", "in may"])
def test_what_might_be_no_month_is_a_hedge(text: str) -> None:
    assert [mark for _, mark in small_words(text)] == [H]


@pytest.mark.parametrize("word", ["about", "around", "over", "under", "above", "below", "circa"])
def test_before_a_number_it_is_a_hedge(word: str) -> None:
    for number in ("10%", "\u00a310", "-5", "half", "two thirds", "a third", "the half", "two-thirds", "twenty"):
        assert small_words(f"it was {word} {number} late") == [(word, H)], number
    for other in ("it", "a bus", "the bus", "halfway"):
        assert marked(f"it was {word} {other}") == [], other


def test_talk_about_it_is_no_hedge() -> None:
    assert marked("people talk about it") == []
    assert marked("people talk about") == []


def test_the_strongest_of_two_meanings_counts() -> None:
    assert marked("least likely") == [("least", N), ("likely", H)]
    assert marked("little doubt, few doubts") == [("little", N), ("doubt", N), ("few", N), ("doubts", N)]


def test_the_lists_are_small_letters_each_word_in_one_list() -> None:
    words = [*lists.NEGATIONS, *lists.HEDGES, *lists.CONDITIONS, *lists.ATTRIBUTIONS]
    assert words == [word.casefold() for word in words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("not", True),
        ("they did not", True),
        ("don\u2019t", True),
        ("no more than", True),
        ("not only", True),
        ("instead of us", True),
        ("no-show", True),
        ("not\u2014the", True),
        ("may", False),
        ("the council", False),
        ("rather", False),
    ],
)
def test_whether_words_hold_a_negation(text: str, *, holds: bool) -> None:
    assert holds_negation(cut(fold(text)).words) is holds
