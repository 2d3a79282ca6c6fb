"""Analyses the argument of a checkout, as every build does: `python -m bench.analysing ROOT`.

It times what every page needs: the state of each claim, the reasons for it, and the origins of its evidence. It does
not time reading the files and verifying the quotes.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from claimgraph.analysis.whole import Analysis
from claimgraph.checking.whole import examine
from claimgraph.cli.carrying_out import collect_garbage_seldom


def main(root: str) -> None:
    """Print the seconds of wall time and CPU time that it took."""
    examined = examine(Path(root))
    analysis = Analysis(corpus=examined.corpus, verdicts=examined.verdicts)
    wall, cpu = time.perf_counter(), time.process_time()
    _ = (analysis.standings, analysis.reasons, analysis.evidence, analysis.topics)
    print(json.dumps([{"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}]))


if __name__ == "__main__":
    collect_garbage_seldom()
    main(*sys.argv[1:])
