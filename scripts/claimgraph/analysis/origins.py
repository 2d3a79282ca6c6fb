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

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimgraph.standing.debate import is_evidence
from claimgraph.standing.names import Attribution
from claimgraph.voices import side_of, voicing, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.incremental.tables import Tables
    from claimgraph.model.claim import Claim, Stance
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
        known: dict[tuple[str, ...], Origin | None] = {}
        names: dict[str, str] = {}
        self._items: Mapping[str, tuple[Origin | None, ...]] = {
            id_: tuple(self._origins(entry.record, known, names)) for id_, entry in corpus.claims.items()
        }
        self._names: Mapping[str, str] = names

    def traced(self, corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], table: Tables) -> Origins:
        """Return the same over tables that note what is read."""
        made = copy(self)
        made._corpus, made._verdicts = corpus, verdicts  # noqa: SLF001  a copy of this
        made._items = table("origins", self._items)  # noqa: SLF001
        made._names = table("names", self._names)  # noqa: SLF001
        return made

    def of(self, claim: str, item: int) -> Origin | None:
        """Return the origin of a quote or citation; None where its source is unknown."""
        return self._items[claim][item]

    def evidence(self, claim: str, stance: Stance) -> Iterator[tuple[int, Origin]]:
        """Yield the number and origin of each verified quote and each citation that asserts a claim, or disputes it.

        A quote that only takes the claim for granted is no evidence.
        """
        record, origins = self._corpus.claims[claim].record, self._items[claim]
        for item, quote in enumerate(record.quotes):
            is_meant = quote.stance == stance and is_evidence(quote.mode, self._verdicts.get((claim, item)))
            if is_meant and (origin := origins[item]) is not None:
                yield item, origin
        for item, citation in enumerate(record.citations, start=len(record.quotes)):
            if citation.stance == stance and (origin := origins[item]) is not None:
                yield item, origin

    def title(self, claim: str, /) -> str:
        """Return the title of a claim."""
        return self._corpus.claims[claim].record.title

    def voice(self, id_: str, /) -> str:
        """Return what readers know a voice by; empty for one that is neither quoted nor cited."""
        return self._names.get(id_, "")

    def attribution(self, claim: str, item: int, /) -> Attribution:
        """Return whose an item of a claim is; of a citation the source's title is what readers see."""
        origin = self.of(claim, item)
        if origin is None:
            return Attribution(voice="", name="", is_cited=item >= len(self._corpus.claims[claim].record.quotes))
        if not origin.is_cited:
            return Attribution(voice=origin.voice, name=origin.name, line=origin.line)
        record = self._corpus.sources[origin.source].record
        return Attribution(voice=origin.voice, name=record.title_short or record.title, is_cited=True, line=origin.line)

    def _origins(
        self, claim: Claim, known: dict[tuple[str, ...], Origin | None], names: dict[str, str]
    ) -> Iterator[Origin | None]:
        """Yield the origin of each item of a claim. `known` has those of other claims; `names` those of voices."""
        for quote in claim.quotes:
            key = (quote.source, quote.speaker, quote.of if quote.mode == "reported" else "")
            if key not in known:
                source = self._corpus.sources.get(quote.source)
                known[key] = None
                if source is not None:
                    known[key] = self._origin(source, voicing_of_quote(source, quote), names, is_cited=False)
            yield known[key]
        for citation in claim.citations:
            if (citation.source,) not in known:
                source = self._corpus.sources.get(citation.source)
                known[citation.source,] = None
                if source is not None:
                    known[citation.source,] = self._origin(source, voicing(source, ""), names, is_cited=True)
            yield known[citation.source,]

    def _origin(self, source: Entry[Source], voice: Voicing, names: dict[str, str], *, is_cited: bool) -> Origin:
        record, author = source.record, voicing(source, "").id
        is_home = voice.id == author
        described = self._corpus.voices.get(voice.id)
        is_copied = not is_home and voice.id in _reposted(source)
        own = voice.id if is_copied else record.independence or source.id
        name = names[voice.id] = described.record.name if described else voice.name
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
