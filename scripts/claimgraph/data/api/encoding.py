"""The API's records as JSON in UTF-8. A list has one record a line, so that two versions can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api.schemas import FORMER_SCHEMAS, SCHEMAS
from claimgraph.loading.adapters import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """The value of a file with one record. `kind` is the name of the record's class.

    `indent` counts spaces; with None, all is in one line.
    """

    kind: str
    record: object
    indent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """The value of a file with a list of records of one kind."""

    kind: str
    records: tuple[object, ...]


_KINDS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {kind.__name__: kind for kind, _ in (*SCHEMAS.values(), *FORMER_SCHEMAS.values())}
)


def encoded(value: One | Several) -> bytes:
    """Return the contents of a file."""
    dump = adapter(_KINDS[value.kind]).dump_json
    if isinstance(value, One):
        return dump(value.record, by_alias=True, indent=value.indent) + b"\n"
    return b"[" + b",".join(b"\n" + dump(record, by_alias=True) for record in value.records) + b"\n]\n"


def line(kind: str, record: object) -> str:
    """Return one record of a list, with the line end before it."""
    return "\n" + adapter(_KINDS[kind]).dump_json(record, by_alias=True).decode()
