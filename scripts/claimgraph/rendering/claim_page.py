"""The page of a claim, and the card that stands for it in lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.rendering.account import account
from claimgraph.rendering.doubts import doubt_of_maker, doubt_of_target, doubt_of_third
from claimgraph.rendering.evidence import shown_citation, shown_figure, shown_quote
from claimgraph.rendering.links import relative
from claimgraph.rendering.neighbourhood import Neighbour
from claimgraph.rendering.reasoning import answered_in_words, shown_reason
from claimgraph.rendering.shell import TocEntry
from claimgraph.rendering.view import Ref, Tie, View, claim_address
from claimgraph.rendering.wording import date_in_words, day_in_words, kind_in_words, period_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.model.claim import Claim
    from claimgraph.rendering.doubts import Doubt, Side
    from claimgraph.rendering.reasoning import ShownReason


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
class Added:
    """A number, date or name of a claim that the editors supplied."""

    says: str
    what: str
    how: str


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
    reason: ShownReason | None = None
    answers: tuple[str, ...] = ()


def card(view: View, claim_id: str) -> Card:
    """Return the card of a claim."""
    claim = view.corpus.claims[claim_id].record
    return Card(
        title=claim.title,
        address=claim_address(claim_id),
        assertion=claim.assertion,
        kind=kind_in_words(claim.kind),
        scope=f"{claim.scope.place}, {period_in_words(claim.scope.period)}",
        evidence=view.evidence(claim_id),
        state=view.stands(claim_id).state,
    )


def other(view: View, claim_id: str) -> Other:
    """Return a claim to be named with its assertion."""
    claim = view.corpus.claims[claim_id].record
    return Other(title=claim.title, address=claim_address(claim_id), assertion=claim.assertion)


def claim_values(view: View, claim_id: str) -> dict[str, Any]:
    """Return what the template of a claim's page needs, the picture left out."""
    claim = view.corpus.claims[claim_id].record
    quotes = [shown_quote(view, claim_id, index) for index in range(len(claim.quotes))]
    return {
        "here": claim_address(claim_id),
        "claim": _head(view, claim),
        "topic": view.topic(view.corpus.topic_of[claim_id]),
        "standing": view.stands(claim_id),
        "as_of": day_in_words(view.as_of),
        "account": account(view, claim_id),
        "evidence": view.evidence(claim_id),
        "asserting": [quote for quote in quotes if not quote.is_disputing],
        "disputing": [quote for quote in quotes if quote.is_disputing],
        "added": [*_added(claim)],
        "read": _read(claim),
        "pro": [*_inward(view, claim_id, "supports", "Supports this claim"), *_doubting(view, claim_id, "for")],
        "con": [
            *_opposing(view, claim_id),
            *_inward(view, claim_id, "counts_against", "Counts against this claim"),
            *_doubting(view, claim_id, "against"),
        ],
        "limits": list(_inward(view, claim_id, "limits", "Limits this claim")),
        "rivals": list(_both_ways(view, claim_id, "rivals", "Gives another figure for the same thing")),
        "context": list(_inward(view, claim_id, "context", "Gives context to this claim")),
        "onward": [*_onward(view, claim_id), *_doubting(view, claim_id, "onward")],
        "scope": _scope(claim),
        "figures": [shown_figure(view, figure) for figure in claim.figures],
        "citations": [shown_citation(view, claim_id, index) for index in range(len(claim.citations))],
    }


def _head(view: View, claim: Claim) -> dict[str, Any]:
    newer = claim.replaced_by
    replaced_by = view.claim(newer) if newer is not None and newer in view.corpus.claims else None
    return {
        "title": claim.title,
        "assertion": claim.assertion,
        "kind": kind_in_words(claim.kind),
        "note": claim.note,
        "replaced_by": replaced_by,
    }


def _added(claim: Claim) -> Iterator[Added]:
    """Yield what the editors put into a claim that none of its quotes and findings says."""
    for entry in claim.computed:
        yield Added(says="Worked out by the editors", what=entry.value, how=entry.how)
    for supplied in claim.named:
        yield Added(says="Named by the editors", what=supplied.name, how=supplied.how)


def _read(claim: Claim) -> str:
    """Return who read a claim beside its quotes, and when; empty where nobody has."""
    return f"{claim.read.by} on {date_in_words(claim.read.on)}" if claim.read is not None else ""


def _inward(view: View, claim_id: str, kind: str, says: str) -> Iterator[LinkRow]:
    """Yield the links of one kind that others make to a claim."""
    for tie in view.met[claim_id]:
        if tie.kind == kind:
            yield _row(view, tie, tie.maker, says)


