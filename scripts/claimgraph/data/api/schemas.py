"""The JSON Schemas of the API's files, made from its records, and the same as a list of fields for people."""

from __future__ import annotations

import ast
import inspect
import itertools
import json
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api import (
    argument_records,
    change_records,
    claim_records,
    debate_records,
    evidence_records,
    former,
    records,
    standing_records,
)
from claimgraph.data.listed import DataField, DataRecord
from claimgraph.loading.adapters import adapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

API_VERSION: Final = "2.3.0"
"""The version of the records: a new field raises the second number, a changed or removed field the first."""

FOLDER: Final = "api/v2/schema/"
FORMER: Final = "api/v1/schema/"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final[Mapping[str, tuple[type[Any], bool]]] = MappingProxyType(
    {
        "index": (records.Index, False),
        "claims": (claim_records.ClaimEntry, True),
        "shards": (claim_records.Shard, True),
        "shard": (claim_records.ClaimDetail, True),
        "claim": (claim_records.WholeClaim, False),
        "topics": (records.Topic, True),
        "topic": (records.TopicPage, False),
        "sources": (records.Source, True),
        "voices": (records.Voice, True),
        "debate": (debate_records.Debate, False),
        "schemes": (argument_records.Scheme, True),
        "changes": (change_records.Changes, False),
    }
)
"""The record of each kind of file, and whether the file is a list of such records."""


FORMER_SCHEMAS: Final[Mapping[str, tuple[type[Any], bool]]] = MappingProxyType(
    {
        name: (former.FormerClaim, True) if name == "claims" else (former.Moved, False)
        for name in SCHEMAS
        if not name.startswith(("shard", "changes"))
    }
)
"""The same for the files at the addresses of version 1."""

_MODULES: Final = (
    claim_records,
    evidence_records,
    standing_records,
    argument_records,
    debate_records,
    change_records,
    former,
    records,
)
"""The modules that define or import the records."""


@lru_cache(maxsize=1)
def _schemas() -> Mapping[type[Any], Mapping[str, Any]]:
    """Return the schema of each kind of record."""
    kinds = (kind for kind, _ in (*SCHEMAS.values(), *FORMER_SCHEMAS.values()))
    found = {kind: adapter(kind).json_schema(mode="serialization") for kind in kinds}
    meanings = dict(_docstrings())
    for schema in found.values():
        for title, record in ((schema["title"], schema), *schema.get("$defs", {}).items()):
            (named,) = {getattr(module, title) for module in _MODULES if hasattr(module, title)}
            for kind in reversed(named.__mro__):
                for field, text in meanings.get(kind.__name__, {}).items():
                    record["properties"][field.rstrip("_")]["description"] = text
    return MappingProxyType(found)


def _docstrings() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each record class with the docstrings of its fields; pydantic would read the file again for each."""
    definitions = (ast.parse(inspect.getsource(module)).body for module in _MODULES)
    for definition in itertools.chain.from_iterable(definitions):
        if isinstance(definition, ast.ClassDef):
            found = {}
            for statement, below in itertools.pairwise(definition.body):
                match statement, below:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found[name] = inspect.cleandoc(text)
            yield definition.name, found


def schema_files(site_url: str | None, *, has_former: bool) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each schema.

    Args:
        site_url: The address of the site, for the `$id` of the schemas; None leaves that out.
        has_former: Whether to yield the schemas of version 1 too.
    """
    for folder, schemas in ((FOLDER, SCHEMAS), (FORMER, FORMER_SCHEMAS if has_former else {})):
        for name, (record, is_list) in schemas.items():
            address = f"{folder}{name}.json"
            about: dict[str, Any] = {"$schema": _DIALECT, **({"$id": f"{site_url}{address}"} if site_url else {})}
            about |= _list_of(name, _schemas()[record]) if is_list else _schemas()[record]
            yield address, json.dumps(_untitled(about), ensure_ascii=False, indent=2) + "\n"


def _list_of(name: str, record: Mapping[str, Any]) -> dict[str, Any]:
    inner = {key: value for key, value in record.items() if key != "$defs"}
    listed = "the claims of one shard" if name == "shard" else f"all {name}"
    about = f"A list of {listed}, by id. {record.get('description', '')}".strip()
    whole = {"title": name, "description": about, "type": "array", "items": inner}
    return whole | ({"$defs": record["$defs"]} if "$defs" in record else {})


def _untitled(value: object) -> object:
    """Return a schema without the titles that pydantic makes from the names of fields."""
    if isinstance(value, dict):
        return {
            key: _untitled(inner)
            for key, inner in value.items()
            if not (key == "title" and isinstance(inner, str) and "properties" not in value)
        }
    return [_untitled(item) for item in value] if isinstance(value, list) else value


_TYPES: Final = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


@lru_cache(maxsize=1)
def described_records() -> tuple[DataRecord, ...]:
    """Return every record of the API with its fields, each once; those of lists first."""
    found: dict[str, DataRecord] = {}
    for kind, _ in (*[*SCHEMAS.values()][1:], SCHEMAS["index"]):
        schema = _schemas()[kind]
        for title, record in {str(schema["title"]): schema, **schema.get("$defs", {})}.items():
            found.setdefault(title, _described(title, record))
    return tuple(found.values())


def _described(title: str, record: Mapping[str, Any]) -> DataRecord:
    fields = (
        DataField(name=name, type=_type(about), meaning=str(about.get("description", "")))
        for name, about in record["properties"].items()
    )
    return DataRecord(name=title, meaning=str(record.get("description", "")), fields=tuple(fields))


def _type(about: Mapping[str, Any]) -> str:
    if "$ref" in about:
        return str(about["$ref"]).rpartition("/")[2]
    if "anyOf" in about:
        return " or ".join(map(_type, about["anyOf"]))
    if about.get("type") == "array":
        return f"list of {_type(about['items'])}"
    if "enum" in about:
        return " | ".join(f'"{value}"' for value in about["enum"])
    return _TYPES[str(about["type"])]
