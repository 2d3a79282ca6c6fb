"""What a file holds: its data and the place of every value, within bounds."""

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
class Remark:
    """A comment that directly follows a scalar, and may be text that an unquoted ` #` cut off.

    `steps` lead to the scalar, which is a mapping's key if `is_key`. `text` is the comment with its `#`, up to the end
    of its line; `line` and `column` are those of the `#`.
    """

    steps: tuple[Step, ...]
    is_key: bool
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file's content: its data, where each value stands, and the comments that may have been meant as text."""

    data: dict[str, Value]
    mark: Mark
    remarks: tuple[Remark, ...] = ()
