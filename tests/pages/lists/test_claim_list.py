"""The list of all claims, by topic."""

from __future__ import annotations

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.lists.claim_list import ClaimLine, claim_list
from claimgraph.pages.parts.standings import StateCount
from tests.pages.corpora import citation, claim, quote, source, topic, view

THESIS = {"thesis": True}
FOR_T = {"supports": [{"claim": "t", "because": "It is a good reason for it."}]}


def test_claims_are_listed_by_topic_in_its_order_and_by_title() -> None:
    shown = view(
        claim("b", title="alpha"),
        claim("a", title="Beta"),
        claim("f", "fares"),
        claim("t", "trams"),
        topic("buses", title="late buses", order=2),
        topic("trams", title="Trams", order=1),
    )
    found = [(group.anchor, group.title, group.address, [c.title for c in group.claims]) for group in claim_list(shown)]
    assert found == [
        ("topic-trams", "Trams", "topics/trams/", ["Title of t"]),
        ("topic-buses", "late buses", "topics/buses/", ["alpha", "Beta"]),
        ("topic-fares", "fares", None, ["Title of f"]),
    ]


def test_a_topic_begins_with_its_theses_and_says_how_they_stand() -> None:
    shown = view(
        claim("a", quotes=[quote()], **FOR_T),
        claim("t", **THESIS),
        claim("s", **THESIS),
        topic("buses", question="Are they late?", theses=["t", "s"]),
        source(),
    )
    (group,) = claim_list(shown)
    assert [line.id for line in group.claims] == ["t", "s", "a"]
    assert group.question == "Are they late?"
    assert group.states == tuple(
        StateCount(state=state.value, mark=MARKS[state], count=1) for state in (State.FOR_ONLY, State.NO_REASONS)
    )
    assert group.claims[0] == ClaimLine(
        id="t",
        title="Title of t",
        address="claims/t/",
        by="A thesis, worded by the editors",
        state="Reasons for it only",
        shape="for-only",
    )


@pytest.mark.parametrize(
    ("fields", "by"),
    [
        ({"quotes": [quote()]}, "A driver"),
        ({"quotes": [quote(), quote("Zoe"), quote("The chair")]}, "A driver and 2 more"),
        ({"citations": [citation()]}, "The hearing"),
        ({}, "Nobody is quoted with it yet"),
    ],
)
def test_a_claim_says_who_says_it(fields: dict[str, object], by: str) -> None:
    shown = view(claim("a", **fields), source(speakers={"A driver": {}, "Zoe": {}, "The chair": {}}))
    ((line,),) = (group.claims for group in claim_list(shown))
    assert line.by == by


def test_a_claim_that_others_support_is_inferred() -> None:
    shown = view(claim("a", quotes=[quote()], **FOR_T), claim("t"), source())
    ((_, line),) = (group.claims for group in claim_list(shown))
    assert line.by == "Inferred by the editors"
