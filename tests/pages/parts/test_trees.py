"""The argument about a thesis as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from claimgraph.pages.parts.trees import DEPTH, Branch, trees
from tests.pages.corpora import claim, quote, source, view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.model.corpus import Entry

LATE = {"claim": "late", "because": "So."}
Told: TypeAlias = "tuple[str, str, list[Any]]"


def told(branches: Sequence[Branch]) -> list[Told]:
    """What each branch says, and its claim, with its branches."""
    return [
        (branch.says, branch.claim.title.removeprefix("Title of ") if branch.claim else "", told(branch.branches))
        for branch in branches
    ]


def grown(*entries: Entry[Any], **thesis: object) -> tuple[list[Told], list[Told], list[Told]]:
    found = trees(view(claim("late", thesis=True, **thesis), *entries, source(issued="2021")), "late")
    return told(found.pro), told(found.con), told(found.limits)


def reason(id_: str, speaker: str = "A driver", **links: object) -> Entry[Any]:
    return claim(id_, quotes=[quote(speaker, exact=f"These are the words of {id_}.")], **links)


def on(id_: str) -> list[dict[str, str]]:
    return [{"claim": id_, "because": "So."}]


def test_a_reason_has_its_own_reasons_as_deep_as_they_go() -> None:
    deep = grown(
        reason("a", supports=[LATE]),
        reason("b", supports=on("a")),
        reason("c", "A rider", counts_against=on("b")),
        reason("d", limits=on("c")),
    )
    limit: Told = ("Where it is said not to hold", "d", [])
    assert deep == ([("", "a", [("For it", "b", [("Against it", "c", [limit])])])], [], [])


def test_every_side_has_its_reasons() -> None:
    sides = grown(
        reason("a", supports=[LATE]),
        reason("b", "A rider", counts_against=[LATE]),
        reason("c", opposes=[LATE]),
        reason("d", limits=[LATE]),
        quotes=[quote("A clerk", exact="They are not late at all.", stance="disputes")],
    )
    against: list[Told] = [
        ("", "b", []),
        ("Cannot be true together with this", "c", []),
        ("Disputes it in so many words", "", []),
    ]
    assert (sides[0], sorted(sides[1], key=lambda each: each[1] or "~"), sides[2]) == (
        [("", "a", [])],
        against,
        [("", "d", [])],
    )


def test_what_answers_a_step_or_doubts_words_is_a_branch() -> None:
    step = {"claim": "a", "supports": "late", "because": "So."}
    words = {"claim": "a", "quote": "q", "because": "So."}
    pro, _, _ = grown(
        claim("a", quotes=[{**quote(exact="These are the words of a."), "id": "q"}], supports=[LATE]),
        reason("b", "A rider", undercuts=[step]),
        reason("c", "A rider", undercuts=[words]),
        reason("d", "A rider", opposes=on("a")),
    )
    (branch,) = pro
    assert branch[:2] == ("", "a")
    assert sorted(branch[2]) == [
        ("Cannot be true together with it", "d", []),
        ("Casts doubt on its words", "c", []),
        ("Casts doubt on this step", "b", []),
    ]


def test_what_is_said_of_a_claim_stands_once_where_it_is_a_reason_itself() -> None:
    found = trees(
        view(
            claim("late", thesis=True),
            reason("a", supports=[LATE]),
            reason("b", supports=[LATE, *on("a")]),
            reason("c", supports=on("b")),
            source(issued="2021"),
        ),
        "late",
    )
    first, second = found.pro
    assert told([first, second]) == [("", "a", [("For it", "b", [])]), ("", "b", [("For it", "c", [])])]
    assert (first.branches[0].has_more, second.has_more) == (True, False)


def test_a_circle_of_reasons_ends() -> None:
    pro, _, _ = grown(reason("a", supports=[LATE, *on("b")]), reason("b", supports=on("a")))
    assert pro == [("", "a", [("For it", "b", [])])]


def test_a_branch_says_who_gives_it_and_how_it_stands() -> None:
    found = trees(
        view(
            claim("late", thesis=True),
            reason("a", supports=[{**LATE, "with": ["b"]}]),
            reason("b"),
            reason("c", "A rider", counts_against=on("a")),
            source(issued="2021"),
        ),
        "late",
    )
    (branch,) = found.pro
    assert branch.words is not None
    assert (branch.words.text, branch.because, [partner.title for partner in branch.partners]) == (
        "These are the words of a.",
        "So.",
        ["Title of b"],
    )
    assert (branch.state, branch.mark is not None, branch.is_answered) == (
        "Contested: reasons against it stand",
        True,
        False,
    )


def test_what_the_editors_infer_names_those_from_whose_words() -> None:
    found = trees(
        view(
            claim("late", thesis=True),
            claim("a", supports=[LATE]),
            reason("b", supports=on("a")),
            source(issued="2021"),
        ),
        "late",
    )
    (branch,) = found.pro
    assert (branch.words, [voice.title for voice in branch.voices]) == (None, ["A driver"])


def test_a_reason_whose_step_is_hit_or_whose_claim_is_false_is_answered() -> None:
    step = {"claim": "a", "counts_against": "late", "because": "So."}
    found = trees(
        view(
            claim("late", thesis=True),
            reason("a", counts_against=[LATE]),
            reason("b", "A rider", undercuts=[step]),
            source(issued="2021"),
        ),
        "late",
    )
    (branch,) = found.con
    assert (branch.is_answered, told(branch.branches)) == (True, [("Casts doubt on this step", "b", [])])


def test_the_doubts_about_quotes_that_rest_on_one_study_stand_with_words_that_dispute() -> None:
    words = {"claim": "late", "rests_on": "one-count", "because": "So."}
    found = trees(
        view(
            claim("late", thesis=True, quotes=[quote("A clerk", stance="disputes", rests_on="one-count")]),
            reason("b", "A rider", undercuts=[words]),
            source(issued="2021"),
        ),
        "late",
    )
    assert told(found.con) == [("Disputes it in so many words", "", [("Casts doubt on this step", "b", [])])]


def test_an_argument_has_an_end_however_deep_it_goes() -> None:
    chain = (reason(f"c{level:03}", supports=on(f"c{level - 1:03}")) for level in range(1, 1500))
    found = trees(
        view(claim("late", thesis=True), reason("c000", supports=[LATE]), *chain, source(issued="2021")), "late"
    )
    levels, branches = 0, found.pro
    while branches:
        (branch,) = branches
        levels, branches = levels + 1, branch.branches
    assert (levels, branch.has_more) == (DEPTH + 1, True)
