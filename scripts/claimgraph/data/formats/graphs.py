"""The argument for graph programs: GraphML, and the node-link JSON of networkx.

Nodes are ids of claims, with `title`, `assertion`, `kind`, `topic`, `place` and `period`; `thesis` tells whether a
claim is a thesis, `background` whether its topic lists it as background, and `one_sided` and `crux` are there where a
thesis has them. An edge leads from the claim that makes a link to the claim it names; its key is unique in the graph
and says the maker, the kind and the number of the link, from 1. It has `kind` and `because`, and of the link's other
texts and ids what is given, several under `with`, `differs_in` or `answers` (as `step:question`) with spaces between.
A link to an unknown claim is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from msgspec.json import encode

from claimgraph.data.formats.by_claims import ByClaims
from claimgraph.model.links import HITS, LINK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.data.dataset import Dataset
    from claimgraph.model.links import Link

_OF_NODE: Final = (
    "title",
    "assertion",
    "kind",
    "thesis",
    "topic",
    "place",
    "period",
    "one_sided",
    "crux",
    "background",
)
_OF_EDGE: Final = ("kind", "because", "with", "differs_in", "answers", "despite", *HITS, "scheme", "question")
_FLAGS: Final = frozenset({"thesis", "background"})
_LINE_END: Final = {"\r": "&#13;"}
"""A carriage return, for which a reader of XML would take a line end (XML 1.0, 2.11)."""


def _node(dataset: Dataset, id_: str) -> dict[str, str | bool]:
    """Return what a node has."""
    record = dataset.corpus.claims[id_].record
    found: dict[str, str | bool] = {
        "title": record.title,
        "assertion": record.assertion,
        "kind": record.kind,
        "thesis": record.thesis,
        "topic": dataset.corpus.topic_of[id_],
        "place": record.scope.place,
        "period": record.scope.period.text,
    }
    of_theses = {"one_sided": record.one_sided, "crux": record.crux}
    return {
        **found,
        **{name: text for name, text in of_theses.items() if text},
        "background": id_ in dataset.view.background,
    }


def _edges(dataset: Dataset, id_: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the target of each edge from a claim, its key, and what it has."""
    record = dataset.corpus.claims[id_].record
    for kind in LINK_KINDS:
        for number, link in enumerate(getattr(record, kind), start=1):
            if link.claim in dataset.corpus.claims:
                yield link.claim, f"{id_}.{kind}.{number}", _about(kind, link)


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


def _xml_node(dataset: Dataset, id_: str) -> str:
    return f'<node id="{id_}">{_data("n", _node(dataset, id_))}</node>\n'


def _xml_edges(dataset: Dataset, id_: str) -> str:
    return "".join(
        f'<edge source="{id_}" target="{target}" id="{key}">{_data("e", about)}</edge>\n'
        for target, key, about in _edges(dataset, id_)
    )


def _data(of: str, values: Mapping[str, str | bool]) -> str:
    texts = (
        (name, str(value).lower() if name in _FLAGS else escape(str(value), _LINE_END))
        for name, value in values.items()
    )
    return "".join(f'<data key="{of}-{name}">{text}</data>' for name, text in texts)


def _keys(of: str, whose: str, names: Iterable[str]) -> str:
    return "".join(
        f'<key id="{of}-{name}" for="{whose}" attr.name="{name}" '
        f'attr.type="{"boolean" if name in _FLAGS else "string"}"/>\n'
        for name in names
    )


GRAPHML: Final = ByClaims(
    layout=(
        '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
        _keys("n", "node", _OF_NODE),
        _keys("e", "edge", _OF_EDGE),
        '<graph edgedefault="directed">\n',
        _xml_node,
        _xml_edges,
        "</graph>\n</graphml>\n",
    )
)
"""The graph as GraphML (Brandes, Eiglsperger, Lerner 2004), an edge's key as its id, a node or an edge a line.

Texts are escaped as XML asks. The few characters that XML 1.0 cannot hold at all (2.2) stand in no file either.
"""


def _json_node(dataset: Dataset, id_: str) -> str:
    return "\n" + encode({**_node(dataset, id_), "id": id_}).decode()


def _json_edges(dataset: Dataset, id_: str) -> str:
    found = ({**about, "source": id_, "target": to, "key": key} for to, key, about in _edges(dataset, id_))
    return ",".join("\n" + encode(edge).decode() for edge in found)


NODE_LINK: Final = ByClaims(
    layout=(
        '{"directed":true,"multigraph":true,"graph":{},\n"nodes":[',
        _json_node,
        '\n],\n"edges":[',
        _json_edges,
        "\n]}\n",
    ),
    between=",",
)
"""The graph as JSON that `networkx.node_link_graph(data, edges="edges")` reads, a node or an edge a line."""
