"""Argdown, read by its own parser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.exporting.argdown import argdown, escaped
from claimgraph.importing.argdown_text import read_content
from claimgraph.model.claim import LINK_KINDS
from tests.bring_argdown import bring_argdown
from tests.exporting.argdown_parser import Read, parsed
from tests.exporting.materials import evidence, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.exporting.material import Material

SEED = "\\@#*_[]<>{}()=/.:;,-+~|`\"'!?&%0123aZ é\u201c\u2013\U0001f68c\n\t"
HOSTILE = (
    *(
        "[a]",
        "<b>",
        "@[a] ",
        "@<b>",
        "#tag",
        "#(a tag)",
        "**bold**",
        "*it*",
        "__b__",
        "_i_",
        "{a: b}",
        "}",
        "{",
        "// c",
    ),
    *("/* c */", "<!-- c -->", "=== x ===", ".A. ", ":smile: ", "e.g.", "12:30:15", "[t](u)", "\\", "--", "-> ", "+>"),
    *("(1) ", "1. ", "https://a.b/c_d?e=f#g", "[...]", "a_b_c", "* x", "-----", "\n\n", "# h"),
)


@pytest.fixture(scope="session")
def home() -> str:
    return str(bring_argdown())


@pytest.fixture(scope="session")
def found(home: str, either: Material) -> Read:
    return parsed(home, argdown(either))


def folded(text: str) -> str:
    return " ".join(text.split())


def test_statements_are_the_claims(found: Read, either: Material) -> None:
    assert found["errors"] == []
    claims = either.corpus.claims
    assert {one["title"]: [folded(text) for text in one["texts"]] for one in found["statements"]} == {
        id_: [folded(entry.record.assertion)] for id_, entry in claims.items()
    }
    assert {one["title"]: (one["data"]["title"], one["data"]["topic"]) for one in found["statements"]} == {
        id_: (entry.record.title, either.corpus.topic_of[id_]) for id_, entry in claims.items()
    }
    assert [one["title"] for one in found["statements"] if one["marks"]] == []


def read_links(found: Read) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    relations: dict[str, list[tuple[str, str]]] = {}
    for kind, one, other in found["relations"]:
        relations.setdefault(one, []).append((kind, other))
    makers = {other: one for kind, one, other in found["relations"] if kind == "support"}
    for one in found["arguments"]:
        (kind,) = one["tags"]
        name = one["title"]
        premises = [title for role, title in one["structure"] if role == "premise"]
        if kind == "supports":
            assert [role for role, _ in one["structure"]] == [*["premise"] * len(premises), "main-conclusion"]
            yield kind, premises[0], tuple(premises[1:]), one["structure"][-1][1]
        elif kind == "qualifies":
            (narrowed,) = (title for mark, title in one["marks"] if mark == "statement-mention")
            yield kind, makers[name], (), narrowed
        elif kind in LINK_KINDS:
            ((sign, to),) = relations[name]
            assert sign == {"opposes": "attack", "undercuts": "undercut"}[kind]
            yield kind, makers[name], (), to


def test_links_are_those_of_the_claims(found: Read, either: Material) -> None:
    assert Counter(read_links(found)) == Counter(links(either.corpus))


def test_reasons_are_text_alone(found: Read) -> None:
    marks = {one["title"]: [mark for mark, _ in one["marks"]] for one in found["arguments"]}
    for title, seen in marks.items():
        is_narrowing = ".qualifies." in title
        assert seen == (["statement-mention", "tag"] if is_narrowing else ["tag"]), title


def test_evidence_supports_or_attacks_its_claim(found: Read, either: Material) -> None:
    kinds = ("quotes", "citations")
    texts = {one["title"]: one["texts"][0] for one in found["arguments"] if one["tags"][0] in kinds}
    signs = {"support": "asserts", "attack": "disputes"}
    seen = {
        (one, other, signs[sign], folded(texts[one].rpartition("#")[0]))
        for sign, one, other in found["relations"]
        if one in texts
    }
    assert seen == {(name, claim, stance, folded(text)) for name, claim, stance, text in evidence(either.corpus)}


pieces = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(SEED, max_size=6)), min_size=1, max_size=8).map("".join)


@given(texts=st.lists(pieces.filter(str.strip), min_size=40, max_size=60))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_is_markup(home: str, texts: list[str]) -> None:
    whole = "".join(f'[t-{n}]: {escaped(text)} {{"n": {n}}}\n\n' for n, text in enumerate(texts))
    found = parsed(home, whole)
    assert found["errors"] == []
    assert {one["title"]: one["texts"] for one in found["statements"]} != {}
    for number, one in enumerate(found["statements"]):
        assert (one["title"], one["marks"], one["data"]) == (f"t-{number}", [], {"n": number})
        assert [folded(text) for text in one["texts"]] == [folded(texts[number])]
    for text in texts:
        assert read_content(escaped(text), 1).words == folded(text)
