"""The argument as a graph: claims as nodes, their links as edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from claimgraph.model.claim import links_of

if TYPE_CHECKING:
    from claimgraph.model.corpus import Corpus


def argument_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """Return the graph of a corpus.

    Nodes are ids of claims, in alphabetical order, with `title`, `topic` (the folder) and `kind`. Edges lead from the
    claim that makes a link to the claim that it names, with `kind` and `because`. Their key is the kind and the number
    of the link, from 1, since a claim may undercut several parts of another. Links to unknown claims are left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, claim in corpus.claims.items():
        graph.add_node(id_, title=claim.record.title, topic=corpus.topic_of[id_], kind=claim.record.kind)
    for id_, claim in corpus.claims.items():
        for kind, index, link in links_of(claim.record):
            if link.claim in corpus.claims:
                graph.add_edge(id_, link.claim, key=(kind, index + 1), kind=kind, because=link.because)
    return graph
