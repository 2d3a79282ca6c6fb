"""Where a record is named: the places in claims, topics, sources and voices at which its id stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.model.claim import ANSWERING, LINK_KINDS, THIRDS, steps_of
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.location import Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place at which an id stands as a value: the file, relative to the checkout, and the steps to the value."""

    path: str
    steps: tuple[Step, ...]


def references_to_claim(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield where a claim is named as a value; links in running text are not among them."""
    for claim in corpus.claims.values():
        for steps, named in _named_by_claim(claim.record):
            if named == id_:
                yield Reference(path=claim.path, steps=steps)
    for topic in corpus.topics.values():
        for steps, named in named_by_topic(topic.record):
            if named == id_:
                yield Reference(path=topic.path, steps=steps)


def _named_by_claim(record: Claim) -> Iterator[tuple[tuple[Step, ...], str | None]]:
    for kind in LINK_KINDS:
        for index, link in enumerate(getattr(record, kind)):
            yield (kind, index, "claim"), link.claim
    for kind, index, step in steps_of(record):
        for inner, premise in enumerate(step.together):
            yield (kind, index, "with", inner), premise
    yield from _named_by_answers(record)
    for index, undercut in enumerate(record.undercuts):
        for kind in THIRDS:
            yield ("undercuts", index, kind), getattr(undercut, kind)
    yield ("replaced_by",), record.replaced_by


def _named_by_answers(record: Claim) -> Iterator[tuple[tuple[Step, ...], str]]:
    for kind in ANSWERING:
        for index, link in enumerate(getattr(record, kind)):
            for inner, answer in enumerate(link.answers):
                yield (kind, index, "answers", inner, "step"), answer.step


def named_by_topic(record: Topic) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield each place at which a topic names a claim as a value, with the claim's id."""
    for field in ("theses", "background", "related"):
        for index, id_ in enumerate(getattr(record, field)):
            yield (field, index), id_


def references_to_source(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield where a source is named."""
    for claim in corpus.claims.values():
        for kind in ("quotes", "citations", "figures"):
            for index, item in enumerate(getattr(claim.record, kind)):
                if item.source == id_:
                    yield Reference(path=claim.path, steps=(kind, index, "source"))
    for voice in corpus.voices.values():
        for index, interest in enumerate(voice.record.interests):
            if interest.source == id_:
                yield Reference(path=voice.path, steps=("interests", index, "source"))


def references_to_voice(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield where a voice is named."""
    for source in corpus.sources.values():
        for name, speaker in source.record.speakers.items():
            if speaker.voice == id_:
                yield Reference(path=source.path, steps=("speakers", name, "voice"))


def links_to(text: str, id_: str) -> bool:
    """Tell whether a running text has `[[id]]`."""
    return any(isinstance(piece, WikiLink) and piece.id == id_ for piece in pieces(text))
