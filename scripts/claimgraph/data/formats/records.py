"""Claims, topics and sources as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimgraph.loading.validation import adapter
from claimgraph.model.claim import Quote
from claimgraph.voices import voicing, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimgraph.model.claim import Citation
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.verdict import Verdict

    Verdicts = Mapping[tuple[str, int], Verdict]


def claims_json(corpus: Corpus, verdicts: Verdicts) -> str:
    """Return a JSON list of all claims, by id.

    Each has its `id`, its `topic`, and the fields of its file, those that are not given as well: as an empty text, an
    empty list or null. Each quote and citation has besides `side`, where whoever speaks stands in this source. Each
    quote has `voice`, the id of the voice that it counts for; `verified`, whether its words stand in the source's
    capture; `compared`, the day `on` which that was compared with the source and `by` whom, null where nobody has; and
    `first_line` and `last_line` of the captured text, null where they do not stand there.
    """
    return _json([claim_record(corpus, verdicts, id_) for id_ in corpus.claims])


def claim_record(corpus: Corpus, verdicts: Verdicts, id_: str) -> dict[str, Any]:
    """Return one claim as in `claims_json`."""
    entry = corpus.claims[id_]
    record = _plain(entry)
    for index, (quote, shown) in enumerate(zip(entry.record.quotes, record["quotes"], strict=True)):
        verdict = verdicts[id_, index]
        shown["voice"] = voice_id(corpus, quote)
        shown["side"] = side_of(corpus, quote)
        shown["verified"] = verdict.is_verified
        shown["compared"] = _compared(corpus, quote.source) if verdict.is_verified else None
        shown["first_line"] = verdict.place.first_line if verdict.place else None
        shown["last_line"] = verdict.place.last_line if verdict.place else None
    for citation, shown in zip(entry.record.citations, record["citations"], strict=True):
        shown["side"] = side_of(corpus, citation)
    return {"id": id_, "topic": corpus.topic_of[id_], **record}


def topics_json(corpus: Corpus) -> str:
    """Return a JSON list of all topics, by id: each with its `id` and its file's fields."""
    return _json([topic_record(corpus, id_) for id_ in corpus.topics])


def topic_record(corpus: Corpus, id_: str) -> dict[str, Any]:
    """Return one topic as in `topics_json`."""
    return {"id": id_, **_plain(corpus.topics[id_])}


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


def side_of(corpus: Corpus, record: Quote | Citation) -> str:
    """Return where whoever speaks in a quote or citation stands in its source; empty where that is unknown.

    It is what the source file says of the speaker, else of the source.
    """
    source = corpus.sources.get(record.source)
    if source is None:
        return ""
    voice = voicing_of_quote(source, record) if isinstance(record, Quote) else voicing(source, "")
    given = (
        speaker.side
        for name, speaker in source.record.speakers.items()
        if speaker.side is not None and voicing(source, name).id == voice.id
    )
    return next(given, source.record.side)


def _plain(entry: Entry[Any]) -> dict[str, Any]:
    found: dict[str, Any] = adapter(type(entry.record)).dump_python(entry.record, mode="json", by_alias=True)
    return found


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
