"""Reads records of references in CSL-JSON, and in YAML as Zotero and Pandoc write them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from claimgraph.findings import Finding
from claimgraph.importing.argument_map import UnreadableError
from claimgraph.loading.csl_records import WRAPPER
from claimgraph.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCES: Final = re.compile(r"\A\s*---[ \t]*\n|\n(?:\.\.\.|---)[ \t]*\n*\Z")
"""The lines that begin and end the YAML of a document of Pandoc's."""


def is_csl_json(text: str) -> bool:
    """Tell whether a text is CSL-JSON, and not an argument map in AIF."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(whole, list) or (isinstance(whole, dict) and "nodes" not in whole)


def read_csl_json(text: str) -> tuple[Mapping[str, Any], ...]:
    """Return the items of CSL-JSON: a list, `items` with one, or one item. Raises UnreadableError if it is none."""
    whole = json.loads(text)
    return _items(whole.get("items", whole) if isinstance(whole, dict) else whole)


def read_csl_yaml(text: str) -> tuple[Mapping[str, Any], ...]:
    """Return the items of YAML: a list, `references` with one, or one item. Raises UnreadableError if it is none."""
    inner = _FENCES.sub("\n", text.replace("\r\n", "\n"))
    is_list = inner.lstrip().startswith("- ")
    found = read_yaml("", f"{WRAPPER}:\n{inner}".encode() if is_list else inner.encode())
    if isinstance(found, Finding):
        raise UnreadableError(f"line {found.location.line - is_list}: {found.message}")
    return _items(found.data.get(WRAPPER, found.data))


def _items(found: object) -> tuple[Mapping[str, Any], ...]:
    items = [found] if isinstance(found, dict) else found
    if not isinstance(items, list) or not all(
        isinstance(item, dict) and item.keys() & {"type", "title"} for item in items
    ):
        raise UnreadableError("it is no list of records in CSL, each with a type and a title")
    return tuple(items)
