"""What the search takes for words."""

from __future__ import annotations

import pytest

from claimgraph.pages.search.words import STOP_WORDS, compounds, words

WORDS = [
    ("", []),
    ("People's waits", ["people", "waits"]),
    ("People’s waits don’t end.", ["people", "waits", "don't", "end"]),
    ("A “fudge” (in part)", ["a", "fudge", "in", "part"]),
    ("MUS coded F45.0; ME/CFS, PHQ-9.", ["mus", "coded", "f45.0", "me", "cfs", "phq", "9"]),
    ("A&E, 20–30% up, 1.6 million", ["a", "e", "20", "30", "up", "1.6", "million"]),
    ("naïve café, cafe\u0301", ["naive", "cafe", "cafe"]),
    ("co-location_of <b>things</b>", ["co", "location", "of", "b", "things", "b"]),
    ("Привет 東京", ["привет", "東京"]),
]
"""Texts with their words; the browser tests hold the script to the same."""

COMPOUNDS = [
    ("", []),
    ("Drop-out and drop out", [("drop", "out")]),
    ("Co\u2011located, PHQ\u20109", [("co", "located"), ("phq", "9")]),
    ("a pay-first-model", [("pay", "first"), ("first", "model")]),
    ("2018-19, 20–30, a -b, c- d, long_term", []),
    ("É-co", [("e", "co")]),
]
"""Texts with the pairs of words that a hyphen joins; the browser tests hold the script to the same."""


@pytest.mark.parametrize(("text", "found"), WORDS)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(("text", "found"), COMPOUNDS)
def test_compounds(text: str, found: list[tuple[str, str]]) -> None:
    assert compounds(text) == found


def test_what_turns_a_claim_round_is_looked_for() -> None:
    assert not STOP_WORDS & {"no", "not", "never", "without"}
