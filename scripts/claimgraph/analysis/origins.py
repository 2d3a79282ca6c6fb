"""Finds where each quote and citation comes from: its voice, its line of evidence and its side.

A voice is *at home* in the sources that it wrote. Its words have the line of evidence and the side of these sources
wherever they appear: reposted in a thread, reported by somebody, printed in an article. A voice that is at home
nowhere, or whose own sources have several lines or sides, has the line of the source in which it speaks, like all
participants of one transcript, and the side of that source. A side that a source gives a speaker takes precedence. Only
words that are copied into a source, its `reposts`, are a line of their own if their voice is at home nowhere, since
whoever copies an article does not share its evidence. So passing on a line does not count it twice, and passing on two
lines together does not make them one.
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

    `voice` is the id of the voice, for a citation the author's, and `name` its name for readers. `line` is the
    `independence` that sources of one line of evidence share, or else the source's id. `side` is the voice's side.
    """

    voice: str
    name: str
    line: str
    side: Side
    source: str
    is_cited: bool


class Origins:
    """Looks up the origins of quotes and citations by claim and number, and the names of claims and voices.

    Quotes count from 0, citations continue after the last quote.
    """

    def __init__(self, corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict]) -> None:
        """Index the sources of a corpus; quotes without a verdict count as not verified."""
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
        """Return a copy whose tables record what is read from them."""
        made = copy(self)
        made._corpus, made._verdicts = corpus, verdicts  # noqa: SLF001  a copy of this
        made._items = table("origins", self._items)  # noqa: SLF001
        made._names = table("names", self._names)  # noqa: SLF001
        return made

    def of(self, claim: str, item: int) -> Origin | None:
        """Return the origin of a quote or citation, None if its source is unknown."""
        return self._items[claim][item]

    def evidence(self, claim: str, stance: Stance) -> Iterator[tuple[int, Origin]]:
        """Yield the number and origin of each quote and citation that is evidence for or against a claim.

        A quote that is not verified, or only takes the claim for granted, is no evidence.
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
        """Return the name of a voice for readers; empty for a voice that is neither quoted nor cited."""
        return self._names.get(id_, "")

    def attribution(self, claim: str, item: int, /) -> Attribution:
        """Return who an item of a claim is from; for a citation, readers see the source's title."""
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
    """Return the ids of the voices whose words somebody else reposts in a source."""
    segments = source.record.segments
    if segments == "speaker-turns":
        return frozenset()
    return frozenset(voicing(source, segment.reposts).id for segment in segments if segment.reposts)


def _only(values: set[T]) -> T | None:
    """Return the only value of a set, None if there are several."""
    return next(iter(values)) if len(values) == 1 else None
