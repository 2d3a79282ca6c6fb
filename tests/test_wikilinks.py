"""The one parser of `[[id]]`."""

from __future__ import annotations

import pytest

from claimgraph.wikilinks import WikiLink, pieces


def ids(text: str) -> list[str]:
    return [piece.id for piece in pieces(text) if isinstance(piece, WikiLink)]


def test_pieces_are_texts_and_links_in_order() -> None:
    assert list(pieces("Late: [[half-late]]; not so: [[target-met]].")) == [
        "Late: ",
        WikiLink(id="half-late", start=6),
        "; not so: ",
        WikiLink(id="target-met", start=29),
        ".",
    ]


def test_words_after_a_bar_become_the_link() -> None:
    assert list(pieces("[[half-late|half came late]], [[a|]]")) == [
        WikiLink(id="half-late", start=0, words="half came late"),
        ", ",
        WikiLink(id="a|", start=30),
    ]


def test_a_link_to_another_id_keeps_its_words() -> None:
    assert [WikiLink(id="a", start=0, words=words).to("b") for words in ("half", "")] == ["[[b|half]]", "[[b]]"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no link",
        "[[a|b c]], [[a|]] [[|b]]",
        "[[a]][[b]]",
        "a [[b]]\n\n    [[c]]\n\nd `[[e]]` [[f]]\n",
        "~~~\n[[a]]\n",
        "``\n\n``[[a]]",
        "\n[[a]]\n\n",
    ],
)
def test_pieces_together_are_the_text(text: str) -> None:
    parts = list(pieces(text))
    assert "".join(part if isinstance(part, str) else text[part.start : part.end] for part in parts) == text
    assert "" not in parts


def test_what_stands_between_the_brackets_is_kept_as_written() -> None:
    assert ids("[[Half late]] [[ half-late ]] [[]] [[half-\nlate]]") == ["Half late", " half-late ", "", "half-\nlate"]


@pytest.mark.parametrize(
    "text",
    [
        "[half-late]",
        "[[half-late]",
        "[[half-late](buses.md)]",
        "[half-late]]",
        "`[[id]]`",
        "``a ` [[id]]``",
        "`a\n[[id]] b`",
        "```\n[[id]]\n```",
        "```yaml\n`\n[[id]]\n```\n",
        "~~~~\n~~~\n[[id]]\n~~~~",
        "- a\n\n  ```\n  [[id]]\n  ```",
        "    [[id]]",
        "a\n\n    [[id]]\n\n    [[id]]\n",
        "a\n\n\t[[id]]",
        "- a\n\nb\n\n    [[id]]",
    ],
)
def test_no_link(text: str) -> None:
    assert ids(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "`a` [[id]] `b`",
        "a ` b [[id]]",
        "a `` b [[id]] c `",
        "a `\n\n[[id]] `",
        "```a``` [[id]]",
        "```\na\n```\n[[id]]",
        "~~~\na\n~~~\n[[id]]",
        "a\n    [[id]]",
        "- a\n\n    [[id]]",
        "1. a\n\n    [[id]]",
        "!!! note\n\n    [[id]]",
        '??? note "A"\n    b\n\n    [[id]]',
        "- a\n\n  b\n\n    [[id]]",
        "- a\nb\n\n    [[id]]",
        "[^1]: a\n\n    [[id]]",
    ],
)
def test_link(text: str) -> None:
    assert ids(text) == ["id"]
