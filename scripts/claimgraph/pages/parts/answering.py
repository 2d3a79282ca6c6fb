"""What answers a reason: the undercuts of its step, its words or the conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.model.links import Undercut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.edges import Edge
    from claimgraph.index.view import View
    from claimgraph.model.standing import Point


def doubts(view: View, target: str, point: Point) -> Iterator[Edge]:
    """Yield the undercuts of the words, step, limit or conflict that make up a reason."""
    if point.item is not None:
        yield from (edge for edge in view.incoming[target] if _hits_item(view, edge, point.item))
        return
    steps = {"supports": "supports", "counts against": "counts_against", "limits": "limits"}
    if point.through is not None:
        yield from _on_step(view, point.claim, "supports", point.through)
    elif point.bears in steps:
        yield from _on_step(view, point.claim, steps[point.bears], target)
    if point.bears == "opposes":
        other = point.through or point.claim
        yield from _on_step(view, other, "opposes", target)
        yield from _on_step(view, target, "opposes", other)


def _on_step(view: View, maker: str, kind: str, third: str) -> Iterator[Edge]:
    for edge in view.incoming[maker]:
        if isinstance(edge.link, Undercut) and edge.link.third == (kind, third):
            yield edge


def _hits_item(view: View, edge: Edge, item: int) -> bool:
    if not isinstance(edge.link, Undercut) or edge.link.part is None:
        return False
    claim = view.corpus.claims[edge.target].record
    is_quote = item < len(claim.quotes)
    hit = claim.quotes[item] if is_quote else claim.citations[item - len(claim.quotes)]
    field, name = edge.link.part
    match field:
        case "rests_on":
            return hit.rests_on == name
        case "quote" | "citation":
            return (field == "quote") is is_quote and hit.id == name
        case _:
            return False
