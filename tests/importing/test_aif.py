"""AIF that others wrote."""

from __future__ import annotations

import json

import pytest

from claimgraph.importing.aif import read_aif
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.drafts import drafts


def whole(nodes: dict[str, tuple[str, str]], edges: list[tuple[str, str]]) -> str:
    listed = [{"nodeID": id_, "type": kind, "text": text} for id_, (kind, text) in nodes.items()]
    joined = [{"edgeID": str(n), "fromID": one, "toID": to} for n, (one, to) in enumerate(edges)]
    return json.dumps({"nodes": listed, "edges": joined, "locutions": []})


def test_aif_of_others_becomes_drafts() -> None:
    nodes = {
        "1": ("I", "Half of the buses came late."),
        "2": ("I", "The target was met."),
        "3": ("I", "Nobody counted."),
        "4": ("I", "A clock was wrong."),
        "5": ("RA", "Default Inference"),
        "6": ("CA", "Default Conflict"),
        "7": ("CA", "Default Conflict"),
        "8": ("CA", "Default Conflict"),
        "9": ("L", "Ada Quill : half of them came late"),
        "10": ("YA", "Asserting"),
        "11": ("L", "Bob : no they did not"),
        "12": ("YA", "Disagreeing"),
        "13": ("TA", "Default Transition"),
        "14": ("MA", "Default Rephrase"),
    }
    edges = [
        *(("3", "5"), ("4", "5"), ("5", "1")),
        *(("1", "6"), ("6", "2")),
        *(("2", "7"), ("7", "5")),
        *(("4", "8"), ("8", "10")),
        *(("9", "10"), ("10", "1"), ("11", "12"), ("12", "1")),
        *(("9", "13"), ("13", "11"), ("3", "14"), ("14", "4")),
    ]
    argument_map = read_aif(whole(nodes, edges))
    assert {draft.id: draft.fields for draft in drafts(argument_map)} == {
        "half-of-the-buses-came-late": {
            "assertion": "Half of the buses came late.",
            "quotes": [
                {"speaker": "Ada Quill", "exact": "half of them came late", "id": "quote-1"},
                {"speaker": "Bob", "stance": "disputes", "exact": "no they did not"},
            ],
            "counts_against": [{"claim": "the-target-was-met"}],
        },
        "the-target-was-met": {
            "assertion": "The target was met.",
            "undercuts": [{"claim": "nobody-counted", "supports": "half-of-the-buses-came-late"}],
        },
        "nobody-counted": {
            "assertion": "Nobody counted.",
            "supports": [{"claim": "half-of-the-buses-came-late", "with": ["a-clock-was-wrong"]}],
        },
        "a-clock-was-wrong": {
            "assertion": "A clock was wrong.",
            "undercuts": [{"claim": "half-of-the-buses-came-late", "quote": "quote-1"}],
        },
    }
    assert argument_map.left_out == ["1 node of type MA", "1 node of type TA"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it is no AIF: it has no lists 'nodes' and 'edges'"),
        ('{"nodes": [], "edges": 3}', "it is no AIF: it has no lists 'nodes' and 'edges'"),
    ],
)
def test_what_is_no_aif_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_aif(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Expert Opinion", {"scheme": "expert-opinion"}),
        ("Argument from Cause to Effect", {"scheme": "cause-to-effect"}),
        ("Modus Ponens", {}),
    ],
)
def test_the_name_of_a_scheme_is_that_of_the_support(text: str, fields: dict[str, str]) -> None:
    nodes = {"1": ("I", "It came late."), "2": ("I", "It was slow."), "3": ("RA", text)}
    _, slow = drafts(read_aif(whole(nodes, [("2", "3"), ("3", "1")])))
    assert slow.fields["supports"] == [{"claim": "it-came-late", **fields}]


def test_a_conflict_counts_against_with_all_its_premises() -> None:
    nodes = {"1": ("I", "It came late."), "2": ("I", "It was slow."), "3": ("I", "It rained."), "4": ("CA", "Example")}
    _, slow, _ = drafts(read_aif(whole(nodes, [("2", "4"), ("3", "4"), ("4", "1")])))
    assert slow.fields["counts_against"] == [{"claim": "it-came-late", "with": ["it-rained"], "scheme": "example"}]


def test_statements_that_begin_alike_get_ids_of_their_own() -> None:
    same = {str(n): ("I", "One and the same.") for n in range(3)}
    made = drafts(read_aif(whole(same, [])))
    assert [draft.id for draft in made] == ["one-and-the-same", "one-and-the-same-2", "one-and-the-same-3"]


def test_odd_nodes_do_no_harm() -> None:
    text = json.dumps({"nodes": [1, {}, {"nodeID": 5, "type": "RA", "claimgraph": 3}], "edges": [{}, 4]})
    assert drafts(read_aif(text)) == ()
