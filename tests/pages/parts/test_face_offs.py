"""Face-offs: a thesis with the strongest reason on each side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.face_offs import Corner, FaceOff, face_off, open_ends
from claimgraph.pages.parts.spoken import Words
from tests.pages.corpora import citation, claim, quote, source, view

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry

LATE = {"claim": "late", "because": "So."}
WHOLE = "Half of all the buses that ran were late."
OTHER = "The other half of all the buses came on time."
DRIVER = Ref(title="A driver", address="voices/hearing-a-driver/")

BOTH = (claim("b", quotes=[quote("A rider", exact=OTHER)], counts_against=[LATE]),)


def ref(id_: str) -> Ref:
    return Ref(title=f"Title of {id_}", address=f"claims/{id_}/")


def shown(*entries: Entry[Any], **thesis: object) -> View:
    return view(claim("late", thesis=True, **thesis), *entries, source(issued="2021"))


def chosen(*entries: Entry[Any], is_short: bool = False) -> str:
    """The claim that stands for the side that is for the thesis."""
    corner = face_off(shown(*entries), "late", is_short=is_short).pro
    assert corner is not None
    assert corner.claim is not None
    return corner.claim.title.removeprefix("Title of ")


def test_each_side_has_its_strongest_reason_in_the_words_of_who_gives_it() -> None:
    found = face_off(
        shown(
            claim("a", quotes=[quote(exact=WHOLE)], supports=[LATE]),
            claim("b", quotes=[quote("A rider", exact=OTHER)], counts_against=[LATE]),
            crux="One side counts all; the other those that ran.",
        ),
        "late",
    )
    pro = Words(text=WHOLE, is_quote=True, by=DRIVER, role="", year="2021")
    rider = Ref(title="A rider", address="voices/hearing-a-rider/")
    con = Words(text=OTHER, is_quote=True, by=rider, role="", year="2021")
    assert found == FaceOff(
        anchor="thesis-late",
        title="Title of late",
        address="claims/late/",
        assertion=found.assertion,
        state="Reasons on both sides",
        mark=MARKS[State.BOTH_SIDES],
        pro=Corner(voices=1, count="1 reason, from 1 voice", claim=ref("a"), words=pro),
        con=Corner(voices=1, count="1 reason, from 1 voice", claim=ref("b"), words=con),
        crux="One side counts all; the other those that ran.",
    )


def test_the_reasons_of_a_claim_that_is_no_thesis_say_why_they_are_reasons() -> None:
    found = face_off(view(claim("late", quotes=[quote()]), *BOTH, source()), "late")
    assert found.con is not None
    assert (found.pro, found.con.because) == (None, "So.")


def test_a_side_without_a_reason_has_no_corner() -> None:
    found = face_off(shown(claim("a", quotes=[quote()], supports=[LATE])), "late")
    assert (found.pro is None, found.con) == (False, None)


def test_an_answered_reason_is_not_shown() -> None:
    step = {"claim": "a", "supports": "late", "because": "So."}
    answer = claim("b", quotes=[quote("A rider", exact=OTHER)], undercuts=[step])
    assert face_off(shown(claim("a", quotes=[quote(exact=WHOLE)], supports=[LATE]), answer), "late").pro is None


def test_words_that_dispute_stand_for_a_side_by_themselves() -> None:
    found = face_off(shown(quotes=[quote(exact=WHOLE, stance="disputes")]), "late").con
    words = Words(text=WHOLE, is_quote=True, by=DRIVER, role="", year="2021")
    assert found == Corner(voices=1, count="1 reason, from 1 voice", claim=None, words=words)


@pytest.mark.parametrize(
    "weaker",
    [
        claim("a", citations=[citation(finding=WHOLE)], supports=[LATE]),
        claim("a", quotes=[quote(exact="half of all the buses that ran were late.")], supports=[LATE]),
        claim("a", quotes=[quote(exact="Half of the buses were late.")], supports=[LATE]),
        claim("a", supports=[LATE]),
    ],
    ids=["told in our words", "part of a sentence", "few words", "inferred"],
)
def test_whole_sentences_of_a_speaker_come_before(weaker: Entry[Any]) -> None:
    ground = claim("ground", quotes=[quote("A clerk", exact=OTHER)], supports=[{"claim": "a", "because": "So."}])
    assert chosen(weaker, ground, claim("z", quotes=[quote(exact=WHOLE)], supports=[LATE])) == "z"


def test_what_nobody_disputes_comes_before() -> None:
    doubt = claim("c", quotes=[quote("A rider", exact=OTHER)], counts_against=[{"claim": "a", "because": "So."}])
    first, second = (claim(id_, quotes=[quote(exact=WHOLE)], supports=[LATE]) for id_ in ("a", "b"))
    assert (chosen(first, second), chosen(first, second, doubt)) == ("a", "b")


def test_on_a_small_screen_short_words_come_first() -> None:
    long = claim("a", quotes=[quote(exact=f"{WHOLE} {OTHER} {WHOLE}")], supports=[LATE])
    short = claim("b", quotes=[quote(exact=OTHER)], supports=[LATE])
    doubt = claim("c", quotes=[quote("A rider", exact=WHOLE)], counts_against=[{"claim": "b", "because": "So."}])
    assert (chosen(long, short, doubt), chosen(long, short, doubt, is_short=True)) == ("a", "b")


def test_open_ends_are_the_strongest_reasons_that_nothing_answers() -> None:
    doubt = claim("c", quotes=[quote("A clerk", exact=OTHER)], counts_against=[{"claim": "b", "because": "So."}])
    reasons = (
        claim("a", quotes=[quote(exact=WHOLE)], supports=[LATE]),
        claim("b", quotes=[quote("A rider", exact=OTHER)], counts_against=[LATE]),
    )
    assert list(open_ends(shown(*reasons), "late")) == [ref("a"), ref("b")]
    assert list(open_ends(shown(*reasons, doubt), "late")) == [ref("a")]
