"""The readers of argument maps and of records of references, by the suffix of the file's name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.aif import read_aif
from claimgraph.importing.argdown import read_argdown
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.importing.csl_items import is_csl_json, read_csl_json, read_csl_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.importing.argument_map import ArgumentMap

MAPS: Final[Mapping[str, Callable[[str], ArgumentMap]]] = MappingProxyType(
    {".argdown": read_argdown, ".ad": read_argdown, ".json": read_aif}
)
RECORDS: Final = (".bib", ".ris", ".json", ".yaml", ".yml")
"""The suffixes of files with records of references."""


def read_records(suffix: str, text: str) -> tuple[Mapping[str, Any], ...] | None:
    """Return the records in a file, for `records.record_drafts`; None for an argument map.

    Raises UnreadableError if the file is not in its format, or if what reads it is not installed.
    """
    try:
        match suffix:
            case ".bib":
                from claimgraph.importing.bibtex import read_bibtex  # noqa: PLC0415  installed by `make intake` alone

                return read_bibtex(text)
            case ".ris":
                from claimgraph.importing.ris import read_ris  # noqa: PLC0415  likewise

                return read_ris(text)
            case ".yaml" | ".yml":
                return read_csl_yaml(text)
            case ".json" if is_csl_json(text):
                return read_csl_json(text)
            case _:
                return None
    except ModuleNotFoundError as error:
        raise UnreadableError(f"what reads {suffix} is not installed; type `make intake`") from error
