"""The banner of a claim that somebody speaks against: its state in a word, and who is on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.model.standing import Attack, Force, State
from claimgraph.pages.drawing.standing_marks import MARKS
from claimgraph.pages.parts.spoken import voices_of
from claimgraph.standing.phrases import enumerated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Point, Standing
    from claimgraph.pages.drawing.standing_marks import Mark

_FORMS: Final[Mapping[State, tuple[str, LinkKind, str, str]]] = {
    State.CONTRADICTED: ("Contradicted, with no reply here", "opposes", "by", "against"),
    State.OPEN: ("Open dispute", "opposes", "with", "against"),
    State.CONTESTED: ("Contested", "counts_against", "Against it:", "against"),
    State.OUTLASTING: ("Challenged", "undercuts", "by", "against"),
    State.PARTIAL: ("Said to hold only in part", "limits", "by", "limits"),
    State.ANSWERED: ("Challenged, and answered here", "undercuts", "by", "against"),
    State.RIVALLED: ("Other figures stand beside it", "rivals", "from", "rivals"),
}
"""The states with a banner: the words that are read from afar, the kind of link whose line is its rim, the word before
the names, and the section of the page that shows the other side.
"""

_NAMED: Final = 2
"""So many voices are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """The state of a claim in a few words, with its mark, and who is on the other side.

    `line` is the kind of link whose line is the banner's rim. `by` names who is on the other side, such as `by Pulse
    and NHS England`, or says that the reason is below. `section` is the anchor of the section that shows the other
    side, or of what the claim rests on, if only that is disputed.
    """

    says: str
    mark: Mark
    line: LinkKind
    by: str
    section: str


def banner(view: View, claim_id: str) -> Banner | None:
    """Return the banner of a claim; None for a thesis, and where nobody speaks against the claim."""
    standing = view.analysis.standings[claim_id]
    if standing.state not in _FORMS:
        return None
    says, line, word, section = _FORMS[standing.state]
    sides = _other_sides(view, claim_id, standing)
    names = list(dict.fromkeys(ref.title for voices in sides for ref in voices_of(view, voices)))
    return Banner(
        says=says,
        mark=MARKS[standing.state],
        line=line,
        by=f"{word} {enumerated(names, most=_NAMED)}" if names else "see why",
        section=section if _is_here(standing) else "for",
    )


def _is_here(standing: Standing) -> bool:
    """Tell whether somebody speaks against a claim itself, and not only against what it rests on."""
    if standing.state is State.CONTESTED:
        return bool(standing.con.standing)
    return bool(standing.challenges) or standing.state in {State.PARTIAL, State.RIVALLED}


def _other_sides(view: View, claim_id: str, standing: Standing) -> Iterator[Iterable[str]]:
    """Yield the voices of each challenge, reason, limit or rival that gives a claim its state, and of its grounds."""
    standings, origins = view.analysis.standings, view.analysis.origins
    claims: Iterable[str] = ()
    points: Iterable[Point] = ()
    match standing.state:
        case State.CONTESTED:
            points, claims = standing.con.standing, standing.contested_grounds
        case State.PARTIAL:
            points = standing.limits.standing
        case State.RIVALLED:
            claims = standing.rivals
        case _:
            is_there = _FORCES[standing.state]
            for each in standing.challenges:
                if not is_there(each.force):
                    continue
                if each.attack is Attack.DISPUTES and each.item is not None:
                    yield {origins.attribution(claim_id, each.item).voice}
                else:
                    yield standings[each.claim].backing.voices
            claims = standing.rests_on
    yield from (point.backing.voices for point in points)
    yield from (standings[id_].backing.voices for id_ in claims)


_FORCES: Final[Mapping[State, Callable[[Force], bool]]] = {
    State.CONTRADICTED: lambda force: force is Force.HOLDS,
    State.OPEN: lambda force: force is Force.UNDECIDED,
    State.OUTLASTING: lambda force: force is not Force.ANSWERED,
    State.ANSWERED: lambda force: force is Force.ANSWERED,
}
"""The challenges that give a claim each state, by their force."""
