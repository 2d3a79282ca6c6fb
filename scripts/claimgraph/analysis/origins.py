"""Where each quote and citation comes from: whose words it is, on which line of evidence, from which side.

A voice is *at home* in the sources of which it is the author, and speaks from their line of evidence and their side
wherever else its words turn up: reposted in a thread, reported by another, printed in an article. A voice that is at
home nowhere has the line of the source in which it speaks, as have all participants of one transcript, and the side
that the source gives it as a speaker, else the source's own; so has one whose own sources are of several lines, or of
several sides. A side that a source gives a speaker goes before all others. Only words that are copied into a source,
its `reposts`, are a line of their own if their voice is at home nowhere: who copies an article does not share its
grounds. So a line is never counted twice for being passed on, nor are two taken for one because they were passed on
together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimgraph.standing.debate import is_evidence
from claimgraph.standing.names import Spoken
from claimgraph.voices import side_of, voicing, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Quote, Stance
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.source import Side, Source
    from claimgraph.model.verdict import Verdict
    from claimgraph.voices import Voicing

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one quote or citation comes from.

    `voice` is the id of the voice, of a citation the author's, and `name` what readers know it by. `line` is the value
    that sources of one line of evidence share under `independence`, else the source's id. `side` is of the voice.
    """

    voice: str
    name: str
    line: str
    side: Side
    source: str
    is_cited: bool


class Origins:
    """The origins of all that is quoted and cited in a corpus, looked up by claim and number.

    Quotes count from 0, citations go on after the last quote. It also tells `reasons` what claims and voices are
    called.
    """

    def __init__(self, corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict]) -> None:
        """Look at each source once; quotes without a verdict are not verified."""
        self._corpus = corpus
        self._verdicts = verdicts
        self._home: dict[str, list[Source]] = {}
        for source in corpus.sources.values():
            self._home.setdefault(voicing(source, "").id, []).append(source.record)
        self._home_line = {id_: _only({s.independence or "" for s in own}) for id_, own in self._home.items()}
        self._home_side = {id_: _only({s.side for s in own}) for id_, own in self._home.items()}
        self._known: dict[tuple[str, ...], Origin] = {}
        self._names: dict[str, str] = {}

    def of(self, claim: str, item: int) -> Origin | None:
        """Return the origin of a quote or citation; None where its source is unknown."""
        record = self._corpus.claims[claim].record
        if item < len(record.quotes):
            return self._of_quote(record.quotes[item])
        return self._of_citation(record.citations[item - len(record.quotes)].source)

    def evidence(self, claim: str, stance: Stance) -> Iterator[tuple[int, Origin]]:
        """Yield the number and origin of each verified quote and each citation that asserts a claim, or disputes it.

        A quote that only takes the claim for granted is no evidence.
        """
        record = self._corpus.claims[claim].record
        for item, quote in enumerate(record.quotes):
            if quote.stance == stance and is_evidence(quote.mode, self._verdicts.get((claim, item))):
                origin = self._of_quote(quote)
                if origin is not None:
                    yield item, origin
        for item, citation in enumerate(record.citations, start=len(record.quotes)):
            if citation.stance == stance:
                origin = self._of_citation(citation.source)
                if origin is not None:
                    yield item, origin

    def title(self, claim: str, /) -> str:
        """Return the title of a claim."""
        return self._corpus.claims[claim].record.title

    def voice(self, id_: str, /) -> str:
        """Return what readers know a voice by; empty for one of which nothing was asked yet."""
        return self._names.get(id_, "")

    def spoken(self, claim: str, item: int, /) -> Spoken:
        """Return whose an item of a claim is; of a citation the source's title is what readers see."""
        origin = self.of(claim, item)
        if origin is None:
            return Spoken(voice="", name="", is_cited=item >= len(self._corpus.claims[claim].record.quotes))
        if not origin.is_cited:
            return Spoken(voice=origin.voice, name=origin.name, line=origin.line)
        record = self._corpus.sources[origin.source].record
        return Spoken(voice=origin.voice, name=record.title_short or record.title, is_cited=True, line=origin.line)

    def _of_quote(self, quote: Quote) -> Origin | None:
        key = (quote.source, quote.speaker, quote.of if quote.mode == "reported" else "")
        if key not in self._known:
            source = self._corpus.sources.get(quote.source)
            if source is None:
                return None
            self._known[key] = self._origin(source, voicing_of_quote(source, quote), is_cited=False)
        return self._known[key]

    def _of_citation(self, source_id: str) -> Origin | None:
        if (source_id,) not in self._known:
            source = self._corpus.sources.get(source_id)
            if source is None:
                return None
            self._known[source_id,] = self._origin(source, voicing(source, ""), is_cited=True)
        return self._known[source_id,]

    def _origin(self, source: Entry[Source], voice: Voicing, *, is_cited: bool) -> Origin:
        record, author = source.record, voicing(source, "").id
        is_home = voice.id == author
        described = self._corpus.voices.get(voice.id)
        is_copied = not is_home and voice.id in _reposted(source)
        own = voice.id if is_copied else record.independence or source.id
        name = self._names[voice.id] = described.record.name if described else voice.name
        return Origin(
            voice=voice.id,
            name=name,
            line=(None if is_home else self._home_line.get(voice.id)) or own,
            side=side_of(source, voice) or (None if is_home else self._home_side.get(voice.id)) or record.side,
            source=source.id,
            is_cited=is_cited,
        )


def _reposted(source: Entry[Source]) -> frozenset[str]:
    """Return the ids of the voices whose words somebody else posts in a source."""
    segments = source.record.segments
    if segments == "speaker-turns":
        return frozenset()
    return frozenset(voicing(source, segment.reposts).id for segment in segments if segment.reposts)


def _only(values: set[T]) -> T | None:
    """Return the only one of some values; None where they differ."""
    return next(iter(values)) if len(values) == 1 else None
