"""The argument as a graph."""

from __future__ import annotations

from claimgraph.graph import argument_graph
from tests.standing.debates import told


def test_a_claim_that_undercuts_two_parts_of_another_has_two_links() -> None:
    graph = argument_graph(told("a: Ann, Ben\nb: Bea\nb ~ a.0\nb ~ a.1").corpus)
    assert [(*ends, key) for *ends, key in graph.edges(keys=True)] == [
        ("b", "a", ("undercuts", 1)),
        ("b", "a", ("undercuts", 2)),
    ]
