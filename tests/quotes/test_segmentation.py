"""Who speaks where: segments, speaker turns, reposts, repetitions, ignored parts, and how they fit the capture."""

from __future__ import annotations

import pytest

from claimgraph.model.verdict import Outcome
from claimgraph.quotes.labelling import Labelling, Mislabelled, UnlistedLabel
from claimgraph.quotes.passages import Mismatch
from claimgraph.quotes.segmentation import segmentation_of, speaker_names
from claimgraph.quotes.speaker_spans import AUTHOR, SpeakerSpan
from claimgraph.quotes.verify import verify
from tests.quotes.prepared import prepared_of, quote_of, source_of, stored

TEXT = """\
One two three four five six
Seven eight nine ten eleven twelve
Now one more two more three more
And so on they all went home
"""
SPEAKERS = {"Driver": {"aliases": ["Mr D", "The O'Driver"]}, "Rider": {}}


def spans(text: str = TEXT, **fields: object) -> list[tuple[int, int, str]]:
    segmentation = segmentation_of(source_of(**fields).record, stored(text))
    assert segmentation.mismatches == ()
    return [(span.first, span.end, span.speaker) for span in segmentation.spans]


def mismatches(text: str = TEXT, **fields: object) -> tuple[Mismatch, ...]:
    return segmentation_of(source_of(**fields).record, stored(text)).mismatches


def test_without_segments_all_is_the_authors() -> None:
    assert spans() == [(0, 26, AUTHOR)]
    assert spans("") == [(0, 0, AUTHOR)]


def test_lines() -> None:
    segments = [{"lines": "1", "speaker": "Driver"}, {"lines": "3-4", "speaker": "Rider"}]
    assert spans(speakers=SPEAKERS, segments=segments) == [(0, 6, "Driver"), (6, 12, AUTHOR), (12, 26, "Rider")]


@pytest.mark.parametrize(
    ("name", "speaker"), [("The O\u2019Driver", "Driver"), (" Mr  D ", "Driver"), ("Nobody", "Nobody"), ("", AUTHOR)]
)
def test_a_segment_names_its_speaker_by_any_name(name: str, speaker: str) -> None:
    assert spans(speakers=SPEAKERS, segments=[{"lines": "1", "speaker": name}]) == [
        (0, 6, speaker),
        (6, 26, AUTHOR),
    ]


def test_neighbours_of_one_speaker_stay_two() -> None:
    segments = [{"lines": "1", "speaker": "Driver"}, {"lines": "2", "speaker": "Driver"}]
    assert spans(speakers=SPEAKERS, segments=segments) == [(0, 6, "Driver"), (6, 12, "Driver"), (12, 26, AUTHOR)]


def test_all_that_a_segment_says() -> None:
    segments = [
        {"lines": "1-2", "speaker": "Rider", "reposts": "Mr D", "repeats": 3},
        {"lines": "3", "speaker": "Rider"},
    ]
    segmentation = segmentation_of(source_of(speakers=SPEAKERS, segments=segments).record, stored(TEXT))
    assert segmentation.spans == (
        SpeakerSpan(first=0, end=12, speaker="Driver", posted_by="Rider", repeats=(3, 4)),
        SpeakerSpan(first=12, end=19, speaker="Rider"),
        SpeakerSpan(first=19, end=26, speaker=AUTHOR),
    )


def test_the_innermost_wins_and_cuts_the_outer_in_two() -> None:
    segments = [
        {"lines": "2", "speaker": "Rider"},
        {"lines": "1-4", "speaker": "Driver"},
        {"lines": "3", "from": "more two more three more", "speaker": "Rider"},
    ]
    assert spans(speakers=SPEAKERS, segments=segments) == [
        (0, 6, "Driver"),
        (6, 12, "Rider"),
        (12, 14, "Driver"),
        (14, 19, "Rider"),
        (19, 26, "Driver"),
    ]


