"""Finds the places in claims, topics, sources and voices where the id of a record stands as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimgraph.model.references import claims_in_claim, claims_in_topic, sources_in_claim, sources_in_voice
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimgraph.location import Step
    from claimgraph.model.corpus import Corpus, Entry

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place where an id stands as a value: the file, relative to the checkout, and the steps to the value."""

    path: str
    steps: tuple[Step, ...]


def references_to_claim(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield the references to a claim; links in running text are not among them."""
    yield from _references(corpus.claims, claims_in_claim, id_)
    yield from _references(corpus.topics, claims_in_topic, id_)


def references_to_source(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield the references to a source."""
    yield from _references(corpus.claims, sources_in_claim, id_)
    yield from _references(corpus.voices, sources_in_voice, id_)


def _references(
    entries: Mapping[str, Entry[R]], named: Callable[[R], Iterable[tuple[tuple[Step, ...], str]]], id_: str
) -> Iterator[Reference]:
    for entry in entries.values():
        yield from (Reference(path=entry.path, steps=steps) for steps, name in named(entry.record) if name == id_)


def references_to_voice(corpus: Corpus, id_: str) -> Iterator[Reference]:
    """Yield the references to a voice."""
    for source in corpus.sources.values():
        for name, speaker in source.record.speakers.items():
            if speaker.voice == id_:
                yield Reference(path=source.path, steps=("speakers", name, "voice"))


def links_to(text: str, id_: str) -> bool:
    """Tell whether a running text has a link to a claim."""
    return any(isinstance(piece, WikiLink) and piece.id == id_ for piece in pieces(text))
