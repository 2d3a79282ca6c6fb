"""Edits of one file: the marked places change, every other byte stays."""

from __future__ import annotations

import pytest

from claimgraph.renaming.file_editor import EditError, FileEditor, with_links

PATH = "claims/buses/late.yml"


def editor(text: str | bytes) -> FileEditor:
    return FileEditor(PATH, text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "claim: late\n",
        "claim:    late   # it is late\n",
        'claim: "late"\n',
        "claim: 'late'\n",
        "{claim: late, because: late}\n",
        "{because: late, claim: late}",
        "claim:\n  late\n",
        "# claim: late\nclaim: late\nnote: late\n",
        "claim: late\r\nnote: x\r\n",
        "\ufeffclaim: late\n",
        "claim: late",
        "note: \U0001f68c\nclaim: late\n",
    ],
)
def test_replace(text: str) -> None:
    changed = editor(text)
    changed.replace("claim", old="late", new="on-time")
    content = changed.finished().decode()
    assert content.count("on-time") == 1
    assert content.replace("on-time", "late") == text


def test_replace_in_lists() -> None:
    changed = editor("supports:\n  - {claim: late, with: [late, late-2]}\n  - claim: late-2\n")
    changed.replace("supports", 0, "with", 0, old="late", new="early")
    changed.replace("supports", 1, "claim", old="late-2", new="later")
    assert changed.finished().decode() == "supports:\n  - {claim: late, with: [early, late-2]}\n  - claim: later\n"


@pytest.mark.parametrize("text", ["claim: >-\n  late\n", 'claim: "l\\u0061te"\n', "claim: |\n  late\n"])
def test_replace_of_what_is_not_one_word_is_refused(text: str) -> None:
    with pytest.raises(EditError, match=r"claims/buses/late\.yml:1:8: write 'early' instead of 'late' by hand"):
        editor(text).replace("claim", old="late", new="early")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: x\n", "title: x\naliases: [old]\n"),
        ("title: x", "title: x\naliases: [old]\n"),
        ("title: x\r\n", "title: x\r\naliases: [old]\r\n"),
        ("aliases: []\n", "aliases: [old]\n"),
        ("aliases: [a]\n", "aliases: [a, old]\n"),
        ("aliases: [ a, 'b' ] # both\ntitle: x\n", "aliases: [ a, 'b', old ] # both\ntitle: x\n"),
        ("aliases: [a, b,]\n", "aliases: [a, b, old,]\n"),
        ("aliases: [a,\n  b]\n", "aliases: [a,\n  b, old]\n"),
        ("aliases:\n  - a # first\n  - b\ntitle: x\n", "aliases:\n  - a # first\n  - b\n  - old\ntitle: x\n"),
        ("aliases:\n- a\n", "aliases:\n- a\n- old\n"),
        ("aliases:\n- a", "aliases:\n- a\n- old\n"),
        ("aliases:\r\n- a\r\n", "aliases:\r\n- a\r\n- old\r\n"),
        ("note: >-\n  last\n", "note: >-\n  last\naliases: [old]\n"),
        ("note: |+\n  last\n\ntitle: x\n", "note: |+\n  last\n\ntitle: x\naliases: [old]\n"),
    ],
)
def test_former_id(text: str, expected: str) -> None:
    changed = editor(text)
    changed.add_former_id("old")
    assert changed.finished().decode() == expected


@pytest.mark.parametrize("text", ["{title: x}\n", "title: x\n...\n", "note: |+\n  last\n\n"])
def test_former_id_that_would_not_read_as_it_is_meant_is_refused(text: str) -> None:
    changed = editor(text)
    changed.add_former_id("old")
    if "|+" in text:
        assert changed.finished().decode() == f"{text}aliases: [old]\n"
        return
    with pytest.raises(EditError, match="edit this file by hand"):
        changed.finished()


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ("speakers:\n  A:\n  B:\n", "speakers:\n  A: {voice: a}\n  B:\n"),
        ("speakers:\n  A: # first\n", "speakers:\n  A: {voice: a} # first\n"),
        ("speakers: {A: , B: }\n", "speakers: {A:  {voice: a}, B: }\n"),
        ("speakers: {A: {}}\n", "speakers: {A: {voice: a}}\n"),
        ("speakers: {A: {aliases: [b]}}\n", "speakers: {A: {voice: a, aliases: [b]}}\n"),
        ("speakers:\n  A:\n    aliases: [b]\n", "speakers:\n  A:\n    voice: a\n    aliases: [b]\n"),
    ],
)
def test_voice(speakers: str, expected: str) -> None:
    changed = editor(speakers)
    changed.set_voice("A", "a")
    assert changed.finished().decode() == expected


def test_voice_of_a_speaker_without_a_colon_is_refused() -> None:
    changed = editor("speakers: {A, B}\n")
    changed.set_voice("A", "a")
    with pytest.raises(EditError, match="edit this file by hand"):
        changed.finished()


def test_links_in_a_summary() -> None:
    text = "title: x\nsummary: >-\n  Late ([[late]]), `[[code]]`,\n  [[later]] and [[late]].\nnote: '[[late]]'\n"
    changed = editor(text)
    changed.replace_links("summary", old="late", new="early")
    expected = text.replace("([[late]])", "([[early]])").replace("and [[late]]", "and [[early]]")
    assert changed.finished().decode() == expected


def test_links_that_only_look_like_links_are_refused() -> None:
    changed = editor("summary: >-\n  Late ([[late]]) and `[[late]]`.\n")
    changed.replace_links("summary", old="late", new="early")
    with pytest.raises(EditError, match="edit this file by hand"):
        changed.finished()


def test_file_that_is_not_read() -> None:
    with pytest.raises(EditError, match="not UTF-8"):
        editor(b"\xff")


def test_with_links() -> None:
    text = "[[a]] [[b]] `[[a]]`\n\n    [[a]]\n\n```\n[[a]]\n```\n[[a|so]]"
    assert with_links(text, old="a", new="c") == "[[c]] [[b]] `[[a]]`\n\n    [[a]]\n\n```\n[[a]]\n```\n[[c|so]]"
