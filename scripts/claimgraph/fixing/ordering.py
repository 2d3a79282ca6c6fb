"""Puts the keys of a file in the order of the repository's files, by moving whole lines with their comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimgraph.location import Mark

_LINK: Final = tuple(
    "claim quote citation rests_on supports counts_against opposes limits question scheme with differs_in answers"
    " because despite".split()
)
_CLAIM: Final = tuple(
    "title assertion crux kind scope thesis one_sided quotes citations figures computed named read supports"
    " counts_against opposes limits rivals context undercuts note aliases replaced_by".split()
)
_ITEMS: Final[Mapping[str, tuple[str, ...]]] = {
    "quotes": tuple("id rests_on source speaker exact stance mode of prefix suffix context".split()),
    "citations": tuple("id rests_on source finding where stance".split()),
    "figures": tuple("measure value bound period population denominator source".split()),
    "computed": ("value", "how"),
    "named": ("name", "how"),
    **dict.fromkeys(("supports", "counts_against", "opposes", "limits", "rivals", "context", "undercuts"), _LINK),
}
_TOPIC: Final = tuple("title question order summary theses background related aliases".split())
_VOICE: Final = tuple("name unnamed role interests aliases".split())

_BETWEEN: Final = re.compile(r"\s*(#.*)?$")


def orders(path: str) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """Return the order of a file's keys, and of the keys in the items of its lists, by the list's key.

    A source keeps its order, which is that of its record in another program.
    """
    match path.split("/"):
        case ["claims", _, "_topic.yml"]:
            return _TOPIC, {}
        case ["claims", _, _]:
            return _CLAIM, _ITEMS
        case ["voices", _]:
            return _VOICE, {}
    return (), {}


def ordered(path: str, lines: Sequence[str], mark: Mark) -> list[str]:
    """Return the lines of a file with its keys in order; `mark` says where they stand now."""
    order, items = orders(path)
    found = list(lines)
    for key, list_mark in mark.inside.items():
        for item, end in _items(list_mark, _end(mark, str(key), len(lines))):
            _move(found, item, items.get(str(key), ()), end)
    _move(found, mark, order, len(lines))
    return found


def _items(mark: Mark, end: int) -> Iterator[tuple[Mark, int]]:
    """Yield each item of a list with the number of its last line; `end` is that of the list."""
    marks = [mark.inside[step] for step in mark.inside if isinstance(step, int)]
    for number, item in enumerate(marks):
        yield item, marks[number + 1].line - 1 if number + 1 < len(marks) else end


def _end(mark: Mark, key: str, last: int) -> int:
    """Return the number of the last line of a key's value."""
    begin = mark.inside[key].line
    after = (inside.key[0] for inside in mark.inside.values() if inside.key is not None and inside.key[0] > begin)
    return min(after, default=last + 1) - 1


def _move(lines: list[str], mark: Mark, order: Sequence[str], end: int) -> None:
    """Move the lines of a mapping's keys; leave a mapping alone that is on one line or has a key of no known place."""
    begins = {str(step): inside.key for step, inside in mark.inside.items() if inside.key is not None}
    wanted = sorted(begins, key=lambda key: order.index(key) if key in order else -1)
    is_plain = len({line for line, _ in begins.values()}) == len(begins) and len({at for _, at in begins.values()}) == 1
    if wanted == list(begins) or not is_plain or not set(begins) <= set(order):
        return
    column = next(iter(begins.values()))[1] - 1
    while _BETWEEN.match(last := lines[end - 1]) and len(last) - len(last.lstrip()) < column:
        end -= 1  # a comment on what follows the mapping
    first, *others = (line - 1 for line, _ in begins.values())
    edges = [first, *(_with_comments(lines, at, column) for at in others), end]
    dash, lines[first] = lines[first][:column], " " * column + lines[first][column:]
    chunks = {key: lines[start:stop] for key, start, stop in zip(begins, edges, edges[1:], strict=False)}
    lines[first:end] = [line for key in wanted for line in chunks[key]]
    lines[first] = dash + lines[first][column:]


def _with_comments(lines: Sequence[str], at: int, column: int) -> int:
    """Return where a key's lines begin: at the comments right above it that stand as far in as it does."""
    while at > 0 and _BETWEEN.match(above := lines[at - 1]):
        if above.strip() and len(above) - len(above.lstrip()) != column:
            break
        at -= 1
    return at
