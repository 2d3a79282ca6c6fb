"""Writes a draft as a file of a claim or source that marks every required field without a value."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from claimgraph.importing.records import Season
from claimgraph.loading.adapters import adapter
from claimgraph.loading.schemas import schema_line
from claimgraph.model.claim import Claim
from claimgraph.model.source import Source
from claimgraph.yaml_text import comment, entry, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.importing.drafts import Draft

MARK: Final = "TO DO"
"""The mark above every field that has to be filled in; the field is empty, so the check refuses it."""

_KEY: Final = re.compile(r"[a-z][a-z_-]*")
_BEGIN: Final = f"Imported. Fill in what says {MARK}: `claimgraph check` names what is still empty."


def draft_file(draft: Draft, path: str, *, is_supported: bool) -> str:
    """Return the text of the file at `path`; a claim without evidence and support gets an empty quote."""
    schema = _schema(Claim)
    fields = {name: draft.fields[name] for name in schema["properties"] if draft.fields.get(name) not in (None, "", [])}
    if not is_supported and not {"quotes", "citations"} & set(fields):
        fields["quotes"] = [{}]
    return _file(fields, schema, path)


def source_file(fields: Mapping[str, Any], path: str) -> str:
    """Return the text of the file of a source at `path`."""
    return _file(fields, _schema(Source), path)


def _file(fields: Mapping[str, Any], schema: Mapping[str, Any], path: str) -> str:
    text = "".join(_record(fields, schema, schema.get("$defs", {}), ""))
    begin = comment(_BEGIN) if MARK in text else ""
    return f"{schema_line(path)}\n{begin}{text}"


@cache
def _schema(kind: type[Any]) -> Mapping[str, Any]:
    return adapter(kind).json_schema(by_alias=True)


def _record(fields: Mapping[str, Any], about: Mapping[str, Any], all_: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a record: its fields in the order of its schema, with missing required ones marked."""
    for name, what in about["properties"].items():
        inner = _inner(what, all_)
        if name in fields:
            yield from _field(name, fields[name], inner, all_, indent)
        elif name in about.get("required", ()):
            yield from _missing(name, what, inner, all_, indent)


def _missing(
    name: str, what: Mapping[str, Any], inner: Mapping[str, Any], all_: Mapping[str, Any], indent: str
) -> Iterator[str]:
    if "properties" in inner:
        yield f"{indent}{name}:\n"
        yield from _record({}, inner, all_, f"{indent}  ")
        return
    values = f" One of: {', '.join(what['enum'])}." if "enum" in what else ""
    yield comment(f"{MARK}: {what.get('description', name)}{values}", indent)
    yield f"{indent}{name}:\n"


def _inner(what: Mapping[str, Any], all_: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of the record in a field or in its list; empty for other fields."""
    named = what.get("items", what).get("$ref", "")
    found: Mapping[str, Any] = all_.get(named.rpartition("/")[2], {})
    return found if "properties" in found else {}


def _field(name: str, value: object, inner: Mapping[str, Any], all_: Mapping[str, Any], indent: str) -> Iterator[str]:
    if isinstance(value, dict) and inner:
        yield f"{indent}{name}:\n"
        yield from _record(_known(value), inner, all_, f"{indent}  ")
    elif isinstance(value, list) and inner:
        yield f"{indent}{name}:\n"
        for item in value:
            record = _known(item) if isinstance(item, dict) else {}
            lines = list(_record(record, inner, all_, f"{indent}    "))
            yield f"{indent}  - {''.join(lines).removeprefix(f'{indent}    ')}"
    elif isinstance(value, list):
        yield f"{indent}{name}: [{', '.join(_flow(str(item)) for item in value)}]\n"
    elif isinstance(value, Season):
        yield f"{indent}{name}: {{date-parts: [[{value.year}]], season: {value.number}}}\n"
    else:
        yield _text(name, str(value).lower() if isinstance(value, bool) else str(value), indent)


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if _KEY.fullmatch(str(name)) and value not in (None, "")}


def _flow(text: str) -> str:
    return text if re.fullmatch(r"[a-z0-9-]+", text) else _quoted(text)


def _text(name: str, text: str, indent: str) -> str:
    """Return a field with a text that reads back unchanged: folded if that is safe, or else in quotation marks."""
    if text == " ".join(text.split(" ")).strip() and "  " not in text and text.isprintable():
        return entry(name, text, indent) if text else f"{indent}{name}: {scalar(text)}\n"
    return f"{indent}{name}: {_quoted(text)}\n"


def _quoted(text: str) -> str:
    """Return a text in quotation marks for YAML and JSON, with escapes for characters that are not printable."""
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08x}"
        for character in json.dumps(text, ensure_ascii=False)
    )
