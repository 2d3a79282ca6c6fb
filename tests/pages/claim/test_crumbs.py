"""The line of crumbs above a claim."""

from __future__ import annotations

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.claim.crumbs import Crumb, crumbs, is_told_by_crumbs
from tests.pages.corpora import claim, quote, source, topic, view

LATE = claim("late", thesis=True)
SAID = {"quotes": [quote()]}
QUESTION = Crumb(page=Ref(title="Are the buses late?", address="topics/buses/"))
THESIS = Crumb(page=Ref(title="Title of late", address="claims/late/"))


def link(to: str) -> dict[str, object]:
    return {"claim": to, "because": "So."}


def side(title: str, address: str) -> Crumb:
    return Crumb(page=Ref(title=title, address=address))


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("supports", side("a reason for it", "claims/late/#for-and-against")),
        ("counts_against", side("a reason against it", "claims/late/#for-and-against")),
        ("opposes", side("a reason against it", "claims/late/#for-and-against")),
        ("limits", side("a limit of it", "claims/late/#for-and-against")),
    ],
)
def test_a_reason_is_on_a_side_of_its_thesis(kind: str, last: Crumb) -> None:
    shown = view(LATE, claim("a", **SAID, **{kind: [link("late")]}), source(), topic(theses=["late"]))
    assert crumbs(shown, "a") == (QUESTION, THESIS, last)
    assert is_told_by_crumbs(shown, "a")


def test_what_nobody_holds_is_on_no_side_that_the_thesis_shows() -> None:
    shown = view(LATE, claim("a", supports=[link("late")]), topic(theses=["late"]))
    assert crumbs(shown, "a")[-1] == side("a reason for it", "claims/late/")


def test_a_further_premise_is_on_the_side_of_its_reason() -> None:
    step = {**link("late"), "with": ["b"]}
    shown = view(LATE, claim("a", **SAID, supports=[step]), claim("b", **SAID), source(), topic(theses=["late"]))
    assert crumbs(shown, "b") == (QUESTION, THESIS, side("a reason for it", "claims/late/#for-and-against"))


def test_the_claim_between_says_how_it_bears_on_the_thesis() -> None:
    chain = (claim("a", supports=[link("late")]), claim("b", counts_against=[link("a")]))
    shown = view(LATE, *chain, topic(theses=["late"]))
    between = Crumb(page=Ref(title="Title of a", address="claims/a/"), says="a reason for it:")
    assert crumbs(shown, "b") == (QUESTION, THESIS, between, side("a reason against it", "claims/a/#against"))
    assert is_told_by_crumbs(shown, "b")


def test_of_several_claims_between_only_the_next_is_named() -> None:
    chain = (claim("a", supports=[link("late")]), claim("b", supports=[link("a")]), claim("c", limits=[link("b")]))
    shown = view(LATE, *chain, topic(theses=["late"]))
    between = Crumb(page=Ref(title="Title of b", address="claims/b/"), says="…")
    assert crumbs(shown, "c") == (QUESTION, THESIS, between, side("a limit of it", "claims/b/#limits"))
    assert not is_told_by_crumbs(shown, "c")


def test_a_doubt_leads_to_the_page_of_what_it_doubts() -> None:
    hit = claim("a", quotes=[quote(id="half")], supports=[link("late")])
    doubt = claim("b", undercuts=[{**link("a"), "quote": "half"}])
    shown = view(LATE, hit, doubt, source(), topic(theses=["late"]))
    assert crumbs(shown, "b")[-1] == side("a doubt about it", "claims/a/")


def test_a_thesis_has_its_question() -> None:
    assert crumbs(view(LATE, topic(theses=["late"])), "late") == (QUESTION,)


def test_background_says_so() -> None:
    shown = view(claim("a"), topic(background=["a"]))
    assert crumbs(shown, "a") == (QUESTION, side("background", "topics/buses/#background"))
    assert is_told_by_crumbs(shown, "a")


def test_a_claim_that_leads_nowhere_has_its_topics_question() -> None:
    assert crumbs(view(claim("a"), topic()), "a") == (QUESTION,)


def test_what_bears_on_a_thesis_and_is_background_too_is_not_all_told() -> None:
    shown = view(LATE, claim("a", supports=[link("late")]), topic(theses=["late"], background=["a"]))
    assert not is_told_by_crumbs(shown, "a")
