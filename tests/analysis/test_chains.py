"""Trees of reasons, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.analysis.chains import Chains, Reason, Role
from claimgraph.model.standing import Force, State
from tests.standing.debates import told
from tests.standing.invented import invented

if TYPE_CHECKING:
    from collections.abc import Iterator


def tree(text: str, claim: str = "a", depth: int = 4, width: int = 8) -> Reason:
    debate = told(text)
    reasons = {id_: f"Why {id_}." for id_ in debate.standings}
    return Chains(debate.corpus, debate.standings, reasons).of(claim, depth=depth, width=width)


def drawn(reason: Reason, depth: int = 0) -> Iterator[str]:
    """Draw a tree as indented lines."""
    name = reason.claim if reason.item is None else f"{reason.claim}.{reason.item}"
    force = f" {reason.force}" if reason.force is not None else ""
    again = " again" if reason.is_repeated else ""
    more = f" +{reason.left_out}" if reason.left_out else ""
    yield f"{'  ' * depth}{reason.role} {name}{force}{again}{more}"
    for child in reason.children:
        yield from drawn(child, depth + 1)


def test_a_claim_without_challenge() -> None:
    assert tree("a: Ann") == Reason(
        claim="a", role=Role.ITSELF, state=told("a: Ann").standings["a"].state, why="Why a."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben\nb x a", "itself a\n  opposes b undecided", id="opposed, and not back again"),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nb x a\nc ~ b.0",
            "itself a\n  opposes b answered\n    undercuts c holds",
            id="answered at its grounds",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nb x a\nc ~ a x b",
            "itself a\n  opposes b answered\n    replies to c holds",
            id="answered itself",
        ),
        pytest.param(
            "a: Ann, -Ben\nc: Carl\nc ~ a.1",
            "itself a\n  disputes a.1 answered\n    replies to c holds",
            id="words that dispute",
        ),
        pytest.param(
            "a:\nb: Ben\nc: Carl\nb -> a\nc ~ b.0",
            "itself a\n  is a reason for b\n    undercuts c holds",
            id="rests on what fails",
        ),
        pytest.param("a:\nb: Ben\nc:\nb -> a\nc -> a", "itself a\n  is a reason for b", id="inferred from what stands"),
        pytest.param("a: Ann\nb: Ben\nb -> a", "itself a", id="quoted, and supported"),
        pytest.param(
            "a: Ann\nb: Ben\nb ~ a.0\na ~ b.0",
            "itself a\n  undercuts b undecided\n    undercuts a undecided again",
            id="a circle ends",
        ),
        pytest.param(
            "a: Ann, Ada\nb: Ben\nc: Carl\nd: Dan\nb ~ a.0\nc ~ a.1\nd ~ b.0\nd ~ c.0",
            "itself a\n  undercuts b answered\n    undercuts d holds\n"
            "  undercuts c answered\n    undercuts d holds again",
            id="twice in the tree",
        ),
    ],
)
def test_trees(text: str, expected: str) -> None:
    assert "\n".join(drawn(tree(text))) == expected


def test_reasons_stand_as_near_to_the_top_as_they_can() -> None:
    text = "a: Ann, Ada\nb: Ben\nc: Carl\nd: Dan\nc ~ b.0\nb ~ a.0\nc ~ a.1\nd ~ c.0"
    assert "\n".join(drawn(tree(text))) == (
        "itself a\n  undercuts b holds\n    undercuts c answered again\n  undercuts c answered\n    undercuts d holds"
    )


def test_bounds() -> None:
    text = "a: Ann\n" + "\n".join(f"b{n}: Ben\nb{n} ~ a.0" for n in range(5)) + "\nc: Carl\nc ~ b0.0"
    assert "\n".join(drawn(tree(text, depth=1, width=3))) == (
        "itself a +2\n  undercuts b1 holds\n  undercuts b2 holds\n  undercuts b3 holds"
    )
    assert "\n".join(drawn(tree(text, depth=0))) == "itself a +5"


def test_an_undercut_of_a_reason_is_told_apart() -> None:
    top = tree("a: Ann, Ada\nb: Ben\nc: Carl\nd: Dan\nb -> a\nc ~ b -> a\nd ~ a.0")
    assert [(child.claim, child.is_of_steps) for child in top.children] == [("c", True), ("d", False)]


def test_why_and_force_and_state() -> None:
    top = tree("a: Ann, -Ada\nb: Ben\nb x a")
    words, opponent = top.children
    assert (words.why, words.state, words.force) == ("", None, Force.UNDECIDED)
    assert (opponent.why, opponent.state, opponent.force) == ("Why b.", State.OPEN, Force.UNDECIDED)


def places(reason: Reason, depth: int = 0) -> Iterator[tuple[Reason, int]]:
    yield reason, depth
    for child in reason.children:
        yield from places(child, depth + 1)


def test_whatever_the_debate_each_claim_has_its_reasons_once() -> None:
    for number in range(600):
        text = invented(f"tree {number}")
        for id_ in told(text).corpus.claims:
            every = list(places(tree(text, id_)))
            explained = [place.claim for place, _ in every if place.why]
            assert len(explained) == len(set(explained)), (id_, text)
            assert all(depth <= 4 and len(place.children) <= 8 for place, depth in every), (id_, text)
            assert {place.claim for place, _ in every} == set(explained), (id_, text)
