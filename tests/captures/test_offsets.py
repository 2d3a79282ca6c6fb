"""Where words stand in a text as it is, in characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.folding import fold
from claimgraph.captures.offsets import Offsets
from claimgraph.captures.words import cut, edges


def found(text: str, first: int, end: int, before: str = "", after: str = "") -> str:
    start, stop = Offsets(text).span(first, end, before=before, after=after)
    return text[start:stop]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two three four.", "two three"),
        ("\ufeffOne two three four.", "two three"),
        ("One\r\ntwo\r\nthree four.", "two\r\nthree"),
        ("One… two… three…", "two… three"),
        ("O\u00adne two th\u00adree four.", "two th\u00adree"),
        ("One two-\nfold three four.", "two-\nfold three"),
        ("One two\u2014\nthree four.", "two\u2014\nthree"),
        ("Une e\u0301t\u00e9 l\u2019e\u0301te\u0301 finie.", "e\u0301t\u00e9 l\u2019e\u0301te\u0301"),
        ("One two, “three” four", "two, “three"),
    ],
)
def test_words_are_found_in_the_text_as_it_is(text: str, words: str) -> None:
    assert found(text, 1, 3) == words


def test_marks_at_the_edges_are_within_where_they_are_asked_for() -> None:
    text = "He said: “One two.” And so on."
    assert found(text, 2, 4) == "One two"
    assert found(text, 2, 4, before='"', after='."') == "“One two.”"
    assert found(text, 2, 4, before="(", after="!") == "One two"


def test_edges_of_words() -> None:
    assert edges("“One two.”") == ('"', '."')
    assert edges("...") == ("...", "")


@given(st.text(st.sampled_from("aé\u0301b1 .,\n\r\t\u00ad…—–-’“\ufeff\u200d5%£"), max_size=40))
def test_every_word_of_any_text_is_found_where_it_stands(text: str) -> None:
    offsets, words = Offsets(text), cut(fold(text))
    for number in range(len(words.words)):
        start, stop = offsets.span(number, number + 1)
        assert cut(fold(text[start:stop])).words[:1] in {(words.words[number],), (words.variants.get(number, ""),)}
