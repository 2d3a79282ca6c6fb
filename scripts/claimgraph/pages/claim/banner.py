"""The banner of a claim that somebody speaks against: its state in a word, and the other side in one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref, claim_address
from claimgraph.model.standing import Attack, Force, State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.spoken import voices_of
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Challenge, Point, Standing
    from claimgraph.pages.drawing.standing_marks import Mark

_FORMS: Final[Mapping[State, tuple[str, LinkKind]]] = {
    State.CONTRADICTED: ("Contradicted, with no reply here", "opposes"),
    State.OPEN: ("Open dispute", "opposes"),
    State.CONTESTED: ("Contested", "counts_against"),
    State.OUTLASTING: ("Challenged", "undercuts"),
    State.PARTIAL: ("Said to hold only in part", "limits"),
    State.ANSWERED: ("Challenged, and answered here", "undercuts"),
    State.RIVALLED: ("Other figures stand beside it", "rivals"),
}
"""The states with a banner: the words that are read from afar, and the kind of link whose line is its rim."""


_NAMED: Final = 2
"""So many voices are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherSide:
    """What one other claim, or somebody's words, say: `page` has its title and address.

    `by` is who says it, such as `Pulse and NHS England`; empty if nobody holds it.
    """

    page: Ref
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """The state of a claim in a few words, with its mark, and the first of what is said on the other side.

    `line` is the kind of link whose line is the banner's rim. `more` counts what else is said there.
    """

    says: str
    mark: Mark
    line: LinkKind
    first: OtherSide
    more: int


def banner(view: View, claim_id: str) -> Banner | None:
    """Return the banner of a claim; None for a thesis, and where nobody speaks against the claim."""
    standing = view.analysis.standings[claim_id]
    if standing.state not in _FORMS:
        return None
    says, line = _FORMS[standing.state]
    first, *rest = dict.fromkeys(_other_sides(view, claim_id, standing))
    return Banner(says=says, mark=MARKS[standing.state], line=line, first=first, more=len(rest))


def _other_sides(view: View, claim_id: str, standing: Standing) -> Iterator[OtherSide]:
    """Yield what gives a claim its state: challenges, reasons against it, limits, rivals, or what it rests on."""
    match standing.state:
        case State.CONTESTED:
            yield from _of_points(view, standing.con.standing)
            yield from (_of_claim(view, id_) for id_ in standing.contested_grounds)
        case State.PARTIAL:
            yield from _of_points(view, standing.limits.standing)
        case State.RIVALLED:
            yield from (_of_claim(view, id_) for id_ in standing.rivals)
        case _:
            is_there = _FORCES[standing.state]
            yield from (_of_challenge(view, claim_id, each) for each in standing.challenges if is_there(each.force))
            yield from (_of_claim(view, id_) for id_ in standing.rests_on)


_FORCES: Final[Mapping[State, Callable[[Force], bool]]] = {
    State.CONTRADICTED: lambda force: force is Force.HOLDS,
    State.OPEN: lambda force: force is Force.UNDECIDED,
    State.OUTLASTING: lambda force: force is not Force.ANSWERED,
    State.ANSWERED: lambda force: force is Force.ANSWERED,
}
"""The challenges that give a claim each state, by their force."""


def _of_points(view: View, points: Iterable[Point]) -> Iterator[OtherSide]:
    for point in points:
        yield OtherSide(page=view.claim(point.claim), by=_names(view, point.backing.voices))


def _of_challenge(view: View, claim_id: str, challenge: Challenge) -> OtherSide:
    if challenge.attack is not Attack.DISPUTES or challenge.item is None:
        return _of_claim(view, challenge.claim)
    spoken = view.analysis.origins.attribution(claim_id, challenge.item)
    here = f"{claim_address(claim_id)}#disputed"
    return OtherSide(page=Ref(title="disputes it in so many words", address=here), by=_names(view, {spoken.voice}))


def _of_claim(view: View, claim_id: str) -> OtherSide:
    return OtherSide(page=view.claim(claim_id), by=_names(view, view.analysis.standings[claim_id].backing.voices))


def _names(view: View, voices: Iterable[str]) -> str:
    """Return the names of at most two voices, in alphabetical order, and how many others there are; empty for none."""
    names = [ref.title for ref in voices_of(view, voices)]
    return enumerated(names, most=_NAMED) if names else ""
