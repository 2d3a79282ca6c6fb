"""The JSON Schemas that editors read are those of the models, and every data file is valid by them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from claimgraph.loading.schemas import SCHEMAS, schema_files, schema_line

ROOT = Path(__file__).parents[2]
FILES = schema_files()


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_committed_schema_is_that_of_the_model(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == FILES[path], f"write it anew: {path}"


def test_no_other_schema_is_committed() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in ("claims", "sources", "voices")
        for path in (ROOT / folder).rglob("*.schema.json")
    }
    assert found == set(FILES)


@pytest.mark.parametrize("path", SCHEMAS)
def test_every_field_is_described(path: str) -> None:
    def undescribed(name: str, node: Any) -> list[str]:  # noqa: ANN401  JSON
        records = [node, *node.get("$defs", {}).values()]
        return [
            f"{name}.{field}"
            for record in records
            for field, schema in record.get("properties", {}).items()
            if not schema.get("description")
        ]

    assert undescribed(path, json.loads(FILES[path])) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("claims/waits/late.yml", "# yaml-language-server: $schema=../claim.schema.json"),
        ("claims/waits/_topic.yml", "# yaml-language-server: $schema=../topic.schema.json"),
        ("claims/_glossary.yml", "# yaml-language-server: $schema=glossary.schema.json"),
        ("claims/_measures.yml", "# yaml-language-server: $schema=measures.schema.json"),
        ("sources/report.yml", "# yaml-language-server: $schema=source.schema.json"),
        ("voices/driver.yml", "# yaml-language-server: $schema=voice.schema.json"),
        ("claims/other.yml", ""),
        ("docs/index.md", ""),
        ("claims/a/b/c.yml", ""),
    ],
)
def test_the_line_by_which_editors_find_the_schema(path: str, line: str) -> None:
    assert schema_line(path) == line
    if line:
        schema = (ROOT / path).parent / line.partition("=")[2]
        assert schema.resolve().relative_to(ROOT).as_posix() in FILES


def data_files() -> list[tuple[str, Path]]:
    """Return each data file with its schema's path."""
    found = []
    for path in sorted(path for folder in ("claims", "sources", "voices") for path in (ROOT / folder).rglob("*.yml")):
        line = schema_line(path.relative_to(ROOT).as_posix())
        found.append(((path.parent / line.partition("=")[2]).resolve().relative_to(ROOT).as_posix(), path))
    return found


class AsEditorsRead(yaml.SafeLoader):
    """Resolves plain scalars as the YAML language server does: numbers, booleans, null, and no dates."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsRead.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$", re.IGNORECASE), list("tfTF")
)


def test_every_data_file_is_valid_by_an_independent_validator() -> None:
    validators = {}
    for path, text in FILES.items():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))
        validators[path] = jsonschema.Draft202012Validator(json.loads(text))
    wrong = [
        f"{path.relative_to(ROOT)}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
        for schema, path in data_files()
        for error in validators[schema].iter_errors(yaml.load(path.read_text("utf-8"), AsEditorsRead))  # noqa: S506
    ]
    assert wrong == []


def test_every_data_file_has_a_schema() -> None:
    files = data_files()
    assert len(files) > 10
    assert {schema for schema, _ in files} <= set(FILES)
