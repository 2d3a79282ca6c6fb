"""Claims, their evidence, figures and links, and the topics, as CSV (RFC 4180), in UTF-8.

A spreadsheet takes a cell for a formula by how it begins (OWASP, "CSV Injection"). So an apostrophe stands before a
text that begins with an equals, plus, minus or at sign, also one of full width or after white space, or with a tab or
line end; and before one that begins so after apostrophes of its own, so that whoever takes away one apostrophe where
such a start follows has the very text. Numbers of this project's own (`number`, `first_line`, `last_line`) are never
negative and stand as they are; in a text, -5 is text.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.formats.records import claim_record, topic_record
from claimgraph.model.claim import HITS, LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.data.formats.records import Verdicts
    from claimgraph.model.corpus import Corpus

CLAIMS: Final = (
    *("id", "topic", "title", "assertion", "kind", "place", "period", "population", "measure", "denominator"),
    *("thesis", "one_sided", "computed", "named", "read_by", "read_on", "note", "replaced_by"),
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
"""How a text begins before which an apostrophe stands, as a regular expression."""

_FORMULA: Final = re.compile(FORMULA)


def tables(corpus: Corpus, verdicts: Verdicts) -> dict[str, str]:
    """Return the text of each table by the name of its file, each with a row of names first.

    Numbers of quotes, citations and figures count from 1 in their claim. In `claims.csv`, `computed` and `named` hold
    what the editors supplied, one a line with `: ` and how, and `read_by` and `read_on` who read the claim beside its
    quotes, and when. In `links.csv`, `claim` makes the link and `target` is the claim that it names; those from `quote`
    to `limits` say what an undercut hits. A cell that holds several ids or words has spaces between; `answers` holds
    the steps' other ends with the questions, as `step:question`.
    """
    records = [claim_record(corpus, verdicts, id_) for id_ in corpus.claims]
    topics = (topic_record(corpus, id_) for id_ in corpus.topics)
    return {
        "claims.csv": _table(CLAIMS, map(_claim, records)),
        "quotes.csv": _table(QUOTES, (row for record in records for row in _quotes(record))),
        "citations.csv": _table(CITATIONS, (row for record in records for row in _numbered(record, "citations"))),
        "figures.csv": _table(FIGURES, (row for record in records for row in _numbered(record, "figures"))),
        "links.csv": _table(LINKS, (row for record in records for row in _links(record))),
        "topics.csv": _table(TOPICS, map(_joined, topics)),
    }


def _claim(record: dict[str, Any]) -> dict[str, Any]:
    read = record["read"] or {"by": "", "on": ""}
    return {
        **record,
        **record["scope"],
        "thesis": "yes" if record["thesis"] else "no",
        "computed": "\n".join(f"{entry['value']}: {entry['how']}" for entry in record["computed"]),
        "named": "\n".join(f"{entry['name']}: {entry['how']}" for entry in record["named"]),
        "read_by": read["by"],
        "read_on": read["on"],
    }


def _joined(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with its lists of ids as texts."""
    return {name: " ".join(value) if isinstance(value, list) else value for name, value in record.items()}


def _numbered(record: dict[str, Any], field: str) -> Iterator[dict[str, Any]]:
    for number, item in enumerate(record[field], start=1):
        yield {**item, "claim": record["id"], "number": number}


def _quotes(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for quote in _numbered(record, "quotes"):
        verified = "yes" if quote["verified"] else "no"
        compared = {f"compared_{key}": value for key, value in (quote["compared"] or {}).items()}
        yield {**quote, **compared, "verified": verified}


def _links(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in LINK_KINDS:
        for link in record[kind]:
            together = " ".join(link.get("with", ()))
            answers = " ".join(f"{answer['step']}:{answer['question']}" for answer in link.get("answers", ()))
            differing = " ".join(link.get("differs_in", ()))
            lists = {"with": together, "differs_in": differing, "answers": answers}
            yield {**link, "claim": record["id"], "kind": kind, "target": link["claim"], **lists}


def _table(names: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _guarded(value: object) -> object:
    """Return what stands in a cell, with an apostrophe before a text that begins like a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
