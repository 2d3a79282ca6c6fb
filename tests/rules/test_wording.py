"""How rules put what they name into a sentence."""

from __future__ import annotations

import pytest

from claimgraph.rules.wording import in_a_circle, lines, listed, shortened


@pytest.mark.parametrize(
    ("items", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(items: list[str], expected: str) -> None:
    assert listed(items) == expected


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(3, 3)], "line 3"),
        ([(3, 5)], "lines 3-5"),
        ([(3, 3), (3, 3)], "line 3"),
        ([(3, 3), (5, 6), (9, 9)], "lines 3, 5-6 and 9"),
    ],
)
def test_lines(ranges: list[tuple[int, int]], expected: str) -> None:
    assert lines(ranges) == expected


def test_shortened() -> None:
    assert shortened("a\n  few words") == "a few words"
    assert shortened("word " * 20) == "word word word word word word word word word word word ..."


def test_in_a_circle() -> None:
    assert in_a_circle(["a", "b", "a"]) == "a -> b -> a"
    many = [f"c{number}" for number in range(1_000)]
    assert in_a_circle([*many, "c0"]) == f"{' -> '.join(many[:20])} -> ... (of 1,000 claims)"
