"""What begins like a speaker's label."""

from __future__ import annotations

import pytest

from claimgraph.captures.folding import fold
from claimgraph.captures.labels import Label, inner_labels, labels
from claimgraph.captures.words import cut


def found(text: str) -> dict[int, Label]:
    folded = fold(text)
    words = cut(folded)
    starts = [len(cut("\n".join(folded.split("\n")[:n]) + "\n").words) for n in range(folded.count("\n") + 1)]
    return dict(labels(folded, words, starts))


@pytest.mark.parametrize(
    ("line", "text", "name"),
    [
        ("Chair: Good day", "Chair", "Chair"),
        ("CHAIR: Good day", "CHAIR", "CHAIR"),
        ("Ms Adeyemi (engineer): The pumps", "Ms Adeyemi (engineer)", "Ms Adeyemi"),
        ("Ms Adeyemi [engineer]: The pumps", "Ms Adeyemi [engineer]", "Ms Adeyemi"),
        ("Ms Adeyemi, engineer: The pumps", "Ms Adeyemi, engineer", "Ms Adeyemi"),
        ("Prof. J. van der Berg: Yes", "Prof. J. van der Berg", "Prof. J. van der Berg"),
        ("Participant 2: Yes", "Participant 2", "Participant 2"),
        ("Secretary of State for Health: Yes", "Secretary of State for Health", "Secretary of State for Health"),
        ("\u00c9milie O\u2019Neil-Ba: Oui", "\u00c9milie O'Neil-Ba", "\u00c9milie O'Neil-Ba"),
        ("Two things: first", "Two things", ""),
        ("we said: no", "we said", ""),
        ("http://example.org", "http", ""),
        ("At 10:30 it came", "At 10", ""),
    ],
)
def test_a_label_and_whether_it_looks_like_a_speakers(line: str, text: str, name: str) -> None:
    assert found(line) == {1: Label(words=len(cut(text).words), text=text, name=name)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chair: So it is. Ms Platt: It is not. So: no", (4, 9)),
        ("Chair: So it is. Ms Platt (engineer): No.", (4,)),
        ("Chair: So it is, Ms Platt: no.", ()),
        ('Chair: "So it is." Ms Platt: no.', (4,)),
        ("Chair: So.\nMs Platt: no.", ()),
        ("Chair: We met at 10. Then:it", ()),
    ],
)
def test_labels_within_a_line(text: str, words: tuple[int, ...]) -> None:
    assert inner_labels(text, cut(text)) == words
