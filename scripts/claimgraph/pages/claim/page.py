"""The page of a claim, and the card that stands for it in lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.index.account import account
from claimgraph.index.addresses import claim_address
from claimgraph.index.links import relative
from claimgraph.index.places import background_of, places
from claimgraph.index.wording import date_in_words, day_in_words, kind_in_words, period_in_words
from claimgraph.model.standing import State
from claimgraph.pages.claim.link_rows import against_it, both_ways, for_it, inward, limits_of, onward
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.map.neighbourhood import Neighbour
from claimgraph.pages.parts.cards import THESIS
from claimgraph.pages.parts.quotes import shown_citation, shown_figure, shown_quote
from claimgraph.pages.parts.sides import shown_sides
from claimgraph.publish.shell import TocEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.view import View
    from claimgraph.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A number, date or name of a claim that the editors supplied."""

    says: str
    what: str
    how: str


def claim_values(view: View, claim_id: str) -> dict[str, Any]:
    """Return what the template of a claim's page needs, the picture left out."""
    claim, standing = view.corpus.claims[claim_id].record, view.analysis.standings[claim_id]
    quotes = [shown_quote(view, claim_id, index) for index in range(len(claim.quotes))]
    return {
        "here": claim_address(claim_id),
        "claim": _head(view, claim),
        "topic": view.topic(view.corpus.topic_of[claim_id]),
        "standing": view.stands(claim_id),
        "mark": MARKS[standing.state],
        "is_quiet": standing.state is State.UNDISPUTED,
        "as_of": day_in_words(view.as_of),
        "account": account(view, claim_id),
        "evidence": view.evidence(claim_id),
        "asserting": [quote for quote in quotes if not quote.is_disputing],
        "disputing": [quote for quote in quotes if quote.is_disputing],
        "added": [*_added(claim)],
        "read": _read(claim),
        "sides": shown_sides(view, claim_id) if claim.thesis else None,
        "pro": for_it(view, claim_id),
        "con": against_it(view, claim_id),
        "limits": limits_of(view, claim_id),
        "rivals": [*both_ways(view, claim_id, "rivals", "Gives another figure for the same thing")],
        "context": [*inward(view, claim_id, "context", "Gives context to this claim")],
        "places": places(view, claim_id),
        "background": background_of(view, claim_id),
        "onward": [*onward(view, claim_id)],
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
        "kind": THESIS if claim.thesis else kind_in_words(claim.kind),
        "note": claim.note,
        "thesis": claim.thesis,
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
    TocEntry(anchor="added", text="Added by the editors"),
    TocEntry(anchor="for-and-against", text="For and against"),
    TocEntry(anchor="for", text="For it"),
    TocEntry(anchor="against", text="Against it"),
    TocEntry(anchor="limits", text="Where it is said not to hold"),
    TocEntry(anchor="rivals", text="Other figures"),
    TocEntry(anchor="context", text="What to know beside it"),
    TocEntry(anchor="leads-to", text="Where it leads"),
    TocEntry(anchor="why", text="Why it stands so"),
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
    is_thesis, is_for, is_against = values["sides"] is not None, bool(values["pro"]), bool(values["con"])
    is_there = {
        "words": values["asserting"] or values["disputing"],
        "added": values["added"],
        "for-and-against": is_thesis or (is_for and is_against),
        "for": is_for and not is_against and not is_thesis,
        "against": is_against and not is_for and not is_thesis,
        "why": values["account"],
        "limits": values["limits"] and not is_thesis,
        "rivals": values["rivals"],
        "context": values["context"],
        "leads-to": values["places"] or values["background"] or values["onward"],
        "neighbourhood": has_picture,
        "figures": values["figures"],
        "citations": values["citations"],
        "note": values["claim"]["note"],
    }
    return tuple(part for part in _PARTS if is_there.get(part.anchor, True))
