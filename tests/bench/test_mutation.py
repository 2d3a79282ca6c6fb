"""The table of a mutation run."""

from __future__ import annotations

from bench.mutants import NOTICED, SURVIVED, UNREACHED
from bench.mutation import table


def test_each_module_has_its_score() -> None:
    found = {
        "claimgraph.quotes.search.x_runs__mutmut_1": NOTICED,
        "claimgraph.quotes.search.xǁRunǁpieces__mutmut_5": SURVIVED,
        "claimgraph.index.links.x_relative__mutmut_1": NOTICED,
        "claimgraph.quotes.search.x_runs__mutmut_5": UNREACHED,
    }
    assert table(found) == (
        "module | tried | noticed | score\n"
        "---|---|---|---\n"
        "index.links | 1 | 1 | 100.0%\n"
        "quotes.search | 3 | 1 | 33.3%\n"
        "all | 4 | 2 | 50.0%"
    )
