"""Where a claim stands in the argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.index.places import Place, background_of, places
from tests.pages.corpora import claim, topic, view

if TYPE_CHECKING:
    from claimgraph.index.view import View

QUESTION = "Are the buses late?"


def link(to: str, **fields: object) -> dict[str, object]:
    return {"claim": to, "because": "So.", **fields}


def told(shown: View, claim_id: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each place as its thesis, and the way down from there."""
    return [
        (place.thesis.title, [(step.says, step.claim.title) for step in place.steps])
        for place in places(shown, claim_id)
    ]


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("supports", "a reason for it"),
        ("counts_against", "a reason against it"),
        ("opposes", "a reason against it"),
        ("limits", "a limit of it"),
    ],
)
def test_each_kind_of_link_that_leads_is_told(kind: str, says: str) -> None:
    shown = view(claim("late", thesis=True), claim("a", **{kind: [link("late")]}), topic(theses=["late"]))
    assert told(shown, "a") == [("Title of late", [(says, "Title of a")])]


@pytest.mark.parametrize("kind", ["rivals", "context"])
def test_other_kinds_lead_nowhere(kind: str) -> None:
    fields = {"differs_in": ["base"]} if kind == "rivals" else {}
    shown = view(claim("late", thesis=True), claim("a", **{kind: [link("late", **fields)]}), topic(theses=["late"]))
    assert places(shown, "a") == ()


def test_a_thesis_has_its_own_place() -> None:
    shown = view(claim("late", thesis=True), topic(theses=["late"]))
    question, thesis = (
        Ref(title=QUESTION, address="topics/buses/"),
        Ref(title="Title of late", address="claims/late/"),
    )
    assert places(shown, "late") == (Place(question=question, thesis=thesis, steps=()),)


def test_the_way_is_the_shortest_and_shorter_ones_come_first() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("dear", "fares", thesis=True),
        claim("a", supports=[link("b")], counts_against=[link("c")]),
        claim("b", supports=[link("c"), link("dear")]),
        claim("c", supports=[link("late"), link("b")]),
        topic(theses=["late"]),
        topic("fares", theses=["dear"], order=2),
    )
    way = [("a reason for it", "Title of c"), ("a reason against it", "Title of a")]
    assert told(shown, "a") == [
        ("Title of late", way),
        ("Title of dear", [("a reason for it", "Title of b"), ("a reason for it", "Title of a")]),
    ]
    assert told(shown, "b")[0] == ("Title of dear", [("a reason for it", "Title of b")])


def test_further_premises_and_doubts_lead_where_their_step_leads() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("a", supports=[link("late", **{"with": ["p", "gone"]})]),
        claim("p"),
        claim("u", undercuts=[link("a", supports="late"), link("a", supports="gone")]),
        topic(theses=["late"]),
    )
    assert told(shown, "p") == [("Title of late", [("a reason for it", "Title of p")])]
    assert told(shown, "u") == [("Title of late", [("a doubt about it", "Title of u")])]


def test_what_a_thesis_opposes_leads_to_it() -> None:
    shown = view(claim("late", thesis=True, opposes=[link("a")]), claim("a"), topic(theses=["late"]))
    assert told(shown, "a") == [("Title of late", [("a reason against it", "Title of a")])]


def test_claims_lead_as_the_analysis_says() -> None:
    shown = view(
        claim("late", thesis=True),
        claim("a", supports=[link("late"), link("b")]),
        claim("b", supports=[link("a")]),
        claim("c", context=[link("late")]),
        claim("d", undercuts=[link("a", quote="q")]),
        topic(theses=["late", "gone"]),
    )
    leading = {id_: len(places(shown, id_)) for id_ in shown.corpus.claims if places(shown, id_)}
    assert leading == {id_: len(theses) for id_, theses in shown.analysis.leading.items()}


def test_background_names_the_questions() -> None:
    shown = view(
        claim("a"), topic(background=["a"], order=2), topic("fares", question="Are fares high?", background=["a"])
    )
    assert [ref.title for ref in background_of(shown, "a")] == ["Are fares high?", QUESTION]
    assert background_of(shown, "gone") == ()
