"""The reasons for and against a claim, and its limits, as pages show them: in the words of those who give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import State
from claimgraph.pages.parts.answering import ShownAnswer, answers_to
from claimgraph.pages.parts.spoken import Words, best_words, count_in_words, voices_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Bears, Point, Side

KINDS: Final[Mapping[Bears, LinkKind]] = {
    "supports": "supports",
    "counts against": "counts_against",
    "opposes": "opposes",
    "limits": "limits",
}
"""The kind of link of a reason; words that dispute have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPoint:
    """One reason, or one limit.

    `claim` is the claim that gives it, None for words that dispute. `says` is its bearing if the side does not make
    that clear. `words` is a quote or finding for it, None if the editors infer it. `voices` are the others who say it;
    if nobody does, those from whose words the editors infer it. `state` is the claim's state, empty if nobody disputes
    the claim. `answers` are the answers to it.
    """

    claim: Ref | None
    says: str
    words: Words | None
    voices: tuple[Ref, ...]
    because: str
    partners: tuple[Ref, ...]
    state: str
    is_thesis: bool
    answers: tuple[ShownAnswer, ...]
    is_by_contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSide:
    """One side: its unanswered and its answered reasons; `count` is the number behind the unanswered ones, in words."""

    count: str
    points: tuple[ShownPoint, ...]
    answered: tuple[ShownPoint, ...]

    def __bool__(self) -> bool:
        """Tell whether the side has any reasons."""
        return bool(self.points or self.answered)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides of a thesis, its limits, and what is said about the sides together."""

    pro: ShownSide
    con: ShownSide
    limits: ShownSide
    notes: SideNotes


def shown_sides(view: View, thesis: str) -> Sides:
    """Return both sides of a thesis."""
    standing = view.analysis.standings[thesis]
    return Sides(
        pro=_side(view, thesis, standing.pro),
        con=_side(view, thesis, standing.con),
        limits=_side(view, thesis, standing.limits),
        notes=side_notes(view, thesis),
    )


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


def _side(view: View, target: str, side: Side) -> ShownSide:
    return ShownSide(
        count=count_in_words(side.backing) if side.standing else "",
        points=tuple(_shown(view, target, point) for point in side.standing),
        answered=tuple(_shown(view, target, point) for point in side.answered),
    )


def _shown(view: View, target: str, point: Point) -> ShownPoint:
    answers = tuple(answers_to(view, target, point))
    if point.item is not None:
        return ShownPoint(
            claim=None,
            says="Disputes it in so many words",
            words=words_of(view, target, point.item),
            voices=(),
            because="",
            partners=(),
            state="",
            is_thesis=False,
            answers=answers,
            is_by_contested=point.is_by_contested,
        )
    standing, words = view.analysis.standings[point.claim], best_words(view, point.claim)
    voices = voices_of(view, standing.backing.voices)
    return ShownPoint(
        claim=view.claim(point.claim),
        says=_bearing(view, point),
        words=words,
        voices=tuple(voice for voice in voices if words is None or voice.title != words.by.title),
        because=because(view, target, point),
        partners=tuple(view.claim(id_) for id_ in point.premises[1:]),
        state="" if standing.state is State.UNDISPUTED else standing.state.value,
        is_thesis=standing.is_thesis,
        answers=answers,
        is_by_contested=point.is_by_contested,
    )


def _bearing(view: View, point: Point) -> str:
    if point.through is not None:
        return f"A reason for ‘{view.claim(point.through).title}’, which cannot be true together with this"
    return "Cannot be true together with this" if point.bears == "opposes" else ""


def because(view: View, target: str, point: Point) -> str:
    """Return why a reason's link is made. The link of a reason for an opposed thesis leads to that thesis."""
    kind, ends = ("supports", {point.through}) if point.through else (KINDS[point.bears], {target})
    edges = (*view.outgoing[point.claim], *(view.incoming[point.claim] if kind == "opposes" else ()))
    found = (edge.link.because for edge in edges if edge.kind == kind and ends & {edge.maker, edge.target})
    return next(found, "")
