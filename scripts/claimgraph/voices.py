"""Voices: who speaks in which quote, and under which id, whether or not a voice file says more.

The id of a voice is what the source file gives under `speakers` as `voice`. Without that, it is made of the name for
the source's author, so that an author is one voice in all sources, and of the source's id and the name for any other
speaker, since "Participant A" of two sources are two people. A source with several authors speaks in the voice of the
first; one without an author in its publisher's; one with neither in a voice of its own, under the source's id.
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
from claimgraph.model.values import ID_PATTERN, RESERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.claim import Quote
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Side, Source, Speaker
    from claimgraph.model.verdict import Place
    from claimgraph.model.voice import Voice

LONGEST: Final = 80
"""How many characters an id has at most."""

_AUTHOR: Final = ""
"""The name under which a quote names its source's author."""

_ID: Final = re.compile(ID_PATTERN)
_BETWEEN: Final = re.compile(r"[^a-z0-9]+")
_LETTERS: Final = str.maketrans(
    {"æ": "ae", "ð": "d", "đ": "d", "ħ": "h", "\u0131": "i", "ł": "l", "œ": "oe", "ø": "o", "ŧ": "t", "þ": "th"}
)
"""Latin letters that Unicode does not take apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voicing:
    """A voice as a source gives it: its id, and the name that the source file uses for it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One voice.

    `name` is that of its file, else the name in the first source (by id) that lists it. `role` is empty and `entry` is
    None without a voice file. `speaks` holds the claim's id and the quote's index of each quote in this voice, in
    order; a reported quote is in the voice of those whose words it reports. It is empty where no quote has the voice.
    """

    id: str
    name: str
    role: str
    entry: Entry[Voice] | None
    speaks: tuple[tuple[str, int], ...]


def slug(text: str) -> str:
    """Return an id made of a text: its letters and digits without accents, small, runs of others as one hyphen.

    The answer fits `[a-z][a-z0-9]*(-[a-z0-9]+)*`, has at most 80 characters and is no name that Windows reserves: it
    begins with `voice-` where it could not stand alone. It ends in a checksum of the text where letters had to be left
    out, so that two names in a script other than Latin remain two.
    """
    words = _slugged(text)
    return _cut(words if _is_id(words[:LONGEST].rstrip("-")) else f"voice-{words}")


def _slugged(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    words = _BETWEEN.sub("-", kept).strip("-")
    if not words or any(character.isalnum() and not character.isascii() for character in kept):
        words = f"{words}-{checksum(text):08x}".strip("-")
    return words


def _is_id(text: str) -> bool:
    return len(text) <= LONGEST and _ID.fullmatch(text) is not None and text not in RESERVED


def _cut(id_: str) -> str:
    """Shorten an id that is too long; a checksum of the whole keeps two that begin alike apart."""
    if len(id_) <= LONGEST:
        return id_
    end = f"-{checksum(id_):08x}"
    return id_[: LONGEST - len(end)].rstrip("-") + end


def voice_of(source: Entry[Source], speaker: str) -> str:
    """Return the id of the voice of a speaker, by name or alias; an empty name is the source's author."""
    return voicing(source, speaker).id


def voicing(source: Entry[Source], speaker: str) -> Voicing:
    """Return the voice of a speaker, by name or alias; a name that the source file does not list is taken as one."""
    listed = _voicings(source).get(fold_line(speaker))
    return listed or Voicing(id=_cut(f"{source.id}-{_slugged(speaker)}"), name=speaker)


def voicing_of_quote(source: Entry[Source], quote: Quote) -> Voicing:
    """Return whose words a quote gives: the speaker's, or of a reported quote those of whom `of` names.

    `of` names somebody whom the source file lists, else anybody by a name that is one voice in all sources.
    """
    if quote.mode != "reported" or not quote.of.strip():
        return voicing(source, quote.speaker)
    listed = _voicings(source).get(fold_line(quote.of))
    return listed or Voicing(id=slug(quote.of), name=quote.of)


def side_of(source: Entry[Source], voice: Voicing) -> Side | None:
    """Return the side that a source gives a voice as one of its speakers; None where it gives none."""
    return _sides(source).get(voice.id)


@lru_cache(maxsize=4096)
def _sides(source: Entry[Source]) -> Mapping[str, Side]:
    given = ((name, speaker.side) for name, speaker in source.record.speakers.items())
    return MappingProxyType({voicing(source, name).id: side for name, side in given if side is not None})


def poster(source: Entry[Source], place: Place) -> Voicing | None:
    """Return who posts another's words; None where nobody does, or a voice posts its own words again.

    The words are their author's either way, and count for the author's voice.
    """
    if not place.posted_by:
        return None
    posting = voicing(source, place.posted_by)
    return None if posting.id == voicing(source, place.speaker).id else posting


def voicings(source: Entry[Source]) -> tuple[Voicing, ...]:
    """Return every voice that a source gives, the author's first, then by the order of `speakers`."""
    return tuple(dict.fromkeys(_voicings(source).values()))


@lru_cache(maxsize=4096)
def _voicings(source: Entry[Source]) -> Mapping[str, Voicing]:
    """Return the voices of a source by each folded name and alias; the same names as the check of quotes knows."""
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


def voices_of(corpus: Corpus) -> Mapping[str, Heard]:
    """Return every voice that a quote has or a voice file describes, by id in the order of the alphabet."""
    names: dict[str, str] = {}
    for source in corpus.sources.values():
        for given in voicings(source):
            names.setdefault(given.id, given.name)
    speaks: dict[str, list[tuple[str, int]]] = {id_: [] for id_ in corpus.voices}
    for claim_id, claim in corpus.claims.items():
        for index, quote in enumerate(claim.record.quotes):
            if (quoted := corpus.sources.get(quote.source)) is not None:
                spoken = voicing_of_quote(quoted, quote)
                names.setdefault(spoken.id, spoken.name)
                speaks.setdefault(spoken.id, []).append((claim_id, index))
    return MappingProxyType(
        {id_: _heard(id_, names, corpus.voices.get(id_), tuple(speaks[id_])) for id_ in sorted(speaks)}
    )


def _heard(
    id_: str, names: Mapping[str, str], entry: Entry[Voice] | None, speaks: tuple[tuple[str, int], ...]
) -> Heard:
    if entry is None:
        return Heard(id=id_, name=names[id_], role="", entry=None, speaks=speaks)
    return Heard(id=id_, name=entry.record.name, role=entry.record.role, entry=entry, speaks=speaks)
