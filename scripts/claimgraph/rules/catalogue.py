"""The catalogue of all rules, which it finds in the modules of this package."""

from __future__ import annotations

import importlib
import pkgutil
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph import rules
from claimgraph.findings import in_order
from claimgraph.incremental.parallel import parallel_map
from claimgraph.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.findings import Finding
    from claimgraph.rules.rule import Examined

_NAMES: Final = [f"{rules.__name__}.{module.name}" for module in pkgutil.iter_modules(rules.__path__)]
_MODULES: Final = [importlib.import_module(name) for name in _NAMES if name != __name__]
_FOUND: Final = {value.id: value for module in _MODULES for value in vars(module).values() if isinstance(value, Rule)}

RULES: Final[Mapping[str, Rule]] = MappingProxyType(dict(sorted(_FOUND.items())))
"""Every rule by its id, in alphabetical order."""


MANY: Final = 3_000
"""From how many claims on the rules are shared by several processes."""


def findings(examined: Examined) -> tuple[Finding, ...]:
    """Return the findings of all rules, in order of place; of many claims, other processes share the work."""
    todo = [rule for rule in RULES.values() if not rule.has_passed(examined)]
    others = [rule for rule in RULES.values() if rule not in todo]
    found = [finding for rule in others for finding in rule.findings(examined)]
    if len(examined.corpus.claims) < MANY:
        return in_order((*found, *(finding for rule in todo for finding in rule.findings(examined))))
    if any(not rule.words for rule in todo):
        analysis = examined.analysis  # several rules need these, and pages later
        _ = examined.standings_if_verified, analysis.leading, analysis.steps
    passed = examined.passed
    made = parallel_map(lambda rule: (tuple(rule.findings(examined)), passed.now.get(rule.id)), todo, least=2)
    passed.now.update((rule.id, now) for rule, (_, now) in zip(todo, made, strict=True) if now is not None)
    return in_order((*found, *(finding for each, _ in made for finding in each)))
