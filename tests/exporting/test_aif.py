"""AIF, read by arguebuf, which knows the I, RA, CA and MA nodes; the L and YA nodes are read here as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import arguebuf

from claimgraph.exporting.aif import aif
from tests.exporting.materials import evidence, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.exporting.material import Material


Read = arguebuf.Graph[str]


def read(material: Material) -> tuple[dict[str, Any], Read]:
    whole = json.loads(aif(material))
    return whole, arguebuf.load.aif(whole)


def test_nodes_are_the_claims(either: Material) -> None:
    _, graph = read(either)
    found = {id_: node.plain_text for id_, node in graph.atom_nodes.items()}
    assert found == {id_: entry.record.assertion for id_, entry in either.corpus.claims.items()}


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
                kind = "qualifies"
            case _:
                kind = "undercuts" if hits_step else "opposes"
        yield kind, maker, tuple(sorted(rest)), to


def test_links_are_those_of_the_claims(either: Material) -> None:
    whole, graph = read(either)
    expected = Counter(
        (kind, maker, tuple(sorted(rest)), "" if "quotes" in to or "citations" in to else to)
        for kind, maker, rest, to in links(either.corpus)
    )
    assert Counter(read_links(graph)) == expected
    anchors = {edge["fromID"]: edge["toID"] for edge in whole["edges"] if edge["toID"].endswith(".ya")}
    hit = Counter(to.removesuffix(".ya") for one, to in anchors.items() if ".undercuts." in one)
    assert hit == Counter(
        to for kind, _, _, to in links(either.corpus) if kind == "undercuts" and ("quotes" in to or "citations" in to)
    )


def test_a_step_has_the_name_of_its_scheme(everything: Material) -> None:
    texts = {node["nodeID"]: node["text"] for node in json.loads(aif(everything))["nodes"] if node["type"] == "RA"}
    assert texts == {"road-works.supports.1": "Cause To Effect", "one-in-eight.supports.1": "Default Inference"}


def test_quotes_and_citations_are_locutions_anchored_in_their_claims(either: Material) -> None:
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


def test_no_edge_joins_two_statements(either: Material) -> None:
    whole, _ = read(either)
    types = {node["nodeID"]: node["type"] for node in whole["nodes"]}
    assert len(types) == len(whole["nodes"])
    assert all({types[edge["fromID"]], types[edge["toID"]]} - {"I", "L"} for edge in whole["edges"])


def test_everything_has_every_kind(everything: Material) -> None:
    found = Counter((kind, to.split(".")[1] if "." in to else "") for kind, _, _, to in links(everything.corpus))
    assert set(found) == {
        ("supports", ""),
        ("opposes", ""),
        ("qualifies", ""),
        *(("undercuts", part) for part in ("quotes", "citations", "supports", "opposes")),
    }
    assert any(rest for _, _, rest, _ in links(everything.corpus))
    quotes = [quote for entry in everything.corpus.claims.values() for quote in entry.record.quotes]
    assert {quote.mode for quote in quotes} == {"asserted", "conceded", "reported", "presupposed"}
    assert {quote.stance for quote in quotes} == {"asserts", "disputes"}
    assert {verdict.is_verified for verdict in everything.verdicts.values()} == {True}
