"""What is lopsided."""

from __future__ import annotations

from claimgraph.analysis.balance import Balance, Question, SingleVoiced, Unanswered, by_side
from claimgraph.analysis.whole import Analysis
from claimgraph.model.standing import Attack, Challenge, Force, State
from tests.analysis.corpora import citation, claim, corpus, quote, source, topic, verified

SOURCES = (
    source("blog", "Ada Quill", side="critical"),
    source("survey", "Town council", side="official"),
)


def analysis(*entries: object) -> Analysis:
    found = corpus(*SOURCES, *entries)  # type: ignore[arg-type]
    return Analysis(corpus=found, verdicts=verified(found))


def link(claim_id: str, **fields: str) -> list[dict[str, str]]:
    return [{"claim": claim_id, "because": "B.", **fields}]


def test_unanswered_challenges_by_side() -> None:
    found = analysis(
        claim("a", quotes=[quote("blog", id="q"), quote("survey", stance="disputes")]),
        claim("b", quotes=[quote("survey")], citations=[citation("blog")], opposes=link("a")),
        claim("c", quotes=[quote("survey", id="q")], undercuts=link("a", quote="q")),
        claim("d", quotes=[quote("survey")], undercuts=link("e", quote="q")),
        claim("e", quotes=[quote("blog", id="q")], undercuts=link("c", quote="q")),
    )
    holds = Challenge(attack=Attack.UNDERCUTS, claim="d", item=None, force=Force.HOLDS)
    undercut = Challenge(attack=Attack.UNDERCUTS, claim="c", item=None, force=Force.HOLDS)
    opposed = Challenge(attack=Attack.OPPOSES, claim="b", item=None, force=Force.HOLDS)
    disputed = Challenge(attack=Attack.DISPUTES, claim="a", item=1, force=Force.HOLDS)
    expected = (
        Unanswered(claim="a", challenge=disputed, sides=("official",)),
        Unanswered(claim="a", challenge=opposed, sides=("official", "critical")),
        Unanswered(claim="a", challenge=undercut, sides=("official",)),
        Unanswered(claim="e", challenge=holds, sides=("official",)),
    )
    assert found.unanswered == expected
    assert by_side(expected) == {
        "official": expected,
        "supportive": (),
        "critical": (expected[1],),
        "neutral": (),
    }


def test_an_answered_challenge_is_not_among_them() -> None:
    found = analysis(
        claim("a", quotes=[quote("blog", id="q")]),
        claim("b", quotes=[quote("survey", id="q")], undercuts=link("a", quote="q")),
        claim("c", quotes=[quote("blog")], undercuts=link("b", quote="q")),
    )
    assert [(each.claim, each.challenge.claim) for each in found.unanswered] == [("b", "c")]


def test_claims_of_one_voice() -> None:
    found = analysis(
        claim("a", quotes=[quote("blog"), quote("blog", "R.")]),
        claim("b", quotes=[quote("blog"), quote("survey")]),
        claim("c"),
        claim("d", citations=[citation("survey")]),
    )
    assert found.lone == (
        SingleVoiced(claim="a", voice="ada-quill", name="Ada Quill", count=2),
        SingleVoiced(claim="d", voice="town-council", name="Town council", count=1),
    )


def test_theses_by_topic_in_the_topics_order() -> None:
    found = analysis(
        claim("a", quotes=[quote("blog", id="q")], supports=link("t")),
        claim("b", quotes=[quote("survey")], counts_against=link("t")),
        claim("c", citations=[citation("blog")], supports=link("u"), counts_against=link("b")),
        claim("t", thesis=True),
        claim("u", thesis=True),
        claim("v", thesis=True),
        topic("first", "v", "u", order=2),
        topic("later", "t", "gone", order=1),
        topic("last", order=3),
    )
    t = Balance(thesis="t", state=State.BOTH_SIDES, pro=1, con=1, answered_pro=0, answered_con=0, claims=3)
    bare = Balance(thesis="v", state=State.NO_REASONS, pro=0, con=0, answered_pro=0, answered_con=0, claims=0)
    u = Balance(thesis="u", state=State.FOR_ONLY, pro=1, con=0, answered_pro=0, answered_con=0, claims=1)
    assert found.questions == (Question(topic="later", theses=(t,)), Question(topic="first", theses=(bare, u)))
    later, first = found.questions
    assert (later.bare, later.is_one_sided) == ((), False)
    assert (first.bare, first.is_one_sided) == ((bare,), True)
