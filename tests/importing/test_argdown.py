"""Argdown that others wrote."""

from __future__ import annotations

import pytest

from claimgraph.importing.argdown import read_argdown
from claimgraph.importing.argdown_text import read_content
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.drafts import drafts

MAP = """===
title: Buses
===

# Of buses // a heading

[Buses are late]: Half of **the** buses
  came _late_ in 2021. #late {note: "so: {it} is"}
  - [Target met]: The target was met.
    + <Count>: Nine of ten came on time.
    <_ Whoever never ran is not late.
  + Road works held up the buses.   /* a comment
                                       over lines */

<Road works>

(1) Road works held up the buses.
(2) The timetable stayed the same.
-- by rule --
(3) Every bus lost ten minutes.
--
Some rule
--
(4) [Buses are late]

[Snow]: It snowed.
  -> <Road works>
  >< [Buses are late]
"""


def test_argdown_of_others_becomes_drafts() -> None:
    argument_map = read_argdown(MAP)
    made = {draft.id: draft.fields for draft in drafts(argument_map)}
    assert made == {
        "buses-are-late": {
            "title": "Buses are late",
            "note": "so: {it} is",
            "assertion": "Half of the buses came late in 2021.",
        },
        "target-met": {
            "title": "Target met",
            "assertion": "The target was met.",
            "counts_against": [{"claim": "buses-are-late"}],
        },
        "count": {
            "title": "Count",
            "assertion": "Nine of ten came on time.",
            "supports": [{"claim": "target-met"}],
        },
        "whoever-never-ran-is-not-late": {
            "assertion": "Whoever never ran is not late.",
            "undercuts": [{"claim": "target-met", "counts_against": "buses-are-late"}],
        },
        "road-works-held-up-the-buses": {
            "assertion": "Road works held up the buses.",
            "supports": [
                {"claim": "every-bus-lost-ten-minutes", "with": ["the-timetable-stayed-the-same"]},
                {"claim": "buses-are-late"},
            ],
        },
        "the-timetable-stayed-the-same": {"assertion": "The timetable stayed the same."},
        "every-bus-lost-ten-minutes": {
            "assertion": "Every bus lost ten minutes.",
            "supports": [{"claim": "buses-are-late"}],
        },
        "snow": {
            "title": "Snow",
            "assertion": "It snowed.",
            "undercuts": [{"claim": "every-bus-lost-ten-minutes", "supports": "buses-are-late"}],
            "opposes": [{"claim": "buses-are-late"}],
        },
    }
    assert argument_map.left_out == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        (r"a\*b\* \[c\] \\", "a*b* [c] \\"),
        ("**bold** and _it_ and snake_case", "bold and it and snake_case"),
        ("see [the report](https://a.b/c)", "see the report"),
        ("of @[Some claim] it is said", "of Some claim it is said"),
        ("said @[Some claim] #tag #(two words)", "said"),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert read_content(text, 1).words == words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  + [a]: b", "line 1: the relation '+' stands below nothing"),
        ("[a]: b {c", "line 1: what stands in braces is no YAML of keys and values"),
        ("[a]: b\n\n---- \n", "line 3: a line of dashes stands outside of a premise-conclusion structure"),
    ],
)
def test_what_cannot_be_read_is_told_by_line(text: str, message: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_argdown(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "comment",
    [
        "// counted twice",
        "/* counted twice */",
        "<!-- counted twice -->",
        "  // counted twice",
        "/* counted\n  twice */",
    ],
)
def test_a_line_with_a_comment_alone_is_no_gap(comment: str) -> None:
    argument_map = read_argdown(f"[late]: Half came late.\n{comment}\n  - [met]: The target was met.\n{comment}\n")
    made = {draft.id: draft.fields for draft in drafts(argument_map)}
    assert made == {
        "late": {"assertion": "Half came late."},
        "met": {"assertion": "The target was met.", "counts_against": [{"claim": "late"}]},
    }
    assert argument_map.left_out == []


def test_a_comment_does_not_join_what_a_gap_parts() -> None:
    argument_map = read_argdown("[late]: Half came late.\n// a\n\n// b\nThe target was met.")
    assert [draft.fields["assertion"] for draft in drafts(argument_map)] == ["Half came late.", "The target was met."]
    with pytest.raises(UnreadableError, match=r"^line 4: the relation '-' stands below nothing$"):
        read_argdown("[late]: Half came late.\n// a\n\n- [met]: The target was met.")


def test_an_undercut_hits_the_step_of_an_argument_without_premises() -> None:
    argument_map = read_argdown(
        "[late]: Half came late.\n  - <count>: Nine of ten came on time.\n    <_ <unsent>: It leaves some out.\n"
        "\n<roads>: Roads were dug up.\n  +> [late]\n  +> [slow]: Buses were slow.\n  <_ <night>: Only at night.\n"
        "\n<alone>: It rained.\n  <_ <dry>: It did not.\n"
    )
    made = {draft.id: draft.fields for draft in drafts(argument_map)}
    assert made["unsent"]["undercuts"] == [{"claim": "count", "counts_against": "late"}]
    assert made["night"]["undercuts"] == [
        {"claim": "roads", "supports": "late"},
        {"claim": "roads", "supports": "slow"},
    ]
    assert "undercuts" not in made["dry"]
    assert argument_map.left_out == ["the undercut of 'alone', which is a reason for nothing"]
