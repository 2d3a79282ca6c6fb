"""How the commands are used that check files and put them right."""

from __future__ import annotations

from typing import Final

from claimgraph.cli.usage.ids import Id
from claimgraph.cli.usage.parts import argument, choice, command, strict, texts

FORMATS: Final = ("text", "github", "json", "sarif")
"""How findings may be printed."""

CHECK: Final = command(
    "check",
    """Check every claim, source and quote.

Exits 0 when clean, 1 with errors, 2 when used wrongly.""",
    choice("--format", FORMATS, "how findings are printed"),
    strict(),
    texts("full texts to check on, too, as <source id>.txt"),
)

EXPLAIN: Final = command(
    "explain",
    "Explain a rule: what it asks, with a bad and a good example; without a rule, list them all.",
    argument("rule", "the rule's id, as findings name it", type_=Id("rule"), required=False),
)
