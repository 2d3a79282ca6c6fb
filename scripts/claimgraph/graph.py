"""The argument as a graph: claims as nodes, their links as edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from claimgraph.model.claim import LINK_KINDS

if TYPE_CHECKING:
    from claimgraph.model.corpus import Corpus


def argument_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """Return the graph of a corpus.

    Nodes are ids of claims, in order of the alphabet, with `title`, `topic` (the folder) and `kind`. Edges lead from
    the claim that makes a link to the claim it names, with `kind` and `because`; the key is the kind and the number of
    the link, from 1, since a claim may undercut several parts of another. A link to an unknown claim is left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, claim in corpus.claims.items():
        graph.add_node(id_, title=claim.record.title, topic=corpus.topic_of[id_], kind=claim.record.kind)
    for id_, claim in corpus.claims.items():
        for kind in LINK_KINDS:
            for number, link in enumerate(getattr(claim.record, kind), start=1):
                if link.claim in corpus.claims:
                    graph.add_edge(id_, link.claim, key=(kind, number), kind=kind, because=link.because)
    return graph
