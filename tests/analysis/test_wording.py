"""The analysis in words."""

from __future__ import annotations

import pytest

from claimgraph.analysis.changing import Action, Kind, prospect
from claimgraph.analysis.reliance import Reliance
from claimgraph.analysis.wording import action_in_words, change_in_words, found_in_words, reliance_in_words
from claimgraph.standing.debate import debate_of
from tests.standing.debates import told

NAMES = told("a: Ann, -Ben, cited Report, -cited Study\nb: Ben\nc: Carl\nd: Dan\ne: Eve")


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Action(kind=Kind.ANSWER_OPPOSITION, claim="a", by="b"), "answer the opposition between ‘A’ and ‘B’"),
        (Action(kind=Kind.ANSWER_DISPUTE, claim="a", item=1), "answer the words of Ben that dispute ‘A’"),
        (
            Action(kind=Kind.ANSWER_DISPUTE, claim="a", item=3),
            "answer the finding cited from ‘Study’ that disputes ‘A’",
        ),
        (Action(kind=Kind.ANSWER_UNDERCUT, claim="a", by="b"), "answer ‘B’, which casts doubt on grounds of ‘A’"),
        (
            Action(kind=Kind.REMOVE_REPLY, claim="a", by="c", against="b"),
            "take away ‘C’ as a reply to the opposition between ‘A’ and ‘B’",
        ),
        (
            Action(kind=Kind.REMOVE_REPLY, claim="a", by="c", item=1),
            "take away ‘C’ as a reply to the words of Ben that dispute ‘A’",
        ),
        (Action(kind=Kind.REMOVE_EVIDENCE, claim="a", item=0), "take away the words of Ann for ‘A’"),
        (Action(kind=Kind.REMOVE_EVIDENCE, claim="a", item=2), "take away the finding cited from ‘Report’ for ‘A’"),
        (Action(kind=Kind.REMOVE_SUPPORT, claim="a", by="b"), "take away ‘B’ as a reason for ‘A’"),
    ],
)
def test_actions(action: Action, expected: str) -> None:
    assert action_in_words(action, NAMES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Ann\nb: Ben, Bea\nb x a", "It takes one thing to change whether it stands, and there are 2 ways."),
        ("a: Ann, Ada", "It takes 2 things together to change whether it stands, and there is 1 way."),
        ("a: Ann, Ada, Eve, Amy", "Nothing short of 4 things done to what is recorded here changes whether it stands."),
        (
            "a:",
            "It takes evidence for it to stand: words or a finding that assert it, or evidence for a reason.",
        ),
        (
            "a: Ann\n" + "\n".join(f"b{n}: Ben\nb{n} x a" for n in range(250)),
            "It hangs on too much for a search for what would change whether it stands.",
        ),
        (
            "\n".join(
                [*(f"b{n}:\nb{n} -> b{n + 1}" for n in range(1, 15)), "b15:", "a:", "b15 -> a", "b: Ben", "b -> b1"]
            ),
            "It takes one thing to change whether it stands, and there are 17 ways, of which 12 are shown.",
        ),
    ],
)
def test_how_far_was_searched(text: str, expected: str) -> None:
    debate = told(text)
    assert found_in_words(prospect(debate_of(debate.corpus, debate.verdicts), "a")) == expected


def test_a_change_with_the_label_that_it_gives() -> None:
    debate = told("a: Ann, Ada")
    (change,) = prospect(debate_of(debate.corpus, debate.verdicts), "a").changes
    assert change_in_words(change, debate) == (
        "take away the words of Ann for ‘A’; and take away the words of Ada for ‘A’: then it has no evidence"
    )


def test_what_depends_on_a_claim() -> None:
    assert reliance_in_words(Reliance(claim="a"), NAMES) == ""
    assert reliance_in_words(Reliance(claim="a", falls=("b",), rises=("c", "d"), weakens=("e",)), NAMES) == (
        "If it fell, ‘B’ would no longer stand. If it fell, ‘C’ and ‘D’ would stand. "
        "If it fell, ‘E’ would only lose a reason."
    )
    assert reliance_in_words(Reliance(claim="x", falls=("a", "b", "c", "d", "e")), NAMES) == (
        "If it fell, ‘A’, ‘B’, ‘C’ and 2 more would no longer stand."
    )