@pytest.mark.parametrize(
    ("segment", "first", "end"),
    [
        ({"lines": "2", "from": "eight nine ten eleven twelve"}, 7, 12),
        ({"lines": "2", "to": "Seven eight nine ten eleven"}, 6, 11),
        ({"lines": "2", "from": "Seven eight nine ten eleven", "to": "eight nine ten eleven twelve"}, 6, 12),
        ({"lines": "1-2", "from": "four five six Seven eight"}, 3, 12),
        ({"lines": "1-2", "to": "five six Seven eight nine"}, 0, 9),
        ({"lines": "1-2", "from": "two three four five six", "to": "Seven eight nine ten eleven"}, 1, 11),
        ({"lines": "1-2", "from": "two three four five six Seven", "to": "eight nine ten eleven twelve"}, 1, 12),
        ({"lines": "2", "from": "  eight\tnine\n ten eleven twelve "}, 7, 12),
    ],
)
def test_from_and_to(segment: dict[str, str], first: int, end: int) -> None:
    segmentation = prepared_of(TEXT, speakers=SPEAKERS, segments=[{**segment, "speaker": "Driver"}]).segmentation
    assert segmentation.mismatches == ()
    assert [(s.first, s.end) for s in segmentation.spans if s.speaker == "Driver"] == [(first, end)]


TWICE = "a b c d e f a b c d e g\nh i j k l m n\n"


@pytest.mark.parametrize("kind", ["segments", "ignore"])
@pytest.mark.parametrize(
    ("passage", "key", "message"),
    [
        ({"lines": "5"}, "lines", "lines 5 are not all there: the captured text has 3 lines"),
        ({"lines": "2-5"}, "lines", "lines 2-5 are not all there: the captured text has 3 lines"),
        ({"lines": "2", "from": "h i j k"}, "from", "its first words are fewer than 5, too few to be found in line 2"),
        ({"lines": "2", "from": "..."}, "from", "its first words are fewer than 5, too few to be found in line 2"),
        ({"lines": "2", "from": "h i j k x"}, "from", "its first words do not stand in line 2"),
        ({"lines": "2", "from": "H i j k l"}, "from", "its first words do not stand in line 2"),
        ({"lines": "1-2", "from": "h i j k l"}, "from", "its first words do not stand in line 1"),
        ({"lines": "1", "from": "d e g h i"}, "from", "its first words do not stand in line 1"),
        ({"lines": "1", "from": "a b c d e"}, "from", "its first words stand 2 times in line 1"),
        ({"lines": "2", "to": "h i j k"}, "to", "its last words are fewer than 5, too few to be found in line 2"),
        ({"lines": "2", "to": "x i j k l"}, "to", "its last words do not stand in line 2"),
        ({"lines": "1-2", "to": "a b c d e"}, "to", "its last words do not stand in line 2"),
        ({"lines": "1", "to": "a b c d e"}, "to", "its last words stand 2 times in line 1"),
        ({"lines": "1", "from": "a b c d e g", "to": "d e f a b"}, "to", "its last words do not stand in line 1"),
    ],
)
def test_passages_that_do_not_fit(kind: str, passage: dict[str, str], key: str, message: str) -> None:
    assert mismatches(TWICE, **{kind: [{"lines": "3"}, passage]}) == (Mismatch(steps=(kind, 1, key), message=message),)
    segmentation = segmentation_of(source_of(**{kind: [passage]}).record, stored(TWICE))
    assert segmentation.spans == (SpeakerSpan(first=0, end=19, speaker=AUTHOR),)
    assert segmentation.ignored == ()


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("1-2", "2-3", "lines 2-3 overlap lines 1-2, and neither lies within the other"),
        ("1", "1", "lines 1 are the same words as lines 1"),
        ("1-2", "1-2", "lines 1-2 are the same words as lines 1-2"),
    ],
)
def test_segments_of_which_none_is_the_innermost(one: str, other: str, message: str) -> None:
    segments = [{"lines": "4"}, {"lines": one}, {"lines": other, "speaker": "Driver"}]
    expected = (Mismatch(steps=("segments", 2, "lines"), message=message),)
    assert mismatches(segments=segments, speakers=SPEAKERS) == expected


