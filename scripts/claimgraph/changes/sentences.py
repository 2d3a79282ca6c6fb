"""Writes sentences about a factor of a claim: `half-late supports it`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.changes.lines import FileText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.changes.argument import Argument, Hit
    from claimgraph.changes.factors import Factor
    from claimgraph.changes.lines import Piece

IT: Final = "it"
"""The piece that stands for the claim."""

ITS: Final = "its"
"""The piece that stands for the claim's possessive."""

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
class Sentence:
    """The parts of a sentence about a factor of a claim.

    They are the subject, the verb in the present and the past tense, and the rest. `which` are the pieces of a relative
    clause after the subject, in the present and the past tense.
    """

    subject: tuple[Piece, ...]
    verbs: tuple[str, str]
    rest: tuple[Piece, ...]
    which: tuple[tuple[Piece, ...], tuple[Piece, ...]]


def sentence_about(target: str, factor: Factor, here: Argument, elsewhere: Argument) -> Sentence:
    """Return a sentence about a factor of a claim.

    Args:
        target: The claim.
        factor: The factor.
        here: The state that has the factor.
        elsewhere: The other state; of two links that make the factor, the sentence is about one that is not in it.

    """
    maker = FileText(text=factor.claim)
    if factor.kind == "contested":
        rests: tuple[Piece, ...] = (", on which ", IT, " rests,")
        return Sentence(subject=(maker,), verbs=("", ""), rest=(), which=(rests, rests))
    verbs = _VERBS[factor.kind]
    if factor.item is not None:
        return _said((f"a {factor.item[0]}",), verbs, (IT,), that=" that ", end="")
    if factor.hit is not None:
        return _said((maker,), verbs, part(factor.hit))
    if factor.through is not None:
        return _said_through(factor, elsewhere)
    if _is_own(target, factor, here):
        which = tuple((", which ", IT, f" {verb},") for verb in verbs)
        return Sentence(subject=(IT,), verbs=verbs, rest=(maker,), which=(which[0], which[1]))
    return _said((maker,), verbs, (IT,))


def _said(
    subject: tuple[Piece, ...], verbs: tuple[str, str], rest: tuple[Piece, ...], that: str = ", which ", end: str = ","
) -> Sentence:
    now, past = ((f"{that}{verb} ", *rest, *([end] if end else [])) for verb in verbs)
    return Sentence(subject=subject, verbs=verbs, rest=rest, which=(now, past))


def _said_through(factor: Factor, elsewhere: Argument) -> Sentence:
    """Return that a claim supports a thesis that opposes the target, or that this thesis opposes the target."""
    maker, thesis = FileText(text=factor.claim), FileText(text=factor.through or "")
    if ("supports", factor.claim, factor.through) in elsewhere.links:
        return _said((thesis,), _VERBS["opposes"], (IT, ", and ", maker, " supports ", thesis))
    return _said((maker,), _VERBS["supports"], (thesis, ", which opposes ", IT))


def _is_own(target: str, factor: Factor, here: Argument) -> bool:
    """Tell whether a link that goes both ways is only in the file of the target."""
    kind = factor.kind
    return kind in {"opposes", "rivals"} and (kind, factor.claim, target) not in here.links


def is_recorded(target: str, factor: Factor, here: Argument) -> bool:
    """Tell whether a factor's link, quote, citation or undercut is in the files of a state, counted or not."""
    maker, links = factor.claim, here.links
    if factor.kind == "contested":
        return True
    if factor.item is not None:
        return (target, factor.item) in here.items
    if factor.hit is not None:
        return factor.hit in here.hits.get(maker, ())
    if (thesis := factor.through) is not None:
        return ("supports", maker, thesis) in links and not {
            ("opposes", thesis, target),
            ("opposes", target, thesis),
        }.isdisjoint(links)
    field = factor.kind.replace(" ", "_")
    return (field, maker, target) in links or (field in {"opposes", "rivals"} and (field, target, maker) in links)


def part(hit: Hit) -> tuple[Piece, ...]:
    """Return the words for what an undercut hits."""
    claim, field, name = hit
    match field:
        case "quote" | "citation":
            return ITS, f" {field} ", FileText(text=name)
        case "rests_on":
            return "all that rests on ", FileText(text=name), " in ", IT
        case _:
            return "the step from ", FileText(text=claim), " to ", IT


def answered_part(factor: Factor) -> tuple[Piece, ...]:
    """Return the words for the part of a factor that an undercut hits when it answers the factor."""
    maker = FileText(text=factor.claim)
    if factor.item is not None:
        return f"the {factor.item[0]} that {factor.kind} ", IT
    match factor.kind:
        case "supports":
            return "the step from ", maker, " to ", IT
        case "counts against":
            return "the step from ", maker, " against ", IT
        case "limits":
            return "the limit that ", maker, " sets to ", IT
        case _:
            return ITS, " conflict with ", FileText(text=factor.through) if factor.through else maker


def is_reply(hit: Hit, target: str, factor: Factor) -> bool:
    """Tell whether an undercut hits a factor of the claim `target`."""
    claim, field, name = hit
    if factor.item is not None:
        return claim == target and field in _ITEMS
    if factor.through is not None and (claim, field, name) == (factor.claim, "supports", factor.through):
        return True
    if factor.kind == "opposes":
        return field == "opposes" and {claim, name} == {factor.through or factor.claim, target}
    return (claim, field, name) == (factor.claim, factor.kind.replace(" ", "_"), target)
