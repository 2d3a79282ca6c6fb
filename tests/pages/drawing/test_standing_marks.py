"""The mark of each standing."""

from __future__ import annotations

from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS


def test_every_state_has_a_mark_in_the_order_of_states() -> None:
    assert list(MARKS) == list(State)


def test_no_two_marks_have_one_form() -> None:
    assert len({(mark.outline, mark.filled, mark.dash) for mark in MARKS.values()}) == len(State)
