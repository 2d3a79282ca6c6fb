"""Links looked up by each claim they touch, and quotes by their source."""

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
class Edge:
    """A link with both its ends: the file of `maker` has it, and it names `target`."""

    kind: LinkKind
    maker: str
    target: str
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """All links between known claims, by claim; a claim without any has an empty tuple.

    `outgoing` are the links that the claim makes, `incoming` those that others make to it. `third_of` are the undercuts
    of a link that leads to the claim, and `premise_of` the links of others in which it is a further premise.
    """

    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]
    third_of: Mapping[str, tuple[Edge, ...]]
    premise_of: Mapping[str, tuple[Edge, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The quotes and citations of each source: the claim's id and the index of each, in the order of the claims.

    `voicings` has the voice of each quote, by the claim's id and the quote's index; None if the source is unknown.
    """

    quoted: Mapping[str, tuple[tuple[str, int], ...]]
    cited: Mapping[str, tuple[tuple[str, int], ...]]
    voicings: Mapping[tuple[str, int], Voicing | None]


def edges_of(corpus: Corpus) -> Edges:
    """Return the links of a corpus by each claim they touch."""
    outgoing, incoming, third_of, premise_of = ({id_: list[Edge]() for id_ in corpus.claims} for _ in range(4))
    for edge in (edge for id_, claim in corpus.claims.items() for edge in _edges(id_, claim)):
        if edge.target not in corpus.claims:
            continue
        outgoing[edge.maker].append(edge)
        incoming[edge.target].append(edge)
        third = edge.link.third[1] if isinstance(edge.link, Undercut) and edge.link.third else None
        if third in third_of:
            third_of[third].append(edge)
        for premise in getattr(edge.link, "together", ()):
            if premise in premise_of:
                premise_of[premise].append(edge)
    return Edges(
        outgoing=_frozen(outgoing),
        incoming=_frozen(incoming),
        third_of=_frozen(third_of),
        premise_of=_frozen(premise_of),
    )


def quoted_of(corpus: Corpus) -> Quoted:
    """Return the quotes and citations of a corpus by source."""
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


def _edges(id_: str, claim: Entry[Claim]) -> Iterator[Edge]:
    for kind in LINK_KINDS:
        for link in getattr(claim.record, kind):
            yield Edge(kind=kind, maker=id_, target=link.claim, link=link)


def _frozen(lists: Mapping[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {id_: tuple(found) for id_, found in lists.items()}
