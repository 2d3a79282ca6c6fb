"""A claim's neighbourhood as a picture: what bears on it above, the claim itself, what it bears on below."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Literal

from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.map.ladder import TEXT, WIDTH, Kin, Named, ladder
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATE: Final = "neighbourhood.svg.html"

REST: Final = "#links"
"""Where the claim's page lists all its links."""

MOST: Final = 8
"""So many boxes stand above and below, the rest is a line that leads to the list; a rest of one is drawn, too."""

_ABOVE: Final = {
    "supports": "supports this claim",
    "counts_against": "counts against this claim",
    "opposes": "opposes this claim, both ways",
    "undercuts": "casts doubt on part of this claim",
    "limits": "limits this claim",
    "rivals": "gives another figure, both ways",
    "context": "gives context to this claim",
}
_BELOW: Final = {
    "supports": "this claim supports",
    "counts_against": "this claim counts against",
    "undercuts": "this claim casts doubt on part of",
    "limits": "this claim limits",
    "context": "this claim gives context to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A claim with a link to or from the one that is drawn.

    `kind` is a key of LINK_STYLES; `direction` is "in" where the neighbour makes the link and "out" where it is named;
    `url` is its page as seen from the page of the picture. `title` is plain text.
    """

    id: str
    title: str
    kind: str
    direction: Literal["in", "out"]
    url: str


def neighbourhood(title: str, neighbours: Iterable[Neighbour], templates: Environment) -> Markup | None:
    """Return the picture for the page of the claim with this title, None where it has no neighbours.

    Kinds stand in the order of LINK_STYLES, claims of one kind as given. Oppositions go both ways, so all stand above,
    each claim once. Where there are more than MOST on a side, kinds take turns, so that none crowds out another.
    """
    above: defaultdict[str, dict[str, Neighbour]] = defaultdict(dict)
    below: defaultdict[str, dict[str, Neighbour]] = defaultdict(dict)
    for neighbour in neighbours:
        upward = neighbour.direction == "in" or LINK_STYLES[neighbour.kind].both_ways
        (above if upward else below)[neighbour.kind].setdefault(neighbour.id, neighbour)
    if not above and not below:
        return None
    shown_above, left_above = _shown(above, _ABOVE)
    shown_below, left_below = _shown(below, _BELOW)
    picture = ladder(title, shown_above, shown_below, more_above=left_above > 0, more_below=left_below > 0)
    return render(
        templates,
        TEMPLATE,
        width=WIDTH,
        text=TEXT,
        picture=picture,
        rest=REST,
        left_above=left_above,
        left_below=left_below,
        count_above=left_above + sum(len(kin.claims) for kin in shown_above),
        count_below=left_below + sum(len(kin.claims) for kin in shown_below),
    )


def _shown(side: Mapping[str, Mapping[str, Neighbour]], labels: Mapping[str, str]) -> tuple[tuple[Kin, ...], int]:
    """Return what is drawn of one side, by kind, and how many claims are left out."""
    kinds = [kind for kind in LINK_STYLES if kind in side]
    in_turn = [item for turn in zip_longest(*(side[kind].values() for kind in kinds)) for item in turn if item]
    most = MOST if len(in_turn) > MOST + 1 else len(in_turn)
    taken: defaultdict[str, list[Named]] = defaultdict(list)
    for neighbour in in_turn[:most]:
        taken[neighbour.kind].append(Named(title=neighbour.title, url=neighbour.url))
    kin = tuple(Kin(kind=kind, label=labels[kind], claims=tuple(taken[kind])) for kind in kinds)
    return kin, len(in_turn) - most
