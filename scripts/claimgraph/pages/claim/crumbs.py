"""The line of crumbs above a claim: from a topic's question down to the side on which the claim stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.index.addresses import Ref
from claimgraph.index.places import bearing_in_words, nearest_theses, question_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.index.view import View
    from claimgraph.model.links import LinkKind
    from claimgraph.model.standing import Standing

_SIDES: Final[Mapping[LinkKind, str]] = {
    "supports": "for",
    "counts_against": "against",
    "opposes": "against",
    "limits": "limits",
}
"""The heading of a claim's page under which it shows the links of each kind; a doubt may stand under any."""


_BOTH: Final = "for-and-against"
"""The heading of a thesis's page under which it shows all of them."""

_SHOWN: Final = 2
"""A claim so many links away from its thesis has crumbs that name every claim on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One crumb: a page, and how its claim bears on the crumb before, such as `against it:`; empty if that is plain."""

    page: Ref
    says: str = ""


def crumbs(view: View, claim_id: str) -> tuple[Crumb, ...]:
    """Return the crumbs of a claim by its shortest way to a thesis.

    The first is the topic's question, the last the side of the claim above. Of several claims between the thesis and
    this claim, only the one next to it is named. A thesis has its question alone, and so has a claim without a way,
    unless a topic lists it as background.
    """
    thesis = next(iter(nearest_theses(view, claim_id)), None)
    if thesis is None:
        return _beside(view, claim_id)
    question = Crumb(page=question_of(view, view.asked_by[thesis]))
    if thesis == claim_id:
        return (question,)
    way = view.ways[claim_id][thesis]
    line = [question, Crumb(page=view.claim(thesis))]
    if way.onward != thesis:
        above = view.ways[way.onward][thesis]
        says = f"{bearing_in_words(above.kind)}:" if above.onward == thesis else "…"
        line.append(Crumb(page=view.claim(way.onward), says=says))
    return (*line, Crumb(page=_side(view, way.onward, way.kind, claim_id)))


def is_told_by_crumbs(view: View, claim_id: str) -> bool:
    """Tell whether the crumbs of a claim say all there is on where it stands."""
    theses, background = nearest_theses(view, claim_id), view.background.get(claim_id) or ()
    if not theses:
        return len(background) <= 1
    return len(theses) == 1 and not background and view.ways[claim_id][theses[0]].length <= _SHOWN


def _beside(view: View, claim_id: str) -> tuple[Crumb, ...]:
    """Return the crumbs of a claim that leads to no thesis."""
    for topic in view.background.get(claim_id) or ():
        question = question_of(view, topic)
        return Crumb(page=question), Crumb(page=Ref(title="background", address=f"{question.address}#background"))
    topic = view.corpus.topic_of[claim_id]
    return (Crumb(page=question_of(view, topic) if topic in view.corpus.topics else view.topic(topic)),)


def _side(view: View, above: str, kind: LinkKind, claim_id: str) -> Ref:
    """Return the side of the claim above, or that claim's page if it shows this claim under no such heading."""
    page, anchor = view.claim(above), _SIDES.get(kind, "")
    standing = view.analysis.standings[above]
    if standing.is_thesis:
        anchor = _BOTH if _is_shown(standing, anchor, claim_id) else ""
    return Ref(title=bearing_in_words(kind), address=f"{page.address}#{anchor}" if anchor else page.address)


def _is_shown(thesis: Standing, anchor: str, claim_id: str) -> bool:
    """Tell whether the sides of a thesis show a claim; a claim that nobody holds gives no reason."""
    side = {"for": thesis.pro, "against": thesis.con, "limits": thesis.limits}.get(anchor)
    return side is not None and any(claim_id in point.premises for point in side.points)
