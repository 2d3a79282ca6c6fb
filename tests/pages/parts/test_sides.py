"""Who stands on both sides of a thesis, what is missing on one, and why a reason bears on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimgraph.index.addresses import Ref
from claimgraph.pages.parts.sides import SideNotes, bearing, because, makers_of, side_notes
from tests.pages.corpora import claim, quote, source, view

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.model.corpus import Entry

LATE = {"claim": "late", "because": "So."}
DRIVER = Ref(title="A driver", address="voices/hearing-a-driver/")


def shown(*entries: Entry[Any], **thesis: object) -> View:
    return view(claim("late", thesis=True, **thesis), *entries, source(issued="2021"))


def notes(*entries: Entry[Any], **thesis: object) -> SideNotes:
    return side_notes(shown(*entries, **thesis), "late")


def test_those_who_hold_a_thesis_are_named() -> None:
    assert notes(quotes=[quote(), quote("A rider", mode="presupposed")]).held == (DRIVER,)
    assert notes(quotes=[quote(stance="disputes")]).held == ()


def test_voices_on_both_sides_are_named() -> None:
    found = notes(claim("a", quotes=[quote()], supports=[LATE]), claim("b", quotes=[quote()], counts_against=[LATE]))
    assert (found.both, found.missing) == ((DRIVER,), "")


@pytest.mark.parametrize(("kind", "missing"), [("supports", "against"), ("counts_against", "for"), ("limits", "")])
def test_a_side_that_is_missing_is_named(kind: str, missing: str) -> None:
    found = notes(claim("a", quotes=[quote()], **{kind: [LATE]}), one_sided="Looked for.")
    assert (found.missing, found.one_sided) == (missing, "Looked for.")


def test_the_claims_that_give_reasons_or_limits_are_known() -> None:
    reasons = (claim(kind, quotes=[quote()], **{kind: [LATE]}) for kind in ("supports", "opposes", "limits"))
    assert makers_of(shown(*reasons, claim("other", quotes=[quote()])), "late") == {"supports", "opposes", "limits"}


def test_a_reason_in_the_list_of_its_side_says_no_more() -> None:
    found = shown(claim("a", quotes=[quote()], supports=[LATE]))
    (point,) = found.analysis.standings["late"].pro.points
    assert (bearing(found, point), because(found, "late", point)) == ("", "So.")


def test_a_claim_that_opposes_a_thesis_says_so() -> None:
    found = shown(claim("a", quotes=[quote()], opposes=[LATE]))
    (point,) = found.analysis.standings["late"].con.points
    assert (bearing(found, point), because(found, "late", point)) == ("Cannot be true together with this", "So.")


def test_a_reason_for_a_thesis_that_excludes_it_says_for_which() -> None:
    found = shown(
        claim("early", thesis=True, opposes=[LATE]),
        claim("a", quotes=[quote()], supports=[{"claim": "early", "because": "They left early."}]),
    )
    (point,) = found.analysis.standings["late"].con.points
    assert (bearing(found, point), because(found, "late", point)) == (
        "A reason for ‘Title of early’, which cannot be true together with this",
        "They left early.",
    )
