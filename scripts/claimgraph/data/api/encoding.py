"""The API's records as bytes: JSON in UTF-8, a list with one record a line, so that two versions compare."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api.schemas import FORMER_FORMS, FORMS
from claimgraph.loading.validation import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """What a file with one record says: the record, and its kind by the name of its schema.

    `indent` counts spaces; None writes all in one line.
    """

    kind: str
    record: object
    indent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """What a file with a list of records of one kind says."""

    kind: str
    records: tuple[object, ...]


_KINDS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {kind.__name__: kind for forms in (FORMS, FORMER_FORMS) for kind, _ in forms.values()}
)


def encoded(said: One | Several) -> bytes:
    """Return the contents of a file."""
    dump = adapter(_KINDS[said.kind]).dump_json
    if isinstance(said, One):
        return dump(said.record, by_alias=True, indent=said.indent) + b"\n"
    return b"[" + b",".join(b"\n" + dump(record, by_alias=True) for record in said.records) + b"\n]\n"
