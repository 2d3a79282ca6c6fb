"""Whatever a file holds, reading it ends in drafts or in a message, and drafts are files that can be read."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.captures.capture import capture_text
from claimgraph.importing.aif import read_aif
from claimgraph.importing.argdown import read_argdown
from claimgraph.importing.argument_map import ArgumentMap, UnreadableError
from claimgraph.importing.documents import read_document
from claimgraph.importing.drafts import drafts
from claimgraph.importing.files import draft_file, source_file
from claimgraph.importing.formats import read_records
from claimgraph.importing.records import record_drafts
from claimgraph.model.links import LINK_KINDS
from claimgraph.yaml_nodes import Document, read_yaml

PIECES = (
    *(
        "[a]",
        "[a]:",
        "<b>",
        "<b>:",
        "[c]: d",
        "<a.supports.1>: e #supports",
        "#quotes",
        "#undercuts",
        "#counts_against",
        "#limits",
        "#rivals",
        "@[a]",
    ),
    *(
        "\n",
        "\n\n",
        "\n  ",
        "+ ",
        "- ",
        "_ ",
        "+> ",
        "-> ",
        "_> ",
        "<+ ",
        "<- ",
        "<_ ",
        ">< ",
        "(1) ",
        "(2) ",
        "--",
        "-----",
    ),
    *(
        "{a: b}",
        '{"quotes": [3], "scope": 4, "topic": []}',
        "{",
        "}",
        "#",
        "===",
        "/*",
        "*/",
        "//",
        "<!--",
        "\\",
        "*",
        "1. ",
    ),
    *("word", " ", "\t", "\u2028", "é"),
)
KINDS = ("I", "RA", "CA", "MA", "L", "YA", "TA", "", 3)
ODD = st.recursive(
    st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


def whole(argument_map: ArgumentMap) -> None:
    for draft in drafts(argument_map):
        assert draft_file(draft, f"claims/a/{draft.id}.yml", is_supported=False)


@settings(max_examples=60)
@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_argdown(text: str) -> None:
    try:
        argument_map = read_argdown(text)
    except UnreadableError:
        return
    whole(argument_map)


@st.composite
def graphs(draw: st.DrawFn) -> str:
    ids = [str(number) for number in range(draw(st.integers(1, 6)))]
    fields = st.fixed_dictionaries(
        {}, optional=dict.fromkeys((*LINK_KINDS, "quotes", "citations", "scope", "title"), ODD)
    )
    nodes = [
        {
            "nodeID": id_,
            "type": draw(st.sampled_from(KINDS)),
            "text": draw(ODD),
            **draw(st.fixed_dictionaries({}, optional={"claimgraph": fields | ODD})),
        }
        for id_ in ids
    ]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=12))
    return json.dumps({"nodes": nodes, "edges": [{"fromID": one, "toID": to} for one, to in pairs]})


@settings(max_examples=60)
@given(text=graphs())
def test_aif(text: str) -> None:
    whole(read_aif(text))


BIBTEX = '@book{| a|,|title = |author = |date = |{|}|"| and |others|\\emph|%|2021|\n'.split("|")
RIS = "TY  - |BOOK|\nTI  - |\nAU  - |\nDA  - |\nUR  - |\nER  - \n|2021|/|,|a|\u202e|é".split("|")
CSL_FIELDS = "id type title author issued URL DOI depth speakers volume abstract x".split()
PAGE = "<html>|<main>|</main>|<pre>|<p|>|<!--|&#0;|<sup>1</sup>|<meta charset=x>|é|\n|\0|a".split("|")
FILES = ("<html>", "%PDF-1.7\n", "PK\x03\x04", "")


@settings(max_examples=60)
@given(
    file=st.one_of(
        st.tuples(st.just(".bib"), st.lists(st.sampled_from(BIBTEX), max_size=25).map("".join)),
        st.tuples(st.just(".ris"), st.lists(st.sampled_from(RIS), max_size=25).map("".join)),
        st.tuples(st.just(".json"), st.lists(st.dictionaries(st.sampled_from(CSL_FIELDS), ODD)).map(json.dumps)),
        st.tuples(st.sampled_from((".yml", ".json")), st.text(max_size=30)),
    )
)
def test_records(file: tuple[str, str]) -> None:
    try:
        records = read_records(*file)
    except UnreadableError:
        return
    for draft in record_drafts(records or ()):
        path = f"sources/{draft.id}.yml"
        read = read_yaml(path, source_file(draft.fields, path).encode())
        assert isinstance(read, Document)
        assert read.data["depth"] == "none"


@settings(max_examples=60)
@given(begin=st.sampled_from(FILES), rest=st.lists(st.sampled_from(PAGE), max_size=25))
def test_documents(begin: str, rest: list[str]) -> None:
    try:
        reading = read_document("a", f"{begin}{''.join(rest)}".encode())
    except UnreadableError:
        return
    assert capture_text(reading.text, "a").lines
