"""Analyses the argument of a checkout, as every build does: `python -m bench.analysing ROOT`.

What is timed is what every page needs: how each claim stands and why, and where its evidence comes from. Reading the
files and verifying the quotes is not in it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from claimgraph.analysis.whole import Analysis
from claimgraph.cli.main import collect_garbage_seldom
from claimgraph.site.checking import examine


def main(root: str) -> None:
    """Print the seconds that it took, by the clock and of the processor."""
    examined = examine(Path(root))
    analysis = Analysis(corpus=examined.corpus, verdicts=examined.verdicts)
    wall, cpu = time.perf_counter(), time.process_time()
    _ = (analysis.standings, analysis.reasons, analysis.evidence, analysis.topics)
    print(json.dumps([{"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}]))


if __name__ == "__main__":
    collect_garbage_seldom()
    main(*sys.argv[1:])
