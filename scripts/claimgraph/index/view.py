"""What pages are made of: the corpus with its verdicts, voices and links, looked up from any side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from claimgraph.analysis.whole import Analysis
from claimgraph.index.addresses import Ref, claim_address, source_address, topic_address, voice_address
from claimgraph.index.ties import Tie
from claimgraph.index.ways import ways
from claimgraph.index.wording import NOT_COMPARED, plural
from claimgraph.model.claim import LINK_KINDS, Undercut
from claimgraph.model.standing import State
from claimgraph.voices import Heard, Voicing, voices_of, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimgraph.analysis.solved import Solved
    from claimgraph.index.ways import Ways
    from claimgraph.model.claim import Claim, Quote, Stance
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.standing import Standing
    from claimgraph.model.verdict import Verdict

T = TypeVar("T")
Weight: TypeAlias = Literal["asserts", "disputes", "presupposes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How a claim stands, and why, in a sentence or a few."""

    standing: Standing
    reason: str

    @property
    def state(self) -> str:
        """The state as readers see it."""
        return self.standing.state.value


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """Everything that pages show.

    `made` and `met` are the ties that a claim makes, and that others make to it; `cuts` those that undercut a link of
    which it is the third claim; `joint` the steps of others of which it is a further premise. `by_topic`
    gives the ids of a folder's claims. `quoted` and `cited` give, by source, the claim's id and the index of each quote
    and citation from it, in order. `voicings` says whose words a quote is, None where its source is unknown. `analysis`
    says how each claim stands and why, as of the day `as_of`.
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
    analysis: Analysis
    as_of: date

    @cached_property
    def ways(self) -> Ways:
        """Return the way from each claim to each thesis that it leads to."""
        return ways(self.corpus, self.made)

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

    def evidence(self, claim_id: str) -> str:
        """Return the evidence line of a claim: what is verified, by how many voices, what is only cited."""
        claim = self.corpus.claims[claim_id].record
        parts = [part for weight in _WEIGHTS for part in self._quoted(claim_id, claim, weight)]
        parts += [part for stance in _STANCES for part in self._cited(claim, stance)]
        said = "; ".join(parts)
        sentences = [] if is_voiced(claim) else [self._unsaid(claim_id)]
        sentences += [f"{said[0].upper()}{said[1:]}."] if said else []
        evidence = self.analysis.evidence[claim_id]
        if evidence.quotes + evidence.citations > 1:
            sentences.append(f"In all: {evidence}.")
        return " ".join(sentences)

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

    def _unsaid(self, claim_id: str) -> str:
        """Return that nobody says a claim in so many words, and where it comes from then."""
        if self.corpus.claims[claim_id].record.thesis:
            return "The editors worded it; nobody is quoted asserting it so."
        inferred = "; the editors infer it from other claims" if self.is_inferred(claim_id) else ""
        return f"Nobody is quoted asserting this{inferred}."

    def _quoted(self, claim_id: str, claim: Claim, weight: Weight) -> Iterator[str]:
        chosen = [i for i, quote in enumerate(claim.quotes) if _weight(quote) == weight]
        verified = [i for i in chosen if (v := self.verdicts.get((claim_id, i))) is not None and v.is_verified]
        for is_proven, said in ((True, "verified word for word"), (False, NOT_COMPARED)):
            found = [i for i in verified if (claim.quotes[i].source in self.corpus.proven) is is_proven]
            voices = {voicing.id for i in found if (voicing := self.voicing(claim_id, i)) is not None}
            sources = {claim.quotes[i].source for i in found}
            if found:
                whence = f"from {plural(len(voices), 'voice')} in {plural(len(sources), 'source')}"
                yield f"{_items(len(found), 'quote', weight)} {said}, {whence}"
        if left := len(chosen) - len(verified):
            yield f"{_items(left, 'quote', weight)} not verified"

    def _cited(self, claim: Claim, stance: Stance) -> Iterator[str]:
        held = [self.is_text_captured(citation.source) for citation in claim.citations if citation.stance == stance]
        if told := sum(held):
            yield f"{_items(told, 'citation', stance)} told in our words from a captured text"
        if left := len(held) - told:
            yield f"{_items(left, 'citation', stance)} whose wording is not captured yet"


_STANCES: Final[tuple[Stance, ...]] = ("asserts", "disputes")
_WEIGHTS: Final[tuple[Weight, ...]] = (*_STANCES, "presupposes")


def _weight(quote: Quote) -> Weight:
    """Return what a quote says of its claim: one that takes it for granted neither asserts nor disputes it."""
    return "presupposes" if quote.mode == "presupposed" else quote.stance


def is_voiced(claim: Claim) -> bool:
    """Tell whether somebody is quoted or cited asserting a claim."""
    quoted = any(_weight(quote) == "asserts" for quote in claim.quotes)
    return quoted or any(citation.stance == "asserts" for citation in claim.citations)


def _items(count: int, one: str, weight: Weight) -> str:
    how = {"asserts": "", "disputes": "disputed in ", "presupposes": "taken for granted in "}[weight]
    return f"{how}{plural(count, one)}"


def view_of(
    corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict], as_of: date, former: Solved | None = None
) -> View:
    """Look a corpus up from every side; `as_of` is the day of which pages say how claims stand.

    `former` is what was found of an earlier state of the debate, None where there is none.
    """
    made: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    met: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    cuts: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    joint: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    by_topic: dict[str, list[str]] = {}
    quoted: dict[str, list[tuple[str, int]]] = {}
    cited: dict[str, list[tuple[str, int]]] = {}
    voicings: dict[tuple[str, int], Voicing | None] = {}
    for id_, claim in corpus.claims.items():
        by_topic.setdefault(corpus.topic_of[id_], []).append(id_)
        for index, quote in enumerate(claim.record.quotes):
            quoted.setdefault(quote.source, []).append((id_, index))
            source = corpus.sources.get(quote.source)
            voicings[id_, index] = None if source is None else voicing_of_quote(source, quote)
        for index, citation in enumerate(claim.record.citations):
            cited.setdefault(citation.source, []).append((id_, index))
        for tie in _ties(id_, claim):
            if tie.target not in met:
                continue
            made[id_].append(tie)
            met[tie.target].append(tie)
            third = tie.link.third[1] if isinstance(tie.link, Undercut) and tie.link.third else None
            if third in cuts:
                cuts[third].append(tie)
            for premise in getattr(tie.link, "together", ()):
                if premise in joint:
                    joint[premise].append(tie)
    heard = voices_of(corpus)
    return View(
        corpus=corpus,
        verdicts=verdicts,
        heard=heard,
        made=_frozen(made),
        met=_frozen(met),
        cuts=_frozen(cuts),
        joint=_frozen(joint),
        by_topic=_frozen(dict(sorted(by_topic.items()))),
        quoted=_frozen(quoted),
        cited=_frozen(cited),
        voicings=MappingProxyType(voicings),
        analysis=Analysis(corpus=corpus, verdicts=verdicts, former=former),
        as_of=as_of,
    )


def _ties(id_: str, claim: Entry[Claim]) -> list[Tie]:
    return [
        Tie(kind=kind, maker=id_, target=link.claim, link=link)
        for kind in LINK_KINDS
        for link in getattr(claim.record, kind)
    ]


def _frozen(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return MappingProxyType({id_: tuple(found) for id_, found in lists.items()})
