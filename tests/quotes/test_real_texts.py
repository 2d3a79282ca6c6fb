"""The five founding texts, where they are at hand: what is cut from them is found, what is changed is refused."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.captures.digests import WINDOW
from claimgraph.captures.files import write_capture
from claimgraph.captures.folding import fold
from claimgraph.captures.store import capture_path
from claimgraph.captures.words import cut
from claimgraph.loading.corpus import load
from claimgraph.model.verdict import Outcome
from claimgraph.quotes.prepared import PreparedSource, prepare
from claimgraph.quotes.verify import verify, verify_all
from tests.quotes import oracle
from tests.quotes.prepared import quote_of, stored

if TYPE_CHECKING:
    from claimgraph.model.corpus import Corpus

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
TEXTS = tuple(sorted(SEEDS.glob("*.txt")))
CUTS = 150

pytestmark = [
    pytest.mark.map,
    pytest.mark.skipif(not TEXTS, reason="the founding texts are under copyright and not at hand"),
]


@cache
def corpus() -> Corpus:
    return load(ROOT)


@cache
def prepared_of(path: Path, *, at_hand: bool) -> PreparedSource:
    text = path.read_text("utf-8")
    return prepare(corpus().sources[path.stem], stored(text), text if at_hand else None)


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def test_the_words_are_those_of_a_plain_look(path: Path) -> None:
    line = oracle.plain(path.read_text("utf-8"))
    assert list(cut(fold(path.read_text("utf-8"))).words) == [line[t.first : t.end] for t in oracle.tokens(line)]


def test_the_stored_capture_is_that_of_the_text(path: Path) -> None:
    assert (ROOT / capture_path(path.stem)).read_text("utf-8") == write_capture(
        capture_text(path.read_text("utf-8"), path.stem)
    )


def test_the_source_file_fits(path: Path) -> None:
    assert prepared_of(path, at_hand=False).segmentation.mismatches == ()


def test_what_is_cut_is_found(path: Path, *, at_hand: bool) -> None:
    chance = random.Random(path.stem)  # noqa: S311  the same cuts every time
    prepared, words = prepared_of(path, at_hand=at_hand), cut(fold(path.read_text("utf-8")))
    for _ in range(CUTS):
        first = chance.randrange(len(words.words) - WINDOW)
        end = min(first + chance.randint(WINDOW, 40), len(words.words))
        span = prepared.segmentation.span_at(first)
        verdict = verify(quote_of(words.between(first, end), speaker=span.speaker), prepared)
        if prepared.segmentation.is_ignored(first, end):
            assert verdict.outcome in {Outcome.IGNORED, Outcome.VERIFIED, Outcome.WRONG_SPEAKER}
        elif end > span.end:
            assert verdict.outcome is Outcome.CROSSES_BOUND
        else:
            assert verdict.outcome in {Outcome.VERIFIED, Outcome.AMBIGUOUS}
            spans = [place.words for place in verdict.places]
            assert ((first, end),) in spans or any(
                words.between(*span) == words.between(first, end) for (span,) in spans
            )


def test_one_word_replaced_is_refused(path: Path, *, at_hand: bool) -> None:
    chance = random.Random(path.stem)  # noqa: S311  the same words every time
    prepared, words = prepared_of(path, at_hand=at_hand), cut(fold(path.read_text("utf-8")))
    line = oracle.plain(path.read_text("utf-8"))
    for _ in range(CUTS):
        first = chance.randrange(len(words.words) - WINDOW)
        end = min(first + chance.randint(WINDOW, 25), len(words.words))
        replaced, other = chance.randrange(first, end), chance.choice(words.words)
        exact = words.between(first, replaced) + words.gaps[replaced] if replaced > first else ""
        exact += other + (words.gaps[replaced + 1] + words.between(replaced + 1, end) if replaced + 1 < end else "")
        if oracle.plain(exact) not in line:
            assert verify(quote_of(exact), prepared).outcome in {Outcome.NEAR, Outcome.ABSENT}


def test_every_quote_of_the_claims_is_verified(*, at_hand: bool) -> None:
    prepared_sources = {path.stem: prepared_of(path, at_hand=at_hand) for path in TEXTS}
    verdicts = verify_all(corpus(), prepared_sources)
    sources = {(id_, index): corpus().claims[id_].record.quotes[index].source for id_, index in verdicts}
    assert [
        key for key, verdict in verdicts.items() if sources[key] in prepared_sources and not verdict.is_verified
    ] == []
