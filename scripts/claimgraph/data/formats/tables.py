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

from claimgraph.data.speakers import side_of, voice_id
from claimgraph.model.links import HITS, LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimgraph.data.dataset import Dataset
    from claimgraph.model.claim import Citation, Claim, Figure, Quote
    from claimgraph.model.links import Link

    Row = tuple[Mapping[str, object], object]

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


def claims_table(dataset: Dataset) -> str:
    """Return the table of claims. Like all tables, it begins with a row of names."""
    claims, topics = dataset.corpus.claims, dataset.corpus.topic_of
    return _table(CLAIMS, ((_claim(id_, topics[id_], entry.record), entry.record) for id_, entry in claims.items()))


def _claim(id_: str, topic: str, claim: Claim) -> Mapping[str, object]:
    scope, read = claim.scope, claim.read
    return {
        "id": id_,
        "topic": topic,
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


def quotes_table(dataset: Dataset) -> str:
    """Return the table of quotes."""
    return _table(QUOTES, _numbered(dataset, "quotes", _quote))


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


def citations_table(dataset: Dataset) -> str:
    """Return the table of citations."""
    return _table(CITATIONS, _numbered(dataset, "citations", _citation))


def _citation(dataset: Dataset, _id: str, _index: int, citation: Citation) -> Mapping[str, object]:
    return {"side": side_of(dataset.corpus, citation)}


def figures_table(dataset: Dataset) -> str:
    """Return the table of figures."""
    return _table(FIGURES, _numbered(dataset, "figures", _figure))


def _figure(_dataset: Dataset, _id: str, _index: int, figure: Figure) -> Mapping[str, object]:
    return {"period": figure.period.text}


def links_table(dataset: Dataset) -> str:
    """Return the table of links."""
    return _table(
        LINKS,
        (
            (_link(id_, kind, link), link)
            for id_, entry in dataset.corpus.claims.items()
            for kind in LINK_KINDS
            for link in getattr(entry.record, kind)
        ),
    )


def _link(id_: str, kind: str, link: Link) -> Mapping[str, object]:
    answers = (f"{answer.step}:{answer.question}" for answer in getattr(link, "answers", ()))
    together = getattr(link, "together", ())
    return {"claim": id_, "kind": kind, "target": link.claim, "with": together, "answers": " ".join(answers)}


def topics_table(dataset: Dataset) -> str:
    """Return the table of topics."""
    return _table(TOPICS, (({"id": id_}, entry.record) for id_, entry in dataset.corpus.topics.items()))


TABLES: Final[Mapping[str, Callable[[Dataset], str]]] = MappingProxyType(
    {
        "claims.csv": claims_table,
        "quotes.csv": quotes_table,
        "citations.csv": citations_table,
        "figures.csv": figures_table,
        "links.csv": links_table,
        "topics.csv": topics_table,
    }
)
"""The function that writes each table, by the name of its file."""


def _numbered(
    dataset: Dataset, field: str, about: Callable[[Dataset, str, int, Any], Mapping[str, object]]
) -> Iterator[Row]:
    for id_, entry in dataset.corpus.claims.items():
        for index, item in enumerate(getattr(entry.record, field)):
            yield {"claim": id_, "number": index + 1, **about(dataset, id_, index, item)}, item


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table. A cell has the row's own value, or else the record's field, or else nothing."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(
        [_cell(values[name] if name in values else getattr(record, name, None)) for name in columns]
        for values, record in rows
    )
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
