"""The sentences that explain each state, whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from claimgraph.model.standing import Attack, Force, Label, State
from claimgraph.standing.names import Attribution
from claimgraph.standing.reasons import explained
from claimgraph.standing.replies import Replies
from tests.standing.debates import told
from tests.standing.invented import invented

if TYPE_CHECKING:
    from tests.standing.debates import Told

UNDISPUTED = "Nobody recorded here speaks against this statement, or against what it rests on."
UNHEARD = "Nobody quoted or cited here speaks against it; what else is recorded against it does not count."


def reason(text: str, claim: str = "a") -> tuple[State, str]:
    debate = told(text)
    return debate.standings[claim].state, explained(debate.standings, debate)[claim]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: Ann",
            UNDISPUTED,
            id="plain",
        ),
        pytest.param(
            "a:\nb: Ben\nb -> a",
            UNDISPUTED,
            id="inferred",
        ),
        pytest.param(
            "a: Ann\nb:\nb x a",
            UNHEARD,
            id="opposed by what nobody asserts",
        ),
        pytest.param(
            "a: Ann, -Ben as presupposed",
            UNHEARD,
            id="disputed by what is taken for granted",
        ),
    ],
)
def test_no_challenge(text: str, expected: str) -> None:
    assert reason(text) == (State.UNDISPUTED, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: Ann\nx: Yan\nz: Zoe\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="opponent is undercut",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nz: Zoe\nx x a\nz ~ a x x",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="conflict is undercut",
        ),
        pytest.param(
            "a: Ann\nx: Yan, -Wim\nv: Vic\nz: Zoe\nx x a\nx x v\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="what else opposes the opponent stands because of the answer",
        ),
        pytest.param(
            "a: Ann, -Ben\nz: Zoe\nz ~ a.1",
            "It is challenged by words that dispute it, quoted from Ben; but that is itself answered by ‘Z’.",
            id="disputed",
        ),
        pytest.param(
            "a: Ann, -cited Study\nz: Zoe\nz ~ a.1",
            "It is challenged by a finding that disputes it, cited from ‘Study’; but that is itself answered by ‘Z’.",
            id="disputed by a finding",
        ),
        pytest.param(
            "a: Ann\nx: cited Report\nz: Zoe\nx ~ a.0\nz ~ x.0",
            "It is challenged by ‘X’, cited from ‘Report’; but that is itself answered by ‘Z’.",
            id="cited",
        ),
        pytest.param(
            "a: Ann, Ada\nx: Yan\nz: Zoe\nx ~ a.0\na ~ x.0\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="by another claim and the claim itsel",
        ),
        pytest.param(
            "a: Ann\nx: Yan, Yun, cited Report\nz: Zoe\nx ~ a.0\nz ~ x.0\nz ~ x.1\nz ~ x.2",
            "It is challenged by ‘X’, quoted from Yan and Yun; but that is itself answered by ‘Z’.",
            id="two voices",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nz1: Zoe\nz2: Zoe\nz3: Zoe\nz4: Zoe\nx ~ a.0\nz1 ~ x.0\nz2 ~ x.0\nz3 ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z1’, ‘Z2’ and ‘Z3’.",
            id="three answers",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nz1: Zoe\nz2: Zoe\nz3: Zoe\nz4: Zoe\nx ~ a.0\nz1 ~ x.0\nz2 ~ x.0\nz3 ~ x.0\nz4 ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z1’, ‘Z2’, ‘Z3’ and others.",
            id="four answers",
        ),
        pytest.param(
            "a: Ann\nv: Yan\nx: Yan\nz: Zoe\nv ~ a.0\nx ~ a.0\nz ~ v.0\nz ~ x.0",
            "It is challenged by ‘V’ (quoted from Yan) and ‘X’ (quoted from Yan); but each is itself answered, by ‘Z’.",
            id="two challenges",
        ),
        pytest.param(
            "a: Ann, -Ben, -Ben\nt: Tom\nu: Uma\nv: Vic\nx: Yan\ny: Yan\nz: Zoe\nz ~ a.1\nz ~ a.2\n"
            "t ~ a.0\nu ~ a.0\nv ~ a.0\nx ~ t.0\nx ~ u.0\ny ~ v.0",
            "It is challenged by words that dispute it (quoted from Ben), ‘T’ (quoted from Tom), ‘U’ (quoted from Uma) "
            "and 1 more; but each is itself answered, by ‘Z’, ‘X’ and ‘Y’.",
            id="four challenges",
        ),
        pytest.param(
            "a: Ann, Ada\nx: Yan\nx ~ a.0",
            "It is challenged by ‘X’, quoted from Yan; but it has other grounds that are not challenged.",
            id="other grounds",
        ),
        pytest.param(
            "a: Ann\nb: Bea\nx: Yan\nb -> a\nx ~ b -> a",
            "A reason given for it is put in doubt by ‘X’, quoted from Yan; but it has other grounds that are not "
            "challenged.",
            id="only a reason is undercut",
        ),
        pytest.param(
            "a: Ann\nb: Bea\nx: Yan\ny: Yul\nb -> a\nx ~ b -> a\ny ~ b -> a",
            "Reasons given for it are put in doubt by ‘X’ (quoted from Yan) and ‘Y’ (quoted from Yul); but it has "
            "other grounds that are not challenged.",
            id="only reasons are undercut",
        ),
        pytest.param(
            "a: Ann, Ada\nb: Bea\nx: Yan\nb -> a\nx ~ b -> a\nx ~ a.0",
            "It is challenged by ‘X’, quoted from Yan; but it has other grounds that are not challenged.",
            id="a reason and a quote are undercut",
        ),
        pytest.param(
            "a: Ann, Ada\nw: Wim\nx: Yan\nx ~ a.0\nw x x",
            "It is challenged by ‘X’, quoted from Yan; but it has other grounds that are not challenged.",
            id="other grounds, and an open challenge",
        ),
        pytest.param(
            "a: Ann\nb: Bea\nx: Yan\ny: Yan\nz: Zoe\nb -> a\nx ~ a.0\ny x b\nz ~ y.0",
            "It is challenged by ‘X’, quoted from Yan; but it has other grounds that stand.",
            id="grounds that stand against a challenge",
        ),
        pytest.param(
            "a: Ann, Ada\nv: Vic\nx: Yan\nz: Zoe\nv x a\nx ~ a.0\nz ~ v.0",
            "It is challenged by ‘V’, quoted from Vic; but that is itself answered by ‘Z’. "
            "Some of its grounds are put in doubt by ‘X’, quoted from Yan; but it has others that are not challenged.",
            id="answered, and other grounds",
        ),
        pytest.param(
            "a:\nb: Bea\nx: Yan\nz: Zoe\nb -> a\nx ~ b -> a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="inferred",
        ),
    ],
)
def test_challenged_and_standing(text: str, expected: str) -> None:
    state = State.OUTLASTING if "; but it has other" in expected else State.ANSWERED
    assert reason(text) == (state, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: Ann\nx: Yan\nz: Ann\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’. "
            "The only reply comes from the same voice.",
            id="one",
        ),
        pytest.param(
            "a: Ann, Ada\nx: Yan\nz: Ada\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’. "
            "The only reply comes from the same voice.",
            id="one of the claim's voices",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nz: Ann, Zoe\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="and another voice in the reply",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Zoe\nz: Ann\nx x a\ny ~ x.0\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Y’ and ‘Z’.",
            id="and another reply",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Ann\nz: Ann\nx x a\ny ~ x.0\nz ~ a x x",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’ and ‘Y’. "
            "The only replies come from the same voice.",
            id="two replies",
        ),
        pytest.param(
            "a: Ann\nv: Vic\nx: Yan\ny: Zoe\nz: Ann\nx x a\nv x a\ny ~ v.0\nz ~ x.0",
            "It is challenged by ‘V’ (quoted from Vic) and ‘X’ (quoted from Yan); "
            "but each is itself answered, by ‘Y’ and ‘Z’. The only reply to ‘X’ comes from the same voice.",
            id="to one of two challenges",
        ),
        pytest.param(
            "a: Ann\ns: Sue\nt: Tom\nu: Uma\nv: Vic\nw: Wim\nz: Ann\ny: Zoe\ns x a\nt x a\nu x a\nv x a\nw x a\n"
            "z ~ s.0\nz ~ t.0\nz ~ u.0\nz ~ v.0\ny ~ w.0",
            "It is challenged by ‘S’ (quoted from Sue), ‘T’ (quoted from Tom), ‘U’ (quoted from Uma) and 2 more; "
            "but each is itself answered, by ‘Z’ and ‘Y’. "
            "The only reply to ‘S’, ‘T’, ‘U’ and 1 more comes from the same voice.",
            id="to four of five challenges",
        ),
        pytest.param(
            "a: Ann, Ada\nx: Yan\nx ~ a.0\na ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by this claim itself. "
            "The only reply comes from the same voice.",
            id="the claim itsel",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Yul\nz: Ann\nw: Wim\nx x a\ny ~ x.0\nz ~ x.0\nw ~ y.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’. "
            "The only reply that stands comes from the same voice.",
            id="and a reply that is answered",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Yul\ny2: Ann\nz: Ann\nw: Wim\nx x a\ny ~ x x a\nz ~ x.0\ny2 ~ x.0\nw ~ y.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Y2’ and ‘Z’. "
            "The only replies that stand come from the same voice.",
            id="and a reply to the conflict that is answered",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ne: Eve\nz: Ann\nx x a\ne x x\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="and another voice that opposes the opponent",
        ),
        pytest.param(
            "a: Ann\nx: Yan, -Eve\nz: Ann\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’.",
            id="and another voice that disputes the opponent",
        ),
        pytest.param(
            "a: Ann\nx: Yan, -Ann\ne: Ann\nz: Ann\nx x a\ne x x\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’. "
            "The only reply comes from the same voice.",
            id="and more in that voice",
        ),
        pytest.param(
            "a: cited Report\nx: Yan\nz: cited Report\nx x a\nz ~ x.0",
            "It is challenged by ‘X’, quoted from Yan; but that is itself answered by ‘Z’. "
            "The only reply comes from the same voice.",
            id="cited",
        ),
    ],
)
def test_the_only_reply_comes_from_the_same_voice(text: str, expected: str) -> None:
    assert reason(text) == (State.ANSWERED, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: Ann\nx: Yan\nx x a",
            "It and ‘X’, quoted from Yan, cannot both be true as worded, and neither has a recorded reply.",
            id="one opponent",
        ),
        pytest.param(
            "a: Ann\nv: Vic\nx: Yan\nx x a\nv x a",
            "If it is true as worded, none of these can be: ‘V’ (quoted from Vic) and ‘X’ (quoted from Yan); "
            "none of them has a recorded reply.",
            id="two opponents",
        ),
        pytest.param(
            "a: Ann\nt: Tom\nu: Uma\nv: Vic\nw: cited Report\nx: Yan\nt x a\nu x a\nv x a\nw x a\nx x a",
            "If it is true as worded, none of these can be: ‘T’ (quoted from Tom), ‘U’ (quoted from Uma), "
            "‘V’ (quoted from Vic) and 2 more; none of them has a recorded reply.",
            id="five opponents",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Zoe\nx x a\ny x x",
            "It and ‘X’, quoted from Yan, cannot both be true as worded, and no reply recorded here settles it.",
            id="opponent has another opponent",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nv: Vic\nz: Zoe\nx x a\nv x a\nz ~ v.0",
            "It and ‘X’, quoted from Yan, cannot both be true as worded, and no reply recorded here settles it.",
            id="another opponent is answered",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Yul\nz: Zoe\nx x a\nz ~ a x x\ny x z",
            "It and ‘X’, quoted from Yan, cannot both be true as worded, and no reply recorded here settles it.",
            id="conflict is in dispute",
        ),
        pytest.param(
            "a: Ann, -Ben",
            "It is challenged by words that dispute it, quoted from Ben, and neither has a recorded reply.",
            id="disputed",
        ),
        pytest.param(
            "a: Ann, -Ben, -cited Study",
            "It is challenged by words that dispute it (quoted from Ben) and a finding that disputes it (cited from "
            "‘Study’), and none of them has a recorded reply.",
            id="disputed twice",
        ),
        pytest.param(
            "a: Ann, -Ben\nx: Yan\nx x a",
            "It is challenged by words that dispute it (quoted from Ben) and ‘X’ (quoted from Yan), "
            "and none of them has a recorded reply.",
            id="disputed and opposed",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nx x a\nx ~ a.0",
            "It and ‘X’, quoted from Yan, cannot both be true as worded, and neither has a recorded reply.",
            id="opposed and undercut by one",
        ),
        pytest.param(
            "a: Ann\nx: Yan\na ~ x.0\nx ~ a.0",
            "It is challenged by ‘X’, quoted from Yan, and neither has a recorded reply.",
            id="undercut by what it undercuts",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Zoe\nx ~ a.0\ny x x",
            "It is challenged by ‘X’, quoted from Yan, and no reply recorded here settles it.",
            id="undercut by what is in dispute",
        ),
        pytest.param(
            "a:\nb: Bea\nx: Yan\nb -> a\nx x b",
            "It rests on ‘B’, which is in open dispute itself.",
            id="premise",
        ),
        pytest.param(
            "a:\nb: Bea\nc: Cem\nd: Dan\ne: Eve\nx: Yan\nb -> a\nc -> a\nd -> a\ne -> a\nx x b\nx x c\nx x d\nx x e",
            "It rests on ‘B’, ‘C’, ‘D’ and 1 more, which are in open dispute themselves.",
            id="premises",
        ),
        pytest.param(
            "a: -Ben\nb: Bea\nx: Yan\nb -> a\nx x b",
            "It is challenged by words that dispute it, quoted from Ben, and neither has a recorded reply. "
            "It also rests on ‘B’, which is in open dispute itself.",
            id="premise, and disputed",
        ),
    ],
)
def test_open_dispute(text: str, expected: str) -> None:
    assert reason(text) == (State.OPEN, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nx: Yan\nx ~ a.0", "Because ‘X’, quoted from Yan, has no reply here.", id="undercut"),
        pytest.param(
            "a: cited Report\nx: cited Study\nx ~ a.0",
            "Because ‘X’, cited from ‘Study’, has no reply here.",
            id="cited",
        ),
        pytest.param(
            "a: Ann, -Ben\nx: Yan\nx ~ a.0",
            "Because ‘X’, quoted from Yan, has no reply here. "
            "It is also challenged by words that dispute it, quoted from Ben.",
            id="undercut and disputed",
        ),
        pytest.param(
            "a:\nb: Bea\nx: Yan\nb -> a\nx x a",
            "Because ‘X’, quoted from Yan, has no reply here.",
            id="inferred, and opposed",
        ),
        pytest.param(
            "a: Ann\nx: Yan\ny: Yul\nz: Zoe\nx ~ a.0\ny ~ x.0\nz ~ y.0",
            "Because ‘X’, quoted from Yan, still stands after the replies recorded here.",
            id="reply is answered",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nv: Vic\ny: Yul\nz: Zoe\nx ~ a.0\nv ~ a.0\ny ~ x.0\ny ~ v.0\nz ~ y.0",
            "Because ‘V’ (quoted from Vic) and ‘X’ (quoted from Yan) still stand after the replies recorded here.",
            id="replies are answered",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nv: Vic\ny: Yul\nz: Zoe\nx ~ a.0\nv ~ a.0\ny ~ v.0\nz ~ y.0",
            "Because ‘X’, quoted from Yan, has no reply here, "
            "and ‘V’, quoted from Vic, still stands after the replies recorded here.",
            id="one has a reply, and the other none",
        ),
        pytest.param(
            "a: Ann\nx: Yan\nx x a\nx ~ a.0\nz: Zoe\nz ~ a x x",
            "Because ‘X’, quoted from Yan, has no reply here.",
            id="a conflict that does not hold, and an undercut that does",
        ),
        pytest.param(
            "a: Ann\nt: Tom\nu: Uma\nv: Vic\nw: Wim\nt ~ a.0\nu ~ a.0\nv ~ a.0\nw ~ a.0",
            "Because ‘T’ (quoted from Tom), ‘U’ (quoted from Uma), ‘V’ (quoted from Vic) and 1 more "
            "have no reply here.",
            id="four",
        ),
        pytest.param(
            "a:\nb: Bea\nx: Yan\nb -> a\nx ~ b.0",
            "Because it rests on ‘B’, to which a challenge has no reply here.",
            id="premise",
        ),
        pytest.param(
            "a: Ann\nb: Bea\nv: Vic\nx: Yan\nb -> a\nx ~ b.0\nx ~ a.0\nv x a",
            "Because ‘X’, quoted from Yan, has no reply here, "
            "and it otherwise rests on ‘B’, to which a challenge has no reply here. "
            "It is also challenged by ‘V’, quoted from Vic.",
            id="undercut, and a premise, and opposed",
        ),
        pytest.param(
            "a: -Ben\nb: Bea\nx: Yan\nb -> a\nx ~ b.0",
            "Because it rests on ‘B’, to which a challenge has no reply here. "
            "It is also challenged by words that dispute it, quoted from Ben.",
            id="premise, and disputed",
        ),
        pytest.param(
            "a:\nb: Bea\nc: Cem\nx: Yan\nb -> a\nc -> a\nx ~ b.0\nx ~ c.0",
            "Because it rests on ‘B’ and ‘C’, to which challenges have no reply here.",
            id="premises",
        ),
    ],
)
def test_no_recorded_reply(text: str, expected: str) -> None:
    assert reason(text) == (State.CONTRADICTED, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a:", "Nobody is quoted or cited asserting it yet; no claim supports it.", id="nothing"),
        pytest.param(
            "a: Ann as presupposed",
            "Nobody is quoted or cited asserting it yet; some words only take it for granted.",
            id="taken for granted",
        ),
        pytest.param(
            "a: !Ann",
            "Nobody is quoted or cited asserting it yet; what is quoted for it is not verified.",
            id="not verified",
        ),
        pytest.param(
            "a:\nb:\nb -> a",
            "Nobody is quoted or cited asserting it yet; the claims that support it are not evidenced themselves.",
            id="not founded",
        ),
        pytest.param(
            "a: Ann as presupposed, !Ada\nb:\nb -> a",
            "Nobody is quoted or cited asserting it yet; some words only take it for granted, and what is quoted for "
            "it is not verified, and the claims that support it are not evidenced themselves.",
            id="all of these",
        ),
        pytest.param(
            "a: -Ben\nx: Yan\nx x a",
            "Nobody is quoted or cited asserting it yet; no claim supports it. "
            "It is challenged by words that dispute it (quoted from Ben) and ‘X’ (quoted from Yan).",
            id="challenged",
        ),
        pytest.param(
            "a: -Ben\nz: Zoe\nz ~ a.0",
            "Nobody is quoted or cited asserting it yet; no claim supports it.",
            id="challenged, and answered",
        ),
    ],
)
def test_not_yet_evidenced(text: str, expected: str) -> None:
    assert reason(text) == (State.NOT_EVIDENCED, expected)


class Nameless:
    """Tells titles, and no voice."""

    def __init__(self, debate: Told) -> None:
        self.title = debate.title

    def voice(self, id_: str, /) -> str:
        del id_
        return ""

    def attribution(self, claim: str, item: int, /) -> Attribution:
        del claim, item
        return Attribution(voice="", name="")


def test_an_unknown_voice_is_left_out_and_is_nobodys_own() -> None:
    debate = told("a: Ann, -Ben\nx: Yan\nz: Ann\nx x a\nz ~ x.0\nz ~ a.1")
    assert explained(debate.standings, Nameless(debate))["a"] == (
        "It is challenged by words that dispute it and ‘X’; but each is itself answered, by ‘Z’."
    )
    debate = told("a: Ann\nx: Yan\nx ~ a.0")
    assert explained(debate.standings, Nameless(debate))["a"] == "Because ‘X’ has no reply here."


def test_no_more_answers_are_looked_for_than_one_beyond_those_named() -> None:
    debate = told(
        "a: Ann\nx: Yan\nx x a\n"
        + "".join(f"z{number}: Zoe\nz{number} ~ x.0\nz{number} ~ a x x\n" for number in range(9))
    )
    found = debate.standings
    (challenge,) = found["a"].challenges
    assert Replies(found, debate).answers("a", challenge) == ["z0", "z1", "z2", "z3"]


def test_titles_and_names_go_in_as_they_are() -> None:
    debate = told("a: Ann\nx: Yan\nx ~ a.0")

    class Hostile:
        def title(self, claim: str, /) -> str:
            return f"<b>{claim} & {{0}}"

        def voice(self, id_: str, /) -> str:
            return id_

        def attribution(self, claim: str, item: int, /) -> Attribution:
            return Attribution(voice="v", name=f"%s [{claim}] {item}")

    assert (
        explained(debate.standings, Hostile())["a"] == "Because ‘<b>x & {0}’, quoted from %s [x] 0, has no reply here."
    )


def test_reasons_come_in_the_given_order() -> None:
    debate = told("b: Ben\na: Ann")
    assert list(explained(debate.standings, debate)) == ["b", "a"]


SENTENCE = re.compile(r"[A-Z][^.]*[^.,;: ]\.")


@pytest.mark.parametrize("lot", range(4))
def test_whatever_the_debate_the_reason_is_whole_and_the_answers_hold(lot: int) -> None:
    for number in range(500):
        text = invented(f"reason {lot} {number}")
        debate = told(text)
        found = debate.standings
        replies = Replies(found, debate)
        for id_, sentences in explained(found, debate).items():
            assert all(map(SENTENCE.fullmatch, re.split(r"(?<=\.) ", sentences))), (sentences, text)
            assert not re.search(r"‘’|\(\)|  | 0 more|-\d more", sentences), (sentences, text)
            for challenge in found[id_].challenges:
                if challenge.force is not Force.ANSWERED:
                    continue
                answers = replies.answers(id_, challenge)
                assert {found[by].label for by in answers} == {Label.IN}, (id_, challenge, text)
                undercuts = {c.claim for c in found[challenge.claim].challenges if c.attack is Attack.UNDERCUTS}
                assert undercuts.union(reply.claim for reply in challenge.replies) >= {*answers}, (id_, challenge, text)
