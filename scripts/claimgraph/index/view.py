"""A corpus with its verdicts, looked up from any side. Pages and data are made from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.tables import Recorder, Tables
from claimgraph.index.addresses import Ref, claim_address, source_address, topic_address, voice_address
from claimgraph.index.argument import Argument
from claimgraph.index.edges import edges_of, quoted_of
from claimgraph.index.ways import ways
from claimgraph.model.standing import State
from claimgraph.voices import QuotedVoice, Voicing, voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from claimgraph.analysis.whole import Analysis
    from claimgraph.index.edges import Edge
    from claimgraph.index.ways import Way
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.looked import Look
    from claimgraph.model.terms import Dispute, Glossary, Measure
    from claimgraph.model.topic import Topic
    from claimgraph.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """A corpus looked up from any side; every mapping is a table that notes who reads what.

    `outgoing`, `incoming`, `third_of` and `premise_of` are those of `Edges`. `quoted`, `cited` and `voicings` are those
    of `Quoted`. `voices` has every voice that has a quote, a citation or a file, by id. `by_topic` has the ids of the
    claims in a topic's folder. `ways` has the shortest way from a claim to each thesis that it bears on. `asked_by` has
    the topic of a thesis, and `background` the topics that list a claim as background. `glossary` has at most one
    entry, under an empty key. `looks` has the last look at a source's address. `analysis` has the state of each claim
    and the reasons for it, as of the day `as_of`. `tables` makes the tables and keeps them.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    voices: Mapping[str, QuotedVoice]
    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]
    third_of: Mapping[str, tuple[Edge, ...]]
    premise_of: Mapping[str, tuple[Edge, ...]]
    by_topic: Mapping[str, tuple[str, ...]]
    quoted: Mapping[str, tuple[tuple[str, int], ...]]
    cited: Mapping[str, tuple[tuple[str, int], ...]]
    voicings: Mapping[tuple[str, int], Voicing | None]
    ways: Mapping[str, Mapping[str, Way]]
    asked_by: Mapping[str, str]
    background: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, Measure]
    disputes: Mapping[str, Dispute]
    glossary: Mapping[str, Entry[Glossary]]
    looks: Mapping[str, Look]
    analysis: Argument
    as_of: date
    tables: Tables

    def state(self, claim_id: str) -> str:
        """Return the state of a claim in the words that readers see."""
        return self.analysis.standings[claim_id].state.value

    def claim(self, id_: str) -> Ref:
        """Return the page of a claim."""
        return Ref(title=self.corpus.claims[id_].record.title, address=claim_address(id_))

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that have a file or claims, in the topics' order; those without a file come last, by id."""
        known = self.corpus.topics
        every = {*known, *self.by_topic}
        return tuple(
            sorted(every, key=lambda id_: (id_ not in known, known[id_].record.order if id_ in known else 0, id_))
        )

    def topic(self, id_: str) -> Ref:
        """Return the page of a topic; without an address if the folder has no topic file."""
        entry = self.corpus.topics.get(id_)
        return Ref(title=entry.record.title, address=topic_address(id_)) if entry else Ref(title=id_, address=None)

    def topic_record(self, topic_id: str) -> Topic | None:
        """Return the record of a topic; None if the folder has no topic file."""
        entry = self.corpus.topics.get(topic_id)
        return entry.record if entry else None

    def source(self, id_: str) -> Ref:
        """Return the page of a source, by its short title if it has one; without an address if it is unknown."""
        entry = self.corpus.sources.get(id_)
        if entry is None:
            return Ref(title=id_, address=None)
        return Ref(title=entry.record.title_short or entry.record.title, address=source_address(id_))

    def voicing(self, claim_id: str, index: int) -> Voicing | None:
        """Return the voice of a quote; None if its source is unknown."""
        return self.voicings[claim_id, index]

    def voice(self, voicing: Voicing) -> Ref:
        """Return the page of a voice, by the name in its file, or else by its name in the source."""
        known = self.voices.get(voicing.id)
        return Ref(title=known.name if known else voicing.name, address=voice_address(voicing.id) if known else None)

    def sources_of(self, voice: QuotedVoice) -> tuple[str, ...]:
        """Return the ids of the sources from which a voice is quoted or cited, in alphabetical order."""
        claims = self.corpus.claims
        quoted = {claims[id_].record.quotes[index].source for id_, index in voice.quotes}
        return tuple(sorted(quoted.union(claims[id_].record.citations[index].source for id_, index in voice.citations)))

    def one_voice(self, claim_ids: Iterable[str]) -> int:
        """Return how many of the claims have all their evidence from one voice."""
        return sum(len(self.analysis.evidence[id_].voices) == 1 for id_ in claim_ids)

    def is_text_captured(self, source_id: str) -> bool:
        """Tell whether the whole text of a source is captured, so that one could quote what is cited from it."""
        source = self.corpus.sources.get(source_id)
        return source is not None and source.record.depth == "full"

    def is_inferred(self, claim_id: str) -> bool:
        """Tell whether other claims support a claim, no thesis, that nobody is quoted or cited asserting."""
        standing = self.analysis.standings[claim_id]
        return not standing.is_voiced and not standing.is_thesis and standing.state is not State.NOT_EVIDENCED


