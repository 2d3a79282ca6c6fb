"""The API's records of sources, topics and voices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimgraph.analysis.concentration import Concentration
from claimgraph.analysis.holdings import NOTHING
from claimgraph.data.api import records
from claimgraph.data.api.argument import concentration
from claimgraph.data.api.claims import FOLDER
from claimgraph.data.api.evidence import compared, edtf
from claimgraph.index.addresses import source_address, topic_address, voice_address
from claimgraph.voices import voicing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.data.api.claims import Claims
    from claimgraph.data.dataset import Dataset
    from claimgraph.index.view import View
    from claimgraph.voices import QuotedVoice


def topic_file(id_: str) -> str:
    """Return the address of the file of a topic, on a site that has such files."""
    return f"{FOLDER}topics/{id_}.json"


def sources(dataset: Dataset, file: str) -> tuple[records.Source, ...]:
    """Return every source, by id."""
    return tuple(_source(dataset, id_, dataset.to_home(file)) for id_ in dataset.view.corpus.sources)


def _source(dataset: Dataset, id_: str, home: str) -> records.Source:
    view, record = dataset.view, dataset.view.corpus.sources[id_].record
    quoted = view.quoted.get(id_, ())
    spoken = {said_by.id for place in quoted if (said_by := view.voicing(*place)) is not None}
    return records.Source(
        id=id_,
        title=record.title,
        short_title=record.title_short,
        type=record.type,
        authors=tuple(map(str, record.author)),
        issued=edtf(record.issued),
        event_date=edtf(record.event_date),
        publisher=record.publisher,
        container_title=record.container_title,
        doi=record.doi or "",
        document_url=record.url or "",
        archived_url=record.archived or "",
        licence=record.licence,
        depth=record.depth,
        captured=id_ in dataset.captured,
        compared=compared(view, id_),
        independence=record.independence or id_,
        side=record.side,
        speakers=tuple(
            records.SourceSpeaker(
                name=name, voice=voicing(view.corpus.sources[id_], name).id, side=speaker.side or record.side
            )
            for name, speaker in record.speakers.items()
        ),
        quoted_by=_once(claim for claim, _ in quoted),
        cited_by=_once(claim for claim, _ in view.cited.get(id_, ())),
        voices=tuple(sorted(spoken)),
        former_ids=record.aliases,
        url=f"{home}{source_address(id_)}",
    )


def topics(dataset: Dataset, file: str) -> tuple[records.Topic, ...]:
    """Return every topic, by id."""
    return tuple(records.Topic(**_topic(dataset, id_, dataset.to_home(file))) for id_ in dataset.view.corpus.topics)


def topic(dataset: Dataset, claims: Claims, id_: str, file: str) -> records.TopicPage:
    """Return a topic with its claims, for the file at `file`."""
    own = tuple(claims.entry(claim, file) for claim in dataset.view.by_topic.get(id_, ()))
    return records.TopicPage(**_topic(dataset, id_, dataset.to_home(file)), claims=own)


def _topic(dataset: Dataset, id_: str, home: str) -> dict[str, Any]:
    view, record = dataset.view, dataset.view.corpus.topics[id_].record
    listed = {*record.theses, *record.background}
    return {
        "id": id_,
        "title": record.title,
        "question": record.question,
        "summary": record.summary,
        "order": record.order,
        "theses": record.theses,
        "background": record.background,
        "others": tuple(claim for claim in view.by_topic.get(id_, ()) if claim not in listed),
        "related": record.related,
        "evidence": concentration(view.analysis.topics.get(id_, Concentration())),
        "one_voice": view.one_voice(view.by_topic.get(id_, ())),
        "former_ids": record.aliases,
        "url": f"{home}{topic_address(id_)}",
        "json": f"{home}{topic_file(id_)}" if dataset.has_claim_files else "",
    }


def voices(dataset: Dataset, file: str) -> tuple[records.Voice, ...]:
    """Return every voice, by id."""
    home = dataset.to_home(file)
    return tuple(_voice(dataset.view, voice, home) for voice in dataset.view.voices.values())


def _voice(view: View, voice: QuotedVoice, home: str) -> records.Voice:
    record, carried = voice.entry.record if voice.entry else None, view.analysis.holdings.get(voice.id) or NOTHING
    return records.Voice(
        id=voice.id,
        name=voice.name,
        role=voice.role,
        interests=tuple(
            records.Interest(text=interest.text, source=interest.source)
            for interest in (record.interests if record else ())
        ),
        unnamed=record.unnamed if record else False,
        sides=carried.sides,
        quotes=len(voice.quotes),
        citations=len(voice.citations),
        claims=_once(claim for claim, _ in (*voice.quotes, *voice.citations)),
        alone=carried.alone,
        theses_for=(*carried.pro, *carried.both),
        theses_against=(*carried.con, *carried.both),
        sources=view.sources_of(voice),
        url=f"{home}{voice_address(voice.id)}",
    )


def counts(dataset: Dataset) -> records.Counts:
    """Return the number of records of each kind."""
    corpus = dataset.view.corpus
    claims = [entry.record for entry in corpus.claims.values()]
    return records.Counts(
        claims=len(claims),
        topics=len(corpus.topics),
        sources=len(corpus.sources),
        voices=len(dataset.view.voices),
        quotes=sum(len(claim.quotes) for claim in claims),
        citations=sum(len(claim.citations) for claim in claims),
        links=sum(len(edges) for edges in dataset.view.outgoing.values()),
    )


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
