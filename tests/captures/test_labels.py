"""What begins like a speaker's label."""

from __future__ import annotations

import time

import pytest

from claimgraph.captures.folding import fold
from claimgraph.captures.labels import Label, doubtful_labels, labels
from claimgraph.captures.words import Words, cut


def prepared(text: str) -> tuple[str, Words, list[int]]:
    folded = fold(text)
    lines = folded.split("\n")
    return folded, cut(folded), [len(cut("\n".join(lines[:n]) + "\n").words) for n in range(len(lines))]


def found(text: str) -> dict[int, Label]:
    return dict(labels(*prepared(text)))


def doubtful(text: str) -> dict[int, tuple[str, str]]:
    return {at: (label.text, label.name) for at, label in doubtful_labels(*prepared(text))}


@pytest.mark.parametrize(
    ("line", "text", "name"),
    [
        ("Chair: Good day", "Chair", "Chair"),
        ("CHAIR: Good day", "CHAIR", "CHAIR"),
        ("Chair:", "Chair", "Chair"),
        ("Ms Adeyemi (engineer): The pumps", "Ms Adeyemi (engineer)", "Ms Adeyemi"),
        ("Ms Adeyemi [engineer]: The pumps", "Ms Adeyemi [engineer]", "Ms Adeyemi"),
        ("Ms Adeyemi, engineer: The pumps", "Ms Adeyemi, engineer", "Ms Adeyemi"),
        ("Mr Platt (Hill Town) (Ind): No", "Mr Platt (Hill Town) (Ind)", "Mr Platt"),
        ("Speaker 2 (by phone): No", "Speaker 2 (by phone)", "Speaker 2"),
        ("Prof. J. van der Berg: Yes", "Prof. J. van der Berg", "Prof. J. van der Berg"),
        ("van der Berg: Yes", "van der Berg", "van der Berg"),
        ("Participant 2: Yes", "Participant 2", "Participant 2"),
        ("Participant #2: Yes", "Participant #2", "Participant #2"),
        ("SPEAKER_00: Yes", "SPEAKER_00", "SPEAKER_00"),
        ("Q1: How many", "Q1", "Q1"),
        ("Secretary of State for Health: Yes", "Secretary of State for Health", "Secretary of State for Health"),
        ("Ms Adeyemi and Mr Platt: Yes", "Ms Adeyemi and Mr Platt", "Ms Adeyemi and Mr Platt"),
        ("Adeyemi/Platt: Yes", "Adeyemi/Platt", "Adeyemi/Platt"),
        ("\u00c9milie O\u2019Neil-Ba: Oui", "\u00c9milie O'Neil-Ba", "\u00c9milie O'Neil-Ba"),
        ("\u8b70\u9577\uff1a\u59cb\u3081\u307e\u3059", "\u8b70\u9577", "\u8b70\u9577"),
        ("A witness: It was late", "A witness", "A witness"),
        ("The drivers\u2019 union: No", "The drivers' union", "The drivers' union"),
        ("An hon. Member: No", "An hon. Member", "An hon. Member"),
        ("Unidentified speaker: No", "Unidentified speaker", "Unidentified speaker"),
        ("Forum member 3: No", "Forum member 3", "Forum member 3"),
        ("Reader one: No", "Reader one", "Reader one"),
        ("esther12: No", "esther12", "esther12"),
        ("@esther_12: No", "@esther_12", "@esther_12"),
        ("Chair : No", "Chair", "Chair"),
        ("Two things: first", "Two things", ""),
        ("The point: first", "The point", ""),
        ("Yes, two things: first", "Yes, two things", ""),
        ("we said: no", "we said", ""),
        ("Mr Platt said: no", "Mr Platt said", ""),
        ("http://example.org", "http", ""),
        ("At 10:30 it came", "At 10", ""),
    ],
)
def test_a_label_and_whether_it_looks_like_a_speakers(line: str, text: str, name: str) -> None:
    assert found(line) == {1: Label(words=len(cut(text).words), text=text, name=name)}


