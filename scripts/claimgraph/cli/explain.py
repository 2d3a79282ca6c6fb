"""Explain a rule: what it asks, with a bad and a good example; without a rule, list them all."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimgraph.cli.failure import UsageError
from claimgraph.nearest import did_you_mean
from claimgraph.rules.catalogue import RULES

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print one rule, or the list of all."""
    if options.rule is None:
        width = max(map(len, RULES))
        for rule in RULES.values():
            sys.stdout.write(f"{rule.id:{width}}  {rule.severity:7}  {rule.text.splitlines()[0]}\n")
        return 0
    if options.rule not in RULES:
        raise UsageError(f"there is no rule '{options.rule}'{did_you_mean(options.rule, RULES)}")
    rule = RULES[options.rule]
    sys.stdout.write(f"{rule.id} ({rule.severity})\n\n{rule.text}\n")
    return 0
