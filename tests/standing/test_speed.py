"""Ten thousand claims with twenty thousand links take less than a second of processor time, with their reasons."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Any, Final

from claimgraph.model.standing import State
from claimgraph.standing.argument import standings
from claimgraph.standing.reasons import explained
from tests.standing.debates import VERIFIED, Told, corpus_of
from tests.standing.invented import chance

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

CLAIMS: Final = 10_000
LINKS: Final = 20_000


def takes_less_than_a_second(run: Callable[[], object]) -> bool:
    """Tell whether something takes less than a second of processor time; other work on the machine gives it chances.

    Garbage is not looked for meanwhile, as the command line hardly does: all that the tests hold would be looked at.
    """

    def once() -> float:
        gc.disable()
        try:
            began = time.process_time()
            run()
            return time.process_time() - began
        finally:
            gc.enable()

    return any(once() < 1 for _ in range(4))


def told(written: dict[str, Any]) -> Told:
    corpus = corpus_of({id_: {**fields, "title": id_} for id_, fields in written.items()})
    quotes = {(id_, index) for id_, claim in corpus.claims.items() for index in range(len(claim.record.quotes))}
    return Told(corpus=corpus, verdicts=dict.fromkeys(quotes, VERIFIED))


def claim(quotes: int, **links: list[dict[str, Any]]) -> dict[str, Any]:
    said = [
        {"id": f"q{number}", "source": "s", "exact": "Q.", "stance": "disputes" if number == 3 else "asserts"}
        for number in range(quotes)
    ]
    return {"assertion": "A.", "kind": "factual", "quotes": said, **links}


def common_shape() -> dict[str, Any]:
    """Return claims whose links lead mostly to few claims, and whose supports lead on without circles."""
    lot = chance("speed")
    written = {f"c{at}": claim(lot.choice((0, 1, 1, 1, 2, 2, 4))) for at in range(CLAIMS)}
    for at in range(LINKS):
        _add_link(lot, written, 1 + at // 2 % (CLAIMS - 1))
    return written


def test_a_corpus_of_common_shape() -> None:
    debate = told(common_shape())
    found = standings(debate.corpus, debate.verdicts)
    assert takes_less_than_a_second(lambda: standings(debate.corpus, debate.verdicts))
    assert takes_less_than_a_second(lambda: explained(found, debate))


def _add_link(lot: random.Random, written: dict[str, Any], at: int) -> None:
    target = f"c{int(at * lot.random() ** 2)}"
    kind = lot.choice(("supports", "supports", "supports", "opposes", "undercuts"))
    link = {"claim": target, "because": "B."}
    if kind == "undercuts":
        link |= {"quote": "q0"}
    written[f"c{at}"].setdefault(kind, []).append(link)


def test_one_claim_that_everything_meets() -> None:
    """It opposes all others, and half of them undercut its only ground and answer it for all."""
    written = {"hub": claim(1, opposes=[{"claim": f"c{at}", "because": "B."} for at in range(CLAIMS)])}
    for at in range(CLAIMS):
        undercuts = [{"claim": "hub", "quote": "q0", "because": "B."}] if at % 2 else []
        written[f"c{at}"] = claim(1, undercuts=undercuts)
    written["free"] = claim(1, undercuts=[{"claim": "hub", "quote": "q0", "because": "B."}])
    debate = told(written)
    found = standings(debate.corpus, debate.verdicts)
    assert found["c0"].state == State.STANDING
    assert len(found["hub"].challenges) == CLAIMS + CLAIMS // 2 + 1
    assert takes_less_than_a_second(lambda: standings(debate.corpus, debate.verdicts))
    assert takes_less_than_a_second(lambda: explained(found, debate))


def test_a_long_chain() -> None:
    """Each undercuts the one before it: what the last one does decides the first."""
    written = {f"c{at}": claim(1) for at in range(CLAIMS)}
    for at in range(1, CLAIMS):
        written[f"c{at}"]["undercuts"] = [{"claim": f"c{at - 1}", "quote": "q0", "because": "B."}]
    debate = told(written)
    assert takes_less_than_a_second(lambda: standings(debate.corpus, debate.verdicts))
