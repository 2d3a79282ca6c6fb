"""What is lopsided."""

from __future__ import annotations

from claimgraph.analysis.balance import Backing, Lone, Question, Unanswered, by_side
from claimgraph.analysis.concentration import Concentration, Share
from claimgraph.analysis.whole import Analysis
from claimgraph.model.standing import Attack, Challenge, Force
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
        Lone(claim="a", voice="ada-quill", name="Ada Quill", count=2),
        Lone(claim="d", voice="town-council", name="Town council", count=1),
    )


def test_questions_of_which_one_side_has_no_evidence() -> None:
    found = analysis(
        claim("a", quotes=[quote("blog", id="q")]),
        claim("b", quotes=[quote("survey")], undercuts=link("a", quote="q")),
        claim("c", quotes=[quote("blog", mode="presupposed")]),
        topic("one", Yes=["a", "b"], No=["c"]),
        topic("two", Yes=["a"], No=["b"]),
        topic("three"),
    )
    one, two = found.questions
    survey = Concentration(
        quotes=2,
        voices=(
            Share(id="ada-quill", name="Ada Quill", count=1),
            Share(id="town-council", name="Town council", count=1),
        ),
        lines=(Share(id="blog", name="blog", count=1), Share(id="survey", name="survey", count=1)),
        sides=(Share(id="critical", name="critical", count=1), Share(id="official", name="official", count=1)),
    )
    bare = Backing(answer="No", claims=("c",), evidenced=(), standing=(), evidence=Concentration())
    yes = Backing(answer="Yes", claims=("a", "b"), evidenced=("a", "b"), standing=("b",), evidence=survey)
    assert one == Question(topic="one", answers=(yes, bare))
    assert (one.bare, one.is_one_sided) == ((bare,), True)
    assert (two.bare, two.is_one_sided) == ((), False)
