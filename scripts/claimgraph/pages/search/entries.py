"""The entries of the search: every page and every term of the glossary, with their words."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import GLOSSARY, claim_address, source_address, topic_address, voice_address
from claimgraph.pages.parts.face_offs import face_off
from claimgraph.templating.terms import term_anchor
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.view import View
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.standing import State
    from claimgraph.model.topic import Topic

_TAG: Final = re.compile(r"<[^>]*>")
_LINK: Final = re.compile(r"\s*\(?\[\[[^\]]*\]\](?:, \[\[[^\]]*\]\])*\)?")
_MANUALS: Final = ("method/", "editorial/", "contribute/", "data/", "changes/")
"""The addresses below which written pages describe how the site is made."""

_WORDS: Final = 160
"""The most characters of a quote in a result, which never shortens it."""


class Kind(IntEnum):
    """The kind of an entry. Equally good results are in this order; manuals come after everything else."""

    TOPIC = 0
    THESIS = 1
    CLAIM = 2
    TERM = 3
    VOICE = 4
    SOURCE = 5
    PAGE = 6
    MANUAL = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSide:
    """One side of a thesis as a result shows it: for or against, the strongest reason, and who gives it.

    `count` has its reasons and voices in words. `words` are in quotation marks where they are a quote. Words that are
    too long for a result give way to the title of their claim.
    """

    name: str
    count: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchEntry:
    """One entry, in plain text. `location` is an address, with or without a fragment.

    Results show `shown`, or else the beginning of `text`. Words in `title` weigh most, those in `text` less, those in
    `more` least. `names` are other names of a term: a search for one finds the others. `state` is the state of a claim,
    None for other entries. `sides` are those of a thesis that has a reason. Entries with
    the same `shelf` are in the same files, since they are often found together.
    """

    location: str
    kind: Kind
    title: str
    text: str = ""
    shown: str = ""
    more: str = ""
    names: tuple[str, ...] = ()
    state: State | None = None
    sides: tuple[FoundSide, ...] = ()
    shelf: str = ""


def search_entries(view: View) -> Iterator[SearchEntry]:
    """Yield the entries of all pages except written ones.

    The search finds topics by their questions, summaries and theses, claims by their assertions and quotes, and sources
    and voices by their names.
    """
    corpus = view.corpus
    for id_, topic in corpus.topics.items():
        record = topic.record
        yield SearchEntry(
            location=topic_address(id_),
            kind=Kind.TOPIC,
            title=record.title,
            text=record.question,
            more=_more_of_topic(corpus, record),
        )
    for id_, claim in corpus.claims.items():
        yield SearchEntry(
            location=claim_address(id_),
            kind=Kind.THESIS if claim.record.thesis else Kind.CLAIM,
            title=claim.record.title,
            text=claim.record.assertion,
            shown=claim.record.crux,
            more=_joined(quote.exact for quote in claim.record.quotes),
            state=view.analysis.standings[id_].state,
            sides=tuple(_sides(view, id_)) if claim.record.thesis else (),
            shelf=corpus.topic_of[id_],
        )
    for id_, source in corpus.sources.items():
        yield SearchEntry(
            location=source_address(id_),
            kind=Kind.SOURCE,
            title=source.record.title,
            text="; ".join(map(str, source.record.author)),
        )
    for id_, voice in view.voices.items():
        yield SearchEntry(location=voice_address(id_), kind=Kind.VOICE, title=voice.name, text=voice.role)
    for term in corpus.glossary.record.terms if corpus.glossary else ():
        yield SearchEntry(
            location=f"{GLOSSARY}#{term_anchor(term.term)}",
            kind=Kind.TERM,
            title=term.term,
            text=term.meaning,
            names=term.aliases,
        )


def written_entries(index: str) -> tuple[SearchEntry, ...]:
    """Return the entries of the written pages, a section each, from the publisher's index in JSON."""
    return tuple(
        SearchEntry(
            location=entry["location"],
            kind=Kind.MANUAL if entry["location"].startswith(_MANUALS) else Kind.PAGE,
            title=_plain(entry["title"]),
            text=_plain(entry["text"]),
        )
        for entry in json.loads(index)["docs"]
    )


def _sides(view: View, thesis: str) -> Iterator[FoundSide]:
    face = face_off(view, thesis, is_short=True)
    for name, corner in (("For", face.pro), ("Against", face.con)):
        if corner is None:
            continue
        words, title = corner.words, corner.claim.title if corner.claim else ""
        is_said = words is not None and words.is_quote and len(words.text) <= _WORDS
        said = f"\N{LEFT DOUBLE QUOTATION MARK}{words.text}\N{RIGHT DOUBLE QUOTATION MARK}" if words else ""
        by = ", ".join(filter(None, (words.by.title, words.year))) if words else ""
        yield FoundSide(name=name, count=corner.count, words=said if is_said else title, by=by)


def _more_of_topic(corpus: Corpus, topic: Topic) -> str:
    theses = (corpus.claims[id_].record.title for id_ in topic.theses if id_ in corpus.claims)
    return _joined(chain(theses, [_words_of(topic.summary)]))


def _words_of(summary: str) -> str:
    """Return a summary without its links, but with the words that are links."""
    words = (piece.words or piece.to(piece.id) if isinstance(piece, WikiLink) else piece for piece in pieces(summary))
    return _LINK.sub("", "".join(words))


def _joined(texts: Iterator[str] | chain[str]) -> str:
    return " … ".join(texts)


def _plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