def _opposing(view: View, claim_id: str) -> Iterator[LinkRow]:
    """Yield what opposes a claim, whichever of the two makes the link."""
    return _both_ways(view, claim_id, "opposes", "Opposes this claim, as this claim opposes it")


def _both_ways(view: View, claim_id: str, kind: str, says: str) -> Iterator[LinkRow]:
    """Yield the links of a kind that goes both ways, whichever of the two claims makes them."""
    for tie in (*view.met[claim_id], *view.made[claim_id]):
        if tie.kind == kind:
            yield _row(view, tie, tie.maker if tie.target == claim_id else tie.target, says)


def _doubting(view: View, claim_id: str, side: Side) -> Iterator[LinkRow]:
    """Yield the undercuts by others that bear on a claim in one way."""
    for tie in view.met[claim_id]:
        if tie.kind == "undercuts" and (doubt := doubt_of_target(view, tie)).side == side:
            yield _row(view, tie, tie.maker, doubt)
    for tie in view.cuts[claim_id]:
        if (doubt := doubt_of_third(view, tie)).side == side:
            yield _row(view, tie, tie.maker, doubt)


def _onward(view: View, claim_id: str) -> Iterator[LinkRow]:
    """Yield what a claim bears on: the links that it makes, but no oppositions, and those that need it as a premise."""
    for kind, says in (("supports", "Supports"), ("counts_against", "Counts against")):
        yield from (_row(view, tie, tie.target, says) for tie in view.made[claim_id] if tie.kind == kind)
        for tie in view.joint[claim_id]:
            if tie.kind == kind:
                yield _row(view, tie, tie.target, f"{says}, as a further premise", seen_from=claim_id)
    for tie in view.made[claim_id]:
        if tie.kind == "limits":
            yield _row(view, tie, tie.target, "Limits")
        elif tie.kind == "context":
            yield _row(view, tie, tie.target, "Gives context to")
        elif tie.kind == "undercuts":
            yield _row(view, tie, tie.target, doubt_of_maker(view, tie))


def _row(view: View, tie: Tie, other_id: str, said: str | Doubt, *, seen_from: str = "") -> LinkRow:
    """Return one link; `seen_from` is the further premise on whose page it stands, beside its maker."""
    link = tie.link
    says, target = (said, "") if isinstance(said, str) else (said.says, said.target)
    premises = ((tie.maker,) if seen_from else ()) + getattr(link, "together", ())
    return LinkRow(
        relation=tie.kind,
        says=says,
        claim=other(view, other_id),
        because=link.because,
        despite=getattr(link, "despite", ""),
        target=target,
        partners=tuple(view.claim(id_) for id_ in premises if id_ in view.corpus.claims and id_ != seen_from),
        inferred=view.is_inferred(other_id),
        reason=shown_reason(view, tie),
        answers=tuple(answered_in_words(view, tie)),
    )


def _scope(claim: Claim) -> list[tuple[str, str]]:
    scope = claim.scope
    return [
        ("Place", scope.place),
        ("Time spoken about", period_in_words(scope.period)),
        ("Population", scope.population),
        ("Measure", scope.measure),
        ("Share of", scope.denominator),
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


_PARTS: Final = (
    TocEntry(anchor="words", text="The exact words"),
    TocEntry(anchor="for-and-against", text="For and against"),
    TocEntry(anchor="why", text="Why it stands so"),
    TocEntry(anchor="limits", text="Where it does not hold"),
    TocEntry(anchor="rivals", text="Other figures"),
    TocEntry(anchor="context", text="What to know beside it"),
    TocEntry(anchor="bears-on", text="What it bears on"),
    TocEntry(anchor="neighbourhood", text="Its neighbourhood"),
    TocEntry(anchor="scope", text="Scope"),
    TocEntry(anchor="figures", text="Figures"),
    TocEntry(anchor="citations", text="Citations"),
    TocEntry(anchor="note", text="Editor’s note"),
    TocEntry(anchor="cite", text="Cite this claim"),
)
"""The parts of a claim's page, in their order."""


def claim_toc(values: dict[str, Any], *, has_picture: bool) -> tuple[TocEntry, ...]:
    """Return the contents of a claim's page."""
    is_there = {
        "why": values["account"],
        "limits": values["limits"],
        "rivals": values["rivals"],
        "context": values["context"],
        "bears-on": values["onward"],
        "neighbourhood": has_picture,
        "figures": values["figures"],
        "citations": values["citations"],
        "note": values["claim"]["note"],
    }
    return tuple(part for part in _PARTS if is_there.get(part.anchor, True))
