"""Cases of quotes that Python and the form's script must judge alike, with what both say of them.

They stand in `shared.json`: the cases of these tests as they were recorded, and generated ones. Each has a quote and
the texts that it is checked against, and the outcome and the findings, each as rule, message and hint. To judge them
anew, after a change of the rules: `python -m tests.quotes.shared`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.quotes.prepared import prepare
from claimgraph.quotes.verify import verify
from claimgraph.rules import placement, verdicts
from claimgraph.rules.evidence import unknown_speaker
from claimgraph.rules.rule import Examined, Rule
from tests.pages.corpora import claim, corpus_of
from tests.quotes.generated import generated
from tests.quotes.prepared import source_of, stored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.quotes.prepared import PreparedSource

FILE: Final = Path(__file__).with_name("shared.json")
_RULES: Final = [
    *(each for module in (verdicts, placement) for each in vars(module).values() if isinstance(each, Rule)),
    unknown_speaker,
]


@cache
def read() -> dict[str, Any]:
    """Return the file: `sources`, and `cases` that name them by number, their own first."""
    made: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return made


def prepared(source: Mapping[str, Any]) -> PreparedSource:
    """Return a source of the file as the check has it without its text; a former id is hashed in, if it has one."""
    fields = source["fields"]
    return prepare(source_of(source["id"], **fields), stored(source["text"], source.get("as", source["id"])))


def told(quote: Mapping[str, Any], own: PreparedSource | None, others: list[PreparedSource]) -> list[Any]:
    """Return the outcome of a quote, and what the rules say of it."""
    entry = claim("a-claim", quotes=[quote])
    (record,) = entry.record.quotes
    verdict = verify(record, own, others)
    sources = {each.entry.id: each for each in (own, *others) if each is not None}
    files = {record.source: source_of(record.source), **{id_: each.entry for id_, each in sources.items()}}
    examined = Examined(
        corpus=corpus_of(entry, *files.values()),
        verdicts=MappingProxyType({("a-claim", 0): verdict}),
        prepared_sources=MappingProxyType(sources),
        pages=MappingProxyType({}),
        captured=frozenset(sources),
    )
    found = [[rule.id, each.message, each.hint] for rule in _RULES for each in rule.check(examined)]
    return [str(verdict.outcome), found]


def judged(sources: list[Any], case: Mapping[str, Any]) -> list[Any]:
    """Return what Python says of one case."""
    known = [prepared(sources[number]) for number in case["sources"]]
    return told(case["quote"], known[0] if known else None, known[1:])


def _written(made: Mapping[str, Any]) -> str:
    rows = {name: ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in items) for name, items in made.items()}
    return "{\n" + ",\n".join(f' "{name}": [\n  {items}\n ]' for name, items in rows.items()) + "\n}\n"


def renew(recorded: Mapping[str, Any]) -> None:
    """Write the file anew: the recorded cases, then those that are generated, each with what Python says of it."""
    sources, cases = list(recorded["sources"]), list(recorded["cases"])
    for text, quotes in generated():
        sources.append(text)
        cases += [{"sources": [len(sources) - 1], "quote": quote, "is_generated": True} for quote in quotes]
    kept = [{**case, "told": judged(sources, case)} for case in cases]
    FILE.write_text(_written({"sources": sources, "cases": kept}), "utf-8")


def main() -> None:
    """Judge all cases anew."""
    made = read()
    cases = [case for case in made["cases"] if not case.get("is_generated")]
    used = 1 + max(number for case in cases for number in case["sources"])
    renew({"sources": made["sources"][:used], "cases": cases})


if __name__ == "__main__":
    main()
