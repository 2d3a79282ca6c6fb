"""A face-off: a claim with the strongest reason on each side, in the words of who gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.spoken import Words, best_words, reasons_in_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.standing import Point, Side
    from claimgraph.pages.drawing.standing_marks import Mark

_SHORT: Final = 110
"""The most characters that words may have for a face-off among others on a small screen."""


_BRIEF: Final = 40
"""Words with fewer characters are taken for a part of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """One side of a face-off.

    `voices` counts the independent voices behind its unanswered reasons: the smaller of voices and lines of evidence.
    `count` says so in words, with the number of reasons. `claim` is the strongest reason, None for words that dispute
    the claim. `words` are its own, None if the editors infer it. `because` says why it is a reason; empty for a thesis,
    whose `crux` says it.
    """

    voices: int
    count: str
    claim: Ref | None
    words: Words | None
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceOff:
    """A claim with a corner for each side; a side without an unanswered reason has None. `crux` may be empty."""

    anchor: str
    title: str
    address: str
    assertion: str
    state: str
    mark: Mark
    pro: Corner | None
    con: Corner | None
    crux: str


def face_off(view: View, claim_id: str, *, is_short: bool = False) -> FaceOff:
    """Return the face-off of a thesis or of another claim.

    Args:
        view: The corpus.
        claim_id: The id of the claim.
        is_short: Whether short words come before longer ones.
    """
    claim, standing = view.corpus.claims[claim_id].record, view.analysis.standings[claim_id]
    ref = view.claim(claim_id)
    return FaceOff(
        anchor=f"thesis-{claim_id}",
        title=ref.title,
        address=ref.address or "",
        assertion=claim.assertion,
        state=standing.state.value,
        mark=MARKS[standing.state],
        pro=_corner(view, claim_id, standing.pro, is_short=is_short),
        con=_corner(view, claim_id, standing.con, is_short=is_short),
        crux=claim.crux,
    )


def open_ends(view: View, thesis: str) -> Iterator[Ref]:
    """Yield the strongest reason on each side of a thesis, if nothing recorded here answers or disputes it."""
    standing = view.analysis.standings[thesis]
    for side in (standing.pro, standing.con):
        points = _ranked(view, thesis, side)
        if points and points[0].item is None and _is_unanswered(view, points[0].claim):
            yield view.claim(points[0].claim)


def _is_unanswered(view: View, claim_id: str) -> bool:
    standing = view.analysis.standings[claim_id]
    return standing.state in {State.UNDISPUTED, State.RIVALLED} and not standing.challenges


def _corner(view: View, claim_id: str, side: Side, *, is_short: bool) -> Corner | None:
    points = _ranked(view, claim_id, side, is_short=is_short)
    if not points:
        return None
    first = points[0]
    return Corner(
        voices=side.backing.count,
        count=reasons_in_words(len(points), side.backing),
        claim=view.claim(first.claim) if first.item is None else None,
        words=_words(view, claim_id, first),
        because="" if view.corpus.claims[claim_id].record.thesis else _because(view, claim_id, first),
    )


def _because(view: View, claim_id: str, point: Point) -> str:
    """Return why a reason is one; empty for words that dispute a claim, and where a thesis carries the reason."""
    step = (point.claim, point.bears.replace(" ", "_"))
    return next((edge.link.because for edge in view.incoming[claim_id] if (edge.maker, edge.kind) == step), "")


def _ranked(view: View, thesis: str, side: Side, *, is_short: bool = False) -> list[Point]:
    """Return the unanswered reasons of a side, the strongest first.

    More voices come before fewer, words of the speaker before what another tells, whole sentences before parts of them,
    and what nobody disputes before the rest; then the shorter words, and the claim's id.
    """

    def rank(point: Point) -> tuple[bool, int, bool, bool, bool, int, str]:
        words = _words(view, thesis, point)
        is_disputed = point.item is None and not _is_unanswered(view, point.claim)
        text = words.text if words else ""
        is_told = words is None or not (words.is_quote and words.is_own)
        is_part = not text[:1].isupper() or len(text) < _BRIEF
        is_late = is_short and _is_long(words)
        return is_late, -point.backing.count, is_told, is_part, is_disputed, len(text), point.claim

    return sorted(side.standing, key=rank)


def _is_long(words: Words | None) -> bool:
    """Tell whether a reason cannot be told in short words of the speaker's own."""
    return words is None or not words.is_quote or len(words.text) > _SHORT


def _words(view: View, thesis: str, point: Point) -> Words | None:
    return best_words(view, point.claim) if point.item is None else words_of(view, thesis, point.item)
