"""Generates the JSON Schemas of the data files from the models, for editors that complete and check fields."""

from __future__ import annotations

import json
from typing import Any, Final

from claimgraph.loading.adapters import adapter
from claimgraph.model.claim import Claim
from claimgraph.model.compared import Comparisons
from claimgraph.model.looked import Looks
from claimgraph.model.source import Source
from claimgraph.model.terms import Glossary, Measures
from claimgraph.model.topic import Topic
from claimgraph.model.voice import Voice

SCHEMAS: Final[dict[str, type[Any]]] = {
    "claims/claim.schema.json": Claim,
    "claims/glossary.schema.json": Glossary,
    "claims/measures.schema.json": Measures,
    "claims/topic.schema.json": Topic,
    "sources/compared.schema.json": Comparisons,
    "sources/looked.schema.json": Looks,
    "sources/source.schema.json": Source,
    "voices/voice.schema.json": Voice,
}
"""The records by the path of their schema, relative to the checkout."""


def schema_line(path: str) -> str:
    """Return the first line of a data file at `path`, by which editors find its schema; empty for other files."""
    match path.split("/"):
        case ["claims", _, "_topic.yml"]:
            name = "../topic"
        case ["claims", _, _]:
            name = "../claim"
        case ["claims", "_glossary.yml" | "_measures.yml" as file]:
            name = file.removeprefix("_").removesuffix(".yml")
        case ["sources", "compared.yml" | "looked.yml" as file]:
            name = file.removesuffix(".yml")
        case ["sources", _]:
            name = "source"
        case ["voices", _]:
            name = "voice"
        case _:
            return ""
    return f"# yaml-language-server: $schema={name}.schema.json"


def schema_files() -> dict[str, str]:
    """Return the text of each schema file (JSON Schema 2020-12) by its path."""
    return {path: _text(kind) for path, kind in SCHEMAS.items()}


def _text(kind: type[Any]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter(kind).json_schema(by_alias=True)}
    return json.dumps(_plain(schema), indent=2, ensure_ascii=False) + "\n"


def _plain(node: object) -> object:
    """Remove the titles that pydantic makes of names, and the defaults, which an editor would offer as text."""
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: {name: _plain(inner) for name, inner in value.items()} if key in {"properties", "$defs"} else _plain(value)
        for key, value in node.items()
        if key != "default" and not (key == "title" and isinstance(value, str))
    }
