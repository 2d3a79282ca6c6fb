"""What pages are made of: the corpus with its verdicts, voices and links, looked up from any side."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from claimgraph.rendering.wording import plural
from claimgraph.voices import Heard, Voicing, voices_of, voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.claim import Claim, Opposition, Qualification, Support, Undercut
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.verdict import Verdict

T = TypeVar("T")
Kind: TypeAlias = Literal["supports", "opposes", "qualifies", "undercuts"]
KINDS: tuple[Kind, ...] = ("supports", "opposes", "qualifies", "undercuts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A page of the site by title; without an address it is only named."""

    title: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link between two claims: `maker` makes it in its file, `target` is the claim it names."""

    kind: Kind
    maker: str
    target: str
    link: Support | Opposition | Qualification | Undercut


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """Everything that pages show.

    `made` and `met` are the ties that a claim makes, and that others make to it; `cuts` those that undercut a step or a
    conflict of which it is the third claim. `by_topic` gives the ids of a folder's claims. `quoted` and `cited` give,
    by source, the claim's id and the index of each quote and citation from it, in order. `voicings` says whose words a
    quote is, None where its source is unknown.
    """

    corpus: Corpus
    verdicts: Mapping[tuple[str, int], Verdict]
    heard: Mapping[str, Heard]
    made: Mapping[str, tuple[Tie, ...]]
    met: Mapping[str, tuple[Tie, ...]]
    cuts: Mapping[str, tuple[Tie, ...]]
    by_topic: Mapping[str, tuple[str, ...]]
    quoted: Mapping[str, tuple[tuple[str, int], ...]]
    cited: Mapping[str, tuple[tuple[str, int], ...]]
    voicings: Mapping[tuple[str, int], Voicing | None]

    def claim(self, id_: str) -> Ref:
        """Return the page of a claim."""
        return Ref(title=self.corpus.claims[id_].record.title, address=claim_address(id_))

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
        """Return the evidence line of a claim: what is verified, from how many voices, and what is only cited."""
        claim = self.corpus.claims[claim_id].record
        parts = [part for stance in ("asserts", "disputes") if (part := self._quoted(claim_id, claim, stance))]
        if cited := len(claim.citations):
            parts.append(f"{plural(cited, 'citation')} whose wording is not captured yet")
        if not parts:
            return "Nobody is quoted saying this; the editors infer it from other claims."
        return "; ".join(parts) + "."

    def _quoted(self, claim_id: str, claim: Claim, stance: str) -> str:
        chosen = [i for i, q in enumerate(claim.quotes) if q.stance == stance]
        verified = [i for i in chosen if (v := self.verdicts.get((claim_id, i))) is not None and v.is_verified]
        if not verified:
            return ""
        voices = {voicing.id for i in verified if (voicing := self.voicing(claim_id, i)) is not None}
        sources = {claim.quotes[i].source for i in verified}
        verb = "" if stance == "asserts" else " that dispute it"
        return (
            f"{plural(len(verified), 'quote')}{verb} verified word for word, "
            f"from {plural(len(voices), 'voice')} in {plural(len(sources), 'source')}"
        )


def view_of(corpus: Corpus, verdicts: Mapping[tuple[str, int], Verdict]) -> View:
    """Look a corpus up from every side."""
    made: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    met: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    cuts: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
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
            third = getattr(tie.link, "supports", None) or getattr(tie.link, "opposes", None)
            if tie.kind == "undercuts" and third in cuts:
                cuts[third].append(tie)
    return View(
        corpus=corpus,
        verdicts=verdicts,
        heard=voices_of(corpus),
        made=_frozen(made),
        met=_frozen(met),
        cuts=_frozen(cuts),
        by_topic=_frozen(dict(sorted(by_topic.items()))),
        quoted=_frozen(quoted),
        cited=_frozen(cited),
        voicings=MappingProxyType(voicings),
    )


def _ties(id_: str, claim: Entry[Claim]) -> list[Tie]:
    return [
        Tie(kind=kind, maker=id_, target=link.claim, link=link)
        for kind in KINDS
        for link in getattr(claim.record, kind)
    ]


def _frozen(lists: Mapping[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return MappingProxyType({id_: tuple(found) for id_, found in lists.items()})


def claim_address(id_: str) -> str:
    """Return the address of a claim's page."""
    return f"claims/{id_}/"


def topic_address(id_: str) -> str:
    """Return the address of a topic's page."""
    return f"topics/{id_}/"


def source_address(id_: str) -> str:
    """Return the address of a source's page."""
    return f"sources/{id_}/"


def voice_address(id_: str) -> str:
    """Return the address of a voice's page."""
    return f"voices/{id_}/"
