"""Puts into pieces what one thing that bears on a claim says of it: `half-late supports it`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.changes.lines import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.changes.argument import Argument, Hit
    from claimgraph.changes.bearings import Bearing
    from claimgraph.changes.lines import Piece

IT: Final = "it"
"""The piece that stands for the claim of which something is said."""

ITS: Final = "its"
"""The piece that stands for what belongs to that claim."""

_VERBS: Final[Mapping[str, tuple[str, str]]] = {
    "asserts": ("asserts", "asserted"),
    "disputes": ("disputes", "disputed"),
    "supports": ("supports", "supported"),
    "counts against": ("counts against", "counted against"),
    "opposes": ("opposes", "opposed"),
    "limits": ("limits", "limited"),
    "rivals": ("gives another figure than", "gave another figure than"),
    "undercuts": ("undercuts", "undercut"),
}
_ITEMS: Final = frozenset({"quote", "citation", "rests_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What one thing says of a claim.

    `subject` says it; a verb, in the present and in the past; `rest` follows the verb. `which` are the pieces that
    follow the subject where the whole is no sentence of its own, in the present and in the past.
    """

    subject: tuple[Piece, ...]
    verbs: tuple[str, str]
    rest: tuple[Piece, ...]
    which: tuple[tuple[Piece, ...], tuple[Piece, ...]]


def saying(target: str, bearing: Bearing, here: Argument, elsewhere: Argument) -> Saying:
    """Return what a thing says in the state `here`; of several, what it does not say in the state `elsewhere`."""
    maker = Told(text=bearing.claim)
    if bearing.kind == "contested":
        rests: tuple[Piece, ...] = (", on which ", IT, " rests,")
        return Saying(subject=(maker,), verbs=("", ""), rest=(), which=(rests, rests))
    verbs = _VERBS[bearing.kind]
    if bearing.item is not None:
        return _said((f"a {bearing.item[0]}",), verbs, (IT,), that=" that ", end="")
    if bearing.hit is not None:
        return _said((maker,), verbs, part(bearing.hit))
    if bearing.through is not None:
        return _said_through(bearing, elsewhere)
    if _is_own(target, bearing, here):
        which = tuple((", which ", IT, f" {verb},") for verb in verbs)
        return Saying(subject=(IT,), verbs=verbs, rest=(maker,), which=(which[0], which[1]))
    return _said((maker,), verbs, (IT,))


def _said(
    subject: tuple[Piece, ...], verbs: tuple[str, str], rest: tuple[Piece, ...], that: str = ", which ", end: str = ","
) -> Saying:
    now, past = ((f"{that}{verb} ", *rest, *([end] if end else [])) for verb in verbs)
    return Saying(subject=subject, verbs=verbs, rest=rest, which=(now, past))


def _said_through(bearing: Bearing, elsewhere: Argument) -> Saying:
    """Say that a claim supports a thesis that opposes the target, or the same the other way round."""
    maker, thesis = Told(text=bearing.claim), Told(text=bearing.through or "")
    if ("supports", bearing.claim, bearing.through) in elsewhere.links:
        return _said((thesis,), _VERBS["opposes"], (IT, ", and ", maker, " supports ", thesis))
    return _said((maker,), _VERBS["supports"], (thesis, ", which opposes ", IT))


def _is_own(target: str, bearing: Bearing, here: Argument) -> bool:
    """Tell whether a link that goes both ways stands in the file of the target alone."""
    kind = bearing.kind
    return kind in {"opposes", "rivals"} and (kind, bearing.claim, target) not in here.links


def is_recorded(target: str, bearing: Bearing, here: Argument) -> bool:
    """Tell whether the link, quote, citation or undercut stands in the files of a state, be it of use or not."""
    maker, links = bearing.claim, here.links
    if bearing.kind == "contested":
        return True
    if bearing.item is not None:
        return (target, bearing.item) in here.items
    if bearing.hit is not None:
        return bearing.hit in here.hits.get(maker, ())
    if (thesis := bearing.through) is not None:
        return ("supports", maker, thesis) in links and not {
            ("opposes", thesis, target),
            ("opposes", target, thesis),
        }.isdisjoint(links)
    field = bearing.kind.replace(" ", "_")
    return (field, maker, target) in links or (field in {"opposes", "rivals"} and (field, target, maker) in links)


def part(hit: Hit) -> tuple[Piece, ...]:
    """Return what an undercut hits."""
    claim, field, name = hit
    match field:
        case "quote" | "citation":
            return ITS, f" {field} ", Told(text=name)
        case "rests_on":
            return "all that rests on ", Told(text=name), " in ", IT
        case _:
            return "the step from ", Told(text=claim), " to ", IT


def answered_part(bearing: Bearing) -> tuple[Piece, ...]:
    """Return what is undercut where a thing that bears on the target is answered."""
    maker = Told(text=bearing.claim)
    if bearing.item is not None:
        return f"the {bearing.item[0]} that {bearing.kind} ", IT
    match bearing.kind:
        case "supports":
            return "the step from ", maker, " to ", IT
        case "counts against":
            return "the step from ", maker, " against ", IT
        case "limits":
            return "the limit that ", maker, " sets to ", IT
        case _:
            return ITS, " conflict with ", Told(text=bearing.through) if bearing.through else maker


def is_reply(hit: Hit, target: str, bearing: Bearing) -> bool:
    """Tell whether an undercut is one of a thing that bears on the target."""
    claim, field, name = hit
    if bearing.item is not None:
        return claim == target and field in _ITEMS
    if bearing.through is not None and (claim, field, name) == (bearing.claim, "supports", bearing.through):
        return True
    if bearing.kind == "opposes":
        return field == "opposes" and {claim, name} == {bearing.through or bearing.claim, target}
    return (claim, field, name) == (bearing.claim, bearing.kind.replace(" ", "_"), target)
