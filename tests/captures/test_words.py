"""What is a word, what is a gap, and what may differ between two copies of one text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.folding import fold, fold_line
from claimgraph.captures.words import Words, checksum, cut

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab\u00e95 .,'-\u2013\u2014\u2019\u201d\u00ad\u2026\n\r%+\u2212\u00a3$<\u00b7\u0301\u00a0:"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


def words_and_gaps(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = cut(fold(text))
    return words.words, words.gaps


@pytest.mark.parametrize(
    ("text", "words", "gaps"),
    [
        ("", (), ("",)),
        (" \n ", (), (" ",)),
        ("...", (), ("...",)),
        ("Half of us", ("Half", "of", "us"), ("", " ", " ", "")),
        ('"Half, of us."', ("Half", "of", "us"), ('"', ", ", " ", '."')),
        ("a  b\tc\u00a0d\u2009e\nf", ("a", "b", "c", "d", "e", "f"), ("", *[" "] * 5, "")),
        # inner marks, one at a time
        ("don't", ("don't",), ("", "")),
        ("well-being", ("well-being",), ("", "")),
        ("1,000.5", ("1,000.5",), ("", "")),
        ("e.g. this", ("e.g", "this"), ("", ". ", "")),
        ("patients' needs", ("patients", "needs"), ("", "' ", "")),
        ("long- and", ("long", "and"), ("", "- ", "")),
        ("a--b", ("a", "b"), ("", "--", "")),
        ("a.,b", ("a", "b"), ("", ".,", "")),
        ("12\u00b75%", ("12\u00b75%",), ("", "")),
        # what lies between
        ("and/or", ("and", "or"), ("", "/", "")),
        ("A&E", ("A", "E"), ("", "&", "")),
        ("2013/14", ("2013", "14"), ("", "/", "")),
        ("x < y", ("x", "y"), ("", " < ", "")),
        ("(a) [b]", ("a", "b"), ("(", ") [", "]")),
        # signs, currency, percent
        ("-5 +5 \u22125 \u00b15", ("-5", "+5", "\u22125", "\u00b15"), ("", " ", " ", " ", "")),
        ("- 5", ("5",), ("- ", "")),
        ("\u00a35m $5 5\u20ac -\u00a35", ("\u00a35m", "$5", "5\u20ac", "-\u00a35"), ("", " ", " ", " ", "")),
        ("US$5 A$5", ("US$5", "A$5"), ("", " ", "")),
        ("5% 5\u2030 5\u00b0 10\u00b0C", ("5%", "5\u2030", "5\u00b0", "10\u00b0C"), ("", " ", " ", " ", "")),
        ("5 %", ("5",), ("", " %")),
        ("65+ LGBT+, x", ("65+", "LGBT+", "x"), ("", " ", ", ", "")),
        ("<5 p<0.05 n=85", ("<5", "p<0.05", "n=85"), ("", " ", " ", "")),
        ("\u00a35-\u00a310 5%-10%", ("\u00a35-\u00a310", "5%-10%"), ("", " ", "")),
        (".5 -.5 (.5)", (".5", "-.5", ".5"), ("", " ", " (", ")")),
        ("...5 \u20265", ("5", "5"), ("...", " ...", "")),
        # marks and other scripts
        ("cafe\u0301", ("caf\u00e9",), ("", "")),
        ("x\u0302 x", ("x\u0302", "x"), ("", " ", "")),
        ("\u00bd \u216b", ("\u00bd", "\u216b"), ("", " ", "")),
        # scripts without spaces, by Unicode's word breaking
        ("\u6f22\u5b57", ("\u6f22", "\u5b57"), ("", "", "")),
        ("\u6c34\uff0c\u6cf5\u3002", ("\u6c34", "\u6cf5"), ("", ",", "\u3002")),
        ("\u30ab\u30bf\u3068 PHQ\u306f5", ("\u30ab\u30bf", "\u3068", "PHQ", "\u306f", "5"), ("", "", " ", "", "", "")),
        (
            "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
            ("\u0e2a", "\u0e27\u0e31", "\u0e2a", "\u0e14\u0e35"),
            ("", "", "", "", ""),
        ),
        # the numbers of notes
        ("old [12] and [3, 4].", ("old", "and"), ("", " [12] ", " [3, 4].")),
        ("old[1][2] it", ("old", "it"), ("", "[1][2] ", "")),
        ("late.\u00b2 It", ("late", "It"), ("", ".\u00b2 ", "")),
        ("in [2013] x", ("in", "2013", "x"), ("", " [", "] ", "")),
        ("in [0] x", ("in", "0", "x"), ("", " [", "] ", "")),
        ("5% [3] x", ("5%", "3", "x"), ("", " [", "] ", "")),
        ("[3] x", ("3", "x"), ("[", "] ", "")),
        ("closed\u00b2 in", ("closed\u00b2", "in"), ("", " ", "")),
    ],
)
def test_cutting(text: str, words: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    assert words_and_gaps(text) == (words, gaps)


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011", "\u00ad"])
@pytest.mark.parametrize("end", ["\n", " \n", "\t\n  ", "\r\n"])
def test_a_hyphen_at_a_line_end_is_read_both_ways(hyphen: str, end: str) -> None:
    words = cut(fold(f"for self{hyphen}{end}help now"))
    assert words.words == ("for", "selfhelp", "now")
    assert words.gaps == ("", " ", " ", "")
    assert words.variants == {1: "self-help"}
    assert words.is_spelt("for selfhelp now", 0, 3)
    assert words.is_spelt("self-help now", 1, 3)
    assert not words.is_spelt("self- help now", 1, 3)


def test_two_words_that_line_ends_break_are_read_each_in_its_own_way() -> None:
    words = cut("self-\nhelp and by-\npass")
    assert words.variants == {0: "self-help", 2: "by-pass"}
    assert words.is_spelt("self-help and bypass", 0, 3)
    assert words.is_spelt("selfhelp and by-pass", 0, 3)


@pytest.mark.parametrize(
    ("text", "words", "gaps"),
    [
        ("COVID-\n19", ("COVID", "19"), ("", "- ", "")),
        ("Smith-\nJones", ("Smith", "Jones"), ("", "- ", "")),
        ("self-\n\nhelp", ("self", "help"), ("", "- ", "")),
        ("waits -\nfor", ("waits", "for"), ("", " - ", "")),
        ("waits\u2014\nfor", ("waits", "for"), ("", "- ", "")),
        ("waits\u2013 \nfor", ("waits", "for"), ("", "- ", "")),
    ],
)
def test_what_is_no_broken_word(text: str, words: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    assert words_and_gaps(text) == (words, gaps)
    assert cut(fold(text)).variants == {}


def test_between() -> None:
    words = cut(fold("So: \u201cHalf \u2014 or more \u2014 of us.\u201d"))
    assert words.between(1, 3) == "Half - or"
    assert words.between(0, 1) == "So"
    assert words.between(0, 6) == 'So: "Half - or more - of us'


@pytest.mark.parametrize(
    ("written", "first", "end"),
    [
        ("Half of", 0, 3),
        ("Half of us all", 0, 3),
        ("Half  of us", 0, 3),
        ("half of us", 0, 3),
        ("Half, of us", 0, 3),
        ("of us", 0, 2),
        ("of us x", 1, 4),
        ("", 0, 1),
    ],
)
def test_not_spelt_so(written: str, first: int, end: int) -> None:
    assert not cut("Half of us").is_spelt(written, first, end)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("the old [12] bus came late", ["the old [12] bus came late", "the old bus came late"]),
        ("the bus closed\u00b2 very late", ["the bus closed\u00b2 very late", "the bus closed very late"]),
        (
            "it [1] is so\u2020 now",
            ["it [1] is so\u2020 now", "it [1] is so now", "it is so\u2020 now", "it is so now"],
        ),
    ],
)
def test_the_number_of_a_note_may_be_left_out(text: str, readings: list[str]) -> None:
    words = cut(fold(text))
    assert list(words.readings(0, len(words.words))) == readings
    assert all(words.is_spelt(reading, 0, len(words.words)) for reading in readings)


def test_a_dagger_ends_a_text() -> None:
    assert cut("it is so\u2020").gap_variants == {3: ""}


@pytest.mark.parametrize(
    "text", ["10\u00b3 of it", "m\u00b3 of it", "an a\u00b2 x", "so \u2020 it", "f*** it", "[sic] it"]
)
def test_what_numbers_no_note(text: str) -> None:
    words = cut(fold(text))
    assert (words.variants, words.gap_variants) == ({}, {})


def test_checksum_is_crc_32() -> None:
    assert checksum("") == 0
    assert checksum("123456789") == 0xCBF43926
    assert checksum("caf\u00e9") == 0x98AD42B5


@given(TEXTS)
def test_words_and_gaps_make_the_text(text: str) -> None:
    folded = fold(text)
    words = cut(folded)
    assert len(words.gaps) == len(words.words) + 1
    rebuilt = words.gaps[0]
    for index, gap in enumerate(words.gaps[1:]):
        variant = words.variants.get(index, "")
        rebuilt += (variant if "-" in variant else words.words[index]) + gap
    as_line = fold_line(folded)
    assert fold_line(rebuilt).replace(" ", "") == as_line.replace(" ", "")


@given(TEXTS)
def test_every_range_is_spelt_as_it_stands(text: str) -> None:
    words: Words = cut(fold(text))
    for first in range(len(words.words)):
        assert words.is_spelt(words.between(first, len(words.words)), first, len(words.words))
