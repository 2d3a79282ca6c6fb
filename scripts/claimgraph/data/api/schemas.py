"""The JSON Schemas of the API's files, made of its forms, and the same as rows for people."""

from __future__ import annotations

import ast
import inspect
import itertools
import json
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api import argument_forms as argument_form
from claimgraph.data.api import claim_forms as claim_form
from claimgraph.data.api import debate_forms as debate_form
from claimgraph.data.api import evidence_forms as evidence_form
from claimgraph.data.api import former as former_form
from claimgraph.data.api import forms as form
from claimgraph.data.api import standing_forms as standing_form
from claimgraph.loading.validation import adapter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

API_VERSION: Final = "2.1.0"
"""The version of the forms: a new field raises the second number, a field that changes or goes the first."""

FOLDER: Final = "api/v2/schema/"
FORMER: Final = "api/v1/schema/"
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

FORMS: Final[Mapping[str, tuple[type[Any], bool]]] = MappingProxyType(
    {
        "index": (form.Index, False),
        "claims": (claim_form.ClaimEntry, True),
        "shards": (claim_form.Shard, True),
        "shard": (claim_form.ClaimDetail, True),
        "claim": (claim_form.WholeClaim, False),
        "topics": (form.Topic, True),
        "topic": (form.TopicPage, False),
        "sources": (form.Source, True),
        "voices": (form.Voice, True),
        "debate": (debate_form.Debate, False),
        "schemes": (argument_form.Scheme, True),
    }
)
"""Of each kind of file the record, and whether the file is a list of such records."""


FORMER_FORMS: Final[Mapping[str, tuple[type[Any], bool]]] = MappingProxyType(
    {
        name: (former_form.FormerClaim, True) if name == "claims" else (former_form.Moved, False)
        for name in FORMS
        if not name.startswith("shard")
    }
)
"""The same for what stands at the addresses of version 1."""

_MODULES: Final = (claim_form, evidence_form, standing_form, argument_form, debate_form, former_form, form)
"""Where the records are defined; one that another module reads stands there, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field of a record: its type in words, and what it means; empty where the name says it."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRows:
    """One record with its fields."""

    name: str
    meaning: str
    fields: tuple[FieldRow, ...]


@lru_cache(maxsize=1)
def _schemas() -> Mapping[type[Any], Mapping[str, Any]]:
    """Return the schema of each kind of record."""
    records = (record for forms in (FORMS, FORMER_FORMS) for record, _ in forms.values())
    found = {record: adapter(record).json_schema(mode="serialization") for record in records}
    meanings = dict(_docstrings())
    for schema in found.values():
        for title, record in ((schema["title"], schema), *schema.get("$defs", {}).items()):
            (named,) = {getattr(module, title) for module in _MODULES if hasattr(module, title)}
            for kind in reversed(named.__mro__):
                for field, text in meanings.get(kind.__name__, {}).items():
                    record["properties"][field.rstrip("_")]["description"] = text
    return MappingProxyType(found)


def _docstrings() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each class of the forms with the docstrings of its fields; pydantic's own way reads the file for each."""
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
    """Yield the address and text of each schema, those of version 1 where the site `has_former` addresses.

    Their `$id` is left out where the site has no address.
    """
    for folder, forms in ((FOLDER, FORMS), (FORMER, FORMER_FORMS if has_former else {})):
        for name, (record, is_list) in forms.items():
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
    """Leave out the titles that pydantic makes of the fields' names."""
    if isinstance(value, dict):
        return {
            key: _untitled(inner)
            for key, inner in value.items()
            if not (key == "title" and isinstance(inner, str) and "properties" not in value)
        }
    return [_untitled(item) for item in value] if isinstance(value, list) else value


_TYPES: Final = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


@lru_cache(maxsize=1)
def form_rows() -> tuple[FormRows, ...]:
    """Return every record of the API with its fields, each once, those of lists first."""
    found: dict[str, FormRows] = {}
    for name in (
        "claims",
        "shards",
        "shard",
        "claim",
        "topics",
        "topic",
        "sources",
        "voices",
        "debate",
        "schemes",
        "index",
    ):
        schema = _schemas()[FORMS[name][0]]
        records = {str(schema["title"]): schema, **schema.get("$defs", {})}
        for title, record in records.items():
            found.setdefault(title, _rows(title, record))
    return tuple(found.values())


def _rows(title: str, record: Mapping[str, Any]) -> FormRows:
    fields = (
        FieldRow(name=name, type=_type(about), meaning=str(about.get("description", "")))
        for name, about in record["properties"].items()
    )
    return FormRows(name=title, meaning=str(record.get("description", "")), fields=tuple(fields))


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
