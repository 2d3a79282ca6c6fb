"""The argument about a thesis as a tree: each reason with its own reasons and answers, as deep as they go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import Attack, State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.answering import doubts
from claimgraph.pages.parts.sides import bearing, because
from claimgraph.pages.parts.spoken import Words, best_words, voices_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.standing import Bears, Challenge, Point
    from claimgraph.pages.drawing.standing_marks import Mark

_SAYS: Final[Mapping[Bears, str]] = {
    "supports": "For it",
    "counts against": "Against it",
    "opposes": "Cannot be true together with it",
    "disputes": "Disputes it in so many words",
    "limits": "Where it is said not to hold",
}


DEPTH: Final = 12
"""The most levels of an argument; what is deeper is shown on the claims' own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One reason of an argument, with what is said for and against it.

    `says` is what it does to the claim above it, empty for a reason that stands in a list of its side. `claim` is the
    claim that gives it, None for words that dispute. `words` are a quote or finding for it, None if the editors infer
    it from what `voices` say; otherwise `voices` are the others who say it. `partners` are claims that it needs.
    `state` is the claim's state, empty with `mark` None if nobody disputes the claim. `is_answered` tells that an
    answer to it holds. `branches` are its own reasons and answers; `has_more` tells that it has some that are not shown
    here, but where the same claim stands elsewhere in the argument, or on its own page alone.
    """

    says: str
    claim: Ref | None
    words: Words | None
    voices: tuple[Ref, ...]
    because: str
    partners: tuple[Ref, ...]
    state: str
    mark: Mark | None
    is_answered: bool
    branches: tuple[Branch, ...]
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """The argument about a thesis: the reasons for it and against it, and its limits, unanswered ones first."""

    pro: tuple[Branch, ...]
    con: tuple[Branch, ...]
    limits: tuple[Branch, ...]


def trees(view: View, thesis: str) -> Trees:
    """Return the argument about a thesis.

    What is said of a claim is shown once: where the claim is a reason for or against the thesis itself, or else where
    it comes first.
    """
    standing = view.analysis.standings[thesis]
    sides = (standing.pro, standing.con, standing.limits)
    grower = _Grower(view, {point.claim for side in sides for point in side.points})
    pro, con, limits = (
        tuple(grower.step(thesis, point, says="") for point in (*side.standing, *side.answered)) for side in sides
    )
    return Trees(pro=pro, con=con, limits=limits)


class _Grower:
    """Makes branches; remembers the claims of which its own branches are shown. `direct` claims wait for their turn."""

    def __init__(self, view: View, direct: set[str]) -> None:
        self._view = view
        self._direct = direct
        self._grown: set[str] = set()
        self._path: list[str] = []

    def step(self, target: str, point: Point, says: str | None = None) -> Branch:
        """Return the branch of a reason for or against `target`; in the list of its side, it says nothing."""
        view, is_listed = self._view, says is not None
        answers = tuple(
            self._branch(edge.maker, "Casts doubt on this step", edge.link.because)
            for edge in sorted(
                doubts(view, target, point), key=lambda edge: (edge.maker not in point.hit_by, edge.maker)
            )
        )
        told = (_SAYS[point.bears] if point.through is None else bearing(view, point)) if says is None else says
        if point.item is not None:
            return replace(
                _nobody(told or _SAYS[point.bears]),
                words=words_of(view, target, point.item),
                is_answered=point.is_answered,
                branches=answers,
            )
        branch = self._branch(
            point.claim,
            told or bearing(view, point),
            because(view, target, point),
            is_direct=is_listed,
        )
        partners = tuple(view.claim(id_) for id_ in point.premises[1:])
        return replace(branch, partners=partners, is_answered=point.is_answered, branches=(*answers, *branch.branches))

    def _branch(self, claim_id: str, says: str, why: str, *, is_direct: bool = False) -> Branch:
        view, standing = self._view, self._view.analysis.standings[claim_id]
        words = best_words(view, claim_id)
        voices = voices_of(view, standing.backing.voices)
        is_disputed = standing.state not in {State.UNDISPUTED, State.RIVALLED} and not standing.is_thesis
        is_deep = len(self._path) >= DEPTH
        waits = is_deep or claim_id in self._grown or (claim_id in self._direct and not is_direct)
        return Branch(
            says=says,
            claim=view.claim(claim_id),
            words=words,
            voices=tuple(voice for voice in voices if words is None or voice.title != words.by.title),
            because=why,
            partners=(),
            state=standing.state.value if is_disputed else "",
            mark=MARKS[standing.state] if is_disputed else None,
            is_answered=False,
            branches=() if waits else tuple(self._grow(claim_id)),
            has_more=waits and self._has_branches(claim_id),
        )

    def _has_branches(self, claim_id: str) -> bool:
        standing = self._view.analysis.standings[claim_id]
        sides = (standing.pro, standing.con, standing.limits)
        return any(side.points for side in sides) or not all(each.is_of_steps for each in standing.challenges)

    def _grow(self, claim_id: str) -> Iterator[Branch]:
        """Yield what is said for and against a claim, but not by the claims above it, to which it leads."""
        self._grown.add(claim_id)
        self._path.append(claim_id)
        standing = self._view.analysis.standings[claim_id]
        shown = {*self._path, *(point.claim for point in standing.con.points)}
        for side in (standing.pro, standing.con, standing.limits):
            for point in (*side.standing, *side.answered):
                if point.item is not None or point.claim not in self._path:
                    yield self.step(claim_id, point)
        for challenge in standing.challenges:
            if not challenge.is_of_steps and (challenge.claim not in shown or challenge.item is not None):
                yield self._challenge(claim_id, challenge)
        self._path.pop()

    def _challenge(self, claim_id: str, challenge: Challenge) -> Branch:
        if challenge.item is not None:
            return replace(_nobody(_SAYS["disputes"]), words=words_of(self._view, claim_id, challenge.item))
        is_doubt = challenge.attack is Attack.UNDERCUTS
        kind = "undercuts" if is_doubt else "opposes"
        edges = (*self._view.incoming[claim_id], *self._view.outgoing[claim_id])
        ends = (
            edge.link.because for edge in edges if edge.kind == kind and challenge.claim in {edge.maker, edge.target}
        )
        return self._branch(
            challenge.claim, "Casts doubt on its words" if is_doubt else _SAYS["opposes"], next(ends, "")
        )


def _nobody(says: str) -> Branch:
    return Branch(
        says=says,
        claim=None,
        words=None,
        voices=(),
        because="",
        partners=(),
        state="",
        mark=None,
        is_answered=False,
        branches=(),
        has_more=False,
    )
