"""The answers to a reason: undercuts of its step, and what contradicts its premises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.index.addresses import Ref
from claimgraph.model.links import Undercut
from claimgraph.model.standing import Attack, Force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.index.edges import Edge
    from claimgraph.index.view import View
    from claimgraph.model.standing import Challenge, Point


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """One answer to a reason: its bearing, such as `Doubted by`, the claim that gives it, and why.

    `state` is the state of that claim if the answer does not hold; empty if it does.
    """

    says: str
    claim: Ref
    because: str
    state: str = ""


def answers_to(view: View, target: str, point: Point) -> Iterator[ShownAnswer]:
    """Yield the answers to a reason for or against `target`; first those that hold."""
    found = [*doubts(view, target, point)]
    for edge in sorted(found, key=lambda edge: (edge.maker not in point.hit_by, edge.maker)):
        state = "" if edge.maker in point.hit_by else view.state(edge.maker)
        yield ShownAnswer(says="Doubted by", claim=view.claim(edge.maker), because=edge.link.because, state=state)
    for premise in point.false:
        yield from _refutations(view, premise, is_maker=premise == point.claim)


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


def _refutations(view: View, premise: str, *, is_maker: bool) -> Iterator[ShownAnswer]:
    """Yield what contradicts a premise."""
    standing, name = view.analysis.standings[premise], view.claim(premise).title
    whose = "" if is_maker else f"‘{name}’ is "
    for challenge in standing.challenges:
        if challenge.force is Force.HOLDS:
            yield _refutation(view, premise, challenge, whose)
    for ground in standing.rests_on:
        says = "Rests on what is contradicted" if is_maker else f"‘{name}’ rests on what is contradicted"
        yield ShownAnswer(says=says, claim=view.claim(ground), because="")


def _refutation(view: View, premise: str, challenge: Challenge, whose: str) -> ShownAnswer:
    if challenge.attack is Attack.DISPUTES and challenge.item is not None:
        spoken = view.analysis.origins.attribution(premise, challenge.item)
        title = f"{'a finding from' if spoken.is_cited else 'words of'} {spoken.name}"
        return ShownAnswer(says=_upper(f"{whose}disputed by"), claim=Ref(title=title, address=None), because="")
    says, kind = ("contradicted by", "opposes") if challenge.attack is Attack.OPPOSES else ("doubted by", "undercuts")
    edges = (*view.incoming[premise], *view.outgoing[premise], *view.third_of[premise])
    because = (t.link.because for t in edges if t.kind == kind and challenge.claim in {t.maker, t.target})
    return ShownAnswer(says=_upper(f"{whose}{says}"), claim=view.claim(challenge.claim), because=next(because, ""))


def _upper(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