def test_parts_of_lines_that_overlap() -> None:
    segments = [
        {"lines": "1-3", "from": "two three four five six", "to": "Now one more two more"},
        {"lines": "3-4", "from": "more two more three more"},
    ]
    message = "lines 3-4 overlap lines 1-3, and neither lies within the other"
    assert mismatches(segments=segments) == (Mismatch(steps=("segments", 1, "lines"), message=message),)
    assert mismatches(segments=[segments[0], {"lines": "3-4", "from": "three more And so on"}]) == ()


@pytest.mark.parametrize(("one", "other"), [("1-2", "3-4"), ("1-4", "2-3"), ("1-4", "1-2"), ("1-4", "3-4"), ("5", "5")])
def test_segments_that_do_not_clash(one: str, other: str) -> None:
    assert mismatches(segments=[{"lines": one}, {"lines": other}]) == ()
    assert mismatches(segments=[{"lines": other}, {"lines": one}]) == ()


def test_an_original_beyond_the_text_does_not_fit() -> None:
    message = "repeats line 9, but the captured text has 5 lines"
    expected = (Mismatch(steps=("segments", 0, "repeats"), message=message),)
    assert mismatches(segments=[{"lines": "1", "repeats": 9}]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Title\nDriver: one two\nthree\nRider: four\nMr D: five six\n",
            [(0, 2, AUTHOR), (2, 5, "Driver"), (5, 6, AUTHOR), (6, 7, "Rider"), (7, 9, AUTHOR), (9, 11, "Driver")],
        ),
        ("Driver:\none two\n\nRider:\nthree", [(0, 1, AUTHOR), (1, 3, "Driver"), (3, 4, AUTHOR), (4, 5, "Rider")]),
        ("Driver:one\nRider:two", [(0, 1, AUTHOR), (1, 2, "Driver"), (2, 3, AUTHOR), (3, 4, "Rider")]),
        ("  The O\u2019Driver : one", [(0, 2, AUTHOR), (2, 3, "Driver")]),
        ("Town Council: one\nDriver: two", [(0, 2, AUTHOR), (2, 3, AUTHOR), (3, 4, AUTHOR), (4, 5, "Driver")]),
        ("Driver: one\nTwo things: three", [(0, 1, AUTHOR), (1, 5, "Driver")]),
        ("Driver: one\nNote: two", [(0, 1, AUTHOR), (1, 4, "Driver")]),
        ("Driver: one. Note: two", [(0, 1, AUTHOR), (1, 4, "Driver")]),
        ("Driver: one. Driver: two", [(0, 1, AUTHOR), (1, 4, "Driver")]),
        ("Driver: one, Rider: two", [(0, 1, AUTHOR), (1, 4, "Driver")]),
        ("Q1 Driver: one\n[Rider]: two", [(0, 2, AUTHOR), (2, 3, "Driver"), (3, 4, AUTHOR), (4, 5, "Rider")]),
    ],
)
def test_speaker_turns(text: str, expected: list[tuple[int, int, str]]) -> None:
    author = [{"literal": "Town Council"}]
    fields = {"no-speakers": ["Note"]} if "Note" in text else {}
    assert spans(text, speakers=SPEAKERS, author=author, segments="speaker-turns", **fields) == expected


UNLISTED = "which the source file does not list"
LOOKS = "what looks like a speaker's name"
DOUBTFUL = "and whether a turn begins there is in doubt"


