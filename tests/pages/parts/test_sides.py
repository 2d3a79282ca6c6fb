"""The reasons on each side of a thesis, with what is held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.parts.answering import ShownAnswer
from claimgraph.pages.parts.sides import ShownPoint, Sides, shown_sides
from claimgraph.pages.parts.spoken import Words
from tests.pages.corpora import claim, quote, source, view

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry

LATE = {"claim": "late", "because": "So."}
DRIVER, RIDER, CLERK = (
    Ref(title=f"A {who}", address=f"voices/hearing-a-{who}/") for who in ("driver", "rider", "clerk")
)


def ref(id_: str) -> Ref:
    return Ref(title=f"Title of {id_}", address=f"claims/{id_}/")


def shown(*entries: Entry[Any], **thesis: object) -> View:
    return view(claim("late", thesis=True, **thesis), *entries, source(issued="2021"))


def sides(*entries: Entry[Any], **thesis: object) -> Sides:
    return shown_sides(shown(*entries, **thesis), "late")


def test_a_reason_is_given_in_the_words_of_who_gives_it() -> None:
    (point,) = sides(claim("a", quotes=[quote()], supports=[LATE])).pro.points
    assert point == ShownPoint(
        claim=ref("a"),
        says="",
        words=Words(text="Half of the buses were late.", is_quote=True, by=DRIVER, role="", year="2021"),
        voices=(),
        because="So.",
        partners=(),
        state="",
        is_thesis=False,
        answers=(),
        is_by_contested=False,
    )


def test_the_others_who_say_it_are_named() -> None:
    reason = claim("a", quotes=[quote(), quote("A rider", exact="They came late, all of them.")], supports=[LATE])
    (point,) = sides(reason).pro.points
    assert point.voices == (RIDER,)


def test_what_the_editors_infer_names_those_from_whose_words() -> None:
    inferred = claim("a", supports=[LATE])
    (point,) = sides(inferred, claim("b", quotes=[quote()], supports=[{**LATE, "claim": "a"}])).pro.points
    assert (point.words, point.voices) == (None, (DRIVER,))


def test_further_premises_are_named() -> None:
    steps = [{**LATE, "with": ["b"]}]
    found = sides(claim("a", quotes=[quote()], supports=steps), claim("b", quotes=[quote("A rider")]))
    assert [point.partners for point in found.pro.points] == [(ref("b"),)]
    assert found.pro.count == "1 line of evidence, 2 voices"


def test_a_reason_says_how_it_stands_itself_where_it_is_disputed() -> None:
    reason = claim("a", quotes=[quote()], supports=[LATE])
    against = claim("b", quotes=[quote("A rider")], counts_against=[{**LATE, "claim": "a"}])
    (point,) = sides(reason, against).pro.points
    assert point.state == "Contested: reasons against it stand"


def test_words_that_dispute_a_thesis_are_against_it() -> None:
    found = sides(quotes=[quote(stance="disputes")])
    (point,) = found.con.points
    assert (point.claim, point.says, point.because) == (None, "Disputes it in so many words", "")
    assert point.words is not None
    assert (point.words.by, found.con.count, found.notes.held) == (DRIVER, "1 voice", ())


def test_those_who_hold_a_thesis_are_named() -> None:
    assert sides(quotes=[quote(), quote("A rider", mode="presupposed")]).notes.held == (DRIVER,)


def test_a_claim_that_opposes_a_thesis_is_against_it() -> None:
    (point,) = sides(claim("a", quotes=[quote()], opposes=[LATE])).con.points
    assert (point.claim, point.says, point.because) == (ref("a"), "Cannot be true together with this", "So.")


def test_reasons_for_a_thesis_that_excludes_it_are_against_it() -> None:
    other = claim("early", thesis=True, opposes=[LATE])
    (point,) = sides(
        other, claim("a", quotes=[quote()], supports=[{"claim": "early", "because": "They left early."}])
    ).con.points
    assert point.claim == ref("a")
    assert point.says == "A reason for ‘Title of early’, which cannot be true together with this"
    assert point.because == "They left early."


def test_voices_on_both_sides_are_named() -> None:
    found = sides(claim("a", quotes=[quote()], supports=[LATE]), claim("b", quotes=[quote()], counts_against=[LATE]))
    assert (found.notes.both, found.notes.missing) == ((DRIVER,), "")


@pytest.mark.parametrize(
    ("kind", "missing", "told"),
    [("supports", "against", "Looked for."), ("counts_against", "for", "Looked for."), ("limits", "", "Looked for.")],
)
def test_a_side_that_is_missing_is_named(kind: str, missing: str, told: str) -> None:
    found = sides(claim("a", quotes=[quote()], **{kind: [LATE]}), one_sided="Looked for.")
    assert (found.notes.missing, found.notes.one_sided) == (missing, told)


# What is held against a reason


REASON = {"quotes": [quote("A rider", id="said", rests_on="one-count")]}


@pytest.mark.parametrize("kind", ["supports", "counts_against", "limits"])
def test_a_step_that_is_hit_is_answered(kind: str) -> None:
    doubt = claim("b", quotes=[quote()], undercuts=[{"claim": "a", kind: "late", "because": "Not so."}])
    found = sides(claim("a", **REASON, **{kind: [LATE]}), doubt)
    side = {"supports": found.pro, "counts_against": found.con, "limits": found.limits}[kind]
    assert (side.points, side.count) == ((), "")
    (point,) = side.answered
    assert point.answers == (ShownAnswer(says="Doubted by", claim=ref("b"), because="Not so."),)


def test_a_doubt_that_does_not_hold_says_how_it_stands() -> None:
    entries = (
        claim("a", **REASON, supports=[LATE]),
        claim("b", quotes=[quote(id="b")], undercuts=[{"claim": "a", "supports": "late", "because": "Not so."}]),
        claim("c", quotes=[quote("A clerk")], undercuts=[{"claim": "b", "quote": "b", "because": "Nor that."}]),
    )
    (point,) = sides(*entries).pro.points
    assert point.answers == (
        ShownAnswer(says="Doubted by", claim=ref("b"), because="Not so.", state="Contradicted, with no reply here"),
    )


@pytest.mark.parametrize("part", [{"quote": "said"}, {"rests_on": "one-count"}])
def test_a_premise_whose_evidence_is_hit_is_answered(part: dict[str, str]) -> None:
    doubt = claim("b", quotes=[quote()], undercuts=[{"claim": "a", **part, "because": "Not so."}])
    (point,) = sides(claim("a", **REASON, supports=[LATE]), doubt).pro.answered
    assert point.answers == (ShownAnswer(says="Doubted by", claim=ref("b"), because="Not so."),)


def test_a_further_premise_that_is_false_is_named() -> None:
    steps = [{**LATE, "with": ["p"]}]
    doubt = claim("b", quotes=[quote()], undercuts=[{"claim": "p", "quote": "said", "because": "Not so."}])
    (point,) = sides(claim("a", quotes=[quote("A clerk")], supports=steps), claim("p", **REASON), doubt).pro.answered
    assert point.answers == (ShownAnswer(says="‘Title of p’ is doubted by", claim=ref("b"), because="Not so."),)


def test_a_premise_that_rests_on_what_is_false_says_on_what() -> None:
    entries = (
        claim("a", supports=[LATE]),
        claim("p", **REASON, supports=[{**LATE, "claim": "a"}]),
        claim("b", quotes=[quote()], undercuts=[{"claim": "p", "quote": "said", "because": "Not so."}]),
    )
    (point,) = sides(*entries).pro.answered
    assert point.answers == (ShownAnswer(says="Rests on what is contradicted", claim=ref("p"), because=""),)


@pytest.mark.parametrize("part", [{"quote": "no"}, {"rests_on": "one-count"}])
def test_words_that_dispute_can_be_answered(part: dict[str, str]) -> None:
    doubt = claim("b", quotes=[quote("A rider")], undercuts=[{"claim": "late", **part, "because": "Not so."}])
    words = [quote(stance="disputes", id="no", rests_on="one-count")]
    (point,) = sides(doubt, quotes=words).con.answered
    assert point.answers == (ShownAnswer(says="Doubted by", claim=ref("b"), because="Not so."),)


@pytest.mark.parametrize("turned", [False, True])
def test_a_conflict_that_is_hit_is_answered(turned: bool) -> None:  # noqa: FBT001
    one, other = ("late", "a") if turned else ("a", "late")
    doubt = claim("b", quotes=[quote()], undercuts=[{"claim": one, "opposes": other, "because": "Both can be."}])
    (point,) = sides(claim("a", **REASON, opposes=[LATE]), doubt).con.answered
    assert point.answers == (ShownAnswer(says="Doubted by", claim=ref("b"), because="Both can be."),)


def test_what_is_answered_by_what_is_contested_says_so() -> None:
    entries = (
        claim("a", **REASON, supports=[LATE]),
        claim("b", quotes=[quote()], undercuts=[{"claim": "a", "supports": "late", "because": "Not so."}]),
        claim("c", quotes=[quote("A clerk")], counts_against=[{**LATE, "claim": "b"}]),
    )
    (point,) = sides(*entries).pro.answered
    assert point.is_by_contested


def test_a_premise_that_words_dispute_names_who_says_them() -> None:
    words = [quote("A rider", id="said"), quote("A clerk", stance="disputes")]
    doubt = claim("b", quotes=[quote()], undercuts=[{"claim": "a", "quote": "said", "because": "Not so."}])
    (point,) = sides(claim("a", supports=[LATE], quotes=words), doubt).pro.answered
    assert point.answers == (
        ShownAnswer(says="Disputed by", claim=Ref(title="words of A clerk", address=None), because=""),
        ShownAnswer(says="Doubted by", claim=ref("b"), because="Not so."),
    )
