"""Ten thousand claims with twenty thousand links: standings, reasons and concentration take less than a second."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.analysis.whole import Analysis
from tests.analysis.corpora import source
from tests.standing.test_speed import common_shape, takes_less_than_a_second, told

if TYPE_CHECKING:
    from tests.standing.debates import Told

SOURCES = 1000
AUTHORS = 300


def large() -> Told:
    written = common_shape()
    for at, claim in enumerate(written.values()):
        for number, quote in enumerate(claim["quotes"]):
            quote["source"] = f"s{(at + number) % SOURCES}"
    debate = told(written)
    sources = {f"s{at}": source(f"s{at}", f"Author {at % AUTHORS}") for at in range(SOURCES)}
    return replace(debate, corpus=replace(debate.corpus, sources=sources))


def analysis(debate: Told) -> Analysis:
    return Analysis(corpus=debate.corpus, verdicts=debate.verdicts)


def test_what_every_page_needs() -> None:
    debate = large()

    def run() -> object:
        whole = analysis(debate)
        return whole.standings, whole.reasons, whole.evidence, whole.topics

    assert takes_less_than_a_second(run)


def test_what_is_bounded_stays_so() -> None:
    """In a debate of one piece, in which nearly everything hangs on everything."""
    whole = analysis(large())
    began = time.process_time()
    assert whole.reliances.untried
    assert any(not dispute.readings for dispute in whole.disputes)
    assert [whole.prospect(f"c{at}").searched for at in range(3)]
    assert [whole.chain(f"c{at}") for at in range(100)]
    assert time.process_time() - began < 20
