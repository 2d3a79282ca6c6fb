"""The proper names in a claim's evidence, and the names that a corpus knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.captures.folding import fold_line
from claimgraph.mentions.names import keys
from claimgraph.rules.coverage import evidence_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.mentions.names import Keys
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that a corpus knows: all ways to write each name, by each of them."""

    same: Mapping[Keys, tuple[Keys, ...]]
    speakers: Mapping[tuple[str, str], tuple[str, ...]]
    """All names of each speaker, by the source's id and each name, folded: those in the source and the voice's."""

    @classmethod
    def of(cls, corpus: Corpus) -> Lexicon:
        """Return the glossary's terms and the names of voices, speakers, authors, publishers and journals."""
        same: dict[Keys, tuple[Keys, ...]] = {}
        for term in corpus.glossary.record.terms if corpus.glossary is not None else ():
            ways = tuple(dict.fromkeys(map(keys, (term.term, *term.aliases))))
            same.update((way, ways) for way in ways)
        for name in {*_names_in(corpus)}:
            same.setdefault(keys(name), (keys(name),))
        return cls(same, dict(_speakers(corpus)))


def _names_in(corpus: Corpus) -> Iterator[str]:
    yield from (voice.record.name for voice in corpus.voices.values())
    for entry in corpus.sources.values():
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
    def of(cls, corpus: Corpus, claim: Claim, lexicon: Lexicon) -> EvidenceText:
        """Return the text that may carry a name of a claim, whose sources must all exist."""
        texts = (*_texts(corpus, claim, lexicon), claim.scope.place)
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


def _speakers(corpus: Corpus) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for id_, entry in corpus.sources.items():
        for name, speaker in entry.record.speakers.items():
            voice = corpus.voices.get(speaker.voice or "")
            names = (name, *speaker.aliases)
            all_names = (*names, voice.record.name) if voice is not None else names
            yield from (((id_, fold_line(one)), all_names) for one in names)


def _texts(corpus: Corpus, claim: Claim, lexicon: Lexicon) -> Iterator[str]:
    for quote in claim.quotes:
        yield quote.exact
        for name in filter(None, (quote.speaker, quote.of)):
            yield from lexicon.speakers.get((quote.source, fold_line(name)), (name,))
    for citation in claim.citations:
        yield from (citation.finding, citation.where)
    for source in evidence_sources(corpus, claim):
        yield from (*map(str, source.author), *map(str, source.editor), source.publisher, source.authority)
        yield from (source.title, source.title_short, source.container_title, source.collection_title)
        yield source.event_title
