"""The API's records of claims: the entries of the list, the details in shards, and whole claims."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api import argument, claim_records
from claimgraph.data.api.evidence import Evidence
from claimgraph.data.api.shards import shard_file, shard_of
from claimgraph.data.api.sides import sides, standing
from claimgraph.data.dataset import LICENCE
from claimgraph.index.addresses import claim_address
from claimgraph.model.claim import Claim
from claimgraph.model.links import LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.data.dataset import Dataset
    from claimgraph.index.edges import Edge
    from claimgraph.model.claim import Stance
    from claimgraph.model.dates import Day
    from claimgraph.model.links import LinkKind

FOLDER: Final = "api/v2/"
"""The address below which the API stands."""

CLAIMS: Final = f"{FOLDER}claims.json"


def claim_file(id_: str) -> str:
    """Return the address of the file of a claim, on a site that has such files."""
    return f"{FOLDER}claims/{id_}.json"


class Claims:
    """Makes records of the claims of a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        """Make records of the claims of this data set."""
        self._dataset, self._view = dataset, dataset.view
        self._evidence = Evidence(dataset)

    def entry(self, id_: str, file: str) -> claim_records.ClaimEntry:
        """Return the entry of a claim in the list at `file`."""
        return claim_records.ClaimEntry(**self._listed(id_, self._dataset.to_home(file)))

    def detail(self, id_: str, file: str) -> claim_records.ClaimDetail:
        """Return the details of a claim in the shard at `file`."""
        return claim_records.ClaimDetail(**self._detailed(id_, self._dataset.to_home(file)))

    def whole(self, id_: str, file: str) -> claim_records.WholeClaim:
        """Return everything on a claim, for the file at `file`."""
        home = self._dataset.to_home(file)
        return claim_records.WholeClaim(**(self._listed(id_, home) | self._detailed(id_, home)))

    def _listed(self, id_: str, home: str) -> dict[str, Any]:
        view, claim = self._view, self._view.corpus.claims[id_].record
        return {
            **{name: getattr(claim, name) for name in _OF_ENTRY},
            "id": id_,
            "topic": view.corpus.topic_of[id_],
            "theses": view.analysis.leading.get(id_, ()),
            "scope": scope(claim),
            "standing": standing(view, id_),
            "sides": sides(view, id_),
            "rivals": _once([*_makers(view.incoming[id_], "rivals"), *_targets(view.outgoing[id_], "rivals")]),
            "context": _once(_makers(view.incoming[id_], "context")),
            "evidence": self._counts(id_, claim),
            "links_made": _link_count(view.outgoing[id_]),
            "links_met": _link_count(view.incoming[id_]),
            "former_ids": claim.aliases,
            "url": f"{home}{claim_address(id_)}",
            "shard": f"{home}{shard_file(shard_of(id_))}",
            "json": f"{home}{claim_file(id_)}" if self._dataset.has_claim_files else "",
        }

    def _detailed(self, id_: str, home: str) -> dict[str, Any]:
        view, claim = self._view, self._view.corpus.claims[id_].record
        return {
            **{name: getattr(claim, name) for name in _OF_DETAIL},
            "id": id_,
            "standing": standing(view, id_),
            "as_of": view.as_of.isoformat(),
            "quotes": tuple(self._evidence.quote(id_, index, home) for index in range(len(claim.quotes))),
            "citations": tuple(self._evidence.citation(id_, index, home) for index in range(len(claim.citations))),
            "figures": tuple(self._evidence.figure(claim, index, home) for index in range(len(claim.figures))),
            "computed": tuple(claim_records.Computed(value=entry.value, how=entry.how) for entry in claim.computed),
            "named": tuple(claim_records.Named(name=entry.name, how=entry.how) for entry in claim.named),
            "read": claim_records.SecondReading(by=claim.read.by, on=claim.read.on) if claim.read is not None else None,
            "links": claim_records.Links(
                made=self._links(view.outgoing[id_]),
                met=self._links(view.incoming[id_]),
                premise_of=self._links(view.premise_of[id_]),
                third_of=self._links(view.third_of[id_]),
            ),
            "reasons": argument.reasons(view, id_),
            "would_change": argument.prospect(view, id_),
            "reliance": argument.reliance(view, id_),
            "licence": LICENCE,
        }

    def _counts(self, id_: str, claim: Claim) -> claim_records.Evidence:
        return claim_records.Evidence(
            asserting=self._count(id_, claim, "asserts"),
            disputing=self._count(id_, claim, "disputes"),
            taken_for_granted=sum(quote.mode == "presupposed" for quote in claim.quotes),
        )

    def _count(self, id_: str, claim: Claim, stance: Stance) -> claim_records.Count:
        quotes = sum(quote.stance == stance and quote.mode != "presupposed" for quote in claim.quotes)
        citations = sum(citation.stance == stance for citation in claim.citations)
        if not quotes and not citations:
            return _NOTHING
        found = [origin for _, origin in self._view.analysis.origins.evidence(id_, stance)]
        quoted = [origin.voice for origin in found if not origin.is_cited]
        return claim_records.Count(
            quotes=quotes,
            verified=len(quoted),
            voices=len(set(quoted)),
            lines=len({origin.line for origin in found}),
            citations=citations,
        )

    def _links(self, edges: Iterable[Edge]) -> tuple[claim_records.Link, ...]:
        return tuple(self._link(edge) for edge in edges)

    def _link(self, edge: Edge) -> claim_records.Link:
        claims, link, analysis = self._view.corpus.claims, edge.link, self._view.analysis
        scheme = getattr(link, "scheme", None)
        return claim_records.Link(
            kind=edge.kind,
            from_claim=edge.maker,
            from_title=claims[edge.maker].record.title,
            to_claim=edge.target,
            to_title=claims[edge.target].record.title,
            because=link.because,
            despite=getattr(link, "despite", ""),
            with_claims=getattr(link, "together", ()),
            differs_in=getattr(link, "differs_in", ()),
            hits_quote=getattr(link, "quote", None) or "",
            hits_citation=getattr(link, "citation", None) or "",
            hits_rests_on=getattr(link, "rests_on", None) or "",
            hits_support_of=getattr(link, "supports", None) or "",
            hits_counting_against=getattr(link, "counts_against", None) or "",
            hits_limit_of=getattr(link, "limits", None) or "",
            hits_opposition_to=getattr(link, "opposes", None) or "",
            scheme=scheme or "",
            answered=argument.question_answers(analysis.answers.get((edge.maker, edge.target), ()) if scheme else ()),
            answers=argument.question_answers(analysis.steps.answered(edge.maker, edge.kind, link)),
        )


