"""The proper names in a claim's evidence, and the names that a corpus knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.mentions.names import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.mentions.names import Keys
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Source
    from claimgraph.model.terms import Glossary
    from claimgraph.model.voice import Voice


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The names that a corpus knows: all ways to write each name, by each of them. One for the same files."""

    same: Mapping[Keys, tuple[Keys, ...]]
    speakers: Mapping[tuple[str, str], tuple[str, ...]]
    """All names of each speaker, by the source's id and each name, folded: those in the source and the voice's."""

    @staticmethod
    def of(corpus: Corpus) -> Lexicon:
        """Return the glossary's terms and the names of voices, speakers, authors, publishers and journals."""
        return _lexicon(corpus.glossary, tuple(corpus.voices.values()), tuple(corpus.sources.values()))


@lru_cache(maxsize=2)
def _lexicon(
    glossary: Entry[Glossary] | None, voices: tuple[Entry[Voice], ...], sources: tuple[Entry[Source], ...]
) -> Lexicon:
    same: dict[Keys, tuple[Keys, ...]] = {}
    for term in glossary.record.terms if glossary is not None else ():
        ways = tuple(dict.fromkeys(map(keys, (term.term, *term.aliases))))
        same.update((way, ways) for way in ways)
    for name in {*_names_in(voices, sources)}:
        same.setdefault(keys(name), (keys(name),))
    return Lexicon(same, dict(_speakers({voice.id: voice for voice in voices}, sources)))


def _names_in(voices: tuple[Entry[Voice], ...], sources: tuple[Entry[Source], ...]) -> Iterator[str]:
    yield from (voice.record.name for voice in voices)
    for entry in sources:
        source = entry.record
        yield from (*map(str, source.author), source.publisher, source.container_title, *source.speakers)
        for speaker in source.speakers.values():
            yield from speaker.aliases


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """The words of everything that may carry a name of one claim, on one line, and the names that the corpus knows.

    `places` are the parts of the claim's place: `Leeds` and `England` for `Leeds, England`.
    """

    line: str
    places: tuple[Keys, ...]
    lexicon: Lexicon

    @classmethod
    def of(cls, claim: Claim, sources: tuple[Entry[Source], ...], lexicon: Lexicon) -> EvidenceText:
        """Return the text that may carry a name of a claim; `sources` are those that it quotes or cites."""
        texts = (*_texts(claim, sources, lexicon), claim.scope.place)
        line = " | ".join(" ".join(keys(text)) for text in texts if text)
        return cls(f" {line} ", tuple(keys(part) for part in claim.scope.place.split(",")), lexicon)

    def is_name(self, spelt: Keys) -> bool:
        """Tell whether words are a known name or a part of the claim's place."""
        return spelt in self.lexicon.same or spelt in self.places

    def stands(self, spelt: Keys) -> bool:
        """Tell whether words stand together in the text."""
        return f" {' '.join(spelt)} " in self.line

    def carries(self, spelt: Keys) -> bool:
        """Tell whether the text has a name, in this or another way to write it."""
        return self.stands(spelt) or any(map(self.stands, self.lexicon.same.get(spelt, ())))


def _speakers(
    voices: Mapping[str, Entry[Voice]], sources: tuple[Entry[Source], ...]
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for entry in sources:
        for name, speaker in entry.record.speakers.items():
            voice = voices.get(speaker.voice or "")
            names = (name, *speaker.aliases)
            all_names = (*names, voice.record.name) if voice is not None else names
            yield from (((entry.id, fold_line(one)), all_names) for one in names)


def _texts(claim: Claim, sources: tuple[Entry[Source], ...], lexicon: Lexicon) -> Iterator[str]:
    for quote in claim.quotes:
        yield quote.exact
        for name in filter(None, (quote.speaker, quote.of)):
            yield from lexicon.speakers.get((quote.source, fold_line(name)), (name,))
    for citation in claim.citations:
        yield from (citation.finding, citation.where)
    for source in (entry.record for entry in sources):
        yield from (*map(str, source.author), *map(str, source.editor), source.publisher, source.authority)
        yield from (source.title, source.title_short, source.container_title, source.collection_title)
        yield source.event_title
