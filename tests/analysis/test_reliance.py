"""What depends on a claim: whole answers, and against a debate in which the claim is silenced."""

from __future__ import annotations

import pytest

from claimgraph.analysis.reliance import Reliance, Reliances, reliances
from claimgraph.standing.debate import debate_of
from claimgraph.standing.solving import Solution
from tests.standing.debates import Told, told
from tests.standing.invented import invented


def of(text: str, most: int = 100, work: int = 1000) -> Reliances:
    debate = told(text)
    return reliances(debate_of(debate.corpus, debate.verdicts), most=most, work=work)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Ann\nb: Ben", [], id="nothing"),
        pytest.param(
            "a: Ann\nb:\nc:\na -> b\nb -> c",
            [Reliance(claim="a", falls=("b", "c")), Reliance(claim="b", falls=("c",))],
            id="inferred claims fall with it",
        ),
        pytest.param("a: Ann\nb: Ben\na -> b", [Reliance(claim="a", weakens=("b",))], id="a quoted claim is weakened"),
        pytest.param(
            "a: Ann\nb: Ben\nc:\na + b -> c",
            [Reliance(claim="a", falls=("c",)), Reliance(claim="b", falls=("c",))],
            id="linked premises",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nc:\na -> c\nb -> c",
            [Reliance(claim="a", weakens=("c",)), Reliance(claim="b", weakens=("c",))],
            id="either premise is enough",
        ),
        pytest.param(
            "a: Ann\nb: Ben\na x b",
            [Reliance(claim="a", rises=("b",)), Reliance(claim="b", rises=("a",))],
            id="opponents rise",
        ),
        pytest.param(
            "a: Ann\nb: Ben\nc: Carl\nb ~ a.0\nc ~ b.0",
            [Reliance(claim="c", falls=("a",), rises=("b",))],
            id="what an answer restored falls with it",
        ),
        pytest.param("a: Ann\nt*:\na -> t", [Reliance(claim="a", weakens=("t",))], id="a thesis only loses a reason"),
    ],
)
def test_what_depends_on_each_claim(text: str, expected: list[Reliance]) -> None:
    assert of(text) == Reliances(found=tuple(expected))


def test_those_with_the_most_that_would_fall_come_first() -> None:
    found = of("a: Ann\nb: Ben\nc: Carl\nx:\ny:\nz: Zoe\na -> z\nb -> x\nc -> y\ny -> x\nc -> z").found
    assert [each.claim for each in found] == ["c", "a", "b", "y"]


def test_claims_on_which_too_much_turns_are_told() -> None:
    text = "a: Ann\n" + "\n".join(f"b{number}:\na -> b{number}" for number in range(5)) + "\nc: Carl\nd:\nc -> d"
    assert of(text, most=4) == Reliances(found=(Reliance(claim="c", falls=("d",)),), untried=("a",))
    assert of(text, work=4) == Reliances(found=(Reliance(claim="c", falls=("d",)),), untried=("a",))


def values(debate: Told) -> dict[str, bool]:
    solution = Solution(debate_of(debate.corpus, debate.verdicts))
    return {id_: solution.claim(id_).value == "true" for id_ in debate.corpus.claims}


@pytest.mark.parametrize("lot", range(4))
def test_what_falls_is_what_falls_when_the_claim_is_silenced(lot: int) -> None:
    """Somebody whom nobody answers undercuts all its grounds."""
    for number in range(120):
        text = invented(f"reliance {lot} {number}")
        debate = told(text)
        before = values(debate)
        found = {each.claim: each for each in of(text).found}
        for id_, claim in debate.corpus.claims.items():
            items = range(len(claim.record.quotes) + len(claim.record.citations))
            asserting = [item for item in items if item in debate.standings[id_].attested_by]
            makers = [m for m, e in debate.corpus.claims.items() for s in e.record.supports if s.claim == id_]
            silencing = [*(f"z ~ {id_}.{item}" for item in asserting), *(f"z ~ {m} -> {id_}" for m in makers)]
            after = values(told("\n".join([text, "z: Zoe", *silencing])))
            reliance = found.get(id_, Reliance(claim=id_))
            others = [other for other in before if other != id_ and not debate.claim(other).thesis]
            assert reliance.falls == tuple(o for o in others if before[o] and not after[o]), (id_, text)
            assert reliance.rises == tuple(o for o in others if not before[o] and after[o]), (id_, text)
