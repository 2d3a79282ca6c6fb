"""The standing of a claim as pages show it: its state in words, the state's mark, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.drawing.standing_marks import MARKS

if TYPE_CHECKING:
    from claimgraph.index.view import View
    from claimgraph.pages.drawing.standing_marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStanding:
    """The standing of a claim: its state in words, the state's mark, and the reason in a few sentences."""

    state: str
    mark: Mark
    reason: str


def shown_standing(view: View, claim_id: str) -> ShownStanding:
    """Return the standing of a claim."""
    state = view.analysis.standings[claim_id].state
    return ShownStanding(state=state.value, mark=MARKS[state], reason=view.analysis.reasons[claim_id])
