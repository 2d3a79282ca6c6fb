"""Rules about the glossary and the measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.findings import Severity
from claimgraph.rules.rule import Examined, Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Location


@rule(Severity.ERROR)
def duplicate_measure(examined: Examined) -> Iterator[Problem]:
    """Each measure has an id and a name of its own.

    Bad:

        measures:
          - {id: share-late, name: Late buses, unit: percent, definition: "…"}
          - {id: share-late, name: Late trains, unit: percent, definition: "…"}

    Good:

        measures:
          - {id: share-late-buses, name: Late buses, unit: percent, definition: "…"}
          - {id: share-late-trains, name: Late trains, unit: percent, definition: "…"}
    """
    measures = examined.corpus.measures
    if measures is None:
        return
    for key in ("id", "name"):
        seen: dict[str, int] = {}
        for index, measure in enumerate(measures.record.measures):
            value = getattr(measure, key)
            first = seen.setdefault(value.casefold(), index)
            if first != index:
                line = measures.at("measures", first, key).line
                yield Problem(
                    at=measures.at("measures", index, key),
                    message=f"the {key} '{value}' is taken by the measure in line {line}",
                    hint=f"give one of the two another {key}, or remove it",
                )


@rule(Severity.ERROR)
def duplicate_term(examined: Examined) -> Iterator[Problem]:
    """A term or alias is in the glossary only once.

    Case does not count.

    Bad:

        terms: [{term: Stop, meaning: "…"}, {term: Halt, meaning: "…", aliases: [stop]}]

    Good:

        terms: [{term: Stop, meaning: "…", aliases: [halt]}]
    """
    glossary = examined.corpus.glossary
    if glossary is None:
        return
    seen: dict[str, Location] = {}
    for index, term in enumerate(glossary.record.terms):
        aliases = ((alias, glossary.at("terms", index, "aliases", i)) for i, alias in enumerate(term.aliases))
        for value, at in ((term.term, glossary.at("terms", index, "term")), *aliases):
            first = seen.setdefault(value.casefold(), at)
            if first != at:
                yield Problem(
                    at=at,
                    message=f"'{value}' stands in the glossary already, in line {first.line}",
                    hint="put both meanings into one entry, or remove one",
                )
