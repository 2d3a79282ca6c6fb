"""AIF, read by arguebuf, which knows the I, RA, CA and MA nodes; the L and YA nodes are read here as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import arguebuf

from claimgraph.data.formats.aif import aif
from claimgraph.model.links import LINK_KINDS, STEPS, THIRDS
from tests.data.formats.datasets import evidence, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.dataset import Dataset


Read = arguebuf.Graph[str]


def read(dataset: Dataset) -> tuple[dict[str, Any], Read]:
    whole = json.loads(aif(dataset))
    return whole, arguebuf.load.aif(whole)


def test_nodes_are_the_claims(either: Dataset) -> None:
    _, graph = read(either)
    found = {id_: node.plain_text for id_, node in graph.atom_nodes.items()}
    assert found == {id_: entry.record.assertion for id_, entry in either.corpus.claims.items()}


IN_AIF = {"supports": "supports", "counts_against": "attacks", "opposes": "attacks", "undercuts": "undercuts"}
"""The kinds of link that AIF tells apart; of others it says that one rephrases the other."""


def read_links(graph: Read) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Yield the links as arguebuf sees them; it does not see the YA that some undercuts hit."""
    for id_, node in graph.scheme_nodes.items():
        premises = [other.id for other in graph.incoming_nodes(node)]
        to = next((other.id for other in graph.outgoing_nodes(node)), "")
        maker = id_.split(".")[0]
        rest = tuple(other for other in premises if other != maker and other in graph.atom_nodes)
        hits_step = not to or to in graph.scheme_nodes
        assert maker in premises
        match node.scheme:
            case arguebuf.Support():
                kind = "supports"
            case arguebuf.Rephrase():
                kind = "rephrases"
            case _:
                kind = "undercuts" if hits_step else "attacks"
        yield kind, maker, tuple(sorted(rest)), to


def test_links_are_those_of_the_claims(either: Dataset) -> None:
    whole, graph = read(either)
    expected = Counter(
        (IN_AIF.get(kind, "rephrases"), maker, tuple(sorted(rest)), "" if is_evidence(to[0]) else to[0])
        for kind, maker, rest, to in links(either.corpus)
    )
    assert Counter(read_links(graph)) == expected
    anchors = [(edge["fromID"], edge["toID"]) for edge in whole["edges"] if edge["toID"].endswith(".ya")]
    hit = Counter(to.removesuffix(".ya") for one, to in anchors if ".undercuts." in one)
    assert hit == Counter(
        name for kind, _, _, to in links(either.corpus) if kind == "undercuts" for name in to if is_evidence(name)
    )


def is_evidence(name: str) -> bool:
    return ".quotes." in name or ".citations." in name


def test_a_node_of_a_link_says_its_kind(either: Dataset) -> None:
    nodes = {node["nodeID"]: node.get("claimgraph", {}) for node in json.loads(aif(either))["nodes"]}
    for id_, entry in either.corpus.claims.items():
        for kind in LINK_KINDS:
            for number, link in enumerate(getattr(entry.record, kind), start=1):
                ours = nodes[f"{id_}.{kind}.{number}"]
                assert (ours["from"], ours[kind]["because"]) == (id_, link.because)


def test_topics_and_sides_are_there(everything: Dataset) -> None:
    whole = json.loads(aif(everything))
    topic = whole["claimgraph"]["topics"]["buses"]
    assert (topic["theses"], topic["order"]) == (["buses-are-late", "buses-are-punctual", "half-late"], 10)
    assert topic["background"] == ["timetable-unchanged", "road-works"]
    nodes = {node["nodeID"]: node.get("claimgraph", {}) for node in whole["nodes"]}
    assert (nodes["buses-are-late"]["thesis"], nodes["buses-are-punctual"]["one_sided"]) == (
        True,
        "No report {of the council} was found: #none // of it.",
    )
    sides = {one["nodeID"]: one["side"] for one in whole["locutions"]}
    assert (sides["fares-up.quotes.1"], sides["nine-of-ten.quotes.1"]) == ("critical", "official")


def test_a_step_has_the_name_of_its_scheme(everything: Dataset) -> None:
    texts = {node["nodeID"]: node["text"] for node in json.loads(aif(everything))["nodes"] if node["type"] == "RA"}
    assert texts == {
        "nine-of-ten.supports.1": "Random Sample To Population",
        "one-in-eight.supports.1": "Default Inference",
        "road-works.supports.1": "Cause To Effect",
    }


def test_quotes_and_citations_are_locutions_anchored_in_their_claims(either: Dataset) -> None:
    whole, _ = read(either)
    types = {node["nodeID"]: node["type"] for node in whole["nodes"]}
    texts = {node["nodeID"]: node["text"] for node in whole["nodes"]}
    out = {edge["fromID"]: edge["toID"] for edge in whole["edges"]}
    found = {
        (id_, out[out[id_]], texts[out[id_]], texts[id_].partition(" : ")[2])
        for id_, kind in types.items()
        if kind == "L"
    }
    force = {"asserts": "Asserting", "disputes": "Disagreeing"}
    assert found == {(name, claim, force[stance], text) for name, claim, stance, text in evidence(either.corpus)}
    assert {types[out[id_]] for id_, kind in types.items() if kind == "L"} == {"YA"}
    assert {entry["nodeID"] for entry in whole["locutions"]} == {id_ for id_, kind in types.items() if kind == "L"}
    people = {person["participantID"] for person in whole["participants"]}
    assert {entry["personID"] for entry in whole["locutions"]} == people


def test_no_edge_joins_two_statements(either: Dataset) -> None:
    whole, _ = read(either)
    types = {node["nodeID"]: node["type"] for node in whole["nodes"]}
    assert len(types) == len(whole["nodes"])
    assert all({types[edge["fromID"]], types[edge["toID"]]} - {"I", "L"} for edge in whole["edges"])


def test_everything_has_every_kind(everything: Dataset) -> None:
    found = {
        (kind, name.split(".")[1] if "." in name else "") for kind, _, _, to in links(everything.corpus) for name in to
    }
    assert found == {
        *((kind, "") for kind in LINK_KINDS if kind != "undercuts"),
        *(("undercuts", part) for part in ("quotes", "citations", *THIRDS)),
    }
    assert {kind for kind, _, rest, _ in links(everything.corpus) if rest} == set(STEPS)
    assert max(len(to) for *_, to in links(everything.corpus)) == 2
    quotes = [quote for entry in everything.corpus.claims.values() for quote in entry.record.quotes]
    assert {quote.mode for quote in quotes} == {"asserted", "conceded", "reported", "presupposed"}
    assert {quote.stance for quote in quotes} == {"asserts", "disputes"}
    assert {verdict.is_verified for verdict in everything.view.verdicts.values()} == {True}
