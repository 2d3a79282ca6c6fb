"""The rules of standing, one at a time: what attests, what challenges, what answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimgraph.model.standing import Attack, Challenge, Force, Gap, Reply, State
from claimgraph.standing.argument import standings
from tests.standing.debates import Told, challenges, corpus_of, state, states, told

UNCHALLENGED, ANSWERED, OUTLASTING, OPEN = State.UNDISPUTED, State.ANSWERED, State.OUTLASTING, State.OPEN
UNANSWERED, NOT_EVIDENCED = State.CONTRADICTED, State.NOT_EVIDENCED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann", UNCHALLENGED, id="quote"),
        pytest.param("a: Ann as conceded", UNCHALLENGED, id="conceded"),
        pytest.param("a: Ann as reported", UNCHALLENGED, id="reported"),
        pytest.param("a: cited Report", UNCHALLENGED, id="citation"),
        pytest.param("a: Ann as presupposed", NOT_EVIDENCED, id="taken for granted"),
        pytest.param("a: !Ann", NOT_EVIDENCED, id="not verified"),
        pytest.param("a: !Ann, Ben", UNCHALLENGED, id="one of two verified"),
        pytest.param("a:", NOT_EVIDENCED, id="nothing"),
        pytest.param("a: -Ann", NOT_EVIDENCED, id="disputed alone"),
        pytest.param("a:\nb: Ben\nb -> a", UNCHALLENGED, id="supported"),
        pytest.param("a:\nb:\nb -> a", NOT_EVIDENCED, id="supported by nothing"),
        pytest.param("a:\nb: Ben as presupposed\nb -> a", NOT_EVIDENCED, id="supported by what is taken for granted"),
        pytest.param("a:\nb:\nc: Carl\nc -> b\nb -> a", UNCHALLENGED, id="supported step by step"),
    ],
)
def test_what_attests(text: str, expected: State) -> None:
    assert state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Linked premises: all of them have to hold.
        pytest.param("b: Ben\nc: Carl\na:\nb + c -> a", UNCHALLENGED, id="both hold"),
        pytest.param("b: Ben\nc:\na:\nb + c -> a", NOT_EVIDENCED, id="one is not evidenced"),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na:\nb + c -> a\nd ~ c.0", UNANSWERED, id="one is out"),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na:\nb + c -> a\nd x c", OPEN, id="one is in dispute"),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na:\nb + c -> a\nb -> a\nd ~ c.0", UNCHALLENGED, id="another step"),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na: Ann\nb + c -> a\nd ~ c.0", UNCHALLENGED, id="and a quote"),
        # A premise lends its own status.
        pytest.param("b: Ben\nc: Carl\na:\nb -> a\nc ~ b.0", UNANSWERED, id="premise is out"),
        pytest.param("b: Ben\nc: Carl\na:\nb -> a\nc x b", OPEN, id="premise is in dispute"),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na:\nb -> a\nc ~ b.0\nd ~ c.0", UNCHALLENGED, id="premise is back in"),
        # Support never defeats: what is supported stands no better against what opposes it.
        pytest.param("a: Ann\nb: Ben\nc: Carl\na x b\nc -> a", OPEN, id="supported and opposed"),
        # Circles of support found nothing.
        pytest.param("a:\nb:\na -> b\nb -> a", NOT_EVIDENCED, id="circle"),
        pytest.param("a:\nb:\nc: Carl\na -> b\nb -> a\nc -> b", UNCHALLENGED, id="circle with a ground"),
        pytest.param("a:\nb:\nc: Carl\nd: Dan\na -> b\nb -> a\nc -> b\nd ~ c.0", UNANSWERED, id="ground is out"),
        pytest.param("a:\nb:\nc: Carl\nd: Dan\na -> b\nb -> a\nc -> b\nd x c", OPEN, id="ground is in dispute"),
    ],
)
def test_supports(text: str, expected: State) -> None:
    assert state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben\na x b", OPEN, id="opposed in its file"),
        pytest.param("a: Ann\nb: Ben\nb x a", OPEN, id="opposed in the other's"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb x a\nc ~ b.0", ANSWERED, id="opponent is out"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\nb x a\nc ~ b.0\nd ~ c.0", OPEN, id="opponent is back"),
        pytest.param("a: Ann\nb: Ben, Bea\nc: Carl\nb x a\nc ~ b.0", OPEN, id="opponent has another quote"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\na x b\na x d\nc ~ b.0", OPEN, id="one of two opponents"),
        # An opponent that nobody is quoted or cited asserting opposes nothing.
        pytest.param("a: Ann\nb:\na x b", UNCHALLENGED, id="opponent is not evidenced"),
        pytest.param("a: Ann\nb:\nc: Carl\nc -> b\nb x a", UNCHALLENGED, id="opponent is inferred"),
        pytest.param("a: Ann\nb: !Ben\nb x a", UNCHALLENGED, id="opponent is not verified"),
        pytest.param("a: Ann\nb: Ben as presupposed\nb x a", UNCHALLENGED, id="opponent is taken for granted"),
        pytest.param("a: Ann\nb: cited Report\nb x a", OPEN, id="opponent is cited"),
        pytest.param("a:\nb: Ben\nc: Carl\nc -> a\nb x a", UNANSWERED, id="inferred, and opposed"),
        pytest.param("a: Ann\na x a", UNCHALLENGED, id="itself"),
        pytest.param("a: Ann\na x nobody", UNCHALLENGED, id="unknown"),
    ],
)
def test_opposes(text: str, expected: State) -> None:
    assert state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann, -Ben", OPEN, id="disputed"),
        pytest.param("a: Ann, cited Report, -cited Study", OPEN, id="disputed by a citation"),
        pytest.param("a: Ann, -Ben\nc: Carl\nc ~ a.1", ANSWERED, id="what disputes is undercut"),
        pytest.param("a: Ann, -Ben\nc: Carl\nc ~ a.0", UNANSWERED, id="what asserts is undercut"),
        pytest.param("a: Ann, -Ben\nc: Carl\nd: Dan\nc ~ a.1\nd ~ c.0", OPEN, id="the undercut is out"),
        pytest.param("a: Ann, -Ben, -Bea\nc: Carl\nc ~ a.1", OPEN, id="one of two is undercut"),
        pytest.param("a: Ann, !-Ben", UNCHALLENGED, id="what disputes is not verified"),
        pytest.param("a: Ann, -Ben as presupposed", UNCHALLENGED, id="what disputes is taken for granted"),
        pytest.param("a: -Ben\nc: Carl\nc -> a", OPEN, id="inferred, and disputed"),
        pytest.param("a: -Ben\nb: Bea\na x b", NOT_EVIDENCED, id="only disputed, and opposed"),
    ],
)
def test_disputes(text: str, expected: State) -> None:
    assert state(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben\nb ~ a.0", UNANSWERED, id="quote"),
        pytest.param("a: cited Report\nb: Ben\nb ~ a.0", UNANSWERED, id="citation"),
        pytest.param("a: Ann, cited Report\nb: Ben\nb ~ a.0", OUTLASTING, id="one of two grounds"),
        pytest.param("a: Ann, cited Report\nb: Ben\nb ~ a.0\nb ~ a.1", UNANSWERED, id="both grounds"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc ~ b.0", ANSWERED, id="answered"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc x b", OPEN, id="undercutter is in dispute"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc ~ a.0\nc x b", OPEN, id="two, in dispute with each other"),
        pytest.param("a: Ann\nb: Ben\nb ~ a.0\na ~ b.0", OPEN, id="each the other's quote"),
        pytest.param("a: Ann\nb:\nb ~ a.0", UNCHALLENGED, id="by what is not evidenced"),
        pytest.param("a: Ann\nb:\nc: Carl\nc -> b\nb ~ a.0", UNCHALLENGED, id="by what is inferred"),
        pytest.param("a: Ann\nb: Ben as presupposed\nb ~ a.0", UNCHALLENGED, id="by what is taken for granted"),
        pytest.param("a: Ann\nb: !Ben\nb ~ a.0", UNCHALLENGED, id="by what is not verified"),
        pytest.param("a: Ann, Ada as presupposed\nb: Ben\nb ~ a.1", UNCHALLENGED, id="what is taken for granted"),
        pytest.param("a: Ann, !Ada\nb: Ben\nb ~ a.1", UNCHALLENGED, id="what is not verified"),
        pytest.param("a: Ann\nb: Ben\nb ~ a.1", UNCHALLENGED, id="what is not there"),
        pytest.param("a: Ann\na ~ a.0", UNCHALLENGED, id="itself"),
        pytest.param("a: Ann\na ~ nobody.0", UNCHALLENGED, id="unknown"),
        # The step from b to a challenges a.
        pytest.param("a:\nb: Ben\nc: Carl\nb -> a\nc ~ b -> a", UNANSWERED, id="step"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb -> a\nc ~ b -> a", OUTLASTING, id="step, and a quote"),
        pytest.param("a:\nb: Ben\nc: Carl\nd: Dan\nb -> a\nc ~ b -> a\nd ~ c.0", ANSWERED, id="step, answered"),
        pytest.param("b:\na: Ben\nc: Carl\na -> b\nc ~ a -> b", UNCHALLENGED, id="step from here"),
        # A step is named by who makes it and where it leads.
        pytest.param("a:\nb: Ben\nc: Carl\nd: Dan\nb + c -> a\nd ~ b -> a", UNANSWERED, id="step with a co-premise"),
        pytest.param("a:\nb: Ben\nc: Carl\nd: Dan\nb + c -> a\nd ~ c -> a", UNCHALLENGED, id="named by a co-premise"),
        pytest.param("a:\nb: Ben\nc: Carl\nd: Dan\nb -> a\nc -> a\nd ~ b -> a", OUTLASTING, id="one of two steps"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nc ~ b -> a", UNCHALLENGED, id="no such step"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nb + nobody -> a\nc ~ b -> a", UNCHALLENGED, id="no whole step"),
        # A conflict is named from either side. Those who undercut it challenge nobody.
        pytest.param("a: Ann\nb: Ben\nc: Carl\na x b\nc ~ a x b", ANSWERED, id="conflict"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\na x b\nc ~ b x a", ANSWERED, id="conflict from the other side"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\na x b\nc ~ a x b\nd ~ c.0", OPEN, id="conflict, answered"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\na x b\nc ~ a x b\nd x c", OPEN, id="conflict, in dispute"),
        pytest.param("a: Ann\nb: Ben\nc:\na x b\nc ~ a x b", OPEN, id="conflict, by what is not evidenced"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nc ~ a x b", UNCHALLENGED, id="no such conflict"),
    ],
)
def test_undercuts(text: str, expected: State) -> None:
    assert state(text) == expected


def test_an_undercut_of_a_conflict_frees_both_sides() -> None:
    text = "a: Ann\nb: Ben\nc: Carl\na x b\nc ~ b x a"
    assert states(text) == {"a": ANSWERED, "b": ANSWERED, "c": UNCHALLENGED}


def test_who_undercuts_what_disputes_does_not_challenge() -> None:
    """Else the claim would be challenged by the one that replies for it."""
    found = challenges("a: Ann, -Ben\nc: Carl\nc ~ a.1")
    reply = Reply(claim="c", force=Force.HOLDS)
    assert found == (Challenge(attack=Attack.DISPUTES, claim="a", item=1, force=Force.ANSWERED, replies=(reply,)),)


def test_who_undercuts_a_conflict_replies_to_it() -> None:
    found = challenges("a: Ann\nb: Ben\nc: Carl\nd:\na x b\nc ~ a x b\nd ~ a x b")
    reply = Reply(claim="c", force=Force.HOLDS)
    assert found == (Challenge(attack=Attack.OPPOSES, claim="b", item=None, force=Force.ANSWERED, replies=(reply,)),)


def test_who_undercuts_two_grounds_challenges_once() -> None:
    found = challenges("a: Ann, Ada\nb: Ben\nc: Carl\nc -> a\nb ~ a.0\nb ~ a.1\nb ~ c -> a")
    assert found == (Challenge(attack=Attack.UNDERCUTS, claim="b", item=None, force=Force.HOLDS),)


def test_who_undercuts_only_steps_leaves_the_words_untouched() -> None:
    found = challenges("a: Ann\nb: Ben\nc: Carl\nd: Dan\nc -> a\nb ~ c -> a\nd ~ c -> a\nd ~ a.0")
    assert [(c.claim, c.is_of_steps) for c in found] == [("b", True), ("d", False)]


def test_challenges_come_in_the_order_of_their_force() -> None:
    text = """
        a: Ann, Ada, -Dora
        holds: Hal
        holds ~ a.0
        open: Oscar
        open x a
        out: Otto
        out x a
        late: Lea
        late ~ out.0
    """
    assert [(c.claim, c.item, c.force) for c in challenges(text)] == [
        ("holds", None, Force.HOLDS),
        ("a", 2, Force.UNDECIDED),
        ("open", None, Force.UNDECIDED),
        ("out", None, Force.ANSWERED),
    ]


def test_what_is_not_evidenced_can_be_challenged() -> None:
    found = told("a: -Ben\nb: Bea\nc: Carl\na x b\nc -> a\nc ~ b.0").standings
    assert found["a"].state == OPEN
    found = told("a: -Ben\nb: Bea\na x b").standings
    assert found["a"].state == NOT_EVIDENCED
    assert [c.attack for c in found["a"].challenges] == [Attack.DISPUTES, Attack.OPPOSES]
    assert found["b"].challenges == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a:", (), id="nothing"),
        pytest.param("a: Ann as presupposed", (Gap.TAKEN_FOR_GRANTED,), id="taken for granted"),
        pytest.param("a: !Ann", (Gap.UNVERIFIED,), id="not verified"),
        pytest.param("a: -Ann, !-Ben, -Bea as presupposed", (), id="only disputed"),
        pytest.param("a:\nb:\nb -> a", (Gap.UNFOUNDED,), id="not founded"),
        pytest.param("a: Ann", (), id="evidenced"),
        pytest.param("a: Ann, Ada as presupposed, !Bea", (), id="evidenced, and taken for granted"),
        pytest.param("a*: Ann as presupposed", (), id="a thesis"),
        pytest.param("a: Ann as presupposed, !Ada\nb:\nb -> a", tuple(Gap), id="all"),
        pytest.param("a: !Ann as presupposed", (Gap.TAKEN_FOR_GRANTED,), id="not verified, and no evidence if it were"),
    ],
)
def test_gaps(text: str, expected: tuple[Gap, ...]) -> None:
    assert told(text).standings["a"].gaps == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("b: Ben\nc: Carl\na:\nb -> a", (), id="stands"),
        pytest.param("b: Ben\nc: Carl\na:\nb -> a\nc ~ b.0", ("b",), id="fails"),
        pytest.param("b: Ben\nc: Carl\na:\nb -> a\nc x b", ("b",), id="in dispute"),
        pytest.param("b: Ben\nc: Carl\na: Ann\nb -> a\nc x b", (), id="has a quote"),
        pytest.param("b: Ben\nc: Carl\na:\nb -> a\nc ~ b -> a", (), id="the step fails"),
        pytest.param("b: Ben\nd:\nc: Carl\na:\nb -> a\nd -> a\nc ~ b.0", ("b",), id="beside what is not evidenced"),
        pytest.param(
            "b: Ben\nc: Carl\nd: Dan\ne: Eve\na:\nb + d -> a\nc x b\ne ~ d.0", ("d",), id="what fails counts more"
        ),
        pytest.param("b: Ben\nc: Carl\nd: Dan\na:\nd -> a\nb -> a\nc ~ b.0\nc ~ d.0", ("b", "d"), id="two"),
        pytest.param("b: Ben\nc: Carl\na:\nd: Dan\nb -> a\nc x b\nd x a", (), id="opposed by what stands"),
    ],
)
def test_premises_that_give_a_claim_its_state(text: str, expected: tuple[str, ...]) -> None:
    assert told(text).standings["a"].rests_on == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann, Ada\nb: Ben\nb ~ a.0", True, id="quote"),
        pytest.param("a: Ann, Ada\nb: Ben\nc: Carl\nd: Dan\nb ~ a.0\nc ~ a.1\nd ~ c.0", False, id="answered quote"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nc -> a\nb ~ a.0", True, id="step"),
        pytest.param("a: Ann\nb: Ben\nc: Carl, -Cora\nc -> a\nb ~ a.0\nb ~ c.1", False, id="disputed premise"),
        pytest.param("a: Ann\nb: Ben\nc: Carl, Cora\nc -> a\nb ~ a.0\nb ~ c.1", False, id="premise undercut in part"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd: Dan\ne: Eve\nc -> a\nb ~ a.0\nd x c\ne ~ d.0", False, id="opposed"),
        pytest.param("a: Ann\nb: Ben\nc: Carl\nd:\nc -> a\nb ~ a.0\nd x c", True, id="opposed by nobody quoted"),
        pytest.param("a: Ann", False, id="no challenge"),
    ],
)
def test_grounds_that_are_not_challenged(text: str, *, expected: bool) -> None:
    assert told(text).standings["a"].has_unchallenged_ground is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann", False, id="nothing"),
        pytest.param("a: Ann\nb: Ben\nb x a", False, id="heard"),
        pytest.param("a: Ann\nb:\na x b", True, id="opposed"),
        pytest.param("a: Ann\nb:\nb ~ a.0", True, id="undercut"),
        pytest.param("a:\nc: Carl\nb:\nc -> a\nb ~ c -> a", True, id="step undercut"),
        pytest.param("a: Ann, -Ada\nb:\nb ~ a.1", False, id="reply"),
        pytest.param("a: Ann\nc: Carl\nb:\na x c\nb ~ a x c", False, id="reply to a conflict"),
        pytest.param("a: Ann, -Ben as presupposed", True, id="disputed by what is taken for granted"),
        pytest.param("a: Ann, !-Ben", True, id="disputed by what is not verified"),
    ],
)
def test_what_counts_as_no_challenge_is_told(text: str, *, expected: bool) -> None:
    assert told(text).standings["a"].has_unheard is expected


def test_voiced_is_what_somebody_asserts() -> None:
    found = told("a: Ann, !Ada, cited Report, -cited Study\nb: Ben as presupposed\nc: -Carl").standings
    assert {id_: (s.attested_by, s.is_voiced) for id_, s in found.items()} == {
        "a": ((0, 2), True),
        "b": ((), False),
        "c": ((), False),
    }


def test_a_quote_that_was_not_looked_for_is_not_verified() -> None:
    assert standings(told("a: Ann").corpus, {}, told("a: Ann"))["a"].state == NOT_EVIDENCED


def test_an_undercut_that_names_nothing_counts_for_nothing() -> None:
    claim = {"title": "T", "assertion": "A.", "kind": "factual", "citations": [{"source": "s", "finding": "F."}]}
    undercuts = {"undercuts": [{"claim": "a", "because": "B."}]}
    debate = Told(corpus=corpus_of({"a": claim, "b": {**claim, **undercuts}}), verdicts={})
    found = debate.standings
    assert [s.state for s in found.values()] == [UNCHALLENGED, UNCHALLENGED]


def test_links_said_twice_count_once() -> None:
    """Those are findings, and still may stand in a checkout that is being written."""
    found = told("a: Ann\nb: Ben\nc: Carl\nc -> a\nc -> a\na x b\nb x a\nb ~ c -> a\nb ~ c -> a").standings
    assert [(c.attack, c.claim) for c in found["a"].challenges] == [(Attack.OPPOSES, "b"), (Attack.UNDERCUTS, "b")]


def test_a_standing_does_not_hang_on_the_order_of_the_files() -> None:
    debate = told("a: Ann, -Bea\nb: Ben\nc: Carl\nd: Dan\nb x a\nc ~ b.0\nd ~ c.0\nd -> a")
    backwards = replace(debate.corpus, claims=dict(reversed(list(debate.corpus.claims.items()))))
    assert standings(backwards, debate.verdicts, debate) == debate.standings


def test_standings_come_in_the_order_of_the_corpus() -> None:
    assert list(told("b: Ben\na: Ann").standings) == ["b", "a"]
