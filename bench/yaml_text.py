"""Writes nested values as YAML, in the style of the repository's own files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from claimgraph.yaml_text import entry, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""The contents of a file: a text, a list, or a mapping. Texts are one line, without two spaces in a row."""


def yaml_text(value: Mapping[str, Value]) -> str:
    """Return a mapping as a text. A key with an empty text or list is left out; an empty mapping is a bare key."""
    return "".join(_mapping(value, ""))


def _mapping(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            yield f"{indent}{key}:\n"
            yield from _mapping(inner, indent + "  ")
        elif not inner:
            continue
        elif isinstance(inner, str):
            yield entry(key, inner, indent)
        else:
            yield f"{indent}{key}:\n"
            yield from _list(inner, indent + "  ")


def _list(items: Sequence[Value], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, str):
            yield f"{indent}- {scalar(item)}\n"
        elif isinstance(item, Mapping):
            first, *rest = _mapping(item, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