@pytest.mark.parametrize(
    ("text", "first", "doubt"),
    [
        ("Driver: one\nDriver 2: two\nthree", 2, f"line 2 begins with {LOOKS}, {UNLISTED}"),
        (
            "Driver: one\nRider (bus 5): two\nthree",
            2,
            f"line 2 begins with the name of 'Rider' and something more, {UNLISTED}",
        ),
        ("Driver: one\nRIDER: two three", 2, f"line 2 begins with the name of 'Rider' and something more, {UNLISTED}"),
        ("One\nA witness: two three", 1, f"line 2 begins with {LOOKS}, {UNLISTED}"),
        ("Driver: one: Rider: two", 2, f"within line 1 stands the name of 'Rider', {DOUBTFUL}"),
        ("Driver: one. Rider: two", 2, f"within line 1 stands the name of 'Rider', {DOUBTFUL}"),
        ("Driver: one. Rider (bus 5): two", 2, f"within line 1 stands the name of 'Rider', {DOUBTFUL}"),
        ("Rider: one. Mr D: two", 2, f"within line 1 stands the name of 'Driver', {DOUBTFUL}"),
        ("Driver: one. Town Council: two", 2, f"within line 1 stands the name of the source's author, {DOUBTFUL}"),
        ("Driver: one\nRider\ntwo", 2, f"line 2 begins with the name of 'Rider', {DOUBTFUL}"),
        ("Driver: one\nRider \u2013 two", 2, f"line 2 begins with the name of 'Rider', {DOUBTFUL}"),
    ],
)
def test_words_after_a_label_that_is_not_listed_are_nobodys(text: str, first: int, doubt: str) -> None:
    source = source_of(speakers=SPEAKERS, author=[{"literal": "Town Council"}], segments="speaker-turns")
    capture = stored(text)
    last = segmentation_of(source.record, capture).spans[-1]
    assert (last.first, last.end, last.doubt) == (first, capture.words, doubt)


def test_labels_are_known_where_the_text_is_at_hand(*, at_hand: bool) -> None:
    prepared = prepared_of("Driver: one. Rider: two\nMs X: three", with_text=at_hand, segments="speaker-turns")
    assert dict(prepared.labels) == ({0: "Driver", 2: "Rider", 4: "Ms X"} if at_hand else {})


def test_a_listed_label_ends_the_doubt() -> None:
    segmentation = segmentation_of(
        source_of(speakers=SPEAKERS, segments="speaker-turns").record, stored("Ms X: one\nDriver: two\nMs X: three")
    )
    assert [(s.first, s.speaker, bool(s.doubt)) for s in segmentation.spans] == [
        (0, AUTHOR, True),
        (3, AUTHOR, False),
        (4, "Driver", False),
        (5, AUTHOR, True),
    ]
    assert segmentation.labelling == Labelling(unlisted=(UnlistedLabel(lines=(1, 3), like=None),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Driver: one\nNote: two", Labelling(unlisted=(UnlistedLabel(lines=(2,), like=None),))),
        ("Driver: one\nTHE O\u2019DRIVER: two", Labelling(unlisted=(UnlistedLabel(lines=(2,), like="Driver"),))),
        ("Driver: one\nTown Council (clerk): two", Labelling(unlisted=(UnlistedLabel(lines=(2,), like=AUTHOR),))),
        ("Driver: one. Note: two. Rider: three", Labelling(within=(2, 4))),
        ("Driver: one. two things: three", Labelling()),
        ("Driver: one\nTwo things: three", Labelling(beginning=(2,))),
        ("Driver: one\nTwo things:\nthree", Labelling(beginning=(2,))),
        ("Driver: one\nThere are two more things: three", Labelling()),
        ("Driver: one\nhttps://example.org/", Labelling()),
        ("Driver: one\nMr Platt\nthree", Labelling(beginning=(2,))),
        ("Driver: one\nTwo things\nthree", Labelling()),
        ("Driver: one\nDriver\nthree", Labelling()),
    ],
)
def test_what_the_labels_of_turns_leave_in_doubt(text: str, expected: Labelling) -> None:
    fields = {"speakers": SPEAKERS, "author": [{"literal": "Town Council"}], "segments": "speaker-turns"}
    assert segmentation_of(source_of(**fields).record, stored(text)).labelling == expected
    ignored = source_of(**fields, ignore=[{"lines": f"1-{text.count(chr(10)) + 1}"}])
    assert segmentation_of(ignored.record, stored(text)).labelling == Labelling()


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("Notes", "no line or sentence begins with 'Notes' and a colon"),
        ("Rider", "'Rider' is a speaker's name, too"),
        ("Mr  D", "'Mr  D' is a speaker's name, too"),
    ],
)
def test_what_is_no_speaker_stands_there_and_is_none(entry: str, message: str) -> None:
    found = mismatches(
        "Driver: one\nNote: two\nRider: three",
        speakers=SPEAKERS,
        segments="speaker-turns",
        **{"no-speakers": ["Note", entry]},
    )
    assert found == (Mismatch(steps=("no-speakers", 1), message=message),)


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        (
            [],
            (
                Mislabelled(lines=(1,), label="Driver", segment=AUTHOR),
                Mislabelled(lines=(2,), label="Rider", segment=AUTHOR),
            ),
        ),
        ([{"lines": "1", "speaker": "Mr D"}, {"lines": "2", "speaker": "Rider"}], ()),
        ([{"lines": "1-2", "speaker": "Driver"}], (Mislabelled(lines=(2,), label="Rider", segment="Driver"),)),
        (
            [{"lines": "1", "speaker": "Rider"}, {"lines": "2", "speaker": "Rider", "reposts": "Driver"}],
            (Mislabelled(lines=(1,), label="Driver", segment="Rider"),),
        ),
        ([{"lines": "1"}, {"lines": "2"}], ()),
    ],
)
def test_a_listed_name_before_words_of_another_in_listed_segments(
    segments: list[object], expected: tuple[Mislabelled, ...]
) -> None:
    text = "Driver: one two.\nRider: three four.\nMs X: five. Ms X: six\nRider\n"
    assert (
        segmentation_of(source_of(speakers=SPEAKERS, segments=segments).record, stored(text)).labelling.mislabelled
        == expected
    )
    ignored = source_of(speakers=SPEAKERS, segments=segments, ignore=[{"lines": "1-2"}])
    assert segmentation_of(ignored.record, stored(text)).labelling == Labelling()


