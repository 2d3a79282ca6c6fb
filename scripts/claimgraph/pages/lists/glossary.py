"""The glossary: its terms and measures, by the letters that they begin with, and the file of meanings for scripts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from claimgraph.pages.parts.quotes import measure_anchor
from claimgraph.templating.terms import term_anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.index.view import View

MEANINGS: Final = "glossary/terms.json"
"""The address of the file from which a page's script takes what a term means."""

_NAMED: Final = 3
"""How many measures a letter names while it is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term or a measure: `anchor` is the id of its element, and `more` what stands beside its name, or empty."""

    anchor: str
    name: str
    more: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The entries that begin with a letter; `line` names them, or the first of them."""

    anchor: str
    letter: str
    line: str
    entries: tuple[Entry, ...]


def glossary_values(view: View) -> dict[str, Any]:
    """Return the values for the template of the glossary: terms and measures in the order of the alphabet."""
    return {
        "terms": tuple(_letters("terms", _terms(view), named=None)),
        "measures": tuple(_letters("measures", _measures(view), named=_NAMED)),
    }


def meanings(view: View) -> str:
    """Return all terms as JSON: by the id of its element in the glossary, each term's name and meaning."""
    terms = {entry.anchor: [entry.name, entry.meaning] for entry in _terms(view)}
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":"))


def _terms(view: View) -> Iterator[Entry]:
    glossary = view.glossary.get("")
    for term in glossary.record.terms if glossary else ():
        more = f"also {', '.join(term.aliases)}" if term.aliases else ""
        yield Entry(anchor=term_anchor(term.term), name=term.term, more=more, meaning=term.meaning)


def _measures(view: View) -> Iterator[Entry]:
    for measure in view.measures.values():
        yield Entry(
            anchor=measure_anchor(measure.id),
            name=measure.name,
            more=f"in {measure.unit}",
            meaning=" ".join(filter(None, (measure.definition, measure.note))),
        )


def _letters(anchor: str, entries: Iterable[Entry], *, named: int | None) -> Iterator[Letter]:
    """Yield entries by letter; each line names the first `named` of them, or all if that is None."""
    ordered = sorted(entries, key=lambda entry: (_letter(entry), entry.name.casefold()))
    for letter, group in groupby(ordered, _letter):
        found = tuple(group)
        names = [entry.name for entry in found]
        left = len(names) - len(names[:named])
        line = "; ".join(names[:named]) + (f"; and {left} more" if left else "")
        yield Letter(anchor=f"{anchor}-{letter.casefold()}", letter=letter, line=line, entries=found)


def _letter(entry: Entry) -> str:
    """Return the letter that a name begins with as a capital, or `0-9` for a digit or a sign."""
    first = entry.name[:1].upper()
    return first if first.isalpha() else "0-9"
