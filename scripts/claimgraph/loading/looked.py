"""Writes the file of looks: one line for each source, so that a pull request shows what is new at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimgraph.loading.schemas import schema_line
from claimgraph.model.looked import Looks, plain_looks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.model.looked import Look

LOOKED: Final = "sources/looked.yml"
"""The path of the file, relative to the checkout; so no source can have the id `looked`."""

_REMARK: Final = "# Written by `claimgraph sources --look`: what the addresses of the sources answered."


def looked_text(looks: Mapping[str, Look]) -> str:
    """Return the text of the file, which does not depend on the order of the looks."""
    rows = plain_looks(Looks(by_source=dict(sorted(looks.items()))))
    return f"{schema_line(LOOKED)}\n{_REMARK}\n" + "".join(f"{id_}: {{{_flow(row)}}}\n" for id_, row in rows.items())


def _flow(row: Mapping[str, object]) -> str:
    return ", ".join(f"{name}: {_value(value)}" for name, value in row.items())


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """Return a text as it stands in a flow mapping: quoted unless it is letters, digits and hyphens alone."""
    return text if text.replace("-", "").isalnum() else "'" + text.replace("'", "''") + "'"
