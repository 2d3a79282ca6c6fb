"""The argument for graph programs: GraphML, and the node-link JSON of networkx."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import networkx as nx
from msgspec.json import encode

from claimgraph.model.links import HITS, LINK_KINDS

if TYPE_CHECKING:
    from claimgraph.model.claim import Claim
    from claimgraph.model.corpus import Corpus
    from claimgraph.model.links import Link


def whole_graph(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """Return the graph of all claims and links, several of one kind between two claims as well.

    Nodes are ids of claims, with `title`, `assertion`, `kind`, `topic`, `place` and `period`; `thesis` tells whether a
    claim is a thesis, `background` whether its topic lists it as background, and `one_sided` and `crux` are there where
    a thesis has them. An edge leads from the claim that makes a link to the claim it names; its key is unique in the
    graph and says the maker, the kind and the number of the link, from 1. It has `kind` and `because`, and of the
    link's other texts and ids what is given, several under `with`, `differs_in` or `answers` (as `step:question`) with
    spaces between. A link to an unknown claim is left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    background = {id_ for topic in corpus.topics.values() for id_ in topic.record.background}
    for id_, entry in corpus.claims.items():
        graph.add_node(id_, **_node(entry.record, corpus.topic_of[id_]), background=id_ in background)
    for id_, entry in corpus.claims.items():
        for kind in LINK_KINDS:
            for number, link in enumerate(getattr(entry.record, kind), start=1):
                if link.claim in corpus.claims:
                    graph.add_edge(id_, link.claim, key=f"{id_}.{kind}.{number}", **_about(kind, link))
    return graph


def _node(record: Claim, topic: str) -> dict[str, Any]:
    about = {"title": record.title, "assertion": record.assertion, "kind": record.kind, "thesis": record.thesis}
    where = {"topic": topic, "place": record.scope.place, "period": record.scope.period.text}
    of_theses = {"one_sided": record.one_sided, "crux": record.crux}
    return {**about, **where, **{name: text for name, text in of_theses.items() if text}}


def _about(kind: str, link: Link) -> dict[str, str]:
    found = {"kind": kind, "because": link.because}
    for name, several in (("with", "together"), ("differs_in", "differs_in")):
        if values := getattr(link, several, ()):
            found[name] = " ".join(values)
    if answers := getattr(link, "answers", ()):
        found["answers"] = " ".join(f"{answer.step}:{answer.question}" for answer in answers)
    for name in ("despite", *HITS, "scheme", "question"):
        if value := getattr(link, name, None):
            found[name] = value
    return found


def graphml(graph: nx.MultiDiGraph[str]) -> str:
    """Return a graph as GraphML (Brandes, Eiglsperger, Lerner 2004), an edge's key as its id.

    Texts are escaped as XML asks. The few characters that XML 1.0 cannot hold at all (2.2) stand in no file either.
    """
    file = io.BytesIO()
    nx.write_graphml_lxml(graph, file)  # lxml comes with citeproc-py; it takes a third of the time of ElementTree
    return file.getvalue().decode("utf-8")


def node_link(graph: nx.MultiDiGraph[str]) -> str:
    """Return a graph as JSON that `networkx.node_link_graph(data, edges="edges")` reads, a node or an edge a line."""
    data: dict[str, Any] = nx.node_link_data(graph, edges="edges")
    lists = {name: value for name, value in data.items() if isinstance(value, list)}
    head = encode({name: value for name, value in data.items() if name not in lists}).decode()
    return head[:-1] + "".join(f',\n"{name}":{_lines(records)}' for name, records in lists.items()) + "}\n"


def _lines(records: list[dict[str, Any]]) -> str:
    return "[" + ",".join(f"\n{encode(record).decode()}" for record in records) + "\n]"
