"""The page of a claim, and the card that stands for it in lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.model.claim import Undercut
from claimgraph.rendering.evidence import shown_citation, shown_figure, shown_quote
from claimgraph.rendering.links import relative
from claimgraph.rendering.neighbourhood import Neighbour
from claimgraph.rendering.shell import TocEntry
from claimgraph.rendering.view import Ref, Tie, View, claim_address
from claimgraph.rendering.wording import period_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim in a list."""

    title: str
    address: str
    assertion: str
    kind: str
    scope: str
    evidence: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A claim that is named with its assertion."""

    title: str
    address: str
    assertion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A link as seen from one of its claims; see `link_row` in the templates' macros."""

    relation: str
    says: str
    claim: Other
    because: str
    despite: str
    target: str
    partners: tuple[Ref, ...]
    inferred: bool


def card(view: View, claim_id: str) -> Card:
    """Return the card of a claim."""
    claim = view.corpus.claims[claim_id].record
    return Card(
        title=claim.title,
        address=claim_address(claim_id),
        assertion=claim.assertion,
        kind=claim.kind,
        scope=f"{claim.scope.place}, {period_in_words(claim.scope.period)}",
        evidence=view.evidence(claim_id),
        state="",
    )


def other(view: View, claim_id: str) -> Other:
    """Return a claim to be named with its assertion."""
    claim = view.corpus.claims[claim_id].record
    return Other(title=claim.title, address=claim_address(claim_id), assertion=claim.assertion)


def claim_values(view: View, claim_id: str) -> dict[str, Any]:
    """Return what the template of a claim's page needs, the picture left out."""
    claim = view.corpus.claims[claim_id].record
    quotes = [shown_quote(view, claim_id, index) for index in range(len(claim.quotes))]
    met, made = view.met[claim_id], view.made[claim_id]
    return {
        "here": claim_address(claim_id),
        "claim": _head(view, claim),
        "topic": view.topic(view.corpus.topic_of[claim_id]),
        "standing": None,
        "evidence": view.evidence(claim_id),
        "asserting": [quote for quote in quotes if not quote.is_disputing],
        "disputing": [quote for quote in quotes if quote.is_disputing],
        "pro": [_row(view, tie, tie.maker, "Supports this claim") for tie in met if tie.kind == "supports"],
        "con": list(_against(view, claim_id)),
        "narrowing": [_row(view, tie, tie.maker, "Narrows this claim") for tie in met if tie.kind == "qualifies"],
        "onward": [_row(view, tie, tie.target, _ONWARD[tie.kind]) for tie in made if tie.kind in _ONWARD],
        "scope": _scope(claim),
        "figures": [shown_figure(view, figure) for figure in claim.figures],
        "citations": [shown_citation(view, claim_id, index) for index in range(len(claim.citations))],
    }


_OPPOSES = "Opposes this claim, as this claim opposes it"
_ONWARD = {"supports": "Supports", "qualifies": "Narrows", "undercuts": "Undercuts the grounds of"}


def _head(view: View, claim: Claim) -> dict[str, Any]:
    newer = claim.replaced_by
    replaced_by = view.claim(newer) if newer is not None and newer in view.corpus.claims else None
    return {
        "title": claim.title,
        "assertion": claim.assertion,
        "kind": claim.kind,
        "note": claim.note,
        "replaced_by": replaced_by,
    }


def _against(view: View, claim_id: str) -> list[LinkRow]:
    rows = [
        _row(
            view,
            tie,
            tie.maker if tie.target == claim_id else tie.target,
            _OPPOSES,
        )
        for tie in (*view.met[claim_id], *view.made[claim_id])
        if tie.kind == "opposes"
    ]
    rows += [
        _row(view, tie, tie.maker, _undercut_here(tie.link)) for tie in view.met[claim_id] if tie.kind == "undercuts"
    ]
    rows += [
        _row(view, tie, tie.maker, f"Undercuts the step from ‘{view.claim(tie.target).title}’ to this claim")
        for tie in view.cuts[claim_id]
    ]
    return rows


def _undercut_here(link: object) -> str:
    if getattr(link, "quote", None):
        return "Undercuts a quote given for this claim"
    if getattr(link, "citation", None):
        return "Undercuts a citation given for this claim"
    if getattr(link, "supports", None):
        return "Undercuts a step from this claim to another"
    return "Undercuts the conflict of this claim with another"


def _row(view: View, tie: Tie, other_id: str, says: str) -> LinkRow:
    claim, link = view.corpus.claims[other_id].record, tie.link
    partners = [id_ for id_ in getattr(link, "together", ()) if id_ in view.corpus.claims]
    return LinkRow(
        relation=tie.kind,
        says=says,
        claim=other(view, other_id),
        because=link.because,
        despite=getattr(link, "despite", ""),
        target=_hit(view, tie),
        partners=tuple(view.claim(id_) for id_ in partners),
        inferred=not (claim.quotes or claim.citations),
    )


def _hit(view: View, tie: Tie) -> str:
    """Return what an undercut hits, in words: the quote itself, the finding, the step or the conflict."""
    link = tie.link
    if not isinstance(link, Undercut):
        return ""
    target = view.corpus.claims[tie.target].record
    if link.quote:
        return next((f"the quote “{quote.exact}”" for quote in target.quotes if quote.id == link.quote), "")
    if link.citation:
        return next((f"the finding that {c.finding}" for c in target.citations if c.id == link.citation), "")
    third = link.supports or link.opposes
    if third is None or third not in view.corpus.claims:
        return ""
    name = view.claim(third).title
    return (
        f"the step from ‘{target.title}’ to ‘{name}’"
        if link.supports
        else f"the conflict of ‘{target.title}’ with ‘{name}’"
    )


def _scope(claim: Claim) -> list[tuple[str, str]]:
    scope = claim.scope
    return [
        ("Place", scope.place),
        ("Time spoken about", period_in_words(scope.period)),
        ("Population", scope.population),
        ("Measure", scope.measure),
        ("Of what", scope.denominator),
    ]


def neighbours(view: View, claim_id: str) -> Iterator[Neighbour]:
    """Yield the claims that a claim is tied to, for the picture of its neighbourhood: those that name it first."""
    here = claim_address(claim_id)
    for direction, ties in (("in", view.met[claim_id]), ("out", view.made[claim_id])):
        for tie in ties:
            id_ = tie.maker if direction == "in" else tie.target
            yield Neighbour(
                id=id_,
                title=view.corpus.claims[id_].record.title,
                kind=tie.kind,
                direction="in" if direction == "in" else "out",
                url=relative(here, claim_address(id_)),
            )


def claim_toc(values: dict[str, Any], *, has_picture: bool) -> tuple[TocEntry, ...]:
    """Return the contents of a claim's page."""
    entries = [("words", "The exact words", True), ("for-and-against", "For and against", True)]
    entries += [
        ("narrowing", "What narrows it", bool(values["narrowing"])),
        ("bears-on", "What it bears on", bool(values["onward"])),
        ("neighbourhood", "Its neighbourhood", has_picture),
        ("scope", "Scope", True),
        ("figures", "Figures", bool(values["figures"])),
        ("citations", "Citations", bool(values["citations"])),
        ("note", "Editor’s note", bool(values["claim"]["note"])),
    ]
    return tuple(TocEntry(anchor=anchor, text=text) for anchor, text, is_there in entries if is_there)
