"""The banner of a claim that somebody speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.model.standing import State
from claimgraph.pages.claim.banner import Banner, banner
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


@pytest.mark.parametrize(
    ("entries", "state", "says", "line", "by"),
    [
        pytest.param(
            (claim("b", **RIDER, opposes=[link("a")]),),
            State.OPEN,
            "Open dispute",
            "opposes",
            "with A rider",
            id="open",
        ),
        pytest.param(
            (claim("b", **RIDER, counts_against=[link("a")]),),
            State.CONTESTED,
            "Contested",
            "counts_against",
            "Against it: A rider",
            id="contested",
        ),
        pytest.param(
            (claim("b", **RIDER, undercuts=[link("a", quote="said")]),),
            State.CONTRADICTED,
            "Contradicted, with no reply here",
            "opposes",
            "by A rider",
            id="contradicted",
        ),
        pytest.param(
            (claim("b", **RIDER, opposes=[link("a")]), claim("c", **CLERK, undercuts=[link("b", quote="said")])),
            State.ANSWERED,
            "Challenged, and answered here",
            "undercuts",
            "by A rider",
            id="answered",
        ),
        pytest.param(
            (claim("b", **RIDER, undercuts=[link("c", supports="a")]), claim("c", **CLERK, supports=[link("a")])),
            State.OUTLASTING,
            "Challenged",
            "undercuts",
            "by A rider",
            id="outlasting",
        ),
        pytest.param(
            (claim("b", **RIDER, limits=[link("a")]),),
            State.PARTIAL,
            "Said to hold only in part",
            "limits",
            "by A rider",
            id="in part",
        ),
        pytest.param(
            (claim("b", **RIDER, rivals=[link("a", differs_in=["base"])]),),
            State.RIVALLED,
            "Other figures stand beside it",
            "rivals",
            "from A rider",
            id="other figures",
        ),
    ],
)
def test_each_state_that_is_not_quiet_names_the_other_side(
    entries: tuple[Entry[Any], ...], state: State, says: str, line: str, by: str
) -> None:
    assert shown(claim("a", **DRIVER), *entries) == Banner(
        says=says,
        mark=MARKS[state],
        line=line,  # type: ignore[arg-type]
        by=by,
        section=line if line in {"limits", "rivals"} else "against",
    )


def test_words_that_dispute_are_named_by_their_voice() -> None:
    made = shown(claim("a", quotes=[quote(), quote("A rider", stance="disputes")]))
    assert made is not None
    assert (made.by, made.section) == ("with A rider", "against")


@pytest.mark.parametrize(
    ("names", "by"),
    [(("A rider", "A clerk"), "with A clerk and A rider"), (("Una", "Ava", "Bo", "Cy"), "with Ava, Bo and 2 more")],
)
def test_of_several_voices_two_are_named(names: tuple[str, ...], by: str) -> None:
    made = shown(claim("a", **DRIVER), claim("b", quotes=[quote(name) for name in names], opposes=[link("a")]))
    assert made is not None
    assert made.by == by


def test_a_voice_behind_several_claims_is_named_once() -> None:
    against = (claim(id_, **RIDER, counts_against=[link("a")]) for id_ in "bcd")
    made = shown(claim("a", **DRIVER), *against)
    assert made is not None
    assert made.by == "Against it: A rider"


def test_an_inferred_claim_leads_to_the_reasons_for_it() -> None:
    made = shown(claim("a"), claim("b", **RIDER, supports=[link("a")]), claim("c", **CLERK, counts_against=[link("b")]))
    assert made is not None
    assert (made.says, made.by, made.section) == ("Contested", "Against it: A rider", "for")


def test_a_claim_that_rests_on_an_open_dispute_leads_to_the_reasons_for_it() -> None:
    made = shown(claim("a"), claim("b", **RIDER, supports=[link("a")]), claim("c", **CLERK, opposes=[link("b")]))
    assert made is not None
    assert (made.says, made.by, made.section) == ("Open dispute", "with A rider", "for")


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
