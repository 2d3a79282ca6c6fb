"""The two sides of a thesis: who stands on both, what is missing on one, and why a reason bears on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import State
from claimgraph.pages.parts.spoken import voices_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Bears, Point

KINDS: Final[Mapping[Bears, LinkKind]] = {
    "supports": "supports",
    "counts against": "counts_against",
    "opposes": "opposes",
    "limits": "limits",
}
"""The kind of link of a reason; words that dispute have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNotes:
    """What is said about the two sides of a thesis together.

    `both` are the voices with reasons on both sides, `held` those who assert the thesis in words of their own.
    `missing` is the side without unanswered reasons, empty if both or neither has some; `one_sided` says what was
    looked for there.
    """

    both: tuple[Ref, ...]
    held: tuple[Ref, ...]
    missing: str
    one_sided: str


def side_notes(view: View, thesis: str) -> SideNotes:
    """Return what is said about the two sides of a thesis together."""
    standing = view.analysis.standings[thesis]
    pro, con = standing.pro.backing, standing.con.backing
    return SideNotes(
        both=voices_of(view, pro.voices & con.voices),
        held=voices_of(view, _holders(view, thesis)),
        missing={State.FOR_ONLY: "against", State.AGAINST_ONLY: "for"}.get(standing.state, ""),
        one_sided="" if standing.state is State.BOTH_SIDES else view.corpus.claims[thesis].record.one_sided,
    )


def makers_of(view: View, thesis: str) -> set[str]:
    """Return the claims that the sides of a thesis show as reasons or limits."""
    standing = view.analysis.standings[thesis]
    sides = (standing.pro, standing.con, standing.limits)
    return {point.claim for side in sides for point in side.points}


def _holders(view: View, thesis: str) -> frozenset[str]:
    origins = (view.analysis.origins.of(thesis, item) for item in view.analysis.standings[thesis].attested_by)
    return frozenset(origin.voice for origin in origins if origin is not None)


def bearing(view: View, point: Point) -> str:
    """Return what a reason in the list of its side does beside that; empty if the list makes it clear."""
    if point.through is not None:
        return f"A reason for ‘{view.claim(point.through).title}’, which cannot be true together with this"
    return "Cannot be true together with this" if point.bears == "opposes" else ""


def because(view: View, target: str, point: Point) -> str:
    """Return why a reason's link is made. The link of a reason for an opposed thesis leads to that thesis."""
    kind, ends = ("supports", {point.through}) if point.through else (KINDS[point.bears], {target})
    edges = (*view.outgoing[point.claim], *(view.incoming[point.claim] if kind == "opposes" else ()))
    found = (edge.link.because for edge in edges if edge.kind == kind and ends & {edge.maker, edge.target})
    return next(found, "")
