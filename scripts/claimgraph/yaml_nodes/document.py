"""What a file holds: its data and the place of every value, within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from claimgraph.location import Mark

MAX_DEPTH: Final = 8
MAX_NODES: Final = 8_000

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A value as written: text, a list, or a mapping with text keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file's content: its data and where each value stands."""

    data: dict[str, Value]
    mark: Mark
