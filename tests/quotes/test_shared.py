"""The cases that the form's script must judge as Python does: what Python says of them, and of what kinds they are."""

from __future__ import annotations

from collections import Counter

import pytest

from claimgraph.model.verdict import Outcome
from tests.quotes import shared
from tests.quotes.generated import QUOTES, TEXTS, generated

BATCHES = 12


@pytest.mark.parametrize("batch", range(BATCHES))
def test_python_says_what_the_file_has(batch: int) -> None:
    made = shared.read()
    for case in made["cases"][batch::BATCHES]:
        assert shared.judged(made["sources"], case) == case["told"], case["quote"]


def test_the_generated_cases_are_those_of_the_seed() -> None:
    made = shared.read()
    kept = [case for case in made["cases"] if case.get("is_generated")]
    quotes = [(text, quote) for text, all_ in generated() for quote in all_]
    assert [(made["sources"][case["sources"][0]], case["quote"]) for case in kept] == quotes
    assert len(kept) == TEXTS * QUOTES == 720


def test_every_outcome_is_among_the_cases() -> None:
    outcomes = Counter(case["told"][0] for case in shared.read()["cases"])
    assert set(outcomes) == {str(outcome) for outcome in Outcome}
