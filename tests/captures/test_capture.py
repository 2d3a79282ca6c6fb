"""What a capture says of a text: where its words, lines, sentences and small words are, and nothing of the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.captures.capture import LabelDigest, capture_text
from claimgraph.captures.digests import WIDTH, Digester
from claimgraph.captures.folding import fold
from claimgraph.captures.marks import Mark
from claimgraph.captures.words import cut

DIGESTER = Digester("report")
TEXT = """\
Report on buses

Driver: Half of the buses were late, and no-one said why. It may
be the weather.
Rider:
"Never on time," they say.
"""


def test_words_and_lines() -> None:
    capture = capture_text(TEXT, "report")
    assert (capture.words, capture.lines) == (25, 7)
    assert capture.line_starts == (0, 3, 3, 16, 19, 20, 25, 25)
    assert capture.sentences == (0, 3, 14, 19)
    assert capture.marks == (
        (4, Mark.NUMBER),
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
    assert capture_text(text, "report").line_starts == starts


@pytest.mark.parametrize(("word", "line"), [(0, 3), (1, 5), (2, 5), (3, 7)])
def test_line_of_a_word(word: int, line: int) -> None:
    assert capture_text("\n\nOne\n\ntwo three\n\nfour\n\n", "report").line_of(word) == line


@pytest.mark.parametrize(
    ("first", "end", "sentence"),
    [(0, 1, (0, 3)), (2, 3, (0, 3)), (2, 4, (0, 5)), (3, 5, (3, 5)), (4, 7, (3, 7)), (6, 7, (5, 7)), (0, 7, (0, 7))],
)
def test_sentence_of_a_range(first: int, end: int, sentence: tuple[int, int]) -> None:
    assert capture_text("One bus came. Two left. Three stayed.", "report").sentence(first, end) == sentence


def test_windows_are_of_five_words_with_the_gaps_inside() -> None:
    capture = capture_text('"So, half of us - all!" they said', "report")
    windows = [capture.windows[i : i + WIDTH] for i in range(0, len(capture.windows), WIDTH)]
    texts = ["So, half of us - all", 'half of us - all!" they', 'of us - all!" they said']
    assert windows == [DIGESTER.of(text) for text in texts]


@pytest.mark.parametrize("words", range(5))
def test_fewer_than_five_words_have_no_window(words: int) -> None:
    assert capture_text("bus " * words, "report").windows == b""


def test_a_broken_word_has_both_readings_in_every_window() -> None:
    capture = capture_text("we want self-\nhelp and by-\npass it all", "report")
    plain = ["we want selfhelp and bypass", "want selfhelp and bypass it", "selfhelp and bypass it all"]
    assert capture.windows == b"".join(map(DIGESTER.of, plain))
    for first, text in enumerate(plain):
        other = [
            text.replace("selfhelp", "self-help"),
            text.replace("bypass", "by-pass"),
            text.replace("selfhelp", "self-help").replace("bypass", "by-pass"),
        ]
        assert capture.others[first] == frozenset(map(DIGESTER.of, other))
    assert len(capture.others) == len(plain)


def test_a_window_with_the_number_of_a_note_has_both_readings() -> None:
    capture = capture_text("the old [12] bus came closed\u00b2", "report")
    assert capture.windows == DIGESTER.of("the old [12] bus came closed\u00b2")
    other = ["the old [12] bus came closed", "the old bus came closed\u00b2", "the old bus came closed"]
    assert capture.others == {0: frozenset(map(DIGESTER.of, other))}


def test_gaps_other_than_one_space_are_stored_as_they_are() -> None:
    capture = capture_text('"So, half\nof [1] us."', "report")
    assert capture.gaps == {0: '"', 1: ", ", 3: " [1] ", 4: '."'}
    assert capture.gap_variants == {3: " "}
    assert [capture.gap(index) for index in range(5)] == ['"', ", ", " ", " [1] ", '."']


def test_edges_of_a_gap() -> None:
    capture = capture_text('He said: "so" (it [2] was[3].)', "report")
    assert [capture.gap_ends_with(2, text) for text in ("", '"', ' "', ': "', ":", "'")] == [True] * 4 + [False] * 2
    assert [capture.gap_begins_with(2, text) for text in ("", ":", '"')] == [True, True, False]
    assert capture.gap_begins_with(3, '" (')
    assert not capture.gap_begins_with(1, ",")
    assert [capture.gap_begins_with(5, text) for text in ("[3].)", ".)", ")")] == [True, True, False]


def test_marks_within_a_range() -> None:
    capture = capture_text("It may be so. I think not. If so", "report")
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
        ("2013\u201314 is not 2014", ((0, Mark.NUMBER), (2, Mark.NEGATION), (3, Mark.NUMBER))),
        ("so\u2014\u2014not", ((1, Mark.NEGATION),)),
        ("may\u2014not\u2014if", ((0, Mark.NEGATION),)),
    ],
)
def test_marks_beside_hyphens_and_dashes(text: str, marks: tuple[tuple[int, Mark], ...]) -> None:
    assert capture_text(text, "report").marks == marks


@pytest.mark.parametrize(
    ("line", "label", "speaker"),
    [
        ("Driver: so it is", "Driver", "Driver"),
        ("Driver:", "Driver", "Driver"),
        ("Driver:so it is", "Driver", ""),
        (" \tDr  O\u2019Neil: so", "Dr O'Neil", "Dr O'Neil"),
        ("Driver (bus 5): so: it is", "Driver (bus 5)", "Driver"),
    ],
)
def test_labels(line: str, label: str, speaker: str) -> None:
    capture = capture_text(f"One\n{line}\ntwo", "report")
    name = DIGESTER.of(speaker.casefold()) if speaker else None
    assert capture.labels == {2: LabelDigest(words=len(cut(label).words), whole=DIGESTER.of(label), name=name)}


@pytest.mark.parametrize("line", ["so it is", ": so", "--: so", "10:30 it came", "x" * 61 + ": so", ""])
def test_no_labels(line: str) -> None:
    assert capture_text(f"One\n{line}\ntwo", "report").labels == {}


def test_a_line_that_begins_inside_a_word_has_no_label() -> None:
    assert capture_text("One tw-\no: three", "report").labels == {}


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
    assert capture_text(one, "report") == capture_text(other, "report")


@given(st.text(st.sampled_from("abA 5.,-\n\u2014'!?:"), max_size=60))
def test_the_same_text_has_the_same_capture(text: str) -> None:
    capture = capture_text(text, "report")
    assert capture == capture_text(text, "report")
    words = cut(fold(text))
    assert capture.words == len(words.words)
    assert capture.lines == fold(text).count("\n") + 1
    assert list(capture.line_starts) == sorted(capture.line_starts)
    assert len(capture.windows) == max(len(words.words) - 4, 0) * WIDTH
    assert capture.sentences == tuple(sorted(set(capture.sentences)))


def test_another_source_has_other_digests() -> None:
    one, other = (capture_text("half of the buses were late", source) for source in ("report", "reports"))
    assert len(one.windows) == len(other.windows) == 2 * WIDTH
    assert not {one.windows[:WIDTH], one.windows[WIDTH:]} & {other.windows[:WIDTH], other.windows[WIDTH:]}
    assert one.text != other.text


def test_what_stands_between_pages_can_be_passed_over() -> None:
    capture = capture_text("a b c\n\n\fReport page 2\n\nd e f g h", "report")
    assert [(each.first, each.end, each.begin) for each in capture.interruptions] == [(3, 6, 0)]
    (only,) = capture.interruptions
    assert only.windows == b"".join(map(DIGESTER.of, ("a b c d e", "b c d e f", "c d e f g")))
