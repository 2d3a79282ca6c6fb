"""Claims and sources as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimgraph.loading.validation import adapter
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.verdict import Verdict

    Verdicts = Mapping[tuple[str, int], Verdict]


def claims_json(corpus: Corpus, verdicts: Verdicts) -> str:
    """Return a JSON list of all claims, by id.

    Each has its `id`, its `topic`, and the fields of its file, those that are not given as well: as an empty text, an
    empty list or null. Each quote has besides `voice`, the id of the voice that it counts for; `verified`, whether its
    words stand in the source's capture; `compared`, the day `on` which that was compared with the source and `by` whom,
    null where nobody has; and `first_line` and `last_line` of the captured text, null where they do not stand there.
    """
    return _json([claim_record(corpus, verdicts, id_) for id_ in corpus.claims])


def claim_record(corpus: Corpus, verdicts: Verdicts, id_: str) -> dict[str, Any]:
    """Return one claim as in `claims_json`."""
    entry = corpus.claims[id_]
    record = _plain(entry)
    for index, (quote, shown) in enumerate(zip(entry.record.quotes, record["quotes"], strict=True)):
        verdict = verdicts[id_, index]
        shown["voice"] = voice_id(corpus, quote)
        shown["verified"] = verdict.is_verified
        shown["compared"] = _compared(corpus, quote.source) if verdict.is_verified else None
        shown["first_line"] = verdict.place.first_line if verdict.place else None
        shown["last_line"] = verdict.place.last_line if verdict.place else None
    # Here belongs `standing`, once it is computed.
    return {"id": id_, "topic": corpus.topic_of[id_], **record}


def sources_json(corpus: Corpus, captured: Collection[str]) -> str:
    """Return a JSON list of all sources, by id.

    Each has its `id`, whether it is `captured`, how that was `compared` as in `claims_json`, and its file's fields.
    """
    return _json(
        [
            {"id": id_, "captured": id_ in captured, "compared": _compared(corpus, id_), **_plain(entry)}
            for id_, entry in corpus.sources.items()
        ]
    )


def _compared(corpus: Corpus, source_id: str) -> dict[str, str] | None:
    one = corpus.proven.get(source_id)
    return None if one is None else {"on": one.on, "by": one.by}


def voice_id(corpus: Corpus, quote: Quote) -> str:
    """Return the id of the voice that a quote counts for; empty where its source is unknown."""
    source = corpus.sources.get(quote.source)
    return voicing_of_quote(source, quote).id if source is not None else ""


def _plain(entry: Entry[Any]) -> dict[str, Any]:
    found: dict[str, Any] = adapter(type(entry.record)).dump_python(entry.record, mode="json", by_alias=True)
    return found


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
