"""Claims, their evidence, figures and links, and the topics, as CSV (RFC 4180), in UTF-8.

A spreadsheet takes a cell for a formula by how it begins (OWASP, "CSV Injection"). So an apostrophe stands before a
text that begins with an equals, plus, minus or at sign, also one of full width or after white space, or with a tab or
line end; and before one that begins so after apostrophes of its own, so that whoever takes away one apostrophe where
such a start follows has the very text. Numbers of this project's own (`number`, `first_line`, `last_line`) are never
negative and stand as they are; in a text, -5 is text.

Numbers of quotes, citations and figures count from 1 in their claim. In `claims.csv`, `computed` and `named` hold what
the editors supplied, one a line with `: ` and how, and `read_by` and `read_on` who read the claim beside its quotes,
and when. In `links.csv`, `claim` makes the link and `target` is the claim that it names; those from `quote` to `limits`
say what an undercut hits. A cell that holds several ids or words has spaces between; `answers` holds the steps' other
ends with the questions, as `step:question`.
"""

from __future__ import annotations

import csv
import io
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.formats.by_claims import ByClaims
from claimgraph.data.speakers import side_of, voice_id
from claimgraph.model.links import HITS, LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimgraph.data.dataset import Dataset
    from claimgraph.model.claim import Citation, Figure, Quote
    from claimgraph.model.links import Link

    Row = tuple[Mapping[str, object], object]
    Rows = Callable[[Dataset, str], Iterator[Row]]

CLAIMS: Final = (
    *("id", "topic", "title", "assertion", "kind", "place", "period", "population", "measure", "denominator"),
    *("thesis", "one_sided", "crux", "computed", "named", "read_by", "read_on", "note", "replaced_by"),
)
QUOTES: Final = (
    *("claim", "number", "id", "source", "speaker", "voice", "side", "exact", "stance", "mode", "of", "prefix"),
    *("suffix", "context", "rests_on", "verified", "compared_on", "compared_by", "first_line", "last_line"),
)
CITATIONS: Final = ("claim", "number", "id", "source", "side", "finding", "where", "stance", "rests_on")
FIGURES: Final = ("claim", "number", "measure", "value", "bound", "period", "source", "population", "denominator")
LINKS: Final = (
    *("claim", "kind", "target", "because", "with", "differs_in", "despite", *HITS),
    *("scheme", "question", "answers"),
)
TOPICS: Final = ("id", "title", "question", "order", "summary", "theses", "background", "related")

FORMULA: Final = "'*(?:[ \\t\\r\\n]*[-=+@\uff0b\uff0d\uff1d\uff20]|[\\t\\r\\n])"
"""The beginnings of texts that get an apostrophe, as a regular expression."""

_FORMULA: Final = re.compile(FORMULA)
_FIRST: Final = frozenset("' \t\r\n-=+@\uff0b\uff0d\uff1d\uff20")
"""The first characters of such texts. Nearly all other texts are ruled out by theirs, which saves time."""


def _claims(dataset: Dataset, id_: str) -> Iterator[Row]:
    claim = dataset.corpus.claims[id_].record
    scope, read = claim.scope, claim.read
    values = {
        "id": id_,
        "topic": dataset.corpus.topic_of[id_],
        "place": scope.place,
        "period": scope.period.text,
        "population": scope.population,
        "measure": scope.measure,
        "denominator": scope.denominator,
        "thesis": _yes(claim.thesis),
        "computed": "\n".join(f"{entry.value}: {entry.how}" for entry in claim.computed),
        "named": "\n".join(f"{entry.name}: {entry.how}" for entry in claim.named),
        "read_by": read.by if read else "",
        "read_on": read.on if read else "",
    }
    yield values, claim


def _quote(dataset: Dataset, id_: str, index: int, quote: Quote) -> Mapping[str, object]:
    corpus, verdict = dataset.corpus, dataset.view.verdicts[id_, index]
    compared = corpus.proven.get(quote.source) if verdict.is_verified else None
    return {
        "voice": voice_id(corpus, quote),
        "side": side_of(corpus, quote),
        "verified": _yes(verdict.is_verified),
        "compared_on": compared.on if compared else "",
        "compared_by": compared.by if compared else "",
        "first_line": verdict.place.first_line if verdict.place else "",
        "last_line": verdict.place.last_line if verdict.place else "",
    }


def _citation(dataset: Dataset, _id: str, _index: int, citation: Citation) -> Mapping[str, object]:
    return {"side": side_of(dataset.corpus, citation)}


def _figure(_dataset: Dataset, _id: str, _index: int, figure: Figure) -> Mapping[str, object]:
    return {"period": figure.period.text}


def _links(dataset: Dataset, id_: str) -> Iterator[Row]:
    claim = dataset.corpus.claims[id_].record
    for kind in LINK_KINDS:
        for link in getattr(claim, kind):
            yield _link(id_, kind, link), link


def _link(id_: str, kind: str, link: Link) -> Mapping[str, object]:
    answers = (f"{answer.step}:{answer.question}" for answer in getattr(link, "answers", ()))
    together = getattr(link, "together", ())
    return {"claim": id_, "kind": kind, "target": link.claim, "with": together, "answers": " ".join(answers)}


def _numbered(field: str, about: Callable[[Dataset, str, int, Any], Mapping[str, object]]) -> Rows:
    def rows(dataset: Dataset, id_: str) -> Iterator[Row]:
        for index, item in enumerate(getattr(dataset.corpus.claims[id_].record, field)):
            yield {"claim": id_, "number": index + 1, **about(dataset, id_, index, item)}, item

    return rows


def _topics_table(dataset: Dataset) -> str:
    rows = (({"id": id_}, entry.record) for id_, entry in dataset.corpus.topics.items())
    return _line(TOPICS) + _written(TOPICS, rows)


def _table(columns: Sequence[str], rows: Rows) -> ByClaims:
    """Return a table, which begins with a row of names; `rows` yields those of a claim."""
    return ByClaims(layout=(_line(columns), lambda dataset, id_: _written(columns, rows(dataset, id_))))


def _written(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Return rows. A cell has the row's own value, or else the record's field, or else nothing."""
    return "".join(
        _line([_cell(values[name] if name in values else getattr(record, name, None)) for name in columns])
        for values, record in rows
    )


def _line(cells: Sequence[object]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _cell(value: object) -> object:
    """Return the text of a cell: ids with spaces between, and an apostrophe before what begins like a formula."""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, str) and value and value[0] in _FIRST and _FORMULA.match(value):
        return f"'{value}"
    return value


def _yes(is_so: bool) -> str:  # noqa: FBT001  it returns the flag in words
    return "yes" if is_so else "no"


TABLES: Final[Mapping[str, Callable[[Dataset], str]]] = MappingProxyType(
    {
        "claims.csv": _table(CLAIMS, _claims),
        "quotes.csv": _table(QUOTES, _numbered("quotes", _quote)),
        "citations.csv": _table(CITATIONS, _numbered("citations", _citation)),
        "figures.csv": _table(FIGURES, _numbered("figures", _figure)),
        "links.csv": _table(LINKS, _links),
        "topics.csv": _topics_table,
    }
)
"""The function that writes each table, by the name of its file."""