def test_a_listed_name_within_a_line_of_listed_segments() -> None:
    source = source_of(speakers=SPEAKERS, segments=[{"lines": "1-2", "speaker": "Driver"}])
    labelling = segmentation_of(source.record, stored("One two. Rider: three.\nFour. Rider: five")).labelling
    assert labelling == Labelling(mislabelled=(Mislabelled(lines=(1, 2), label="Rider", segment="Driver"),))


@pytest.mark.parametrize("name", ["Driver", "Rider", ""])
def test_no_quote_rests_on_words_of_which_one_cannot_tell_whose_they_are(name: str, *, at_hand: bool) -> None:
    text = "Driver: so it was.\nMs X: one two three four five."
    prepared = prepared_of(text, with_text=at_hand, speakers=SPEAKERS, segments="speaker-turns")
    verdict = verify(quote_of("one two three four five.", speaker=name), prepared)
    assert (verdict.outcome, verdict.place) == (Outcome.DOUBTFUL_SPEAKER, None)
    assert [place.doubt for place in verdict.places] == [f"line 2 begins with {LOOKS}, {UNLISTED}"]


def test_a_quote_across_a_label_within_a_line_crosses_a_bound(*, at_hand: bool) -> None:
    text = "Driver: one two three. Rider: four five six."
    prepared = prepared_of(text, with_text=at_hand, speakers=SPEAKERS, segments="speaker-turns")
    assert (
        verify(quote_of("one two three. Rider: four five", speaker="Driver"), prepared).outcome is Outcome.CROSSES_BOUND
    )


def test_the_same_sentence_of_the_author_and_of_nobody_is_two_places(*, at_hand: bool) -> None:
    text = "One two three four five.\nMs X: So.\nOne two three four five."
    prepared = prepared_of(text, with_text=at_hand, speakers=SPEAKERS, segments="speaker-turns")
    assert verify(quote_of("One two three four five."), prepared).outcome is Outcome.AMBIGUOUS


def test_speaker_turns_without_a_turn() -> None:
    message = "no line begins with a speaker's name and a colon"
    expected = (Mismatch(steps=("segments",), message=message),)
    assert mismatches(speakers=SPEAKERS, segments="speaker-turns") == expected
    assert mismatches("", speakers=SPEAKERS, segments="speaker-turns") == ()


