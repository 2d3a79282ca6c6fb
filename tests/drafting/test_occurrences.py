"""Where words stand, and what is near to words that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.checking.whole import examine
from claimgraph.drafting.near_matches import near_matches
from claimgraph.drafting.occurrences import all_occurrences
from claimgraph.model.verdict import Outcome
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimgraph.drafting.occurrences import Occurrence
    from claimgraph.quotes.prepared import PreparedSource

HEARING = "bus-hearing-2021"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_corpus(tmp_path)
    return tmp_path


@pytest.fixture
def bare(root: Path) -> Mapping[str, PreparedSource]:
    """Return what quotes are checked against where only captures are at hand."""
    return examine(root).prepared_sources


@pytest.fixture
def with_texts(root: Path) -> tuple[Mapping[str, PreparedSource], Mapping[str, str]]:
    """Return it with the texts."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (root / "texts").glob("*.txt")}
    return examine(root, texts=root / "texts").prepared_sources, texts


def places(found: tuple[Occurrence, ...]) -> list[tuple[str, int, str]]:
    return [(one.prepared.entry.id, one.place.first_line, one.place.speaker) for one in found]


def test_one_place(bare: Mapping[str, PreparedSource]) -> None:
    (found,) = all_occurrences("We met our target for buses", bare, {})
    assert (found.exact, found.place.speaker, found.prefix, found.others) == (
        "We met our target for buses",
        "The council",
        "",
        (),
    )


def test_places_of_one_speaker_with_the_same_sentence_are_one(bare: Mapping[str, PreparedSource]) -> None:
    assert places(all_occurrences("I would rather walk than pay two pounds", bare, {})) == [
        ("harbour-news-2021", 11, "Reader one")
    ]


def test_several_places_are_told_apart_only_by_the_text(
    bare: Mapping[str, PreparedSource], with_texts: tuple[Mapping[str, PreparedSource], Mapping[str, str]]
) -> None:
    words = "Half of the buses were late that winter"
    without = all_occurrences(words, bare, {})
    told_apart = all_occurrences(words, *with_texts)
    expected = [(HEARING, 5, "A driver"), (HEARING, 7, "A passenger")]
    assert places(without) == places(told_apart) == expected
    assert [(one.prefix, one.suffix) for one in without] == [("", ""), ("", "")]
    assert [(one.prefix, one.suffix) for one in told_apart] == [("driver:", ""), ("blame.", "")]
    assert [[other.first_line for other in one.others] for one in told_apart] == [[7], [5]]


def test_words_of_which_one_cannot_tell_whose_they_are(root: Path) -> None:
    file = root / "sources/bus-hearing-2021.yml"
    file.write_text(file.read_text("utf-8").replace("  The council:\n", "  The town:\n"), "utf-8")
    prepared_sources = examine(root).prepared_sources
    words = "We met our target for buses on time in every month"
    assert all_occurrences(words, prepared_sources, {}) == ()
    (found,) = near_matches(words, prepared_sources.values())
    assert (found.verdict.outcome, found.place) == (Outcome.DOUBTFUL_SPEAKER, None)


def test_a_place_of_nobody_is_not_proposed_among_several(root: Path) -> None:
    file = root / "sources/bus-hearing-2021.yml"
    file.write_text(file.read_text("utf-8").replace("  A passenger:\n", ""), "utf-8")
    found = all_occurrences("Half of the buses were late that winter", examine(root).prepared_sources, {})
    assert places(found) == [(HEARING, 5, "A driver")]
    assert [other.first_line for other in found[0].others] == [7]


def test_words_that_stand_nowhere(bare: Mapping[str, PreparedSource]) -> None:
    assert all_occurrences("no such words stand anywhere here", bare, {}) == ()


def test_words_with_brackets_stay_as_they_are_written(
    with_texts: tuple[Mapping[str, PreparedSource], Mapping[str, str]],
) -> None:
    words = "We met our target [the council] for buses on time"
    (found,) = all_occurrences(words, *with_texts)
    assert found.exact == words


def test_near_comes_with_its_place_only_by_the_text(
    bare: Mapping[str, PreparedSource], with_texts: tuple[Mapping[str, PreparedSource], Mapping[str, str]]
) -> None:
    words = "We met our target for trams on time in every month"
    (without,) = near_matches(words, bare.values())
    assert (without.verdict.outcome, without.verdict.words, without.place) == (Outcome.NEAR, ("trams",), None)
    (found,) = near_matches(words, with_texts[0].values())
    assert found.place is not None
    assert (found.place.first_line, found.place.speaker) == (9, "The council")
    assert found.verdict.passage == "We met our target for buses on time in every month"


def test_nothing_near(with_texts: tuple[Mapping[str, PreparedSource], Mapping[str, str]]) -> None:
    assert near_matches("zyx wvu tsr qpo nml kji", with_texts[0].values()) == ()


def test_what_stands_there_at_a_wrong_place_is_nearest(bare: Mapping[str, PreparedSource]) -> None:
    (first, *_) = near_matches("Harbour News - subscribe today to read every article", bare.values())
    assert (first.prepared.entry.id, first.verdict.outcome, first.likeness) == (
        "harbour-news-2021",
        Outcome.IGNORED,
        1,
    )
