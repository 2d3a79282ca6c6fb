"""What a capture says of a text: where its words, lines, sentences and small words are, and nothing of the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.capture import EDGE_LIMIT, Label, capture_text, edges_of, windows_of
from claimgraph.captures.marks import Mark
from claimgraph.captures.words import checksum, cut, fold

TEXT = """\
Report on buses

Driver: Half of the buses were late, and no-one said why. It may
be the weather.
Rider:
"Never on time," they say.
"""


def test_words_and_lines() -> None:
    capture = capture_text(TEXT)
    assert (capture.words, capture.lines) == (25, 7)
    assert capture.line_starts == (0, 3, 3, 16, 19, 20, 25, 25)
    assert capture.sentences == (0, 3, 14, 19)
    assert capture.marks == (
        (11, Mark.NEGATION),
        (12, Mark.ATTRIBUTION),
        (15, Mark.HEDGE),
        (20, Mark.NEGATION),
        (24, Mark.ATTRIBUTION),
    )


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", (0, 0)),
        ("\n", (0, 0, 0)),
        ("One two", (0, 2)),
        ("One two\n", (0, 2, 2)),
        ("\n\nOne\n\ntwo three\n", (0, 0, 0, 1, 1, 3, 3)),
        ("One tw-\no three\nfour", (0, 2, 3, 4)),
        ("One\r\ntwo\r\n", (0, 1, 2, 2)),
    ],
)
def test_line_starts(text: str, starts: tuple[int, ...]) -> None:
    assert capture_text(text).line_starts == starts


@pytest.mark.parametrize(("word", "line"), [(0, 3), (1, 5), (2, 5), (3, 7)])
def test_line_of_a_word(word: int, line: int) -> None:
    assert capture_text("\n\nOne\n\ntwo three\n\nfour\n\n").line_of(word) == line


@pytest.mark.parametrize(
    ("first", "end", "sentence"),
    [(0, 1, (0, 3)), (2, 3, (0, 3)), (2, 4, (0, 5)), (3, 5, (3, 5)), (4, 7, (3, 7)), (6, 7, (5, 7)), (0, 7, (0, 7))],
)
def test_sentence_of_a_range(first: int, end: int, sentence: tuple[int, int]) -> None:
    assert capture_text("One bus came. Two left. Three stayed.").sentence(first, end) == sentence


def test_windows_are_of_five_words_with_the_gaps_inside() -> None:
    capture = capture_text('"So, half of us - all!" they said')
    windows = [capture.windows[i : i + 4] for i in range(0, len(capture.windows), 4)]
    texts = ["So, half of us - all", 'half of us - all!" they', 'of us - all!" they said']
    assert windows == [checksum(text).to_bytes(4, "big") for text in texts]


@pytest.mark.parametrize("words", range(5))
def test_fewer_than_five_words_have_no_window(words: int) -> None:
    assert capture_text("bus " * words).windows == b""


def test_a_broken_word_has_both_readings_in_every_window() -> None:
    capture = capture_text("we want self-\nhelp and by-\npass it all")
    plain = ["we want selfhelp and bypass", "want selfhelp and bypass it", "selfhelp and bypass it all"]
    assert capture.windows == b"".join(checksum(text).to_bytes(4, "big") for text in plain)
    for first, text in enumerate(plain):
        other = [
            text.replace("selfhelp", "self-help"),
            text.replace("bypass", "by-pass"),
            text.replace("selfhelp", "self-help").replace("bypass", "by-pass"),
        ]
        assert capture.alternatives[first] == frozenset(map(checksum, other))
    assert len(capture.alternatives) == len(plain)


def test_gaps_other_than_one_space_are_hashed() -> None:
    capture = capture_text('"So, half\nof us."')
    assert capture.gaps == {0: checksum('"'), 1: checksum(", "), 4: checksum('."')}
    assert capture.gap_hash(2) == checksum(" ")
    assert capture.edges == {checksum(gap): edges_of(gap) for gap in ('"', ", ", '."')}


def test_edges_of_a_gap() -> None:
    capture = capture_text('He said: "so" (it was)')
    assert capture.gap_ends_with(2, "")
    assert capture.gap_ends_with(2, '"')
    assert capture.gap_ends_with(2, ' "')
    assert capture.gap_ends_with(2, ': "')
    assert not capture.gap_ends_with(2, ":")
    assert not capture.gap_ends_with(2, "'")
    assert capture.gap_begins_with(2, ":")
    assert not capture.gap_begins_with(2, '"')
    assert capture.gap_begins_with(3, '" (')
    assert not capture.gap_begins_with(1, ",")
    assert capture.gap_begins_with(5, ")")


def test_a_long_gap_has_edges_up_to_a_limit() -> None:
    capture = capture_text("so" + "-" * 40 + " it")
    assert capture.gap_begins_with(1, "-" * EDGE_LIMIT)
    assert not capture.gap_begins_with(1, "-" * (EDGE_LIMIT + 1))
    assert capture.gap_ends_with(1, "-" * (EDGE_LIMIT - 1) + " ")


def test_marks_within_a_range() -> None:
    capture = capture_text("It may be so. I think not. If so")
    assert capture.marks == ((1, Mark.HEDGE), (5, Mark.ATTRIBUTION), (6, Mark.NEGATION), (7, Mark.CONDITION))
    assert capture.marks_within(0, 1) == ()
    assert capture.marks_within(1, 6) == ((1, Mark.HEDGE), (5, Mark.ATTRIBUTION))
    assert capture.marks_within(6, 6) == ()
    assert capture.marks_within(6, 9) == ((6, Mark.NEGATION), (7, Mark.CONDITION))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("it works un-\nlikely so", ((2, Mark.NEGATION),)),
        ("the so-\ncalled bus", ((1, Mark.ATTRIBUTION),)),
        ("they said no\u2014the bus", ((1, Mark.ATTRIBUTION), (2, Mark.NEGATION))),
        ("the bus\u2014if any\u2014came", ((1, Mark.CONDITION),)),
        ("a no-show is a no-show", ()),
        ("2013\u201314 is not 2014", ((2, Mark.NEGATION),)),
        ("so\u2014\u2014not", ((1, Mark.NEGATION),)),
        ("may\u2014not\u2014if", ((0, Mark.NEGATION),)),
    ],
)
def test_marks_beside_hyphens_and_dashes(text: str, marks: tuple[tuple[int, Mark], ...]) -> None:
    assert capture_text(text).marks == marks


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Driver: so it is", "Driver"),
        ("Driver:", "Driver"),
        ("Driver:so it is", "Driver"),
        (" \tDr  O\u2019Neil: so", "Dr O'Neil"),
        ("Driver (bus 5): so: it is", "Driver (bus 5)"),
        ("10:30 it came", "10"),
    ],
)
def test_labels(line: str, label: str) -> None:
    capture = capture_text(f"One\n{line}\ntwo")
    assert capture.labels == {2: Label(words=len(cut(label).words), hash=checksum(label))}


@pytest.mark.parametrize("line", ["so it is", ": so", "--: so", "x" * 61 + ": so", ""])
def test_no_labels(line: str) -> None:
    assert capture_text(f"One\n{line}\ntwo").labels == {}


def test_a_line_that_begins_inside_a_word_has_no_label() -> None:
    assert capture_text("One tw-\no: three").labels == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the \u201cbus\u201d \u2013 so\u2026", 'the "bus" - so...'),
        ("cafe\u0301 ser\u00advice", "caf\u00e9 service"),
        ("\ufeffthe bus\r\ncame", "the bus\ncame"),
        ("the\u00a0bus   came", "the bus came"),
    ],
)
def test_typographic_variants_have_one_capture(one: str, other: str) -> None:
    assert capture_text(one) == capture_text(other)


@given(st.text(st.sampled_from("abA 5.,-\n\u2014'!?:"), max_size=60))
def test_the_same_text_has_the_same_capture(text: str) -> None:
    capture = capture_text(text)
    assert capture == capture_text(text)
    words = cut(fold(text))
    assert capture.words == len(words.words)
    assert capture.lines == fold(text).count("\n") + 1
    assert list(capture.line_starts) == sorted(capture.line_starts)
    assert len(capture.windows) == len(windows_of(words))
    assert capture.sentences == tuple(sorted(set(capture.sentences)))


@given(st.text(st.sampled_from("ab-,.' \n5\u00e9\u20ac\U0001d7d8\u2019"), max_size=60))
def test_a_window_is_the_hash_of_its_words_with_the_gaps_inside(text: str) -> None:
    words = cut(fold(text))
    windows = [words.between(first, first + 5) for first in range(len(words.words) - 4)]
    assert windows_of(words) == b"".join(checksum(window).to_bytes(4, "big") for window in windows)
