"""The banner of a claim that somebody speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.model.standing import State
from claimgraph.pages.claim.banner import Banner, OtherSide, banner
from claimgraph.pages.drawing.standing_marks import MARKS
from tests.pages.corpora import claim, quote, source, topic, view

if TYPE_CHECKING:
    from claimgraph.model.corpus import Entry

DRIVER = {"quotes": [quote(id="said")]}
RIDER = {"quotes": [quote("A rider", id="said")]}
CLERK = {"quotes": [quote("A clerk")]}


def link(to: str, **fields: object) -> dict[str, object]:
    return {"claim": to, "because": "So.", **fields}


def shown(*entries: Entry[Any], of: str = "a") -> Banner | None:
    return banner(view(*entries, source()), of)


def other(id_: str, by: str) -> OtherSide:
    return OtherSide(page=Ref(title=f"Title of {id_}", address=f"claims/{id_}/"), by=by)


B = other("b", "A rider")


@pytest.mark.parametrize(
    ("entries", "state", "says", "line", "first"),
    [
        pytest.param((claim("b", **RIDER, opposes=[link("a")]),), State.OPEN, "Open dispute", "opposes", B, id="open"),
        pytest.param(
            (claim("b", **RIDER, counts_against=[link("a")]),),
            State.CONTESTED,
            "Contested",
            "counts_against",
            B,
            id="contested",
        ),
        pytest.param(
            (claim("b", **RIDER, undercuts=[link("a", quote="said")]),),
            State.CONTRADICTED,
            "Contradicted, with no reply here",
            "opposes",
            B,
            id="contradicted",
        ),
        pytest.param(
            (claim("b", **RIDER, opposes=[link("a")]), claim("c", **CLERK, undercuts=[link("b", quote="said")])),
            State.ANSWERED,
            "Challenged, and answered here",
            "undercuts",
            B,
            id="answered",
        ),
        pytest.param(
            (claim("b", **RIDER, undercuts=[link("c", supports="a")]), claim("c", **CLERK, supports=[link("a")])),
            State.OUTLASTING,
            "Challenged",
            "undercuts",
            B,
            id="outlasting",
        ),
        pytest.param(
            (claim("b", **RIDER, limits=[link("a")]),),
            State.PARTIAL,
            "Said to hold only in part",
            "limits",
            B,
            id="in part",
        ),
        pytest.param(
            (claim("b", **RIDER, rivals=[link("a", differs_in=["base"])]),),
            State.RIVALLED,
            "Other figures stand beside it",
            "rivals",
            B,
            id="other figures",
        ),
    ],
)
def test_each_state_that_is_not_quiet_names_the_other_side(
    entries: tuple[Entry[Any], ...], state: State, says: str, line: str, first: OtherSide
) -> None:
    assert shown(claim("a", **DRIVER), *entries) == Banner(
        says=says,
        mark=MARKS[state],
        line=line,  # type: ignore[arg-type]
        first=first,
        more=0,
    )


def test_words_that_dispute_are_named_by_their_voice() -> None:
    made = shown(claim("a", quotes=[quote(), quote("A rider", stance="disputes")]))
    assert made is not None
    page = Ref(title="disputes it in so many words", address="claims/a/#disputed")
    assert made.first == OtherSide(page=page, by="A rider")


@pytest.mark.parametrize(
    ("names", "by"),
    [(("A rider", "A clerk"), "A clerk and A rider"), (("Una", "Ava", "Bo", "Cy"), "Ava, Bo and 2 more")],
)
def test_of_several_voices_two_are_named(names: tuple[str, ...], by: str) -> None:
    made = shown(claim("a", **DRIVER), claim("b", quotes=[quote(name) for name in names], opposes=[link("a")]))
    assert made is not None
    assert made.first == other("b", by)


def test_what_else_is_said_against_it_is_counted() -> None:
    against = (claim(id_, **RIDER, counts_against=[link("a")]) for id_ in "bcd")
    made = shown(claim("a", **DRIVER), *against)
    assert made is not None
    assert (made.first, made.more) == (B, 2)


def test_an_inferred_claim_names_the_premise_that_is_contested() -> None:
    made = shown(claim("a"), claim("b", **RIDER, supports=[link("a")]), claim("c", **CLERK, counts_against=[link("b")]))
    assert made is not None
    assert (made.says, made.first) == ("Contested", B)


def test_a_claim_that_rests_on_an_open_dispute_names_what_it_rests_on() -> None:
    made = shown(claim("a"), claim("b", **RIDER, supports=[link("a")]), claim("c", **CLERK, opposes=[link("b")]))
    assert made is not None
    assert (made.says, made.first) == ("Open dispute", B)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((claim("a", **DRIVER),), id="not disputed"),
        pytest.param((claim("a"),), id="without evidence"),
        pytest.param(
            (claim("a", thesis=True), claim("b", **RIDER, counts_against=[link("a")]), topic(theses=["a"])),
            id="a thesis",
        ),
    ],
)
def test_what_nobody_speaks_against_has_none(entries: tuple[Entry[Any], ...]) -> None:
    assert shown(*entries) is None