@pytest.mark.parametrize(
    ("speakers", "author", "expected"),
    [
        ({}, [], {}),
        ({"Driver": {"aliases": ["Mr D"]}}, [], {"Driver": "Driver", "Mr D": "Driver"}),
        ({"The O\u2019Driver": {}}, [], {"The O'Driver": "The O\u2019Driver"}),
        ({}, [{"family": "Scott", "given": "Mike"}, {"literal": "Town"}], {"Mike Scott": "", "Town": ""}),
        ({"Town": {}}, [{"literal": "Town"}], {"Town": "Town"}),
        ({"A": {"aliases": ["Town"]}}, [{"literal": "Town"}], {"A": "A", "Town": "A"}),
        ({"A": {"aliases": ["B"]}, "B": {}}, [], {"A": "A", "B": "B"}),
        ({"B": {}, "A": {"aliases": ["B"]}}, [], {"A": "A", "B": "B"}),
        ({"A": {"aliases": ["X"]}, "B": {"aliases": ["X"]}}, [], {"A": "A", "B": "B", "X": "A"}),
    ],
)
def test_names(speakers: dict[str, object], author: list[object], expected: dict[str, str]) -> None:
    assert speaker_names(source_of(speakers=speakers, author=author).record) == expected


@pytest.mark.parametrize(
    ("speakers", "steps", "message"),
    [
        (
            {"A": {"aliases": ["B"]}, "B": {}},
            ("speakers", "A", "aliases", 0),
            "the alias 'B' of 'A' is also a name of 'B'",
        ),
        (
            {"A": {"aliases": ["X"]}, "B": {"aliases": ["Y", "X"]}},
            ("speakers", "B", "aliases", 1),
            "the alias 'X' of 'B' is also a name of 'A'",
        ),
        ({"O'Neil": {}, "O\u2019Neil": {}}, ("speakers", "O\u2019Neil"), "'O\u2019Neil' is the same name as 'O'Neil'"),
    ],
)
def test_names_of_two_speakers(speakers: dict[str, object], steps: tuple[str | int, ...], message: str) -> None:
    assert mismatches(speakers=speakers) == (Mismatch(steps=steps, message=message),)


def test_an_alias_that_repeats_the_speakers_own_name_does_not_matter() -> None:
    assert mismatches(speakers={"A": {"aliases": ["A", "X", "X"]}}) == ()


@pytest.mark.parametrize("name", ["Driver", "Mr D", " Mr  D ", "The O\u2019Driver"])
def test_a_speaker_by_any_name(name: str, *, at_hand: bool) -> None:
    for listed in ("Driver", "Mr D"):
        prepared = prepared_of(TEXT, with_text=at_hand, speakers=SPEAKERS, segments=[{"lines": "1", "speaker": listed}])
        verdict = verify(quote_of("One two three four five", speaker=name), prepared)
        assert verdict.outcome is Outcome.VERIFIED
        assert verdict.place is not None
        assert verdict.place.speaker == "Driver"


@pytest.mark.parametrize("name", ["Rider", "driver", "Nobody", ""])
def test_a_wrong_speaker(name: str, *, at_hand: bool) -> None:
    prepared = prepared_of(TEXT, with_text=at_hand, speakers=SPEAKERS, segments=[{"lines": "1", "speaker": "Driver"}])
    verdict = verify(quote_of("One two three four five", speaker=name), prepared)
    assert verdict.outcome is Outcome.WRONG_SPEAKER
    assert verdict.place is None
    assert [(place.speaker, place.words) for place in verdict.places] == [("Driver", ((0, 5),))]


@pytest.mark.parametrize(("name", "is_right"), [("", True), ("Mike Scott", True), ("Scott", False), ("Driver", False)])
def test_the_author_by_name(name: str, *, is_right: bool, at_hand: bool) -> None:
    author = [{"family": "Scott", "given": "Mike"}]
    prepared = prepared_of(
        TEXT, with_text=at_hand, author=author, speakers=SPEAKERS, segments=[{"lines": "1", "speaker": "Mike Scott"}]
    )
    for exact in ("One two three four five", "Seven eight nine ten eleven"):
        verdict = verify(quote_of(exact, speaker=name), prepared)
        assert verdict.outcome is (Outcome.VERIFIED if is_right else Outcome.WRONG_SPEAKER)


