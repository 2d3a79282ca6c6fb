"""Reasons for and against, limits and rivals: each state of the table, and the example of the method, whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from claimgraph.model.standing import Backing, Point, State
from claimgraph.standing.debate import debate_of
from claimgraph.standing.reasons import explained
from claimgraph.standing.sides import Sides, sides_of
from tests.standing.debates import Told, state, told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.standing.names import Attribution

CONTESTED, PARTIAL, RIVALLED, UNDISPUTED = State.CONTESTED, State.PARTIAL, State.RIVALLED, State.UNDISPUTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben\nb -| a", CONTESTED, id="counted against"),
        pytest.param("a: Ann\nb: cited Study\nb -| a", CONTESTED, id="by a citation"),
        pytest.param("a: Ann\nb:\nb -| a", UNDISPUTED, id="by what nobody holds"),
        pytest.param("a: Ann\nb: Ben as presupposed\nb -| a", UNDISPUTED, id="by what is taken for granted"),
        pytest.param("a: Ann\nb:\nc: Carl\nc -> b\nb -| a", CONTESTED, id="by what the editors infer"),
        pytest.param("a: Ann\nb: Ann\nb -| a", UNDISPUTED, id="by its own voice alone"),
        pytest.param("a: Ann, Ada\nb: Ann\nb -| a", CONTESTED, id="by one of its voices"),
        pytest.param("a:\nc: Ann\nc -> a\nb: Ann\nb -| a", UNDISPUTED, id="by the voice that it is inferred from"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb + d -| a", CONTESTED, id="together with a co-premise"),
        pytest.param("a: Ann\nb: Ben\nd:\nb + d -| a", UNDISPUTED, id="with a co-premise that nobody holds"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb -| a\nd ~ b.0", UNDISPUTED, id="by what is false"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb -| a\nd x b", CONTESTED, id="by what is in dispute"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb -| a\nd ~ b -| a", UNDISPUTED, id="by a step that is hit"),
        pytest.param("a: Ann\nb: Ben\nd:\nb -| a\nd ~ b -| a", CONTESTED, id="by a step that nobody hits"),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b -| a\ne x d", CONTESTED, id="the hit is in dispute"
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b -| a\ne -| d", UNDISPUTED, id="the hit is contested"
        ),
        # What nobody asserts is contested where each reason for it is.
        pytest.param("a:\nb: Ben\nc: Carl\nb -> a\nc -| b", CONTESTED, id="its only reason is contested"),
        pytest.param("a:\nb: Ben\nc: Carl\nd: Dan\nb -> a\nd -> a\nc -| b", UNDISPUTED, id="another reason is not"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb -> a\nc -| b", UNDISPUTED, id="somebody asserts it"),
        pytest.param("a:\nx:\nb: Ben\nc: Carl\nb -> x\nx -> a\nc -| b", CONTESTED, id="step by step"),
        pytest.param("a:\nx:\ny:\nb: Ben\nc: Carl\nb -> x\nx -> y\ny -> a\nc -| b", CONTESTED, id="in three steps"),
        pytest.param(
            "a:\nb: Ben\nc: Carl\nd: Dan\ne: Eve\nb -> a\nd -> a\nc -| b\ne ~ d -> a",
            State.CONTESTED,
            id="the other reason is hit",
        ),
        # The first row that fits.
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb -| a\nc x a", State.OPEN, id="and opposed"),
        pytest.param("a: Ann, Ada\nb: Ben\nc: Carl\nb -| a\nc ~ a.0", CONTESTED, id="and challenged"),
        pytest.param("a: Ann\nb: Ben\nb % a", PARTIAL, id="limited"),
        pytest.param("a: Ann\nb: Ann\nb % a", PARTIAL, id="limited by its own voice"),
        pytest.param("a: Ann\nb:\nb % a", UNDISPUTED, id="limited by nobody"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb % a\nd ~ b % a", UNDISPUTED, id="the limit is hit"),
        pytest.param("a: Ann\nb: Ben\nd: Dan\nb % a\nd ~ b.0", UNDISPUTED, id="the limit is false"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb % a\nc -| a", CONTESTED, id="limited and counted against"),
        pytest.param("a: Ann, Ada\nb: Ben\nc: Carl\nb % a\nc ~ a.0", State.OUTLASTING, id="limited and challenged"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\nb % a\nc ~ a.0\nd ~ c.0", PARTIAL, id="limited and answered"),
        pytest.param("a: Ann\nb: Ben\nb = a", RIVALLED, id="another figure"),
        pytest.param("a: Ann\nb: Ben\na = b", RIVALLED, id="another figure, in its file"),
        pytest.param("a: Ann\nb:\na = b", UNDISPUTED, id="another figure that nobody gives"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\na = b\nc ~ b.0", UNDISPUTED, id="another figure that is false"),
        # All that rests on one study is hit at once.
        pytest.param(
            "a: Ann on study, cited Report on study\nb: Ben\nb ~ a@study", State.CONTRADICTED, id="all of one study"
        ),
        pytest.param("a: Ann on study, Ada\nb: Ben\nb ~ a@study", State.OUTLASTING, id="and of no study"),
        pytest.param("a: Ann on study\nb: Ben\nb ~ a@other", UNDISPUTED, id="of another study"),
        pytest.param("a: Ann, -Carl on study\nb: Ben\nb ~ a@study", State.ANSWERED, id="what disputes it"),
    ],
)
def test_states(text: str, expected: State) -> None:
    assert state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a*:", State.NO_REASONS, id="nothing"),
        pytest.param("a*: Ann", State.NO_REASONS, id="held without a reason"),
        pytest.param("a*:\nb: Ben\nb -> a", State.FOR_ONLY, id="for"),
        pytest.param("a*:\nb: Ben\nb -| a", State.AGAINST_ONLY, id="against"),
        pytest.param("a*:\nb: Ben\nc: Carl\nb -> a\nc -| a", State.BOTH_SIDES, id="both"),
        pytest.param("a*:\nb: Ben\nc: Ben\nb -> a\nc -| a", State.BOTH_SIDES, id="both in one voice"),
        pytest.param("a*:\nb:\nc: Carl\nb -> a\nc -| a", State.AGAINST_ONLY, id="for, by nobody"),
        pytest.param("a*: -Ann", State.AGAINST_ONLY, id="disputed"),
        pytest.param("a*: -Ann\nb: Ben\nb ~ a.0", State.NO_REASONS, id="disputed, and answered"),
        pytest.param("a*:\nb: Ben\nb x a", State.AGAINST_ONLY, id="opposed"),
        pytest.param("a*:\nb: Ben\na x b", State.AGAINST_ONLY, id="opposes a claim"),
        pytest.param("a*:\nb:\nb x a", State.NO_REASONS, id="opposed by nobody"),
        pytest.param("a*:\nb: Ben\nc: Carl\nb x a\nc ~ b x a", State.NO_REASONS, id="the conflict is hit"),
        pytest.param("a*:\nb*:\nc: Carl\na x b\nc -> b", State.AGAINST_ONLY, id="reasons for its rival thesis"),
        pytest.param("a*:\nb*:\nc: Carl\na x b\nc -| b", State.NO_REASONS, id="reasons against its rival thesis"),
        pytest.param("a*: Ann\nb*: Ben\na x b", State.NO_REASONS, id="a rival thesis that is held"),
        pytest.param("a*:\nb: Ben\nc: Carl\nb -> a\nc ~ b -> a", State.NO_REASONS, id="the step is hit"),
        pytest.param("a*:\nb: Ben\nc: Carl\nb -> a\nc -| b", State.FOR_ONLY, id="a reason for it is contested"),
        pytest.param("a*:\nb*:\nc: Carl\nc -| b\nb -> a", State.NO_REASONS, id="a thesis that nobody holds"),
        pytest.param("a*:\nb*: Ben\nc: Carl\nb -> a\nc ~ b.0", State.FOR_ONLY, id="a thesis is never false"),
    ],
)
def test_states_of_theses(text: str, expected: State) -> None:
    assert state(text) == expected


def test_a_thesis_defeats_nothing() -> None:
    found = told("t*: Tom\na: Ann\nb: Ben\nt x a\nt ~ b.0\nc: Carl\nt ~ c -| a\nc -| a").standings
    assert {id_: standing.state for id_, standing in found.items()} == {
        "t": State.AGAINST_ONLY,
        "a": State.CONTESTED,
        "b": State.UNDISPUTED,
        "c": State.UNDISPUTED,
    }


def test_voices_or_lines_of_evidence_are_counted_and_never_claims() -> None:
    text = "t*:\na: Ann in survey\nb: Ben in survey\nc: Ann in survey\na -> t\nb -> t\nc -> t"
    text += "\nd: Dan in x, Dan in y\nd -| t"
    found = told(text).standings["t"]
    assert (found.pro.backing.count, len(found.pro.backing.voices), len(found.pro.standing)) == (1, 2, 3)
    assert (found.con.backing.count, len(found.con.backing.lines)) == (1, 2)


def test_voices_of_what_nobody_asserts_are_those_of_its_premises() -> None:
    found = told("a: Ann\nb: Ben\nc: Carl\nd:\na + b -> d\nc -> d\ne: Eve\nf: Fay\ne ~ f -> d\nf -> d").standings
    assert found["d"].backing.voices == {"ann", "ben", "carl"}
    circle = told("a: Ann\nb:\nc:\na -> b\nb -> c\nc -> b\nd: Dan\nd -> c").standings
    assert circle["b"].backing.voices == circle["c"].backing.voices == {"ann", "dan"}


def test_a_reason_is_answered_by_what_is_false_or_by_a_hit_and_says_so_where_that_is_contested() -> None:
    found = told("a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b -| a\ne -| d").standings["a"].con
    (point,) = found.points
    assert (point.hit_by, point.is_answered, point.is_by_contested, found.standing) == (("d",), True, True, ())
    found = told("a: Ann\nb: Ben\nd: Dan\nb -| a\nd ~ b.0").standings["a"].con
    (point,) = found.points
    assert (point.false, point.hit_by, point.is_answered, point.is_by_contested) == (("b",), (), True, False)
    (point,) = told("a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b.0\ne -| d").standings["a"].con.points
    assert point.is_by_contested


EXAMPLE = """
soon*:
standards: cited NHSDigital
shares: cited Auditor
weeks: Pulse
fudge: ParticipantE
over28: Pulse
triage: ParticipantE
first: cited NHSDigital
standards -> soon
shares -> soon
weeks -> soon
fudge -| soon
over28 -| soon
triage -> fudge
first -> fudge
"""


def test_the_example_of_the_method() -> None:
    """Waits: what one voice says of a standard, and the figures for it, meet in a thesis that nobody words so."""
    debate = told(EXAMPLE)
    found = debate.standings
    assert found["soon"].state == State.BOTH_SIDES
    assert [point.claim for point in found["soon"].pro.standing] == ["shares", "standards", "weeks"]
    assert [point.claim for point in found["soon"].con.standing] == ["fudge", "over28"]
    assert (found["soon"].pro.backing.count, found["soon"].con.backing.count) == (3, 2)
    assert {found[id_].state for id_ in ("standards", "shares", "weeks", "fudge", "triage")} == {UNDISPUTED}
    assert explained(found, debate)["soon"] == (
        "For it: 3 voices (Auditor in our words, Nhsdigital in our words and Pulse). "
        "Against it: 2 voices (Participante and Pulse). Pulse stands on both sides."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: Ann\nb: Ben\nb -| a", "What counts against it, though both may be true: ‘B’ (from Ben).", id="con"
        ),
        pytest.param(
            "a: Ann\nb: Ben, Bea\nc: cited Study\nb -| a\nc -| a",
            "What counts against it, though all may be true: "
            "‘B’ (from Bea and Ben) and ‘C’ (in our words, from Study).",
            id="several",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\nb -| a\nd ~ b -| a",
            "An answer is recorded to what is said against it: ‘B’ (doubted by ‘D’).",
            id="answered",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b -| a\ne -| d",
            "An answer is recorded to what is said against it: ‘B’ (doubted by ‘D’, which is contested itself).",
            id="answered by what is contested",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\nc: Carl\nb + c -| a\nd ~ c.0",
            "An answer is recorded to what is said against it: ‘B’ (‘C’ is contradicted).",
            id="a premise is false",
        ),
        pytest.param(
            "a: Ann\nb: Ann\nb % a",
            "It is said to hold only in part: ‘B’ (from Ann). Who makes the claim says so too.",
            id="its own limit",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\nb -| a\nd ~ b.0",
            "An answer is recorded to what is said against it: ‘B’ (contradicted).",
            id="it is false",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\ne: Eve\nb -| a\nd ~ b.0\ne -| d",
            "An answer is recorded to what is said against it: ‘B’ (contradicted, by what is contested itself).",
            id="it is false by what is contested",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nd: Dan\nb -| a\nc -| a\nd ~ b -| a\nd ~ c -| a",
            "Answers are recorded to what is said against it: ‘B’ (doubted by ‘D’) and ‘C’ (doubted by ‘D’).",
            id="answers",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nd: Dan\nb % a\nd ~ b % a",
            "An answer is recorded to what is said to limit it: ‘B’ (doubted by ‘D’).",
            id="an answered limit",
        ),
        pytest.param(
            "a: Ann\nb: Ann\nc: Carl\nb % a\nc % a",
            "It is said to hold only in part: ‘B’ (from Ann) and ‘C’ (from Carl).",
            id="its own limit and another",
        ),
        pytest.param("a: Ann\nb: Ben\nb = a", "Another figure for the same thing: ‘B’.", id="rival"),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nb = a\nc = a", "Other figures for the same thing: ‘B’ and ‘C’.", id="rivals"
        ),
        pytest.param(
            f"a: Ann\nb: {', '.join(f'V{number:02}' for number in range(14))}\nb -| a",
            "What counts against it, though both may be true: "
            "‘B’ (from V00, V01, V02, V03, V04, V05, V06, V07, V08, V09, V10, V11 and 2 more).",
            id="many voices",
        ),
        pytest.param(
            f"a: Ann\nb: {', '.join(f'V{number:02}' for number in range(12))}\nb -| a",
            "What counts against it, though both may be true: "
            "‘B’ (from V00, V01, V02, V03, V04, V05, V06, V07, V08, V09, V10 and V11).",
            id="as many voices as are named",
        ),
        pytest.param(
            "a:\nb: Ben\nc: Carl\nb -> a\nc -| b",
            "Reasons stand against what it rests on: ‘B’.",
            id="grounds",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nb x a\nc -| a",
            "It and ‘B’, quoted from Ben, cannot both be true as worded, and neither has a recorded reply. "
            "What counts against it, though both may be true: ‘C’ (from Carl).",
            id="beside a contradiction",
        ),
        pytest.param(
            "a*: -Ann\nb*:\nc: Carl\nc -> b\na x b",
            "Against it: 2 voices (Ann and Carl).",
            id="a thesis that is disputed and excluded",
        ),
        pytest.param(
            "a*: Tom\nb: Ben in survey\nc: Carl in survey\nd: Dan\nb -> a\nc -> a\nd ~ b -> a",
            "For it: 1 voice (Carl). An answer is recorded to what is said for it: ‘B’ (doubted by ‘D’). "
            "It is asserted here in words quoted from Tom.",
            id="a thesis with an answer",
        ),
        pytest.param(
            "a*:\nb: Ben in survey\nc: Carl in survey\nb -> a\nc -> a",
            "For it: 1 line of evidence, 2 voices (Ben and Carl).",
            id="two voices on one line",
        ),
        pytest.param(
            "a*:\nb: cited Report\nb -> a",
            "For it: 1 voice in our words (Report).",
            id="a thesis with a finding alone",
        ),
        pytest.param(
            "a*:\nb: Ben in x\nc: Ben in y, Carl in y, Dan in y\nb -> a\nc -> a",
            "For it: 2 lines of evidence, 3 voices (Ben, Carl and Dan).",
            id="three voices on two lines",
        ),
        pytest.param(
            "a*: -Ann, -cited Study\nz: Zoe\nz ~ a.0\nz ~ a.1",
            "No reason for it or against it stands here. "
            "Answers are recorded to what is said against it: "
            "words that dispute it (doubted by ‘Z’) and a finding that disputes it (doubted by ‘Z’).",
            id="a thesis whose denials are answered",
        ),
        pytest.param(
            "a*:\nb: Ann, Ben\nc: Ann, Ben\nb -> a\nc -| a",
            "For it: 2 voices (Ann and Ben). Against it: 2 voices (Ann and Ben). Ann and Ben stand on both sides.",
            id="two voices on both sides",
        ),
        pytest.param(
            "a*:\nb: Ben\nc: Carl\nb -> a\nc -| b",
            "For it: 1 voice (Ben). Reasons stand against each reason for it.",
            id="a thesis whose reason is contested",
        ),
        pytest.param(
            "a*:",
            "No reason for it or against it stands here.",
            id="a thesis without reasons",
        ),
    ],
)
def test_sentences(text: str, expected: str) -> None:
    debate = told(text)
    assert explained(debate.standings, debate)["a"] == expected


@dataclass(frozen=True, slots=True)
class Renamed:
    """A debate whose voices have other names."""

    debate: Told
    voices: Mapping[str, str]

    def title(self, claim: str, /) -> str:
        return self.debate.title(claim)

    def voice(self, id_: str, /) -> str:
        return self.voices[id_]

    def attribution(self, claim: str, item: int, /) -> Attribution:
        return self.debate.attribution(claim, item)


def test_voices_come_by_their_names_whatever_the_case() -> None:
    debate = told("a: Xan\nb: Ann, Ben, Carl\nb -| a")
    names = Renamed(debate, {"ann": "Zoe", "ben": "de Vries", "carl": "", "xan": "Xan"})
    assert explained(debate.standings, names)["a"] == (
        "What counts against it, though both may be true: ‘B’ (from de Vries, unknown and Zoe)."
    )


def held(*voices: str) -> Backing:
    """Who holds what these voices are quoted saying."""
    return Backing(voices=frozenset(voices), lines=frozenset(voices), is_cited=False)


def test_all_that_is_told_of_reasons_for_and_against_a_thesis() -> None:
    text = "t*: -Dora\nr*:\na: Ann\nb: Ben\nc: Carl\nd: Dan\ne: Eve\na -> t\nb -| t\nc x t\nr x t\nd -> r\n"
    found = told(text + "e ~ d -> r\ne ~ t x r\ne ~ t.0").standings["t"]
    assert found.pro.points == (Point(bears="supports", premises=("a",), backing=held("ann"), is_own=True),)
    assert found.con.points == (
        Point(bears="counts against", premises=("b",), backing=held("ben")),
        Point(bears="opposes", premises=("c",), backing=held("carl")),
        Point(bears="opposes", premises=("d",), through="r", backing=held("dan"), hit_by=("e",)),
        Point(bears="disputes", premises=("t",), item=0, backing=held("dora"), hit_by=("e",)),
    )
    assert found.con.backing == held("ben", "carl")


def test_all_that_is_told_of_reasons_against_a_claim_and_of_its_limits() -> None:
    found = told("a: Ann\nb: Ben\nc: Carl\nb % a\nc + b -| a").standings["a"]
    assert found.con.points == (Point(bears="counts against", premises=("c", "b"), backing=held("ben", "carl")),)
    assert found.limits.points == (Point(bears="limits", premises=("b",), backing=held("ben")),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a*:\nb: Ben\nd: Dan\nb x a\nd ~ b.0",
            Point(bears="opposes", premises=("b",), backing=held("ben"), false=("b",)),
            id="a claim",
        ),
        pytest.param(
            "a*:\nr*:\nd: Dan\ne: Eve\na x r\nd -> r\ne ~ d.0",
            Point(bears="opposes", premises=("d",), through="r", backing=held("dan"), false=("d",)),
            id="a thesis",
        ),
    ],
)
def test_what_opposes_a_thesis_and_is_false_is_told(text: str, expected: Point) -> None:
    assert told(text).standings["a"].con.points == (expected,)


def sides(text: str) -> Sides:
    debate = told(text)
    return sides_of(debate.corpus, debate_of(debate.corpus, debate.verdicts))


def test_all_sides_of_a_debate() -> None:
    text = (
        "t*:\na: Ann\nb: Ben\nc:\nb + a -| t\nb % a\nb = a\nt x b\na x t\na ~ b % a\nb ~ b -| t\na ~ b -| t\nc ~ b % a"
    )
    assert sides(text) == Sides(
        against={"t": [("b", "a")]},
        limits={"a": ["b"]},
        rivals={"a": ["b"], "b": ["a"]},
        opposing={"t": ["b", "a"]},
        hits={("limits", "b", "a"): ["a"], ("counts_against", "b", "t"): ["a"]},
    )


def test_a_link_to_itself_or_to_what_is_not_there_is_on_no_side() -> None:
    text = (
        "t*:\na: Ann\nt x t\nt x nobody\na -| a\na % a\na = a\na -| nobody\na % nobody\na = nobody\na + nobody -| t\n"
    )
    assert sides(text + "a ~ nobody -| t\nt ~ a -| t") == Sides()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben\nb -| a", False, id="heard"),
        pytest.param("a: Ann\nb:\nb -| a", True, id="counted against"),
        pytest.param("a: Ann\nb:\nb % a", True, id="limited"),
        pytest.param("a: Ann\nb: Ben\nc:\nb + c -| a", True, id="a co-premise"),
        pytest.param("a*:\nb:\nb x a", True, id="a thesis is opposed"),
        pytest.param("a*:\nb: Ben\nb x a", False, id="a thesis is opposed, and heard"),
        pytest.param("a*:\nb*:\nb x a", False, id="a thesis opposes it, which nobody need assert"),
    ],
)
def test_what_nobody_holds_counts_for_nothing_and_is_told(text: str, *, expected: bool) -> None:
    assert told(text).standings["a"].has_unheard is expected


def test_points_come_with_those_that_stand_first() -> None:
    found = told("a: Ann\nb: Ben\nc: Carl\nd: Dan\nd -| a\nb -| a\nc -| a\nd ~ b -| a").standings["a"].con
    assert [(point.claim, point.is_answered) for point in found.points] == [("c", False), ("d", False), ("b", True)]
    assert isinstance(found.points[0], Point)
