"""Rules about links that contradict each other."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.findings import Severity
from claimgraph.rules.rule import Examined, Problem, rule
from claimgraph.rules.wording import in_a_circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from networkx import DiGraph

    from claimgraph.location import Location, Step
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Entry
    from claimgraph.model.links import StepKind

Steps: TypeAlias = "dict[tuple[str, str], tuple[Entry[Claim], tuple[Step, ...]]]"
"""The claim file, and the place in it, of each step from a premise to a claim."""


def placed_steps(claims: Mapping[str, Entry[Claim]], kind: StepKind) -> Steps:
    """Return the steps of a kind from the claims that make them and from each premise under `with`."""
    steps: Steps = {}
    for claim in claims.values():
        for index, link in enumerate(getattr(claim.record, kind)):
            steps[claim.id, link.claim] = claim, (kind, index, "claim")
            for inner, premise in enumerate(link.together):
                steps.setdefault((premise, link.claim), (claim, (kind, index, "with", inner)))
    return {(one, other): where for (one, other), where in steps.items() if one != other}


def _place(steps: Steps, one: str, other: str) -> Location:
    claim, where = steps[one, other]
    return claim.at(*where)


@rule(Severity.ERROR)
def contradictory_links(examined: Examined) -> Iterator[Problem]:
    """Two claims do not oppose each other if one is a reason for or against the other.

    Claims that oppose each other cannot both be true, but a claim and a reason for it can, and so can a claim and a
    reason against it. Nor is a claim a reason both for and against another. The premises of a step are the claim that
    makes it and the claims under `with`. It does not matter in which file the links are.

    Bad:

        supports: [{claim: buses-are-late, because: "…"}]
        opposes: [{claim: buses-are-late, because: "…"}]

    Good:

        opposes: [{claim: buses-are-late, because: "…"}]
    """
    claims = examined.corpus.claims
    supports, against = placed_steps(claims, "supports"), placed_steps(claims, "counts_against")
    for claim in claims.values():
        for index, link in enumerate(claim.record.opposes):
            for does, steps in (("supports", supports), ("counts against", against)):
                for one, other, role in (
                    (claim.id, link.claim, f"which it {does}"),
                    (link.claim, claim.id, f"which {does} it"),
                ):
                    if (one, other) in steps:
                        yield Problem(
                            at=claim.at("opposes", index, "claim"),
                            message=f"opposes '{link.claim}', {role}: {_place(steps, one, other)}",
                            hint="keep one of the two links",
                        )
        for index, step in enumerate(claim.record.counts_against):
            if (claim.id, step.claim) in supports:
                yield Problem(
                    at=claim.at("counts_against", index, "claim"),
                    message=f"counts against '{step.claim}', which it supports: "
                    f"{_place(supports, claim.id, step.claim)}",
                    hint="keep one of the two links",
                )


@rule(Severity.ERROR)
def circle_of_supports(examined: Examined) -> Iterator[Problem]:
    """Supports do not lead in a circle.

    A circle of reasons supports nothing, since each claim in it would stand because of itself. The premises of a step
    are the claim that makes it and the claims under `with`.

    Bad, in `roads-are-full.yml`, while `buses-are-late` supports it:

        supports: [{claim: buses-are-late, because: "…"}]

    Good:

        supports: [{claim: buses-cost-more, because: "…"}]
    """
    steps = placed_steps(examined.corpus.claims, "supports")
    suspected = tuple(_steps_on(steps))
    if not suspected:
        return
    import networkx as nx  # noqa: PLC0415  it takes as long as a small check, and circles are rare

    graph: DiGraph[str] = nx.DiGraph(suspected)
    for component in nx.strongly_connected_components(graph):
        if len(component) > 1:
            circle = _shortest_circle(graph, min(component), component)
            yield Problem(
                at=_place(steps, *circle[:2]),
                message=f"supports lead in a circle: {in_a_circle(circle)}",
                hint="remove the weakest of these links",
            )


def _steps_on(steps: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Return the steps that may be in a circle, without those that lead only to claims with no further step.

    Removing these first (Kahn 1962) mostly leaves nothing to search.
    """
    premises: dict[str, list[str]] = {}
    onward: dict[str, int] = {}
    for one, other in steps:
        premises.setdefault(other, []).append(one)
        onward[one] = onward.get(one, 0) + 1
    ended = [claim for claim in premises if claim not in onward]
    for claim in ended:  # It grows while it is read.
        for premise in premises.get(claim, ()):
            onward[premise] -= 1
            if not onward[premise]:
                ended.append(premise)
    return ((one, other) for one, other in steps if onward.get(other))


def _shortest_circle(graph: DiGraph[str], first: str, component: set[str]) -> list[str]:
    """Return a shortest circle from a claim to itself, with the claim at both ends; of several the first by name."""
    before: dict[str, str] = {}
    waiting = deque([first])
    while first not in before:
        here = waiting.popleft()
        for there in sorted(component.intersection(graph.successors(here))):
            if there not in before:
                before[there] = here
                waiting.append(there)
    way = [first]
    while len(way) == 1 or way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]
