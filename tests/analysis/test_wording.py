"""The analysis in words."""

from __future__ import annotations

import pytest

from claimgraph.analysis.changing import Action, Change, Kind, prospect
from claimgraph.analysis.reliance import Reliance
from claimgraph.analysis.wording import change_in_words, found_in_words, reliance_in_words
from claimgraph.model.standing import Label
from claimgraph.standing.debate import debate_of
from tests.standing.debates import told

NAMES = told("a: Ann, -Ben, cited Report, -cited Study\nb: Ben\nc: Carl\nd: Dan\ne: Eve")


@pytest.mark.parametrize(
    ("action", "of_a", "of_b"),
    [
        (
            Action(kind=Kind.ANSWER_OPPOSITION, claim="a", by="b"),
            "somebody showed that it and ‘B’ can both be true",
            "somebody showed that ‘A’ and it can both be true",
        ),
        (
            Action(kind=Kind.ANSWER_DISPUTE, claim="a", item=1),
            "somebody answered what Ben says against it",
            "somebody answered what Ben says against ‘A’",
        ),
        (
            Action(kind=Kind.ANSWER_DISPUTE, claim="a", item=3),
            "somebody answered what ‘Study’ says against it",
            "somebody answered what ‘Study’ says against ‘A’",
        ),
        (
            Action(kind=Kind.ANSWER_UNDERCUT, claim="a", by="b"),
            "somebody answered the doubt that ‘B’ casts on it",
            "somebody answered the doubt that it casts on ‘A’",
        ),
        (
            Action(kind=Kind.REMOVE_REPLY, claim="a", by="c", against="b"),
            "‘C’ no longer showed that it and ‘B’ can both be true",
            "‘C’ no longer showed that ‘A’ and it can both be true",
        ),
        (
            Action(kind=Kind.REMOVE_REPLY, claim="a", by="c", item=1),
            "‘C’ no longer answered what Ben says against it",
            "‘C’ no longer answered what Ben says against ‘A’",
        ),
        (Action(kind=Kind.REMOVE_EVIDENCE, claim="a", item=0), "it lost the words of Ann", "‘A’ lost the words of Ann"),
        (
            Action(kind=Kind.REMOVE_EVIDENCE, claim="a", item=2),
            "it lost the finding from ‘Report’",
            "‘A’ lost the finding from ‘Report’",
        ),
        (
            Action(kind=Kind.REMOVE_SUPPORT, claim="a", by="b"),
            "‘B’ no longer gave a reason for it",
            "it no longer gave a reason for ‘A’",
        ),
    ],
)
def test_actions(action: Action, of_a: str, of_b: str) -> None:
    change = Change(deeds=(action,), label=Label.IN)
    assert change_in_words(change, "a", NAMES) == f"If {of_a}, it would stand."
    assert change_in_words(change, "b", NAMES) == f"If {of_b}, it would stand."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Ann\nb: Ben, Bea\nb x a", "Any one of 2 changes would alter whether it stands."),
        ("a: Ann\nb: Ben\nb x a\nd: Dan, Don\nd x a", "One change would alter whether it stands."),
        ("a: Ann, Ada", "Two changes together would alter whether it stands."),
        (
            "a: Ann, Ada\nb: Ben\nb x a\nd: Dan\nd x a",
            "Two changes together would alter whether it stands, in 5 ways.",
        ),
        ("a: Ann, Ada, Eve, Amy", "It would take more than three changes to alter whether it stands."),
        ("a:", "Nothing here is evidence for it. A quote or source that says so, or a reason with evidence, would be."),
        (
            "a: Ann\n" + "\n".join(f"b{n}: Ben\nb{n} x a" for n in range(250)),
            "Too many other claims bear on it to work out what would change whether it stands.",
        ),
        (
            "\n".join(
                [*(f"b{n}:\nb{n} -> b{n + 1}" for n in range(1, 15)), "b15:", "a:", "b15 -> a", "b: Ben", "b -> b1"]
            ),
            "Any one of 17 changes would alter whether it stands. Here are the first 12.",
        ),
    ],
)
def test_how_far_was_searched(text: str, expected: str) -> None:
    debate = told(text)
    assert found_in_words(prospect(debate_of(debate.corpus, debate.verdicts), "a")) == expected


def test_a_change_of_several_things() -> None:
    debate = told("a: Ann, Ada")
    (change,) = prospect(debate_of(debate.corpus, debate.verdicts), "a").changes
    assert change_in_words(change, "a", debate) == (
        "If it lost the words of Ann and it lost the words of Ada, it would have no evidence."
    )


def test_what_depends_on_a_claim() -> None:
    assert reliance_in_words(Reliance(claim="a"), NAMES) == ""
    assert reliance_in_words(Reliance(claim="a", falls=("b",), rises=("c", "d"), weakens=("e",)), NAMES) == (
        "Without it, ‘B’ would no longer stand; ‘C’ and ‘D’ would stand; ‘E’ would have one reason fewer."
    )
    assert reliance_in_words(Reliance(claim="x", falls=("a", "b", "c", "d", "e")), NAMES) == (
        "Without it, ‘A’, ‘B’, ‘C’ and 2 more would no longer stand."
    )
    assert reliance_in_words(Reliance(claim="x", weakens=("a", "b")), NAMES) == (
        "Without it, ‘A’ and ‘B’ would each have one reason fewer."
    )
