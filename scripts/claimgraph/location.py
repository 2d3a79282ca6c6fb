"""Places in files, and of the values in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Step: TypeAlias = str | int
"""One step into a file's tree: a mapping's key, or a list's index from 0."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """One character of one file.

    `path` is relative to the checkout, with forward slashes. `line` and `column` count from 1, the column in
    characters. A whole file is at line 1, column 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Mark(NamedTuple):
    """Where a value of a file begins, and where the values inside it do.

    `line` and `column` count from 1. `key` is the line and column of the value's mapping key, None for a list's item
    and for the whole file. `inside` maps the next step to its mark; it is empty for a scalar.
    """

    line: int
    column: int
    key: tuple[int, int] | None
    inside: Mapping[Step, Mark]


def locate(path: str, mark: Mark, *steps: Step, key: bool = False) -> Location:
    """Return the location of a value.

    Args:
        path: The file, relative to the checkout.
        mark: The mark of the whole file.
        steps: The steps to the value. A step that the file does not have ends the walk, at the value that lacks it.
        key: Whether to return the location of the value's mapping key, if it has one.

    """
    for step in steps:
        found = mark.inside.get(step)
        if found is None:
            key = True
            break
        mark = found
    if key and mark.key is not None:
        line, column = mark.key
        return Location(path=path, line=line, column=column)
    return Location(path=path, line=mark.line, column=mark.column)
