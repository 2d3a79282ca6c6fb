"""Where words stand, and what is near to words that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.drafting.near_matches import near_matches
from claimgraph.drafting.occurrences import all_occurrences
from claimgraph.model.verdict import Outcome
from claimgraph.site.checking import examine
from tests.rules.laying import lay_corpus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimgraph.drafting.occurrences import Occurrence
    from claimgraph.quotes.ground import Ground

HEARING = "bus-hearing-2021"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lay_corpus(tmp_path)
    return tmp_path


@pytest.fixture
def bare(root: Path) -> Mapping[str, Ground]:
    """Return what quotes are checked against where only captures are at hand."""
    return examine(root).grounds


@pytest.fixture
def with_texts(root: Path) -> tuple[Mapping[str, Ground], Mapping[str, str]]:
    """Return it with the texts."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (root / "texts").glob("*.txt")}
    return examine(root, texts=root / "texts").grounds, texts


def places(found: tuple[Occurrence, ...]) -> list[tuple[str, int, str]]:
    return [(one.ground.source.id, one.place.first_line, one.place.speaker) for one in found]


def test_one_place(bare: Mapping[str, Ground]) -> None:
    (found,) = all_occurrences("We met our target for buses", bare, {})
    assert (found.exact, found.place.speaker, found.prefix, found.others) == (
        "We met our target for buses",
        "The council",
        "",
        (),
    )


def test_places_of_one_speaker_with_the_same_sentence_are_one(bare: Mapping[str, Ground]) -> None:
    assert places(all_occurrences("I would rather walk than pay two pounds", bare, {})) == [
        ("harbour-news-2021", 11, "Reader one")
    ]


def test_several_places_are_told_apart_only_by_the_text(
    bare: Mapping[str, Ground], with_texts: tuple[Mapping[str, Ground], Mapping[str, str]]
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
    grounds = examine(root).grounds
    words = "We met our target for buses on time in every month"
    assert all_occurrences(words, grounds, {}) == ()
    (found,) = near_matches(words, grounds.values())
    assert (found.verdict.outcome, found.place) == (Outcome.DOUBTFUL_SPEAKER, None)


def test_a_place_of_nobody_is_not_proposed_among_several(root: Path) -> None:
    file = root / "sources/bus-hearing-2021.yml"
    file.write_text(file.read_text("utf-8").replace("  A passenger:\n", ""), "utf-8")
    found = all_occurrences("Half of the buses were late that winter", examine(root).grounds, {})
    assert places(found) == [(HEARING, 5, "A driver")]
    assert [other.first_line for other in found[0].others] == [7]


def test_words_that_stand_nowhere(bare: Mapping[str, Ground]) -> None:
    assert all_occurrences("no such words stand anywhere here", bare, {}) == ()


def test_words_with_brackets_stay_as_they_are_written(
    with_texts: tuple[Mapping[str, Ground], Mapping[str, str]],
) -> None:
    words = "We met our target [the council] for buses on time"
    (found,) = all_occurrences(words, *with_texts)
    assert found.exact == words


def test_near_comes_with_its_place_only_by_the_text(
    bare: Mapping[str, Ground], with_texts: tuple[Mapping[str, Ground], Mapping[str, str]]
) -> None:
    words = "We met our target for trams on time in every month"
    (without,) = near_matches(words, bare.values())
    assert (without.verdict.outcome, without.verdict.words, without.place) == (Outcome.NEAR, ("trams",), None)
    (found,) = near_matches(words, with_texts[0].values())
    assert found.place is not None
    assert (found.place.first_line, found.place.speaker) == (9, "The council")
    assert found.verdict.passage == "We met our target for buses on time in every month"


def test_nothing_near(with_texts: tuple[Mapping[str, Ground], Mapping[str, str]]) -> None:
    assert near_matches("zyx wvu tsr qpo nml kji", with_texts[0].values()) == ()


def test_what_stands_there_at_a_wrong_place_is_nearest(bare: Mapping[str, Ground]) -> None:
    (first, *_) = near_matches("Harbour News - subscribe today to read every article", bare.values())
    assert (first.ground.source.id, first.verdict.outcome, first.likeness) == (
        "harbour-news-2021",
        Outcome.IGNORED,
        1,
    )
