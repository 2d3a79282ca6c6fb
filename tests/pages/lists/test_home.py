"""The list of all questions on the home page."""

from __future__ import annotations

from claimgraph.pages.lists.home import QuestionRow, question_rows
from tests.pages.corpora import claim, quote, source, topic, view

LATE = {"claim": "late", "because": "So."}


def test_a_question_counts_the_voices_on_both_sides_of_its_first_answer() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("a", quotes=[quote()], supports=[LATE]),
        claim("b", quotes=[quote("A rider")], counts_against=[LATE]),
        topic(theses=["gone", "late"]),
        topic("fares", title="Fares", question="Are they fair?", order=2),
        source(),
    )
    assert question_rows(shown) == (
        QuestionRow(title="Are the buses late?", address="topics/buses/", answer="Title of late", pro=1, con=1),
        QuestionRow(title="Are they fair?", address="topics/fares/", answer="", pro=0, con=0),
    )
