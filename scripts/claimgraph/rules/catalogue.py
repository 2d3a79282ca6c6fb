"""The catalogue of all rules."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.findings import in_order
from claimgraph.rules import (
    captures,
    claims,
    compared,
    consistency,
    evidence,
    idle,
    labels,
    leading,
    links,
    names,
    numbers,
    oppositions,
    placement,
    proper_names,
    reading,
    reasons,
    schemes,
    sources,
    terms,
    theses,
    titles,
    topics,
    undercuts,
    verdicts,
)
from claimgraph.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.findings import Finding
    from claimgraph.rules.rule import Examined

_MODULES: Final = (
    reading,
    names,
    claims,
    titles,
    links,
    undercuts,
    schemes,
    consistency,
    oppositions,
    evidence,
    numbers,
    proper_names,
    idle,
    verdicts,
    placement,
    captures,
    compared,
    labels,
    leading,
    sources,
    topics,
    theses,
    reasons,
    terms,
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        value.id: value
        for value in sorted(
            (value for module in _MODULES for value in vars(module).values() if isinstance(value, Rule)),
            key=lambda value: value.id,
        )
    }
)
"""Every rule by its id, in alphabetical order."""


def findings(examined: Examined) -> tuple[Finding, ...]:
    """Return the findings of all rules, in order of place."""
    return in_order(finding for rule in RULES.values() for finding in rule.findings(examined))