def test_a_repost_is_in_the_voice_of_whose_words_they_are(*, at_hand: bool) -> None:
    segments = [{"lines": "1", "speaker": "Rider", "reposts": "Mr D"}]
    prepared = prepared_of(TEXT, with_text=at_hand, speakers=SPEAKERS, segments=segments)
    verdict = verify(quote_of("One two three four five", speaker="Driver"), prepared)
    assert verdict.place is not None
    assert (verdict.place.speaker, verdict.place.posted_by) == ("Driver", "Rider")
    assert verify(quote_of("One two three four five", speaker="Rider"), prepared).outcome is Outcome.WRONG_SPEAKER


@pytest.mark.parametrize(
    "exact", ["five six Seven eight nine", "One two three four five [...] eight nine ten eleven twelve"]
)
def test_a_quote_does_not_cross_a_bound(exact: str, *, at_hand: bool) -> None:
    for segments in (
        [{"lines": "1", "speaker": "Driver"}],
        [{"lines": "1"}],
        [{"lines": "2"}],
        [{"lines": "1-2"}, {"lines": "2"}],
    ):
        prepared = prepared_of(TEXT, with_text=at_hand, speakers=SPEAKERS, segments=segments)
        verdict = verify(quote_of(exact), prepared)
        assert verdict.outcome is Outcome.CROSSES_BOUND
        assert [(place.first_line, place.last_line) for place in verdict.places] == [(1, 2)]
    assert verify(quote_of(exact), prepared_of(TEXT, with_text=at_hand, segments=[{"lines": "1-2"}])).is_verified


def test_a_prefix_reaches_across_a_bound(*, at_hand: bool) -> None:
    text = "So it was.\nOne two three four five.\nAnd then.\nOne two three four five, yes.\n"
    segments = [{"lines": str(line), "speaker": "Driver" if line % 2 == 0 else "Rider"} for line in range(1, 5)]
    prepared = prepared_of(text, with_text=at_hand, speakers=SPEAKERS, segments=segments)
    for fields, line in (
        ({"prefix": "So it was."}, 2),
        ({"prefix": "And then."}, 4),
        ({"suffix": ". And then. One two"}, 2),
    ):
        verdict = verify(quote_of("One two three four five", speaker="Driver", **fields), prepared)
        assert verdict.place is not None
        assert verdict.place.first_line == line


@pytest.mark.parametrize(
    ("ignore", "expected"),
    [
        ([{"lines": "1"}], Outcome.IGNORED),
        ([{"lines": "1", "to": "One two three four five"}], Outcome.IGNORED),
        ([{"lines": "1-2", "from": "six Seven eight nine ten"}], Outcome.VERIFIED),
        ([{"lines": "2-4"}], Outcome.VERIFIED),
        ([{"lines": "5"}], Outcome.VERIFIED),
    ],
)
def test_no_quote_rests_on_an_ignored_part(ignore: list[object], expected: Outcome, *, at_hand: bool) -> None:
    verdict = verify(quote_of("One two three four five"), prepared_of(TEXT, with_text=at_hand, ignore=ignore))
    assert verdict.outcome is expected
    assert [place.words for place in verdict.places] == [((0, 5),)]


def test_an_ignored_place_makes_nothing_ambiguous(*, at_hand: bool) -> None:
    text = "One two three four five.\nOr One two three four five.\n"
    prepared = prepared_of(text, with_text=at_hand, ignore=[{"lines": "1"}])
    verdict = verify(quote_of("One two three four five"), prepared)
    assert verdict.place is not None
    assert verdict.place.first_line == 2


def test_what_is_left_out_may_be_ignored(*, at_hand: bool) -> None:
    prepared = prepared_of(TEXT, with_text=at_hand, ignore=[{"lines": "2"}])
    assert verify(quote_of("One two three four five [...] Now one more two more"), prepared).is_verified


