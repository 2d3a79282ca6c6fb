"""What begins like a speaker's label: a name and a colon, at the start of a line or after a sentence within one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from claimgraph.captures.folding import fold_line
from claimgraph.captures.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimgraph.captures.words import Words

_LABEL: Final = regex.compile(r"[^\S\n]*([^:\n]{1,60}):(?=(\s|$)?)")
_NAME: Final = r"\p{Lu}[\p{L}\p{M}\p{N}'.\-]*+"
_BETWEEN: Final = r"\p{N}{1,3} | & | and | of | the | for | de | du | di | van | von | der | la | le"
_NAMES: Final = rf"{_NAME} (?: \s (?: {_NAME} | {_BETWEEN} ) ){{0,6}}"
_SPEAKER: Final = regex.compile(
    rf"(?P<name> {_NAMES} ) (?: ,? \s? [(\[] [^()\[\]]*+ [)\]] | , \s [^,]+ )?", regex.VERBOSE
)
_INNER: Final = regex.compile(
    rf"""(?<= [.!?] ['")\]]* [^\S\n]+ ) {_NAMES} (?: \s? [(\[] [^()\[\]\n]{{1,40}} [)\]] )? :(?=\s)""", regex.VERBOSE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before a colon at the start of a line.

    `words` counts its words and `text` is it, folded. `name` is the text without a role behind it, in brackets or
    after a comma: `Ms Adeyemi` of `Ms Adeyemi (engineer)`. It is empty where the text does not look like a speaker's:
    up to seven words that begin with a capital, and white space after the colon.
    """

    words: int
    text: str
    name: str


def labels(folded: str, words: Words, line_starts: Sequence[int]) -> Iterator[tuple[int, Label]]:
    """Yield the label of each line that has one and does not begin inside a word that the line before it breaks."""
    offset = 0
    for number, line in enumerate(folded.split("\n"), start=1):
        first = line_starts[number - 1]
        match = _LABEL.match(line)
        found = cut(match[1]).starts if match else ()
        if match and found and first < len(words.words) and words.starts[first] == offset + match.start(1) + found[0]:
            text = fold_line(match[1])
            speaker = _SPEAKER.fullmatch(text) if match[2] is not None else None
            yield number, Label(words=len(found), text=text, name=speaker["name"] if speaker else "")
        offset += len(line) + 1


def inner_labels(folded: str, words: Words) -> tuple[int, ...]:
    """Return the words that begin what looks like a speaker's label within a line, after the end of a sentence."""
    begins = {match.start() for match in _INNER.finditer(folded) if "\n" not in match[0]}
    return tuple(index for index, start in enumerate(words.starts) if start in begins)
