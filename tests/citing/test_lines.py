"""Texts on one line."""

from __future__ import annotations

import pytest

from claimgraph.citing.lines import one_line

ENDS = ("\n", "\r\n", "\t", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "  ")


@pytest.mark.parametrize("end", ENDS)
def test_nothing_that_ends_a_line_is_left(end: str) -> None:
    assert one_line(f"{end}a{end}b{end}") == "a b"


def test_other_spaces_are_characters() -> None:
    assert one_line("\xa0a\u3000b") == "\xa0a\u3000b"
