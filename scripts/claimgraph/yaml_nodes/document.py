"""The content of a file: its data and the place of every value, within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from claimgraph.location import Mark, Step

MAX_DEPTH: Final = 8
MAX_NODES: Final = 8_000

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A value as written: text, a list, or a mapping with text keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailingComment:
    """A comment directly after a scalar, which may be text that an unquoted ` #` cut off.

    `steps` lead to the scalar; it is a mapping's key if `is_key`. `text` is the comment from its `#` to the end of the
    line, and `line` and `column` are the place of the `#`.
    """

    steps: tuple[Step, ...]
    is_key: bool
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The content of one file: its data, where each value stands, and comments that may be text."""

    data: dict[str, Value]
    mark: Mark
    comments: tuple[TrailingComment, ...] = ()
