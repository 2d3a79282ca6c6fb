"""How a claim stands, as pages show it: the state in words and as a form, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.drawing.standing_marks import MARKS

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.pages.drawing.standing_marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStanding:
    """How a claim stands: its state in words, the mark of that, and why in a sentence or a few."""

    state: str
    mark: Mark
    reason: str


def shown_standing(view: View, claim_id: str) -> ShownStanding:
    """Return how a claim stands."""
    state = view.analysis.standings[claim_id].state
    return ShownStanding(state=state.value, mark=MARKS[state], reason=view.analysis.reasons[claim_id])
