"""Which claims say the same in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.rules.repeated import alike
from tests.standing.debates import corpus_of
from tests.standing.invented import chance

if TYPE_CHECKING:
    from collections.abc import Sequence


def found(*assertions: str) -> list[tuple[str, str]]:
    common = {"title": "T", "kind": "factual"}
    return alike(corpus_of({f"c{at}": {**common, "assertion": text} for at, text in enumerate(assertions)}).claims)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("In Harbour Town in 2021, buses were late.", "Buses in Harbour Town were late in 2021.", True),
        ("In 2021, the waiting times of patients were long.", "In 2021, patients had a long waiting time.", True),
        ("In Harbour Town in 2021, buses were late.", "In Harbour Town in 2021, trams were late.", False),
        ("In 2021, 50% of the buses were late.", "In 2021, 51% of the buses were late.", False),
        ("In 2021, buses were late.", "In 2021, buses were never late.", False),
        ("In 2021, more buses were late.", "In 2021, fewer buses were late.", False),
        ("In 2021, buses were late.", "In 2021,  Buses were late.", False),  # another rule's
        # Claims that share all numbers and nearly all words, and differ in what they count.
        (
            "In Harbour Town, of the trips by tram that ended in 2018-19, 29% never entered the tunnel.",
            "In Harbour Town, of the trips by tram that ended in 2018-19, 29% had one passenger.",
            False,
        ),
        (
            "In Harbour Town in 2021, older women were under-represented among users of trams.",
            "In Harbour Town in 2021, men were by and large under-represented among users of trams.",
            False,
        ),
    ],
)
def test_pairs(one: str, other: str, *, expected: bool) -> None:
    assert found(one, other, "Fares rose in 2020.", "A driver asked for a pause.") == [("c0", "c1")] * expected


def test_each_later_one_is_told_once_with_the_first() -> None:
    texts = ("In 2021, buses were late here.", "Here, buses were late in 2021.", "Buses here were late in 2021.")
    assert found(*texts, "Fares rose.") == [("c0", "c1"), ("c0", "c2")]


def sentences(count: int) -> Sequence[str]:
    lot = chance("repeated")
    vocabulary = ["".join(lot.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(150)]
    return [f"In 2021, {' '.join(lot.sample(vocabulary, 12))}." for _ in range(count)]


def test_time_grows_with_the_number_of_claims() -> None:
    """Each is compared with few: all pairs of these would take minutes."""
    assert found(*sentences(3000)) == []
