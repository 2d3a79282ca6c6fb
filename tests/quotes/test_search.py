"""Whole matches of hashes, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.captures.digests import WIDTH
from claimgraph.quotes.phrase import Part
from claimgraph.quotes.search import Run, occurrences, runs, stands_at, with_prefix, with_suffix
from tests.quotes.prepared import SOURCE


def found(quote: str, text: str) -> list[int]:
    return list(occurrences(Part(text=quote).key(SOURCE), capture_text(text, SOURCE)))


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("a b c d e", "a b c d e", [0]),
        ("a b c d e", "x a b c d e a b c d e", [1, 6]),
        ("a a a a a", "a a a a a a a", [0, 1, 2]),
        ("a b c d e f", "a b c d e", []),
        ("a b c d", "a b c d e", []),
        ("", "a b c d e", []),
        ("a b c d e", "", []),
        ("a b c de f g", "a b c d-\ne f g a b c de f g", [0, 6]),
        ("a b c d-e f g", "a b c de f g a b c d-\ne f g", [6]),
        ("d-e f g h i", "a b c d-\ne f g h i", [3]),
        ("a b c d d-e", "a b c d d-\ne", [0]),
        ("a b c d-e f g h i j", "a b c d-\ne f g h i j", [0]),
        ("a b c d-e f g h i x", "a b c d-\ne f g h i j", []),
    ],
)
def test_occurrences(quote: str, text: str, expected: list[int]) -> None:
    assert found(quote, text) == expected


def test_a_match_begins_with_a_digest() -> None:
    zeros = bytes(WIDTH - 1)
    capture = replace(capture_text("a b c d e f", SOURCE), windows=(b"\1" + zeros) * 2)
    assert list(occurrences(b"\1" + zeros, capture)) == [0, 1]
    assert list(occurrences(zeros + b"\1", capture)) == []


def test_digests_of_another_source_stand_nowhere() -> None:
    assert list(occurrences(Part(text="a b c d e").key("other"), capture_text("a b c d e", SOURCE))) == []


@pytest.mark.parametrize(("at", "stands"), [(0, False), (1, True), (2, False), (5, False), (99, False)])
def test_standing_at_a_word(at: int, *, stands: bool) -> None:
    assert stands_at(Part(text="b c d e f").key(SOURCE), capture_text("a b c d e f g", SOURCE), at) is stands
    assert stands_at(Part(text="b c de f g").key(SOURCE), capture_text("a b c d-\ne f g h", SOURCE), at) is stands


def test_too_few_words_stand_nowhere() -> None:
    assert not stands_at(Part(text="a b").key(SOURCE), capture_text("a b c d e", SOURCE), 0)


def test_edges_count() -> None:
    capture = capture_text('He said: "a b c d e," and left', SOURCE)
    for text, stands in (
        ("a b c d e", True),
        ('"a b c d e,', True),
        (': "a b c d e,"', True),
        ("'a b c d e", False),
        ("a b c d e.", False),
    ):
        assert runs(Part(text=text), capture) == ([Run(first=2, end=7)] if stands else []), text


PAGES = "a b c d e f\n\n\fReport page 2\n\ng h i j k"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("d e f g h", [Run(first=3, end=11, passed=(6, 9))]),
        ("b c d e f g", [Run(first=1, end=10, passed=(6, 9))]),
        ("f g h i j", [Run(first=5, end=13, passed=(6, 9))]),
        ("a b c d e f g h i j k", [Run(first=0, end=14, passed=(6, 9))]),
        ("c d e f g h i j k", [Run(first=2, end=14, passed=(6, 9))]),
        ("c d e f g h i k j", []),
        ("a b c d e f", [Run(first=0, end=6)]),
        ("g h i j k", [Run(first=9, end=14)]),
        ("e f Report page 2", [Run(first=4, end=9)]),
        ("d e f, g h", []),
        ("d e f h i", []),
        ("d e f g i", []),
        ("b c d f g h", []),
    ],
)
def test_furniture_is_passed_over(quote: str, expected: list[Run]) -> None:
    capture = capture_text(PAGES, SOURCE)
    furniture = [each for each in capture.interruptions if (each.first, each.end) == (6, 9)]
    assert runs(Part(text=quote), capture, furniture) == expected
    assert runs(Part(text=quote), capture) == [run for run in expected if run.passed is None]


def test_prefix_and_suffix() -> None:
    part = Part(text="a b")
    assert [joined.text for joined in with_prefix(" \u201cx\n", part)] == ['"xa b', '"x a b']
    assert [joined.text for joined in with_suffix(part, "\u2026 ")] == ["a b...", "a b ..."]
    assert with_prefix(" ", part) == ()
    assert with_suffix(part, "") == ()