@pytest.mark.parametrize(
    ("line", "words", "text", "name"),
    [
        ("[Chair]: Good day", 1, "Chair", "Chair"),
        ("[Chair:] Good day", 1, "Chair", "Chair"),
        ("**Chair:** Good day", 1, "Chair", "Chair"),
        ("**Chair**: Good day", 1, "Chair", "Chair"),
        ("\u2022 Chair: Good day", 1, "Chair", "Chair"),
        ("> Chair: Good day", 1, "Chair", "Chair"),
        ("<esther12> Good day", 1, "esther12", "esther12"),
        ("Q12 Chair: Good day", 2, "Chair", "Chair"),
        ("Q. 12 Mr Platt: Good day", 4, "Mr Platt", "Mr Platt"),
        ("12. Chair: Good day", 2, "Chair", "Chair"),
        ("00:12:34 Chair: Good day", 4, "Chair", "Chair"),
        ("[00:12] Chair: Good day", 3, "Chair", "Chair"),
        ("(00:12:34.5) Chair: Good day", 4, "Chair", "Chair"),
        ("[laughter] Chair: Good day", 2, "Chair", "Chair"),
        ("Speaker 1 (00:12:34): Good day", 5, "Speaker 1 (00:12:34)", "Speaker 1"),
        ("Ada Quill  0:12", 2, "Ada Quill", "Ada Quill"),
        ("Ada Quill (10:32 AM)", 2, "Ada Quill", "Ada Quill"),
        ("DR PLATT \u2013 Good day", 2, "DR PLATT", "DR PLATT"),
        ("Dr Platt (engineer) \u2013 Good day", 3, "Dr Platt (engineer)", "Dr Platt"),
        ("Chair.\u2014Good day", 1, "Chair", "Chair"),
        ("Mr. PLATT. Good day", 2, "Mr. PLATT", "Mr. PLATT"),
        ("The CHAIRMAN. Good day", 2, "The CHAIRMAN", "The CHAIRMAN"),
        ("Q. Was it late?", 1, "Q", "Q"),
        ("Chair\tGood day", 1, "Chair", "Chair"),
        ("Esther12 said:", 2, "Esther12 said", "Esther12"),
        ("esther12 wrote: \u2191", 2, "esther12 wrote", "esther12"),
    ],
)
def test_what_stands_around_a_label_is_no_part_of_it(line: str, words: int, text: str, name: str) -> None:
    assert found(line) == {1: Label(words=words, text=text, name=name)}


@pytest.mark.parametrize(
    "line",
    [
        "Chair",
        "Chair - Good day",
        "The NHS is late",
        "Mr Platt came late",
        "Dr Platt-Ames was late - and so were we",
        "10:30 it came",
        "Thank you. I see",
        "",
    ],
)
def test_no_firm_label(line: str) -> None:
    assert found(line) == {}


@pytest.mark.parametrize(("before", "is_one"), [("", True), ("So.", True), ("bob: no", True), ("we need two", False)])
def test_a_user_in_small_letters_begins_afresh(before: str, *, is_one: bool) -> None:
    expected = "things" if is_one else ""
    assert found(f"{before}\nthings: one")[2] == Label(words=1, text="things", name=expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chair: So it is. Ms Platt: It is not. So: no",
            {4: ("Ms Platt", "Ms Platt"), 9: ("So", "So")},
        ),
        ("Chair: So it is. Ms Platt (engineer): No.", {4: ("Ms Platt (engineer)", "Ms Platt")}),
        ("Chair: So it is. The council: We met.", {4: ("The council", "")}),
        ("Chair: So it is, Ms Platt: no.", {}),
        ('Chair: "So it is." Ms Platt: no.', {4: ("Ms Platt", "Ms Platt")}),
        ("Chair: I think that\u2014 Ms Platt: no.", {4: ("Ms Platt", "Ms Platt")}),
        ("Chair: Ms Platt: no.", {1: ("Ms Platt", "Ms Platt")}),
        ("Chair: So it is [laughter] Ms Platt: no.", {5: ("Ms Platt", "Ms Platt")}),
        ("So it is. Ms Platt: no.", {3: ("Ms Platt", "Ms Platt")}),
        ("No. Ms Platt: no.", {1: ("Ms Platt", "Ms Platt")}),
        ("Prof. Platt: I asked Dr. Ames: no.", {}),
        ("Chair: So.\nMs Platt: no.", {}),
        ("Chair: We met at 10. Then:it", {}),
    ],
)
def test_labels_within_a_line(text: str, expected: dict[int, tuple[str, str]]) -> None:
    assert doubtful(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chair", {1: ("Chair", "")}),
        ("Mr Platt", {1: ("Mr Platt", "Mr Platt")}),
        ("ADA QUILL", {1: ("ADA QUILL", "ADA QUILL")}),
        ("Chair - Good day", {1: ("Chair", "")}),
        ("Chair - Good: day", {1: ("Chair", ""), 2: ("Good", "Good")}),
        ("DR PLATT \u2013 Good day", {}),
        ("Chair.", {}),
        ("one two three four five six", {}),
    ],
)
def test_names_without_a_colon(line: str, expected: dict[int, tuple[str, str]]) -> None:
    assert doubtful(f"Good.\n{line}\nTwo.") == expected


@pytest.mark.parametrize(
    "piece", ["A ", "a: ", ". ", "(", "[x] ", "- ", "1. ", "Mr ", "A-", "00:00 ", ".- ", "\t", "Q1 "]
)
def test_long_lines_take_no_time(piece: str) -> None:
    text = piece * 20_000
    words = cut(text)
    begun = time.process_time()
    list(labels(text, words, [0]))
    list(doubtful_labels(text, words, [0]))
    assert time.process_time() - begun < 2
