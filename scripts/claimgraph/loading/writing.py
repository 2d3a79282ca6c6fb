"""Says what to type instead of a value that is not of its field's type, by the JSON Schema of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimgraph.loading.adapters import adapter
from claimgraph.loading.suggestions import dates_meant
from claimgraph.model.values import is_id
from claimgraph.nearest import nearest_name
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from claimgraph.location import Step


_JSON_SCHEMAS: dict[type[Any], Mapping[str, Any]] = {}


def _json_schema(kind: type[Any]) -> Mapping[str, Any]:
    if kind not in _JSON_SCHEMAS:
        _JSON_SCHEMAS[kind] = adapter(kind).json_schema(by_alias=True)
    return _JSON_SCHEMAS[kind]


def _record_at(kind: type[Any], steps: tuple[Step, ...]) -> Mapping[str, Any]:
    """Return the JSON Schema of the record at some steps; empty if there is none."""
    schema = _json_schema(kind)
    definitions = schema.get("$defs", {})

    def resolve(node: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in node or "anyOf" in node:
            if "$ref" in node:
                node = definitions[node["$ref"].rpartition("/")[2]]
            else:
                node = next((b for b in node["anyOf"] if "$ref" in b or b.get("type") == "array"), {})
        return node

    node = resolve(schema)
    for step in steps:
        if isinstance(step, int):
            node = resolve(node.get("items", {}))
        else:
            others = next(iter(node.get("patternProperties", {}).values()), node.get("additionalProperties"))
            inner = node.get("properties", {}).get(step, others)
            node = resolve(inner if isinstance(inner, dict) else {})
    return node


def known_fields(kind: type[Any], steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Return the fields of the record at some steps; empty if there is none."""
    return tuple(_record_at(kind, steps).get("properties", {}))


def form_of(kind: type[Any], steps: tuple[Step, ...]) -> str:
    """Return how to write the value of a missing field: `...`, a list, or a mapping with its required fields."""
    required = _record_at(kind, steps).get("required", ())
    about = _record_at(kind, steps[:-1]).get("properties", {}).get(steps[-1], {})
    if about.get("type") == "array":
        return "[...]"
    return "{" + ", ".join(f"{name}: ..." for name in required) + "}" if required else "..."


def what_to_write(kind: type[Any], steps: tuple[Step, ...], detail: ErrorDetails) -> str:
    """Return a hint for a value that is wrong; empty if the message says it all."""
    value = detail["input"]
    field = next((step for step in reversed(steps) if isinstance(step, str)), "")
    match detail["type"]:
        case _ if value == "" and steps and isinstance(steps[-1], str):
            return f"write `{steps[-1]}: {form_of(kind, steps)}`{meaning_of(kind, steps)}"
        case "day" | "edtf":
            return dates_meant(str(value))
        case "tuple_type" | "list_type":
            return f"write a list:\n{_as_list(kind, steps, field, value)}"
        case "dataclass_type" | "dict_type" | "dataclass_exact_type":
            return _as_mapping(kind, steps, field, value)
        case "string_type":
            return _as_text(field, value)
        case "string_too_long":
            return f"shorten it by {len(str(value)) - detail['ctx']['max_length']:,} characters or more"
        case "literal_error":
            meant = nearest_name(str(value), choices_of(detail))
            return f"write `{field}: {meant}`" if meant and isinstance(steps[-1], str) else ""
        case "bool_parsing" | "bool_type":
            return f"write `{field}: true`, or leave the field out"
    return ""


def choices_of(detail: ErrorDetails) -> list[str]:
    """Return the words of which a value should be one."""
    return str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")


def _as_list(kind: type[Any], steps: tuple[Step, ...], field: str, value: object) -> str:
    required = _record_at(kind, (*steps, 0)).get("required", ())
    if isinstance(value, dict):
        pairs = [(str(key), scalar(_line(inner)) if isinstance(inner, str) else "...") for key, inner in value.items()]
        return f"{field}:\n{_item(pairs)}"
    if not required:
        return f"{field}: [{scalar(_line(value))}]"
    return f"{field}:\n{_item(_filled(required, value))}"


def _as_mapping(kind: type[Any], steps: tuple[Step, ...], field: str, value: object) -> str:
    required = _record_at(kind, steps).get("required", ())
    if not required:
        return ""
    if isinstance(steps[-1], str):
        return f"write `{field}: {form_of(kind, steps)}`{meaning_of(kind, steps)}"
    return f"write:\n{field}:\n{_item(_filled(required, value))}"


def _as_text(field: str, value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], str):
        return f"write one text: `{field}: {scalar(_line(value[0]))}`"
    return "put a text that begins with [ or { in quotes"


def _filled(required: Sequence[str], value: object) -> list[tuple[str, str]]:
    """Return the required fields of a record, with a text where it belongs: an id in the first, others in the last."""
    text = _line(value) if isinstance(value, str) else ""
    at = required[0 if is_id(text) else -1] if text else ""
    return [(name, scalar(text) if name == at else "...") for name in required]


def _item(pairs: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"  {'  ' if number else '- '}{key}: {value}" for number, (key, value) in enumerate(pairs))


def _line(value: object) -> str:
    return " ".join(str(value).split())


def meaning_of(kind: type[Any], steps: tuple[Step, ...]) -> str:
    """Return `: ` and the description of the field at some steps; empty if it has none."""
    field = _record_at(kind, steps[:-1]).get("properties", {}).get(steps[-1], {})
    description = field.get("description", "")
    return f": {description}" if description else ""
