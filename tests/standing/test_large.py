"""Large debates of the shapes that cost most: ten thousand claims that meet in one, or that hang in one chain."""

from __future__ import annotations

from typing import Any, Final

from claimgraph.model.standing import State
from claimgraph.standing.argument import standings
from tests.standing.debates import VERIFIED, Told, corpus_of

CLAIMS: Final = 10_000


def told(written: dict[str, Any]) -> Told:
    corpus = corpus_of({id_: {**fields, "title": id_} for id_, fields in written.items()})
    quotes = {(id_, index) for id_, claim in corpus.claims.items() for index in range(len(claim.record.quotes))}
    return Told(corpus=corpus, verdicts=dict.fromkeys(quotes, VERIFIED))


def claim(**links: list[dict[str, Any]]) -> dict[str, Any]:
    said = [{"id": "q0", "source": "s", "exact": "Q.", "stance": "asserts"}]
    return {"assertion": "A.", "kind": "factual", "quotes": said, **links}


def test_one_claim_that_everything_meets() -> None:
    """It opposes all others, and half of them undercut its only ground and answer it for all."""
    written = {"hub": claim(opposes=[{"claim": f"c{at}", "because": "B."} for at in range(CLAIMS)])}
    for at in range(CLAIMS):
        undercuts = [{"claim": "hub", "quote": "q0", "because": "B."}] if at % 2 else []
        written[f"c{at}"] = claim(undercuts=undercuts)
    written["free"] = claim(undercuts=[{"claim": "hub", "quote": "q0", "because": "B."}])
    debate = told(written)
    found = standings(debate.corpus, debate.verdicts, debate)
    assert found["c0"].state == State.ANSWERED
    assert len(found["hub"].challenges) == CLAIMS + CLAIMS // 2 + 1


def test_a_long_chain() -> None:
    """Each undercuts the one before it: what the last one does decides the first."""
    written = {f"c{at}": claim() for at in range(CLAIMS)}
    for at in range(1, CLAIMS):
        written[f"c{at}"]["undercuts"] = [{"claim": f"c{at - 1}", "quote": "q0", "because": "B."}]
    debate = told(written)
    found = standings(debate.corpus, debate.verdicts, debate)
    assert [found[f"c{at}"].state for at in (CLAIMS - 1, CLAIMS - 2, CLAIMS - 3, 1, 0)] == [
        State.UNDISPUTED,
        State.CONTRADICTED,
        State.ANSWERED,
        State.ANSWERED,
        State.CONTRADICTED,
    ]