REPEATED = """\
First one two three four five.
Then six seven eight nine ten.
So said she:
Well, one two three four five.
Oh, six seven eight nine ten.
Again one two three four five.
"""


def places(exact: str, segments: list[dict[str, object]], *, at_hand: bool) -> list[int]:
    """Return the lines of the different places of a quote, all of them the author's."""
    prepared = prepared_of(REPEATED, with_text=at_hand, segments=segments)
    assert prepared.segmentation.mismatches == ()
    return [place.first_line for place in verify(quote_of(exact), prepared).places]


FIVE, TEN = "one two three four five", "six seven eight nine ten"


@pytest.mark.parametrize(
    ("exact", "segments", "expected"),
    [
        (FIVE, [], [1, 4, 6]),
        (FIVE, [{"lines": "4", "repeats": 1}], [1, 6]),
        (FIVE, [{"lines": "4", "repeats": 1}, {"lines": "6", "repeats": 1}], [1]),
        (FIVE, [{"lines": "4", "repeats": 1}, {"lines": "6", "repeats": 4}], [1]),
        # the line that is named does not hold the words
        (FIVE, [{"lines": "4", "repeats": 2}], [1, 4, 6]),
        (FIVE, [{"lines": "4", "repeats": 2}, {"lines": "6", "repeats": 4}], [1, 4]),
        # several lines repeat several
        (TEN, [{"lines": "4-5", "repeats": 1}], [2]),
        (TEN, [{"lines": "5", "repeats": 1}], [2, 5]),
        (FIVE, [{"lines": "4-5", "repeats": 1}, {"lines": "6", "repeats": 1}], [1]),
        # what stands later may be the first, as where the newest post stands on top
        (FIVE, [{"lines": "1", "repeats": 4}], [4, 6]),
        # circles
        (FIVE, [{"lines": "1", "repeats": 4}, {"lines": "4", "repeats": 1}], [1, 6]),
        (FIVE, [{"lines": "1", "repeats": 4}, {"lines": "4", "repeats": 6}, {"lines": "6", "repeats": 1}], [1]),
        (FIVE, [{"lines": "1", "repeats": 1}], [1, 4, 6]),
        (FIVE, [{"lines": "1-6", "repeats": 1}], [1, 4, 6]),
    ],
)
def test_repeated_passages_are_one_place(
    exact: str, segments: list[dict[str, object]], expected: list[int], *, at_hand: bool
) -> None:
    assert places(exact, segments, at_hand=at_hand) == expected


def test_a_repetition_alone_is_its_own_place(*, at_hand: bool) -> None:
    prepared = prepared_of(
        REPEATED, with_text=at_hand, segments=[{"lines": "4", "repeats": 1}], ignore=[{"lines": "1"}]
    )
    verdict = verify(quote_of(f"Well, {FIVE}"), prepared)
    assert verdict.is_verified


def test_a_repetition_in_a_long_circle() -> None:
    lines = 300
    text = "".join(f"{n} one two three four five\n" for n in range(lines))
    segments = [{"lines": str(n + 1), "repeats": (n + 1) % lines + 1} for n in range(lines)]
    verdict = verify(quote_of(FIVE), prepared_of(text, segments=segments))
    assert [place.first_line for place in verdict.places] == [1]


@pytest.mark.parametrize(("word", "first"), [(0, 0), (5, 0), (6, 6), (11, 6), (12, 12), (25, 12), (26, 12)])
def test_span_at_a_word(word: int, first: int) -> None:
    segmentation = prepared_of(TEXT, segments=[{"lines": "2"}]).segmentation
    assert segmentation.span_at(word).first == first


@pytest.mark.parametrize(
    ("first", "end", "is_ignored"), [(0, 6, False), (0, 7, True), (11, 13, True), (12, 13, False), (6, 6, False)]
)
def test_ignored_ranges(first: int, end: int, *, is_ignored: bool) -> None:
    assert prepared_of(TEXT, ignore=[{"lines": "2"}]).segmentation.is_ignored(first, end) is is_ignored
