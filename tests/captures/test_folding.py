"""What may differ between two copies of one text, and what may not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.folding import fold, fold_line, folded_places

TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "ab5\u00e9\u0301\u00ad\u200b\ufb01\uff14\u00b2\u2082\u2014\u2026 \n\r\ufeff\u00ab\u300c\u3099\uff76\uff9e"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("variant", "plain"),
    [
        ("cafe\u0301", "caf\u00e9"),
        ("\u212b \u2126", "\u00c5 \u03a9"),
        ("\u2018a\u2019 \u201ab\u201b \u2039c\u203a", "'a' 'b' 'c'"),
        ("\u201ca\u201d \u201eb\u201f \u00abc\u00bb \u300cd\u300d", '"a" "b" "c" "d"'),
        ("\u2010\u2011\u2012\u2013\u2014\u2015", "------"),
        ("a\u2026", "a..."),
        ("\ufeffa", "a"),
        ("a\r\nb\rc\r\r\nd", "a\nb\nc\n\nd"),
        # characters that nobody sees
        ("ser\u00advice", "service"),
        ("cafe\u00ad\u0301", "caf\u00e9"),
        ("the\u200b bus\ufeff \u2067came\u2069 \u202dlate\u202c", "the bus came late"),
        ("\u0646\u200c\u0645 \u2764\ufe0f", "\u0646\u0645 \u2764"),
        # presentation forms
        ("\ufb01ne o\ufb03ce \ufb05", "fine office st"),
        ("\uff14\uff10\uff05 \uff21\uff22\uff0d\uff11", "40% AB-1"),
        ("\uff02a\uff02", '"a"'),
        ("\ufedf\ufe8e \ufefb", "\u0644\u0627 \u0644\u0627"),
        ("\uff76\uff9e", "\u30ac"),
        ("\ufe58 \ufe63", "- -"),
        # raised and lowered digits after a short run of letters
        ("400 m\u00b3", "400 m3"),
        ("CO\u2082 H\u2082O km\u00b2.", "CO2 H2O km2."),
    ],
)
def test_folded(variant: str, plain: str) -> None:
    assert fold(variant) == plain
    assert fold(plain) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Service SERVICE",
        "\u2212 + \u00b1 < > \u2264 = \u00d7 \u00f7",
        "\u00e9 e",
        "10\u00b2 5\u00b3 waits\u00b9 \u00b2",
        "\u00bd \u2460 \u2163",
        "` \u2016 \u2017 \u2032 \u2033",
        "0\u0660",
        "\u00a3$\u20ac%",
        "\u0430\u0435\u043e \u03bf",
        "\u2126".lower(),
    ],
)
def test_not_folded(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", text)


def test_a_line_is_folded_to_single_spaces() -> None:
    assert fold_line(" \ufeff a \n\t b\u00a0\u00a0c\u3000d ") == "a b c d"
    assert fold_line("\u201cA\u2009\u2013 b\u2026\u201d\n") == '"A - b..."'


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded.removeprefix("\ufeff")
    line = fold_line(text)
    assert fold_line(line) == line
    assert unicodedata.is_normalized("NFC", line)


@given(TEXTS)
def test_every_folded_character_stands_for_characters_of_the_text(text: str) -> None:
    places = folded_places(text)
    assert len(places) == len(fold(text))
    assert all(0 <= first < end <= len(text) for first, end in places)
    assert places == sorted(places)


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_text_of_ascii_is_folded_like_any_other(text: str) -> None:
    assert fold(text + "\u00e9") == fold(text) + "\u00e9"
