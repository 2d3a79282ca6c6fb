"""Drafts as claim files: every text that a claim file may hold reads back as it is."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.importing.drafts import Draft
from claimgraph.importing.files import MARK, draft_file
from claimgraph.yaml_nodes import Document, read_yaml

PATH = "claims/buses/late.yml"
SCOPE = {"place": "Harbour Town", "period": "2021"}


def read(text: str) -> object:
    document = read_yaml(PATH, text.encode())
    assert isinstance(document, Document), document
    return document.data


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"), min_size=1)
)
@example(text="- a: b # c")
@example(text="  two  spaces and a long text that goes on and on and on until it has to be broken into two lines  ")
@example(text="two\nlines, a tab\tand 'marks' \"of\" \\ every kind")
@example(text="\u00a0 no")
@example(text=f"{'word ' * 40}end: #1")
def test_text_reads_back_as_it_is(text: str) -> None:
    fields = {"title": text, "assertion": text, "kind": "rule", "scope": SCOPE, "note": text}
    found = read(draft_file(Draft(id="late", fields=fields), PATH, is_supported=True))
    assert found == fields


def test_what_is_missing_is_empty_and_marked() -> None:
    text = draft_file(
        Draft(id="late", fields={"supports": [{"with": ["a", "b"]}], "scope": {}}), PATH, is_supported=True
    )
    assert read(text) == {
        "title": "",
        "assertion": "",
        "kind": "",
        "scope": {"place": "", "period": ""},
        "supports": [{"claim": "", "because": "", "with": ["a", "b"]}],
    }
    assert text.count(f"# {MARK}: ") == 7


def test_a_thesis_is_one_again() -> None:
    given = {"thesis": True, "rivals": [{"claim": "early", "differs_in": ["period", "base"]}]}
    found = read(draft_file(Draft(id="late", fields=given), PATH, is_supported=True))
    assert isinstance(found, dict)
    assert (found["thesis"], found["rivals"]) == (
        "true",
        [{"claim": "early", "differs_in": ["period", "base"], "because": ""}],
    )


def test_odd_values_do_no_harm() -> None:
    fields = {"scope": "everywhere", "aliases": [{"a": 1}, "b: c"], "quotes": [3], "note": {"a": "b"}, "title": 7}
    found = read(draft_file(Draft(id="late", fields=fields), PATH, is_supported=True))
    assert isinstance(found, dict)
    assert (found["title"], found["scope"], found["aliases"]) == ("7", "everywhere", ["{'a': 1}", "b: c"])
