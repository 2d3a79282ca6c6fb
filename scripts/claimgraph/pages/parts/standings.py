"""The standing of a claim as pages show it: its state in words, the state's mark, and the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.pages.drawing.standing_marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

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


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many claims are in a state: the state in words, its mark, and the number, at least 1."""

    state: str
    mark: Mark
    count: int


def counted_states(view: View, claim_ids: Iterable[str]) -> tuple[StateCount, ...]:
    """Return the states that claims are in, in the order of the marks."""
    count = Counter(view.analysis.standings[id_].state for id_ in claim_ids)
    return tuple(
        StateCount(state=state.value, mark=mark, count=count[state]) for state, mark in MARKS.items() if count[state]
    )
