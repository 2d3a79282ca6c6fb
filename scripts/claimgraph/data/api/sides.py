"""The API's records of a claim's state and of the reasons on each side."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from claimgraph.data.api import standing_records as records

if TYPE_CHECKING:
    from claimgraph.data.api.argument_records import State
    from claimgraph.index.view import View
    from claimgraph.model.standing import Point, Side


def standing(view: View, id_: str) -> records.Standing:
    """Return the state of a claim, and why it has that state."""
    return records.Standing(state=cast("State", view.state(id_)), reason=view.analysis.reasons[id_])


def sides(view: View, id_: str) -> records.Sides:
    """Return the reasons for and against a claim, and its limits."""
    found, quotes = view.analysis.standings[id_], len(view.corpus.claims[id_].record.quotes)
    return records.Sides(
        for_=_side(found.pro, quotes),
        against=_side(found.con, quotes),
        limits=_side(found.limits, quotes),
        contested_grounds=found.contested_grounds,
    )


def _side(side: Side, quotes: int) -> records.OneSide:
    if not side.points:
        return _EMPTY
    return records.OneSide(
        count=side.backing.count,
        voices=len(side.backing.voices),
        lines=len(side.backing.lines),
        answered=len(side.answered),
        reasons=tuple(_point(point, quotes) for point in side.points),
    )


_EMPTY = records.OneSide(count=0, voices=0, lines=0, answered=0, reasons=())


def _point(point: Point, quotes: int) -> records.Point:
    """Return the record of a reason. `quotes` is the number of quotes of the claim; items after them are citations."""
    quote = point.item if point.item is not None and point.item < quotes else None
    citation = point.item - quotes if point.item is not None and point.item >= quotes else None
    return records.Point(
        bears=point.bears,
        claims=point.premises,
        quote=None if quote is None else quote + 1,
        citation=None if citation is None else citation + 1,
        through=point.through or "",
        voices=len(point.backing.voices),
        lines=len(point.backing.lines),
        by_citation=point.backing.is_cited,
        own_voice=point.is_own and point.bears != "supports",
        answered=point.is_answered,
        false_claims=point.false,
        undercut_by=point.hit_by,
        answer_contested=point.is_by_contested,
    )
