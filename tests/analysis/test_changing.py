"""What would change a claim: whole answers, and by trying everything."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from claimgraph.analysis.changing import Action, Change, Kind, Prospect, _actions, done, prospect
from claimgraph.model.standing import Label
from claimgraph.standing.argument import label_in
from claimgraph.standing.debate import debate_of
from tests.standing.debates import Told, told
from tests.standing.invented import invented

if TYPE_CHECKING:
    from claimgraph.standing.debate import Debate

OPPOSITION, DISPUTE, UNDERCUT = Kind.ANSWER_OPPOSITION, Kind.ANSWER_DISPUTE, Kind.ANSWER_UNDERCUT
REPLY, EVIDENCE, SUPPORT = Kind.REMOVE_REPLY, Kind.REMOVE_EVIDENCE, Kind.REMOVE_SUPPORT


def of(text: str) -> Debate:
    debate = told(text)
    return debate_of(debate.corpus, debate.verdicts)


def changes(text: str, claim: str = "a") -> list[tuple[list[Action], Label]]:
    return [(list(change.deeds), change.label) for change in prospect(of(text), claim).changes]


def test_a_claim_of_one_quote() -> None:
    assert prospect(of("a: Ann"), "a") == Prospect(
        claim="a",
        label=Label.IN,
        changes=(Change(deeds=(Action(kind=EVIDENCE, claim="a", item=0),), label=Label.NOT_EVIDENCED),),
        count=1,
        searched=1,
    )


def test_a_claim_of_two_quotes_takes_two_deeds() -> None:
    actions = [Action(kind=EVIDENCE, claim="a", item=0), Action(kind=EVIDENCE, claim="a", item=1)]
    assert changes("a: Ann, Ben") == [(actions, Label.NOT_EVIDENCED)]


def test_a_claim_of_four_quotes_takes_more_than_is_searched() -> None:
    assert prospect(of("a: Ann, Ben, Carl, Dan"), "a") == Prospect(claim="a", label=Label.IN, searched=3)


def test_an_open_dispute_can_be_answered() -> None:
    assert changes("a: Ann\nb: Ben, Bea\nb x a") == [
        ([Action(kind=OPPOSITION, claim="a", by="b")], Label.IN),
        ([Action(kind=EVIDENCE, claim="a", item=0)], Label.NOT_EVIDENCED),
    ]


def test_words_that_dispute_can_be_answered() -> None:
    assert changes("a: Ann, Ada, -Ben") == [([Action(kind=DISPUTE, claim="a", item=2)], Label.IN)]


def test_an_undercut_can_be_answered_or_lose_its_words() -> None:
    assert changes("a: Ann\nb: Ben\nb ~ a.0") == [
        ([Action(kind=UNDERCUT, claim="a", by="b")], Label.IN),
        ([Action(kind=EVIDENCE, claim="a", item=0)], Label.NOT_EVIDENCED),
        ([Action(kind=EVIDENCE, claim="b", item=0)], Label.IN),
    ]


def test_a_claim_that_an_answer_restored_hangs_on_the_answer() -> None:
    assert changes("a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc ~ b.0") == [
        ([Action(kind=UNDERCUT, claim="b", by="c")], Label.OUT),
        ([Action(kind=EVIDENCE, claim="a", item=0)], Label.NOT_EVIDENCED),
        ([Action(kind=EVIDENCE, claim="c", item=0)], Label.OUT),
    ]


def test_replies_can_be_taken_away() -> None:
    assert changes("a: Ann, Ada\nb: Ben\nc: Carl, Cora\na x b\nc ~ a x b") == [
        ([Action(kind=REPLY, claim="a", by="c", against="b")], Label.OPEN)
    ]
    assert changes("a: Ann, Ada, -Ben\nc: Carl, Cora\nc ~ a.2") == [
        ([Action(kind=REPLY, claim="a", by="c", item=2)], Label.OPEN)
    ]


def test_supports_can_be_taken_away() -> None:
    assert changes("a:\nb: Ben, Bea\nb -> a") == [([Action(kind=SUPPORT, claim="a", by="b")], Label.NOT_EVIDENCED)]


def test_it_can_take_several_answers() -> None:
    assert changes("a: Ann, Ada\nb: Ben, Bea\nc: Carl, Cora\nb x a\nc x a") == [
        (
            [Action(kind=OPPOSITION, claim="a", by="b"), Action(kind=OPPOSITION, claim="a", by="c")],
            Label.IN,
        ),
        ([Action(kind=EVIDENCE, claim="a", item=0), Action(kind=EVIDENCE, claim="a", item=1)], Label.NOT_EVIDENCED),
    ]


def test_of_many_changes_the_first_are_shown_and_all_counted() -> None:
    """Each of fifteen premises can be taken away, or its words, or what it is a reason for."""
    steps = [f"b{number}: Ben\nb{number} -> b{number + 1}" for number in range(15)]
    found = prospect(
        of("\n".join([*steps, "b15:", "a:", "b15 -> a"]).replace(": Ben", ":").replace("b0:", "b0: Ben")), "a"
    )
    assert (len(found.changes), found.count, found.searched) == (12, 17, 1)
    assert found.changes[0] == Change(deeds=(Action(kind=EVIDENCE, claim="b0", item=0),), label=Label.NOT_EVIDENCED)


def test_what_hangs_on_too_much_is_not_searched() -> None:
    text = "a: Ann\n" + "\n".join(f"b{number}: Ben\nb{number} x a" for number in range(250))
    assert prospect(of(text), "a") == Prospect(claim="a", label=Label.OPEN)
    assert prospect(of("a: Ann\nb: Ben\nb x a"), "a", work=3) == Prospect(claim="a", label=Label.OPEN)


@pytest.mark.parametrize("lot", range(3))
def test_nothing_smaller_changes_a_claim_and_nothing_as_small_is_missed(lot: int) -> None:
    """By trying every set on the whole debate."""
    for number in range(40):
        text = invented(f"change {lot} {number}")
        whole = of(text)
        every = [*_actions(whole)]
        for id_ in list(whole.asserting)[:3]:
            found = prospect(whole, id_, largest=2)
            before = label_in(whole, id_)
            for size in (1, 2):
                sets = [s for s in itertools.combinations(every, size) if label_in(done(whole, s), id_) != before]
                if sets:
                    break
            assert found.searched == size, text
            assert found.count == len(sets), (id_, text)
            assert {frozenset(c.deeds) for c in found.changes} <= {frozenset(s) for s in sets}, (id_, text)


@pytest.mark.parametrize("lot", range(3))
def test_a_deed_is_an_edit_of_the_files(lot: int) -> None:
    """The debate after an action is the one that the files tell once the quote or the link is gone."""
    for number in range(80):
        text = invented(f"deed {lot} {number}")
        debate = told(text)
        whole = debate_of(debate.corpus, debate.verdicts)
        for action in _actions(whole):
            if _is_cited_before_the_last(debate, action):
                continue
            edited = told(_edited(text, debate, action))
            after = done(whole, [action])
            for id_, standing in edited.standings.items():
                expected = None if standing.is_thesis else label_in(after, id_)
                assert expected == standing.label, (action, id_, text)


def _edited(text: str, debate: Told, action: Action) -> str:
    lines = text.splitlines()
    claim, by = action.claim, action.by
    if action.kind in {DISPUTE, EVIDENCE}:
        return "\n".join(
            _without_item(line, action.item or 0) if line.startswith((f"{claim}:", f"{claim}*:")) else line
            for line in lines
        )
    if action.kind is OPPOSITION:
        pair = {f"{claim} x {by}", f"{by} x {claim}"}
        gone = {f"~ {each}" for each in pair}
        return "\n".join(line for line in lines if line not in pair and not any(line.endswith(each) for each in gone))
    if action.kind is SUPPORT:
        return "\n".join(line for line in lines if not re.fullmatch(rf"{by}( \+ \w)* -> {claim}", line))
    if action.kind is REPLY:
        hit = (
            rf"{claim}\.{action.item}"
            if action.item is not None
            else f"({claim} x {action.against}|{action.against} x {claim})"
        )
        return "\n".join(line for line in lines if not re.fullmatch(rf"{by} ~ {hit}", line))
    asserting = debate.standings[claim].attested_by
    hits = "|".join([*(rf"{claim}\.{item}" for item in asserting), rf"\w -> {claim}"])
    return "\n".join(line for line in lines if not re.fullmatch(rf"{by} ~ ({hits})", line))


def _is_cited_before_the_last(debate: Told, action: Action) -> bool:
    """Tell whether the citations after the one that is taken away would get other numbers."""
    claim = debate.claim(action.claim)
    last = len(claim.quotes) + len(claim.citations) - 1
    return action.kind in {DISPUTE, EVIDENCE} and len(claim.quotes) <= (action.item or 0) < last


def _without_item(line: str, item: int) -> str:
    """Leave a quote unverified, or a last citation out, so that the others keep their numbers."""
    head, _, rest = line.partition(":")
    items = [each.strip() for each in rest.split(",")]
    if items[item].lstrip("-").startswith("cited"):
        return f"{head}: {', '.join(items[:item])}"
    items[item] = f"!{items[item]}"
    return f"{head}: {', '.join(items)}"
