"""The page on which readers filter all claims: a plain table, and the data for its script."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, get_args

from claimgraph.index.addresses import claim_address
from claimgraph.index.wording import date_in_words, kind_in_words, plural
from claimgraph.model.claim import Kind
from claimgraph.pages.drawing.standing_marks import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.index.view import View

EXPLORE_DATA: Final = "explore/claims.json"
"""The address of the file that its script fetches."""

EXPLORE_TEXTS: Final = "explore/assertions.json"
"""The address of the assertions, which only cards and the filter by words need."""

KINDS: Final[tuple[str, ...]] = get_args(Kind)

FACETS: Final = (
    ("topic", "Topic", "Any topic"),
    ("thesis", "Thesis that it bears on", "Any thesis"),
    ("standing", "How it stands", "Any standing"),
    ("kind", "Kind of claim", "Any kind"),
    ("source", "Source", "Any source"),
    ("voice", "Voice", "Any voice"),
    ("year", "Year spoken about", "Any year"),
)
"""The filters: the name in an address, the label, and the label of the first choice."""

ORDERS: Final = (
    ("", "By topic"),
    ("title", "By title"),
    ("latest", "Latest time first"),
    ("voices", "Most voices first"),
)
"""The orders in which claims can be shown: the name in an address, and the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim of the table, in words. `voices` and `sources` are ids. `first` and `last` are years, None if open.

    `theses` are the numbers, from 1, of the theses of its topic that it leads to.
    """

    id: str
    title: str
    address: str
    assertion: str
    kind: str
    kind_words: str
    state: str
    state_words: str
    evidence: str
    place: str
    period: str
    first: int | None
    last: int | None
    theses: tuple[int, ...]
    sources: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRows:
    """The claims of one topic in the order of their titles; `address` is None if the folder has no topic file."""

    id: str
    title: str
    address: str | None
    theses: tuple[str, ...]
    rows: tuple[Row, ...]


def explore_rows(view: View) -> tuple[TopicRows, ...]:
    """Return all claims by topic, topics in their own order and claims by title."""
    return tuple(
        view.tables.once("rows of a topic", partial(_topic, view), id_) for id_ in view.topics if id_ in view.by_topic
    )


def _topic(view: View, id_: str) -> TopicRows:
    topic = view.corpus.topics.get(id_)
    theses = tuple(id_ for id_ in topic.record.theses if id_ in view.corpus.claims) if topic else ()
    rows = (
        _row(
            view,
            claim,
            tuple(n for n, t in enumerate(theses, start=1) if t in (view.analysis.leading.get(claim) or ())),
        )
        for claim in view.by_topic[id_]
    )
    return TopicRows(
        id=id_,
        title=view.topic(id_).title,
        address=view.topic(id_).address,
        theses=tuple(view.claim(thesis).title for thesis in theses),
        rows=tuple(sorted(rows, key=lambda row: (row.title.casefold(), row.id))),
    )


def _row(view: View, id_: str, theses: tuple[int, ...]) -> Row:
    claim, state = view.corpus.claims[id_].record, view.analysis.standings[id_].state
    period = claim.scope.period
    voices = [view.voicing(id_, index) for index in range(len(claim.quotes))]
    return Row(
        id=id_,
        title=claim.title,
        address=claim_address(id_),
        assertion=claim.assertion,
        kind=claim.kind,
        kind_words=kind_in_words(claim.kind),
        state=STATES[state],
        state_words=state.value,
        evidence=short_evidence(view, id_),
        place=claim.scope.place,
        period=date_in_words(period.text),
        first=period.first[0] if period.first else None,
        last=period.last[0] if period.last else None,
        theses=theses,
        sources=_once(
            (
                *(quote.source for quote in claim.quotes),
                *(citation.source for citation in claim.citations),
                *(figure.source for figure in claim.figures),
            )
        ),
        voices=_once(voice.id for voice in voices if voice is not None),
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def short_evidence(view: View, id_: str) -> str:
    """Return the evidence for and against a claim in a few words, such as `2 quotes from 1 voice; 1 citation`."""
    how = "worded" if view.corpus.claims[id_].record.thesis else "inferred" if view.is_inferred(id_) else ""
    return "; ".join(_evidence(view, id_)) or (f"{how} by the editors" if how else "none yet")


def _evidence(view: View, id_: str) -> Iterator[str]:
    claim = view.corpus.claims[id_].record
    quotes = [(index, quote) for index, quote in enumerate(claim.quotes) if quote.mode != "presupposed"]
    verified = [
        (index, quote)
        for index, quote in quotes
        if (verdict := view.verdicts.get((id_, index))) is not None and verdict.is_verified
    ]
    for stance, how in (("asserts", ""), ("disputes", "disputed in ")):
        found = [index for index, quote in verified if quote.stance == stance]
        voices = {voice.id for index in found if (voice := view.voicing(id_, index)) is not None}
        if found:
            yield f"{how}{plural(len(found), 'quote')} from {plural(len(voices), 'voice')}"
        if cited := sum(citation.stance == stance for citation in claim.citations):
            yield f"{how}{plural(cited, 'citation')}"
    if left := len(quotes) - len(verified):
        yield f"{plural(left, 'quote')} not verified"
    if open_ := sum(quote.source not in view.corpus.proven for _, quote in verified):
        yield f"{plural(open_, 'quote')} not compared with the source yet"
    if granted := len(claim.quotes) - len(quotes):
        yield f"taken for granted in {plural(granted, 'quote')}"


def explore_json(view: View, topics: Sequence[TopicRows]) -> str:
    """Return the data for the script: lists of names, and an array for each claim, in the order of the table.

    An array has the claim's id, title, place, period in words, first and last year (null if open), then the indices of
    its topic, kind, state and evidence in their lists, then lists of its theses (from 1), sources and voices.
    """
    rows = [row for topic in topics for row in topic.rows]
    sources = _numbered(sorted({id_ for row in rows for id_ in row.sources}))
    voices = _numbered(sorted({id_ for row in rows for id_ in row.voices}))
    evidence = _numbered(dict.fromkeys(row.evidence for row in rows))
    kinds, states = _numbered(KINDS), _numbered(STATES.values())
    whole: dict[str, Any] = {
        "topics": [[topic.id, topic.title, list(topic.theses)] for topic in topics],
        "kinds": [[kind, kind_in_words(kind)] for kind in KINDS],
        "states": [[key, state.value] for state, key in STATES.items()],
        "sources": [[id_, view.source(id_).title] for id_ in sources],
        "voices": [[id_, view.voices[id_].name] for id_ in voices],
        "evidence": list(evidence),
        "claims": [
            [
                *(row.id, row.title, row.place, row.period, row.first, row.last),
                *(number, kinds[row.kind], states[row.state], evidence[row.evidence]),
                *(row.theses, [sources[id_] for id_ in row.sources], [voices[id_] for id_ in row.voices]),
            ]
            for number, topic in enumerate(topics)
            for row in topic.rows
        ],
    }
    return _json(whole)


def explore_texts(topics: Sequence[TopicRows]) -> str:
    """Return the assertions of all claims as JSON, in the order of the table."""
    return _json([row.assertion for topic in topics for row in topic.rows])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _numbered(values: Iterable[str]) -> dict[str, int]:
    return {value: number for number, value in enumerate(values)}
