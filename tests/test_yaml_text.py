"""Text as YAML: it reads back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.findings import Finding
from claimgraph.yaml_nodes import read_yaml
from claimgraph.yaml_text import WIDTH, comment, entry, scalar

LINE = st.text(
    alphabet=st.characters(
        min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\xad", exclude_categories=["Cc"]
    )
    | st.sampled_from("\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\U0001f68c'\"\\:#-[]{}&*!|>%@`,?"),
    min_size=1,
    max_size=300,
).map(lambda text: " ".join(text.split()))


def read(text: str) -> object:
    document = read_yaml("x.yml", text.encode())
    assert not isinstance(document, Finding), (text, document.message)
    return document.data


@given(LINE)
def test_scalar_reads_back(text: str) -> None:
    assert read(f"key: {scalar(text)}\nnext: x\n") == {"key": text, "next": "x"}
    assert read(f"- {scalar(text)}\n".join(["list:\n", ""])) == {"list": [text]}


@given(LINE)
def test_entry_reads_back(text: str) -> None:
    written = "list:\n  - first: x\n" + entry("key", text, "    ") + "next: x\n"
    assert read(written) == {"list": [{"first": "x", "key": text}], "next": "x"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '""'),
        ("Participant E", "Participant E"),
        ("We met 9 of 10, or \u00a35 (so they say)", "We met 9 of 10, or \u00a35 (so they say)"),
        ("a: b", '"a: b"'),
        ("- a", '"- a"'),
        ("a #b", '"a #b"'),
        ('say "so"', "'say \"so\"'"),
        ("it's", '"it\'s"'),
        ('it\'s "so"', "'it''s \"so\"'"),
        ("a\\b", "'a\\b'"),
        ("trailing ", '"trailing "'),
    ],
)
def test_scalar(text: str, written: str) -> None:
    assert scalar(text) == written


def test_long_text_is_folded() -> None:
    text = "word " * 40 + "end"
    lines = entry("exact", text, "    ").splitlines()
    assert lines[0] == "    exact: >-"
    assert all(line.startswith("      word") and len(line) <= WIDTH for line in lines[1:])
    assert entry("exact", "x" * 200) == f"exact: {'x' * 200}\n"


def test_comment() -> None:
    assert comment("a b") == "# a b\n"
    assert comment("") == ""
    lines = comment("word " * 40, "  ").splitlines()
    assert len(lines) == 3
    assert all(line.startswith("  # word") and len(line) <= WIDTH for line in lines)
