"""Texts broken into lines by estimate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.pages.drawing.text_width import ELLIPSIS, text_width, wrapped

WIDTH = 10.0


@given(st.text(max_size=90))
def test_lines_fit_and_lose_nothing_but_room(text: str) -> None:
    lines = wrapped(text, width=WIDTH, lines=1000)
    assert all(0 <= text_width(line) <= WIDTH + 1e-9 for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split()).replace(" ", "")


@given(st.text(max_size=90), st.integers(1, 3))
def test_never_more_lines_than_allowed(text: str, lines: int) -> None:
    made = wrapped(text, width=WIDTH, lines=lines)
    assert len(made) <= lines
    assert all(text_width(line) <= WIDTH + 1e-9 for line in made)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        (" \t ", ()),
        ("Waiting-time fudge", ("Waiting-time fudge",)),
        ("A  great\nsuccess in its first report", ("A great success in", "its first report")),
        ("W" * 12, ("W" * 9, "W" * 3)),
    ],
)
def test_words_are_broken_between_lines(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, width=WIDTH, lines=3) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped("one two three four five six seven eight nine ten eleven", width=WIDTH, lines=2)
    assert lines == ("one two three four", "five six seven eig" + ELLIPSIS)


def test_chinese_is_wider_than_latin_and_a_combining_mark_has_no_width() -> None:
    assert text_width("漢字") == 2.0
    assert text_width("e\u0301") == text_width("e")
