"""Whole matches of hashes, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimgraph.captures.capture import capture_text
from claimgraph.quotes.phrase import Part
from claimgraph.quotes.search import occurrences, stands_at, stands_with_edges, with_prefix, with_suffix


def found(quote: str, text: str) -> list[int]:
    return list(occurrences(Part(text=quote).key, capture_text(text)))


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


def test_a_match_begins_with_a_hash() -> None:
    capture = replace(capture_text("a b c d e f"), windows=bytes([1, 0, 0, 0, 1, 0, 0, 0]))
    assert list(occurrences(bytes([1, 0, 0, 0]), capture)) == [0, 1]
    assert list(occurrences(bytes([0, 0, 0, 1]), capture)) == []


@pytest.mark.parametrize(("at", "stands"), [(0, False), (1, True), (2, False), (5, False), (99, False)])
def test_standing_at_a_word(at: int, *, stands: bool) -> None:
    assert stands_at(Part(text="b c d e f").key, capture_text("a b c d e f g"), at) is stands
    assert stands_at(Part(text="b c de f g").key, capture_text("a b c d-\ne f g h"), at) is stands


def test_too_few_words_stand_nowhere() -> None:
    assert not stands_at(Part(text="a b").key, capture_text("a b c d e"), 0)


def test_beside_the_edges() -> None:
    capture = capture_text('He said: "a b c d e," and left')
    for text, at, stands in (
        ("a b c d e", 2, True),
        ('"a b c d e,', 2, True),
        (': "a b c d e,"', 2, True),
        ("'a b c d e", 2, False),
        ("a b c d e.", 2, False),
        ("a b c d e", -1, False),
    ):
        assert stands_with_edges(Part(text=text), capture, at) is stands, text


def test_prefix_and_suffix() -> None:
    part = Part(text="a b")
    assert [joined.text for joined in with_prefix(" \u201cx\n", part)] == ['"xa b', '"x a b']
    assert [joined.text for joined in with_suffix(part, "\u2026 ")] == ["a b...", "a b ..."]
    assert with_prefix(" ", part) == ()
    assert with_suffix(part, "") == ()
