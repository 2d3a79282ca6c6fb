"""A comment that may be a part of the text before it is told; one that cannot be is a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.loading.corpus import load

if TYPE_CHECKING:
    from pathlib import Path

OWN_LINE = "\na comment gets a line of its own, above it"
CLAIM = """\
title: Late buses
assertion: In Town in 2021, half of the buses came late.
kind: factual
scope: {place: Town, period: 2021}
"""
SOURCE = "type: report\ntitle: Report\ndepth: none\n"


def found(root: Path, path: str, text: str) -> list[tuple[str, str]]:
    """Return line, column, rule and message of each finding, with its hint."""
    file = root / path
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return [
        (f"{one.location.line}:{one.location.column} {one.rule}: {one.message}", one.hint)
        for one in load(root).findings
    ]


@pytest.mark.parametrize(
    ("more", "message", "whole"),
    [
        ("note: Zebra #5 sounded", "5:13 {} note is 'Zebra', and '#5 sounded' is", '"Zebra #5 sounded"'),
        ("note: Zebra # sounded", "5:13 {} note is 'Zebra', and '# sounded' is", '"Zebra # sounded"'),
        ("note: Zebra  \t#5", "5:15 {} note is 'Zebra', and '#5' is", '"Zebra #5"'),
        ("note: A\n  zebra\n  of #5", "7:6 {} note is 'A zebra of', and '#5' is", '"A zebra of #5"'),
        ("note: A zebra\n  #5 sounded", "6:3 {} note is 'A zebra', and '#5 sounded' is", '"A zebra #5 sounded"'),
        ("note: #5 sounded", "5:7 {} note is empty, and '#5 sounded' is", '"#5 sounded"'),
        ('note: "Zebra" #5', "5:15 {} note is 'Zebra', and '#5' is", '"Zebra #5"'),
        ("note: >-\n    A zebra\n  #5", "7:3 {} note is 'A zebra', and '#5' is", '"A zebra #5"'),
        ('note: A "b" #5', "5:13 {} note is 'A \"b\"', and '#5' is", "'A \"b\" #5'"),
        (
            "quotes: [{source: a, exact: 'b', speaker: Ms A #5\n}]",
            "5:48 {} quotes[1].speaker is 'Ms A', and '#5' is",
            '"Ms A #5"',
        ),
        (
            "quotes: [{source: a, exact: b\n  #5\n}]",
            "6:3 {} quotes[1].exact is 'b', and '#5' is",
            '"b #5"',
        ),
        (
            "opposes:\n  - claim: b\n    because: He said # so",
            "7:22 {} opposes[1].because is 'He said', and '# so' is",
            '"He said # so"',
        ),
        ("note: >- # seen\n  A zebra\n  #5", None, None),
    ],
)
def test_a_text_that_is_cut(more: str, message: str | None, whole: str | None, tmp_path: Path) -> None:
    expected = []
    if message:
        told = f"{message.format('comment-in-text:')} left out as a comment"
        expected = [(told, f"put the text in quotes: {whole}{OWN_LINE}")]
    assert found(tmp_path, "claims/a/late.yml", f"{CLAIM}{more}\n") == expected


def test_each_kind_of_name(tmp_path: Path) -> None:
    text = f"""\
{SOURCE}author: [{{literal: Board #5
  }}]
speakers: {{Ms A #1
  }}
number: Cm #7
segments:
  - lines: 1
    speaker: Ms A #1
"""
    assert [message for message, _ in found(tmp_path, "sources/a.yml", text)] == [
        "4:26 comment-in-text: author[1].literal is 'Board', and '#5' is left out as a comment",
        "6:17 comment-in-text: a key of speakers is 'Ms A', and '#1' is left out as a comment",
        "8:12 comment-in-text: number is 'Cm', and '#7' is left out as a comment",
        "11:19 comment-in-text: segments[1].speaker is 'Ms A', and '#1' is left out as a comment",
    ]


def test_a_text_that_would_be_too_long_is_cut_all_the_same(tmp_path: Path) -> None:
    text = CLAIM.replace("Late buses", f"Late buses #{'5' * 70}")
    told = f"1:19 comment-in-text: title is 'Late buses', and '#{'5' * 56}...' is left out as a comment"
    assert found(tmp_path, "claims/a/late.yml", text)[0][0] == told


def test_what_else_is_wrong_is_told_too(tmp_path: Path) -> None:
    text = CLAIM.replace("title: Late buses", "title: #5").replace("factual", "fact # or so")
    assert [message.partition(";")[0] for message, _ in found(tmp_path, "claims/a/late.yml", text)] == [
        "1:8 comment-in-text: title is empty, and '#5' is left out as a comment",
        "1:7 wrong-value: title is empty",
        "3:7 wrong-value: kind is 'fact'",
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("claims/a/late.yml", f"# first\n{CLAIM}# last\n"),
        ("claims/a/late.yml", CLAIM.replace("factual", "factual # counted")),
        ("claims/a/late.yml", f"{CLAIM}note: Zebra#5\n"),
        ("claims/a/late.yml", f"{CLAIM}note: Zebra\n# sounded\n"),
        ("claims/a/late.yml", f"{CLAIM}note: Zebra\n\n  # sounded\n"),
        ("claims/a/late.yml", f'{CLAIM}note: "Zebra" # sounded\n'),
        ("claims/a/late.yml", f'{CLAIM}note: "Zebra"\n  # sounded\n'),
        ("claims/a/late.yml", f"{CLAIM}note: >-\n  Zebra #5\n  #6\n"),
        ("claims/a/late.yml", f"{CLAIM}quotes:\n  - source: a # b\n    # c\n    exact: d e\n  # f\n"),
        ("claims/a/late.yml", f"{CLAIM}opposes: # none\n  - {{claim: b, because: c}} # d\n  # e\naliases: [x] # f\n"),
        ("claims/a/late.yml", f"{CLAIM}aliases:\n  - a #5\n  - b\n    # c\n"),
        ("sources/a.yml", f"{SOURCE}issued: 2021 # online\nURL: https://a.example # gone\nDOI: 10.1016/x # new\n"),
        ("sources/a.yml", f"{SOURCE}speakers:\n  A:  # never quoted\n  B: # nor she\n    {{aliases: [c]}}\n"),
        ("sources/a.yml", f"{SOURCE}ignore:\n  - lines: 4    # a link\n    # and more\n"),
        ("sources/a.yml", f"{SOURCE}segments:\n  - lines: 4\n    repeats: 1 # again\n"),
    ],
)
def test_a_comment_that_is_one(path: str, text: str, tmp_path: Path) -> None:
    assert found(tmp_path, path, text) == []
