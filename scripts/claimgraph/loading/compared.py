"""Writes the file of comparisons, and finds which of its entries count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.loading.files import CAPTURE_SUFFIX
from claimgraph.loading.schemas import schema_line
from claimgraph.model.compared import Comparison, Comparisons, capture_digest
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimgraph.loading.files import DataFile

COMPARED: Final = "sources/compared.yml"
"""The path of the file, relative to the checkout; so no source can have the id `compared`."""

_REMARK: Final = "# Written by `claimgraph capture TEXT --compare`, and in the care of the maintainers."


def compared_text(comparisons: Mapping[str, Comparison]) -> str:
    """Return the text of the file, which does not depend on the order of the comparisons."""
    return f"{schema_line(COMPARED)}\n{_REMARK}\n" + "".join(
        f"{id_}:\n  capture: {one.capture}\n  on: {one.on}\n  by: {scalar(one.by)}\n"
        for id_, one in sorted(comparisons.items())
    )


def captures_in(files: Iterable[DataFile]) -> dict[str, DataFile]:
    """Return the capture files among data files, by the source's id."""
    return {
        file.name.removesuffix(CAPTURE_SUFFIX): file
        for file in files
        if file.folder == "sources" and file.name.endswith(CAPTURE_SUFFIX)
    }


def proven(
    root: Path, captures: Mapping[str, DataFile], compared: Comparisons | None, known: dict[DataFile, str]
) -> dict[str, Comparison]:
    """Return, by source, the comparisons whose capture file is still the one that was compared.

    Args:
        root: The checkout.
        captures: The capture files, by source.
        compared: All comparisons, None if there are none.
        known: The digests of capture files that were read before; it is updated.

    """
    entries = compared.by_source if compared is not None else {}
    digests = {
        file: known.get(file) or capture_digest((root / file.path).read_bytes())
        for id_, file in captures.items()
        if id_ in entries
    }
    known.clear()
    known.update(digests)
    return {id_: one for id_, one in entries.items() if id_ in captures and digests[captures[id_]] == one.capture}
