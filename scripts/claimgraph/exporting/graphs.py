"""The argument for graph programs: GraphML, and the node-link JSON of networkx."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import networkx as nx

from claimgraph.model.claim import HITS, LINK_KINDS

if TYPE_CHECKING:
    from claimgraph.model.corpus import Corpus


def whole_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """Return the graph of all claims and links, several of one kind between two claims as well.

    Nodes are ids of claims, with `title`, `assertion`, `kind`, `topic`, `place` and `period`. An edge leads from the
    claim that makes a link to the claim it names; its key is unique in the graph and says the maker, the kind and the
    number of the link, from 1. It has `kind` and `because`, and of the link's other texts and ids what is given,
    several under `with` or `differs_in` with spaces between. A link to an unknown claim is left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, entry in corpus.claims.items():
        record = entry.record
        about = {"title": record.title, "assertion": record.assertion, "kind": record.kind}
        where = {"topic": corpus.topic_of[id_], "place": record.scope.place, "period": record.scope.period.text}
        graph.add_node(id_, **about, **where)
    for id_, entry in corpus.claims.items():
        for kind in LINK_KINDS:
            for number, link in enumerate(getattr(entry.record, kind), start=1):
                if link.claim in corpus.claims:
                    graph.add_edge(id_, link.claim, key=f"{id_}.{kind}.{number}", **_about(kind, link))
    return graph


def _about(kind: str, link: object) -> dict[str, str]:
    found = {"kind": kind, "because": str(getattr(link, "because", ""))}
    for name, several in (("with", "together"), ("differs_in", "differs_in")):
        if values := getattr(link, several, ()):
            found[name] = " ".join(values)
    for name in ("despite", *HITS, "scheme"):
        if value := getattr(link, name, None):
            found[name] = value
    return found


def graphml(graph: nx.MultiDiGraph[str]) -> str:
    """Return a graph as GraphML (Brandes, Eiglsperger, Lerner 2004), an edge's key as its id.

    Texts are escaped as XML asks. The few characters that XML 1.0 cannot hold at all (2.2) stand in no file either.
    """
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file, prettyprint=True)
    return file.getvalue().decode("utf-8")


def node_link(graph: nx.MultiDiGraph[str]) -> str:
    """Return a graph as JSON that `networkx.node_link_graph(data, edges="edges")` reads."""
    data: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
