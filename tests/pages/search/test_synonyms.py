"""Words that stand for other words."""

from __future__ import annotations

from itertools import chain

import pytest

from claimgraph.model.terms import ReadersWords
from claimgraph.pages.search.synonyms import synonyms
from claimgraph.pages.search.words import words

READERS = synonyms(())


def test_each_name_of_a_term_stands_for_the_others() -> None:
    made = synonyms([("CQC", "Care Quality Commission", "CQC's own")])
    assert made["cqc"] == ["care quality commission"]
    assert made["care quality commission"] == ["cqc", "cqc own"]


@pytest.mark.parametrize(
    "names",
    [("CCG", "CCGs"), ("Recovery", "recovery rate"), ("High intensity", "high-intensity")],
    ids=["plural", "longer", "hyphen"],
)
def test_a_name_that_begins_as_another_adds_nothing(names: tuple[str, ...]) -> None:
    assert synonyms([names]) == READERS


def test_a_name_of_stop_words_stands_for_nothing() -> None:
    made = synonyms([("ME", "CFS")])
    assert "me" not in made
    assert made["cfs"] == ["me"]


def test_what_readers_say_stands_for_what_pages_say_and_not_the_other_way_round() -> None:
    assert READERS["stats"] == ["figures"]
    assert "figures" not in READERS


def test_a_map_adds_what_its_own_readers_say() -> None:
    said = ReadersWords(typed=("tardy", "Behind-hand"), pages_say=("late", "not on time"), because="Both mean late.")
    made = synonyms((), [said])
    assert made == {**READERS, "tardy": ["late", "not on time"], "behind hand": ["late", "not on time"]}


def test_all_are_words_as_the_search_knows_them() -> None:
    phrases = [*READERS, *chain.from_iterable(READERS.values())]
    assert [phrase for phrase in phrases if " ".join(words(phrase)) != phrase] == []
