"""What somebody says for a claim, in a line."""

from __future__ import annotations

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.model.standing import Backing
from claimgraph.pages.parts.spoken import Words, best_words, reasons_in_words, voices_in_words, voices_of, words_of
from tests.pages.corpora import citation, claim, quote, source, verified, view, voice

DRIVER = Ref(title="A driver", address="voices/hearing-a-driver/")


def test_the_shortest_quote_that_asserts_is_the_best() -> None:
    quotes = [
        quote(exact="The buses were late, as everybody knows."),
        quote("A rider", exact="They were late."),
        quote(exact="No, never.", stance="disputes"),
        quote(exact="Late?", mode="presupposed"),
    ]
    words = best_words(view(claim("a", quotes=quotes, citations=[citation()]), source()), "a")
    assert words is not None
    assert words.text == "They were late."


def test_without_a_quote_the_first_finding_is_told_with_its_author() -> None:
    shown = view(
        claim("a", citations=[citation(), citation(finding="Of 10 buses, 5 came late.")]),
        source(author=[{"literal": "The board"}], issued="2021-10"),
    )
    assert best_words(shown, "a") == Words(
        text="Of 100 buses, 48 came late.",
        is_quote=False,
        by=Ref(title="The board", address="voices/the-board/"),
        role="",
        year="2021",
    )


def test_nobody_who_asserts_has_no_words() -> None:
    assert best_words(view(claim("a", quotes=[quote(stance="disputes")]), source()), "a") is None


def test_a_citation_of_a_source_that_is_not_there_names_it() -> None:
    words = words_of(view(claim("a", citations=[citation(source="gone")])), "a", 0)
    assert (words.by, words.year) == (Ref(title="gone", address=None), "")


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ('Says "us" of drivers; of which is not said.', 'Says "us" of drivers; of which is not said'),
        ("", ""),
        ("Bus driver", "Bus driver"),
        ("A paper. Its author is not known.", "A paper"),
        ("Speaks for the drivers; the transcript says no more.", "Speaks for the drivers"),
    ],
)
def test_a_role_is_told_in_short(role: str, told: str) -> None:
    shown = view(
        claim("a", quotes=[quote()], citations=[citation()]),
        source(speakers={"A driver": {"voice": "dan"}}, author=[{"literal": "Dan"}]),
        voice("dan", role=role) if role else voice("dan"),
    )
    assert words_of(shown, "a", 0).role == told


def test_how_the_words_are_meant_and_what_is_open_about_them_is_told() -> None:
    shown = view(
        claim("a", quotes=[quote(mode="conceded")]),
        source(**{"event-date": "../2018-04"}),
        verdicts={("a", 0): verified(marks=("hedge",))},
        not_compared=("hearing",),
    )
    words = words_of(shown, "a", 0)
    assert (words.mode, words.year) == ("Said against their own side", "2018 or earlier")
    assert words.more == "Only part of the sentence is quoted; the rest has a word such as “may” or “some”."
    assert words.check == "Word for word, checked against a fingerprint that nobody has compared with the source yet"


def test_voices_stand_by_name_and_unknown_ones_are_left_out() -> None:
    shown = view(claim("a", quotes=[quote(), quote("a clerk")]), source())
    assert shown.analysis.standings["a"].is_voiced
    assert voices_of(shown, ["hearing-a-driver", "", "hearing-a-clerk"]) == (
        Ref(title="a clerk", address="voices/hearing-a-clerk/"),
        DRIVER,
    )


@pytest.mark.parametrize(
    ("voices", "lines", "is_cited", "words"),
    [
        ("a", "x", False, "2 reasons, from 1 voice"),
        ("ab", "xy", True, "2 reasons, from 2 voices, all in our words"),
        ("ab", "x", False, "2 reasons, from 1 independent voice"),
        ("abc", "xy", True, "2 reasons, from 2 independent voices, all in our words"),
        ("a", "xy", False, "2 reasons, from 1 voice"),
    ],
)
def test_a_count_has_the_reasons_and_the_voices_that_are_independent(
    voices: str,
    lines: str,
    is_cited: bool,  # noqa: FBT001
    words: str,
) -> None:
    assert reasons_in_words(2, Backing(voices=frozenset(voices), lines=frozenset(lines), is_cited=is_cited)) == words


@pytest.mark.parametrize(
    ("pro", "con", "words"),
    [(3, 1, "3 voices for, 1 against"), (0, 2, "no voice for, 2 against"), (1, 0, "1 voice for, none against")],
)
def test_a_list_counts_the_voices_on_both_sides(pro: int, con: int, words: str) -> None:
    assert voices_in_words(pro, con) == words
