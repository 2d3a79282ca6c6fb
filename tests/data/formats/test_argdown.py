"""Argdown, read by its own parser."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.data.formats.argdown import argdown, escaped
from claimgraph.importing.argdown_text import read_content
from claimgraph.model.links import LINK_KINDS
from tests.bring_argdown import bring_argdown
from tests.data.formats.argdown_parser import Read, parsed
from tests.data.formats.datasets import evidence, links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimgraph.data.dataset import Dataset

MENTIONING = {"limits", "rivals", "context"}
"""The kinds of link that Argdown cannot draw: the argument mentions the other claim."""

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
def found(home: str, either: Dataset) -> Read:
    return parsed(home, argdown(either))


def folded(text: str) -> str:
    return " ".join(text.split())


def test_statements_are_the_claims(found: Read, either: Dataset) -> None:
    assert found["errors"] == []
    claims = either.corpus.claims
    assert {one["title"]: [folded(text) for text in one["texts"]] for one in found["statements"]} == {
        id_: [folded(entry.record.assertion)] for id_, entry in claims.items()
    }
    assert {one["title"]: (one["data"]["title"], one["data"]["topic"]) for one in found["statements"]} == {
        id_: (entry.record.title, either.corpus.topic_of[id_]) for id_, entry in claims.items()
    }
    assert [one["title"] for one in found["statements"] if one["marks"]] == []


def read_links(found: Read) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    relations: dict[str, list[tuple[str, str]]] = {}
    makers: dict[str, list[str]] = {}
    for kind, one, other in found["relations"]:
        relations.setdefault(one, []).append((kind, other))
        if kind == "support":
            makers.setdefault(other, []).append(one)
    for one in found["arguments"]:
        (kind,) = one["tags"]
        name = one["title"]
        premises = [title for role, title in one["structure"] if role == "premise"]
        if kind == "supports":
            assert [role for role, _ in one["structure"]] == [*["premise"] * len(premises), "main-conclusion"]
            yield kind, premises[0], tuple(premises[1:]), (one["structure"][-1][1],)
        elif kind in MENTIONING:
            to = (title for mark, title in one["marks"] if mark == "statement-mention")
            yield kind, makers[name][0], (), tuple(to)
        elif kind in LINK_KINDS:
            assert {sign for sign, _ in relations[name]} == {"undercut" if kind == "undercuts" else "attack"}
            maker, *rest = makers[name]
            yield kind, maker, tuple(rest), tuple(to for _, to in relations[name])


def test_links_are_those_of_the_claims(found: Read, either: Dataset) -> None:
    assert Counter(read_links(found)) == Counter(links(either.corpus))


def test_reasons_are_text_alone(found: Read) -> None:
    for one in found["arguments"]:
        marks = [mark for mark, _ in one["marks"]]
        is_mentioning = one["title"].split(".")[1] in MENTIONING
        assert marks == (["statement-mention", "tag"] if is_mentioning else ["tag"]), one["title"]


def test_what_argdown_cannot_draw_stands_in_braces(home: str, everything: Dataset) -> None:
    found = parsed(home, argdown(everything))
    arguments = {one["title"]: one["data"] for one in found["arguments"]}
    assert {name: arguments[name] for name in arguments if name.startswith("nine-of-ten.")} == {
        "nine-of-ten.quotes.1": {
            "source": "bus-hearing-2021",
            "speaker": "The council",
            "rests_on": "council-count",
        },
        "nine-of-ten.citations.1": {"source": "harbour-news-2021", "rests_on": "council-count"},
        "nine-of-ten.supports.1": {"scheme": "sample"},
        "nine-of-ten.counts_against.1": {"scheme": "classification"},
        "nine-of-ten.limits.1": {},
        "nine-of-ten.rivals.1": {"differs_in": ["period", "method"]},
    }
    assert [arguments[f"one-in-eight.undercuts.{number}"] for number in (1, 2, 3)] == [
        {"rests_on": "council-count"},
        {"question": "line"},
        {"despite": "It is one in eight."},
    ]
    statements = {one["title"]: one["data"] for one in found["statements"]}
    assert statements["buses-are-late"]["thesis"] is True
    assert statements["buses-are-punctual"]["one_sided"] == "No report {of the council} was found: #none // of it."
    assert statements["nine-of-ten"]["figures"][0]["bound"] == "about"
    assert found["front"]["title"] == "Harbour"
    assert found["front"]["topics"] == {
        "buses": {
            "title": "Late buses",
            "question": 'Are the buses of Harbour Town late? {a: [b]} // === " <!-- x',
            "order": 10,
            "summary": everything.corpus.topics["buses"].record.summary,
            "theses": ["buses-are-late", "buses-are-punctual", "half-late"],
            "background": ["timetable-unchanged", "road-works"],
            "related": ["fares-up"],
        },
        "fares": {
            "title": "Fares",
            "question": "Are the fares of Harbour Town fair?",
            "order": 20,
            "summary": "The fares rose by a tenth in 2021.",
            "theses": ["fares-up"],
            "background": ["money-for-new-buses"],
        },
    }


def test_evidence_supports_or_attacks_its_claim(found: Read, either: Dataset) -> None:
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
