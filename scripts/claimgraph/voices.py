"""Voices: who speaks in which quote, and under which id, with or without a voice file.

The id of a voice is the `voice` that the source file gives under `speakers`. Without one, the id is made of the name
for the source's author, so that an author is one voice in all sources, and of the source's id and the name for any
other speaker, since "Participant A" of two sources are two people. A source speaks in the voice of its first author,
without authors in its publisher's, and without either in a voice of its own, whose id is the source's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import checksum
from claimgraph.model.values import MAX_ID, is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Side, Source, Speaker
    from claimgraph.model.verdict import Place
    from claimgraph.model.voice import Voice

_AUTHOR: Final = ""
"""The name under which a quote names its source's author."""

_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "ð": "d", "đ": "d", "ħ": "h", "\u0131": "i", "ł": "l", "œ": "oe", "ø": "o", "ŧ": "t", "þ": "th"}
)
"""Latin letters that Unicode does not decompose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voicing:
    """A voice in a source: its id, and its name in the source file."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedVoice:
    """One voice with all its quotes and citations.

    `name` is from its file, or else from the first source (by id) that lists it. Without a voice file, `role` is empty
    and `entry` is None. `quotes` has the claim's id and the quote's index of each quote in this voice, in order; the
    voice of a reported quote is that of whoever said the words. `citations` has the same of each citation, whose voice
    is the author of its source.
    """

    id: str
    name: str
    role: str
    entry: Entry[Voice] | None
    quotes: tuple[tuple[str, int], ...]
    citations: tuple[tuple[str, int], ...] = ()


def slug(text: str) -> str:
    """Return an id made of a text: its letters and digits in small letters without accents, joined by hyphens.

    It begins with `voice-` if it would not be an id without that. It ends in a checksum of the text if letters were
    left out, so that two names in a script other than Latin have two ids.
    """
    words = _slugged(text)
    return _cut(words if is_id(words[:MAX_ID].rstrip("-")) else f"voice-{words}")


def _slugged(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    words = _BETWEEN.sub("-", kept).strip("-")
    if not words or any(character.isalnum() and not character.isascii() for character in kept):
        words = f"{words}-{checksum(text):08x}".strip("-")
    return words


def _cut(id_: str) -> str:
    """Shorten an id that is too long; a checksum of the whole id keeps it unique."""
    if len(id_) <= MAX_ID:
        return id_
    end = f"-{checksum(id_):08x}"
    return id_[: MAX_ID - len(end)].rstrip("-") + end


def voicing(source: Entry[Source], speaker: str) -> Voicing:
    """Return the voice of a speaker by name or alias; an empty name is the author, and an unlisted name a voice too."""
    listed = _voicings(source).get(fold_line(speaker))
    return listed or Voicing(id=_cut(f"{source.id}-{_slugged(speaker)}"), name=speaker)


def voicing_of_quote(source: Entry[Source], quote: Quote) -> Voicing:
    """Return the voice of a quote: the speaker, or in a reported quote whoever `of` names.

    A name in `of` that the source file does not list is one voice in all sources.
    """
    if quote.mode != "reported" or not quote.of.strip():
        return voicing(source, quote.speaker)
    listed = _voicings(source).get(fold_line(quote.of))
    return listed or Voicing(id=slug(quote.of), name=quote.of)


def side_of(source: Entry[Source], voice: Voicing) -> Side | None:
    """Return the side that a source gives a voice among its speakers, None if it gives none."""
    return _sides(source).get(voice.id)


@lru_cache(maxsize=4096)
def _sides(source: Entry[Source]) -> Mapping[str, Side]:
    given = ((name, speaker.side) for name, speaker in source.record.speakers.items())
    return MappingProxyType({voicing(source, name).id: side for name, side in given if side is not None})


def poster(source: Entry[Source], place: Place) -> Voicing | None:
    """Return who reposts another's words; None if nobody does, or if the voice reposts its own words.

    The words count for the voice of their author either way.
    """
    if not place.posted_by:
        return None
    posting = voicing(source, place.posted_by)
    return None if posting.id == voicing(source, place.speaker).id else posting


def voicings(source: Entry[Source]) -> tuple[Voicing, ...]:
    """Return every voice of a source, the author's first, then in the order of `speakers`."""
    return tuple(dict.fromkeys(_voicings(source).values()))


@lru_cache(maxsize=4096)
def _voicings(source: Entry[Source]) -> Mapping[str, Voicing]:
    """Return the voices of a source by each folded name and alias, the names that the check of quotes uses."""
    record = source.record
    authors = [name for name in (*map(str, record.author), record.publisher if not record.author else "") if name]
    own = {fold_line(name) for name in authors}
    spoken = {
        name: Voicing(id=_id_of(source, name, speaker, is_own=fold_line(name) in own), name=name)
        for name, speaker in record.speakers.items()
    }
    found: dict[str, Voicing] = {}
    for name in record.speakers:
        found.setdefault(fold_line(name), spoken[name])
    for name, speaker in record.speakers.items():
        for alias in speaker.aliases:
            found.setdefault(fold_line(alias), spoken[name])
    author = Voicing(id=slug(authors[0]), name=authors[0]) if authors else Voicing(id=source.id, name=record.title)
    if authors:
        author = found.get(fold_line(authors[0]), author)
    for name in map(str, record.author):
        found.setdefault(fold_line(name), author)
    return MappingProxyType({_AUTHOR: author, **found})


def _id_of(source: Entry[Source], name: str, speaker: Speaker, *, is_own: bool) -> str:
    if speaker.voice is not None:
        return speaker.voice
    return slug(name) if is_own else _cut(f"{source.id}-{_slugged(name)}")


def voices_of(corpus: Corpus) -> Mapping[str, QuotedVoice]:
    """Return every voice that has a quote, a citation or a voice file, by id in alphabetical order."""
    names: dict[str, str] = {}
    for source in corpus.sources.values():
        for given in voicings(source):
            names.setdefault(given.id, given.name)
    quotes: dict[str, list[tuple[str, int]]] = {}
    citations: dict[str, list[tuple[str, int]]] = {}
    for claim_id, claim in corpus.claims.items():
        for index, quote in enumerate(claim.record.quotes):
            if (quoted := corpus.sources.get(quote.source)) is not None:
                spoken = voicing_of_quote(quoted, quote)
                names.setdefault(spoken.id, spoken.name)
                quotes.setdefault(spoken.id, []).append((claim_id, index))
        for index, citation in enumerate(claim.record.citations):
            if (cited := corpus.sources.get(citation.source)) is not None:
                citations.setdefault(voicing(cited, _AUTHOR).id, []).append((claim_id, index))
    return MappingProxyType(
        {
            id_: _quoted_voice(
                id_, names, corpus.voices.get(id_), tuple(quotes.get(id_, ())), tuple(citations.get(id_, ()))
            )
            for id_ in sorted({*corpus.voices, *quotes, *citations})
        }
    )


def _quoted_voice(
    id_: str,
    names: Mapping[str, str],
    entry: Entry[Voice] | None,
    quotes: tuple[tuple[str, int], ...],
    citations: tuple[tuple[str, int], ...],
) -> QuotedVoice:
    name, role = (entry.record.name, entry.record.role) if entry else (names[id_], "")
    return QuotedVoice(id=id_, name=name, role=role, entry=entry, quotes=quotes, citations=citations)
