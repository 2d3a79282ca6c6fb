"""The list of rules, for the page that documents them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule for its documentation: its id, its severity in a word, and its docstring."""

    id: str
    severity: str
    text: str

    @property
    def blocks(self) -> tuple[tuple[bool, str], ...]:
        """The paragraphs (marked False) and the indented examples (marked True) of the text, in order."""
        return tuple(_blocks(self.text))


def _blocks(text: str) -> Iterator[tuple[bool, str]]:
    example: list[str] = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("    "):
            example.append(paragraph)
            continue
        if example:
            yield True, _example(example)
            example = []
        if paragraph.strip():
            yield False, " ".join(paragraph.split())
    if example:
        yield True, _example(example)


def _example(paragraphs: list[str]) -> str:
    return textwrap.dedent("\n\n".join(paragraphs)).rstrip()
