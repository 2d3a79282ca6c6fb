"""The parts of the home page: all questions, and whose words the map rests on."""

from __future__ import annotations

from claimgraph.index.addresses import Ref
from claimgraph.pages.lists.home import QuestionRow, SideShare, WholeBalance, question_rows, whole_balance
from tests.pages.corpora import citation, claim, quote, source, topic, view

LATE = {"claim": "late", "because": "So."}


def test_a_question_counts_the_voices_on_both_sides_of_its_first_thesis() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("a", quotes=[quote()], supports=[LATE]),
        claim("b", quotes=[quote("A rider")], counts_against=[LATE]),
        topic(theses=["gone", "late"]),
        topic("fares", title="Fares", question="Are they fair?", order=2),
        source(),
    )
    assert question_rows(shown) == (
        QuestionRow(title="Late buses", address="topics/buses/", question="Are the buses late?", pro=1, con=1),
        QuestionRow(title="Fares", address="topics/fares/", question="Are they fair?", pro=0, con=0),
    )


def test_the_balance_counts_words_by_the_side_of_who_speaks() -> None:
    shown = view(
        claim("a", quotes=[quote(), quote("A rider")], citations=[citation(source="count")]),
        claim("b", quotes=[quote(mode="presupposed")]),
        source(side="critical"),
        source("count", title="The count", side="official"),
    )
    assert whole_balance(shown) == WholeBalance(
        sides=(
            SideShare(side="official", quotes=0, citations=1),
            SideShare(side="supportive", quotes=0, citations=0),
            SideShare(side="critical", quotes=2, citations=0),
            SideShare(side="neutral", quotes=0, citations=0),
        ),
        quotes=2,
        citations=1,
        most=Ref(title="The hearing", address="sources/hearing/"),
        of_most=2,
    )


def test_a_map_without_quotes_names_no_source() -> None:
    found = whole_balance(view(claim("a", citations=[citation()]), source()))
    assert (found.quotes, found.citations, found.most, found.of_most) == (0, 1, None, 0)