def view_of(analysis: Analysis, as_of: date) -> View:
    """Return a corpus looked up from every side.

    Args:
        analysis: The corpus with its verdicts, and the results about its argument.
        as_of: The day that pages give for the state of claims.
    """
    corpus, verdicts = analysis.corpus, analysis.verdicts
    table = Tables(Recorder())
    edges, quoted = edges_of(corpus), quoted_of(corpus)
    traced = replace(
        corpus,
        claims=table("claims", corpus.claims, _digest),
        topics=table("topics", corpus.topics, _digest),
        sources=table("sources", corpus.sources, _digest),
        voices=table("voices", corpus.voices, _digest),
        topic_of=table("topic of", corpus.topic_of),
        proven=table("proven", corpus.proven),
    )
    checked = table("verdicts", verdicts)
    topics = sorted(corpus.topics.values(), key=lambda topic: (topic.record.order, topic.id))
    measures = corpus.measures.record.measures if corpus.measures else ()
    disputes = corpus.measures.record.disputes if corpus.measures else ()
    return View(
        corpus=traced,
        verdicts=checked,
        voices=table("quoted voices", voices_of(corpus)),
        outgoing=table("outgoing", edges.outgoing),
        incoming=table("incoming", edges.incoming),
        third_of=table("third of", edges.third_of),
        premise_of=table("premise of", edges.premise_of),
        by_topic=table("by topic", _grouped((topic, id_) for id_, topic in sorted(corpus.topic_of.items()))),
        quoted=table("quoted", quoted.quoted),
        cited=table("cited", quoted.cited),
        voicings=table("voicings", quoted.voicings),
        ways=table("ways", ways(corpus, edges.outgoing)),
        asked_by=table("asked by", {id_: topic.id for topic in reversed(topics) for id_ in topic.record.theses}),
        background=table(
            "background", _grouped((id_, topic.id) for topic in topics for id_ in topic.record.background)
        ),
        measures=table("measures", {measure.id: measure for measure in measures}),
        disputes=table("disputes", {dispute.id: dispute for dispute in disputes}),
        glossary=table("glossary", {"": corpus.glossary} if corpus.glossary else {}, _digest),
        looks=table("looks", corpus.looked.record.by_source if corpus.looked else {}),
        analysis=Argument(analysis, traced, checked, table),
        as_of=as_of,
        tables=table,
    )


def _digest(entry: Entry[Any]) -> bytes:
    """Return the digest of a record, with the places of its values: that of its file, if it has one."""
    return digest_of((entry.path, entry.digest)) if entry.digest else digest_of(entry)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the second ids by the first, in the order given; the first ids in alphabetical order."""
    found: dict[str, list[str]] = {}
    for key, id_ in pairs:
        found.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in sorted(found.items())}
