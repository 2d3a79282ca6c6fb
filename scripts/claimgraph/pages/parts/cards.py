"""A claim as lists of claims show it: with its assertion and its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import claim_address
from claimgraph.index.evidence_line import evidence_line
from claimgraph.index.wording import kind_in_words, period_in_words
from claimgraph.pages.drawing.standing_marks import MARKS

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.pages.drawing.standing_marks import Mark

THESIS: Final = "thesis, worded by the editors"
"""The kind of a thesis in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in a list; `mark` is the mark of its state."""

    title: str
    address: str
    assertion: str
    kind: str
    scope: str
    evidence: str
    state: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A claim that is named with its assertion."""

    title: str
    address: str
    assertion: str


def card(view: View, claim_id: str) -> Card:
    """Return the card of a claim."""
    claim, state = view.corpus.claims[claim_id].record, view.analysis.standings[claim_id].state
    return Card(
        title=claim.title,
        address=claim_address(claim_id),
        assertion=claim.assertion,
        kind=THESIS if claim.thesis else kind_in_words(claim.kind),
        scope=f"{claim.scope.place}, {period_in_words(claim.scope.period)}",
        evidence=evidence_line(view, claim_id),
        state=state.value,
        mark=MARKS[state],
    )


def other(view: View, claim_id: str) -> Other:
    """Return a claim to be named with its assertion."""
    claim = view.corpus.claims[claim_id].record
    return Other(title=claim.title, address=claim_address(claim_id), assertion=claim.assertion)
