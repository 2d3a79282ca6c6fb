"""A corpus with its verdicts, looked up from any side: what pages and data are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimgraph.incremental.tables import Recorder, Tables
from claimgraph.index.addresses import Ref, claim_address, source_address, topic_address, voice_address
from claimgraph.index.argument import Argument
from claimgraph.index.ties import quoted_of, ties_of
from claimgraph.index.ways import ways
from claimgraph.model.standing import State
from claimgraph.voices import Heard, Voicing, voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from claimgraph.analysis.whole import Analysis
    from claimgraph.index.ties import Tie
    from claimgraph.index.ways import Way
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.standing import Standing
    from claimgraph.model.terms import Glossary, Measure
    from claimgraph.model.topic import Topic
    from claimgraph.model.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How a claim stands, and why, in a sentence or a few."""

    standing: Standing
    reason: str

    @property
    def state(self) -> str:
        """The state as readers see it."""
        return self.standing.state.value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """A corpus looked up from any side; every mapping is a table that notes who reads what.

    `made` and `met` are the ties that a claim makes, and that others make to it. `cuts` are those that undercut a link
    of which it is the third claim, and `joint` the steps of others of which it is a further premise. `by_topic` gives
    the ids of the claims in a folder. `quoted` and `cited` give, by source, the claim's id and the index of each quote
    and citation from it, in order. `voicings` says whose words a quote is, None where its source is unknown. `ways`
    leads from a claim to each thesis that it bears on, `asked_by` from a thesis to its topic, and `background` from a
    claim to the topics that list it so. `glossary` has one entry at most, under an empty key. `analysis` says how each
    claim stands and why, as of the day `as_of`. `tables` are all of these.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    heard: Mapping[str, Heard]
    made: Mapping[str, tuple[Tie, ...]]
    met: Mapping[str, tuple[Tie, ...]]
    cuts: Mapping[str, tuple[Tie, ...]]
    joint: Mapping[str, tuple[Tie, ...]]
    by_topic: Mapping[str, tuple[str, ...]]
    quoted: Mapping[str, tuple[tuple[str, int], ...]]
    cited: Mapping[str, tuple[tuple[str, int], ...]]
    voicings: Mapping[tuple[str, int], Voicing | None]
    ways: Mapping[str, Mapping[str, Way]]
    asked_by: Mapping[str, str]
    background: Mapping[str, tuple[str, ...]]
    measures: Mapping[str, Measure]
    glossary: Mapping[str, Entry[Glossary]]
    analysis: Argument
    as_of: date
    tables: Tables

    def stands(self, claim_id: str) -> Stands:
        """Return how a claim stands, and why."""
        return Stands(standing=self.analysis.standings[claim_id], reason=self.analysis.reasons[claim_id])

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
        """Return the page of a topic; a folder without a topic file has none."""
        entry = self.corpus.topics.get(id_)
        return Ref(title=entry.record.title, address=topic_address(id_)) if entry else Ref(title=id_, address=None)

    def topic_record(self, topic_id: str) -> Topic | None:
        """Return what the file of a topic says; None for a folder without a topic file."""
        entry = self.corpus.topics.get(topic_id)
        return entry.record if entry else None

    def source(self, id_: str) -> Ref:
        """Return the page of a source, by its short title where it has one; an unknown one has none."""
        entry = self.corpus.sources.get(id_)
        if entry is None:
            return Ref(title=id_, address=None)
        return Ref(title=entry.record.title_short or entry.record.title, address=source_address(id_))

    def voicing(self, claim_id: str, index: int) -> Voicing | None:
        """Return whose words a quote is; None where its source is unknown."""
        return self.voicings[claim_id, index]

    def voice(self, voicing: Voicing) -> Ref:
        """Return the page of a voice, by the name that its file, else the source, gives it."""
        heard = self.heard.get(voicing.id)
        return Ref(title=heard.name if heard else voicing.name, address=voice_address(voicing.id) if heard else None)

    def sources_of(self, heard: Heard) -> tuple[str, ...]:
        """Return the ids of the sources in which a voice is quoted, in the order of the alphabet."""
        claims = self.corpus.claims
        return tuple(sorted({claims[id_].record.quotes[index].source for id_, index in heard.speaks}))

    def one_voice(self, claim_ids: Iterable[str]) -> int:
        """Return of how many claims the whole evidence is one voice."""
        return sum(len(self.analysis.evidence[id_].voices) == 1 for id_ in claim_ids)

    def is_text_captured(self, source_id: str) -> bool:
        """Tell whether the whole text of a source is captured, so that what is cited from it could be quoted."""
        source = self.corpus.sources.get(source_id)
        return source is not None and source.record.depth == "full"

    def is_inferred(self, claim_id: str) -> bool:
        """Tell whether nobody is quoted or cited asserting a claim that is no thesis, and others support it."""
        standing = self.analysis.standings[claim_id]
        return not standing.is_voiced and not standing.is_thesis and standing.state is not State.NOT_EVIDENCED


def view_of(analysis: Analysis, as_of: date, *, is_recording: bool = False) -> View:
    """Look a corpus up from every side.

    Args:
        analysis: what the argument of the corpus amounts to.
        as_of: the day of which pages say how claims stand.
        is_recording: note what each value reads, so that the next view tells which of them still stand.

    """
    corpus, verdicts = analysis.corpus, analysis.verdicts
    table = Tables(Recorder(is_on=is_recording))
    ties, quoted = ties_of(corpus), quoted_of(corpus)
    traced = replace(
        corpus,
        claims=table("claims", corpus.claims),
        topics=table("topics", corpus.topics),
        sources=table("sources", corpus.sources),
        voices=table("voices", corpus.voices),
        topic_of=table("topic of", corpus.topic_of),
        proven=table("proven", corpus.proven),
    )
    checked = table("verdicts", verdicts)
    topics = sorted(corpus.topics.values(), key=lambda topic: (topic.record.order, topic.id))
    measures = corpus.measures.record.measures if corpus.measures else ()
    return View(
        corpus=traced,
        verdicts=checked,
        heard=table("heard", voices_of(corpus)),
        made=table("made", ties.made),
        met=table("met", ties.met),
        cuts=table("cuts", ties.cuts),
        joint=table("joint", ties.joint),
        by_topic=table("by topic", _grouped((topic, id_) for id_, topic in sorted(corpus.topic_of.items()))),
        quoted=table("quoted", quoted.quoted),
        cited=table("cited", quoted.cited),
        voicings=table("voicings", quoted.voicings),
        ways=table("ways", ways(corpus, ties.made)),
        asked_by=table("asked by", {id_: topic.id for topic in reversed(topics) for id_ in topic.record.theses}),
        background=table(
            "background", _grouped((id_, topic.id) for topic in topics for id_ in topic.record.background)
        ),
        measures=table("measures", {measure.id: measure for measure in measures}),
        glossary=table("glossary", {"": corpus.glossary} if corpus.glossary else {}),
        analysis=Argument(analysis, traced, checked, table),
        as_of=as_of,
        tables=table,
    )


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the second ids by the first, in order; the keys in the order of the alphabet."""
    found: dict[str, list[str]] = {}
    for key, id_ in pairs:
        found.setdefault(key, []).append(id_)
    return {key: tuple(ids) for key, ids in sorted(found.items())}
