"""The readers of argument maps by the suffix of the file's name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.importing.aif import read_aif
from claimgraph.importing.argdown import read_argdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.importing.argument_map import ArgumentMap

READERS: Final[Mapping[str, Callable[[str], ArgumentMap]]] = MappingProxyType(
    {".argdown": read_argdown, ".ad": read_argdown, ".json": read_aif}
)
