"""Links and quotes seen from both of their ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from claimgraph.model.links import LINK_KINDS, Undercut
from claimgraph.voices import voicing_of_quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus, Entry
    from claimgraph.model.links import Link, LinkKind
    from claimgraph.voices import Voicing

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link between two claims: `maker` makes it in its file, `target` is the claim it names."""

    kind: LinkKind
    maker: str
    target: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The links between claims that are there, by claim; a claim without any has an empty entry.

    `made` are those that it makes, `met` those that others make to it. `cuts` are the undercuts that hit a link of
    which it is the third claim, `joint` the steps of others of which it is a further premise.
    """

    made: Mapping[str, tuple[Tie, ...]]
    met: Mapping[str, tuple[Tie, ...]]
    cuts: Mapping[str, tuple[Tie, ...]]
    joint: Mapping[str, tuple[Tie, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What is quoted and cited: by source, the claim's id and the item's index of each, in the order of claims.

    `voicings` says whose words a quote is, by its claim's id and its index; None where its source is unknown.
    """

    quoted: Mapping[str, tuple[tuple[str, int], ...]]
    cited: Mapping[str, tuple[tuple[str, int], ...]]
    voicings: Mapping[tuple[str, int], Voicing | None]


def ties_of(corpus: Corpus) -> Ties:
    """Look up every link from each claim that it touches."""
    made: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    met: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    cuts: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    joint: dict[str, list[Tie]] = {id_: [] for id_ in corpus.claims}
    for tie in (each for id_, claim in corpus.claims.items() for each in _ties(id_, claim) if each.target in met):
        made[tie.maker].append(tie)
        met[tie.target].append(tie)
        third = tie.link.third[1] if isinstance(tie.link, Undercut) and tie.link.third else None
        if third in cuts:
            cuts[third].append(tie)
        for premise in getattr(tie.link, "together", ()):
            if premise in joint:
                joint[premise].append(tie)
    return Ties(made=_frozen(made), met=_frozen(met), cuts=_frozen(cuts), joint=_frozen(joint))


def quoted_of(corpus: Corpus) -> Quoted:
    """Look up every quote and citation from its source."""
    quoted: dict[str, list[tuple[str, int]]] = {}
    cited: dict[str, list[tuple[str, int]]] = {}
    voicings: dict[tuple[str, int], Voicing | None] = {}
    for id_, claim in corpus.claims.items():
        for index, quote in enumerate(claim.record.quotes):
            quoted.setdefault(quote.source, []).append((id_, index))
            source = corpus.sources.get(quote.source)
            voicings[id_, index] = None if source is None else voicing_of_quote(source, quote)
        for index, citation in enumerate(claim.record.citations):
            cited.setdefault(citation.source, []).append((id_, index))
    return Quoted(quoted=_frozen(quoted), cited=_frozen(cited), voicings=voicings)


def _ties(id_: str, claim: Entry[Claim]) -> Iterator[Tie]:
    for kind in LINK_KINDS:
        for link in getattr(claim.record, kind):
            yield Tie(kind=kind, maker=id_, target=link.claim, link=link)


def _frozen(lists: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {id_: tuple(found) for id_, found in lists.items()}
