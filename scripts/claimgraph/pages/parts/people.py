"""Voices as lists show them: with their sides, and how much of the map rests on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.analysis.balance import SIDES
from claimgraph.analysis.holdings import NOTHING
from claimgraph.index.wording import plural
from claimgraph.pages.parts.spoken import voices_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimgraph.analysis.holdings import Holding
    from claimgraph.index.addresses import Ref
    from claimgraph.index.view import View
    from claimgraph.model.source import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Voices with the same side, by name. `side` is empty for voices without evidence of their own."""

    side: str
    voices: tuple[Ref, ...]


def camps(view: View, ids: Iterable[str]) -> tuple[Camp, ...]:
    """Return some voices by side, in the order of the sides."""
    found: dict[tuple[Side, ...], list[str]] = {}
    for id_ in ids:
        found.setdefault(holding(view, id_).sides, []).append(id_)
    ordered = sorted(found.items(), key=lambda item: [SIDES.index(side) for side in item[0]] or [len(SIDES)])
    made = (Camp(side=" and ".join(sides), voices=voices_of(view, those)) for sides, those in ordered)
    return tuple(camp for camp in made if camp.voices)


def holding(view: View, voice: str) -> Holding:
    """Return what a voice carries, also if it carries nothing."""
    return view.analysis.holdings.get(voice) or NOTHING


def side_in_words(carried: Holding) -> str:
    """Return the side of a voice, such as `critical`; several with `and` between them."""
    return " and ".join(carried.sides)


def weight_in_words(carried: Holding) -> str:
    """Return how much rests on a voice: `12 claims, 11 of them on this voice alone`; empty if nothing does."""
    count, alone = len(carried.claims), carried.alone
    if not count:
        return ""
    if not alone:
        return plural(count, "claim")
    if alone == count:
        return f"{plural(count, 'claim')}, {'all ' * (count > 1)}on this voice alone"
    return f"{plural(count, 'claim')}, {alone:,} of them on this voice alone"
