"""Places in files: where a value stands."""

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
    characters. A finding about a file as a whole stands at line 1, column 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Mark(NamedTuple):
    """Where one value of a file begins, and where those inside it do.

    `line` and `column` count from 1. `key` is the line and column of the mapping key that names the value, None for a
    list's item and for the whole file. `inside` maps the next step to its mark; it is empty for a scalar.
    """

    line: int
    column: int
    key: tuple[int, int] | None
    inside: Mapping[Step, Mark]


def locate(path: str, mark: Mark, *steps: Step, key: bool = False) -> Location:
    """Return where the value at `steps` stands; as deep as the steps can be followed.

    With `key`, the place of the mapping key that names the value, where there is one. A step that is missing from the
    file ends the walk: what is missing is missing from the value reached so far.
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