def _shared(kind: type[claim_records.ClaimEntry | claim_records.ClaimDetail]) -> tuple[str, ...]:
    """Return the fields that a record shares with a claim's file: it has their values unless it gives others."""
    return tuple(field.name for field in fields(kind) if field.name in Claim.__slots__)


_OF_ENTRY: Final = _shared(claim_records.ClaimEntry)
_OF_DETAIL: Final = _shared(claim_records.ClaimDetail)
_NOTHING: Final = claim_records.Count(quotes=0, verified=0, voices=0, lines=0, citations=0)


def scope(claim: Claim) -> claim_records.Scope:
    """Return the record of a claim's scope."""
    where = claim.scope
    return claim_records.Scope(
        place=where.place,
        period=where.period.text,
        first_day=_day(where.period.first),
        last_day=_day(where.period.last),
        population=where.population,
        measure=where.measure,
        denominator=where.denominator,
    )


def _day(day: Day | None) -> str | None:
    return None if day is None else f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


def _makers(edges: Iterable[Edge], kind: LinkKind) -> Iterator[str]:
    return (edge.maker for edge in edges if edge.kind == kind)


def _targets(edges: Iterable[Edge], kind: LinkKind) -> Iterator[str]:
    return (edge.target for edge in edges if edge.kind == kind)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _link_count(edges: Iterable[Edge]) -> claim_records.LinkCount:
    found = dict.fromkeys(LINK_KINDS, 0)
    for edge in edges:
        found[edge.kind] += 1
    return claim_records.LinkCount(**found)
