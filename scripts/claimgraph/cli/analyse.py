"""Tell what the argument amounts to: why claims stand as they do, what would change that, who is behind them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from claimgraph.analysis.records import claim_record, whole_record
from claimgraph.analysis.text import claim_text, whole_text
from claimgraph.analysis.whole import Analysis
from claimgraph.checking.whole import examine
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.nearest import did_you_mean

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print the analysis."""
    examined = examine(checkout(options))
    analysis = Analysis(corpus=examined.corpus, verdicts=examined.verdicts)
    for id_ in options.claims:
        if id_ not in analysis.corpus.claims:
            raise UsageError(f"there is no claim '{id_}'{did_you_mean(id_, analysis.corpus.claims)}")
    if options.format == "json":
        records = [claim_record(analysis, id_) for id_ in options.claims] or whole_record(analysis)
        sys.stdout.write(json.dumps(records, indent=2, ensure_ascii=False) + "\n")
    elif options.claims:
        sys.stdout.write("\n".join(claim_text(analysis, id_) for id_ in options.claims))
    else:
        sys.stdout.write(whole_text(analysis))
    return 0
