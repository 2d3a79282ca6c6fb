"""Reads the data of a short and plain file without places, which most files are never asked for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import yaml
from yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from claimgraph.yaml_nodes.document import MAX_DEPTH, MAX_NODES
from claimgraph.yaml_nodes.following import POSSIBLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event

    from claimgraph.yaml_nodes.document import Value

LONGEST: Final = MAX_NODES // 2
"""In a text that is shorter, in characters, values need not be counted: each takes a character or more."""


class _NotPlainError(Exception):
    """The text is not plain; it may or may not be in the subset."""


def read_quickly(text: str) -> tuple[dict[str, Value], int, int] | None:
    """Return the data of a text, and the line and column where they begin.

    Returns None for a text that is too long or not plain enough, even if it is in the subset.
    """
    if len(text) >= LONGEST or "\\" in text or POSSIBLE.search(text):
        return None
    parser = yaml.CLoader(text)
    try:
        return _document(parser.get_event)
    except (_NotPlainError, yaml.YAMLError):
        return None
    finally:
        parser.dispose()


def _document(next_event: Callable[[], Event | None]) -> tuple[dict[str, Value], int, int]:
    next_event()  # the stream begins
    begin, root = next_event(), next_event()
    mark = root.start_mark if root else None
    if type(begin) is not DocumentStartEvent or begin.version or begin.tags or type(root) is not MappingStartEvent:
        raise _NotPlainError
    if root.anchor is not None or root.tag is not None or not mark:
        raise _NotPlainError
    data = _mapping(next_event, 1)
    next_event()  # the document ends
    if type(next_event()) is not StreamEndEvent:
        raise _NotPlainError
    return data, mark.line + 1, mark.column + 1


def _mapping(next_event: Callable[[], Event | None], depth: int) -> dict[str, Value]:
    found: dict[str, Value] = {}
    while type(event := next_event()) is ScalarEvent:
        key = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        if event.anchor is not None or event.tag is not None or not key or key == "<<" or key in found:
            raise _NotPlainError
        found[key] = _value(next_event, next_event(), depth)
    if type(event) is not MappingEndEvent:
        raise _NotPlainError
    return found


def _sequence(next_event: Callable[[], Event | None], depth: int) -> list[Value]:
    found: list[Value] = []
    while type(event := next_event()) is not SequenceEndEvent:
        found.append(_value(next_event, event, depth))
    return found


def _value(next_event: Callable[[], Event | None], event: Event | None, depth: int) -> Value:
    if type(event) is ScalarEvent and event.anchor is None and event.tag is None:
        return event.value
    if depth == MAX_DEPTH or not isinstance(event, CollectionStartEvent) or event.anchor or event.tag is not None:
        raise _NotPlainError
    if type(event) is MappingStartEvent:
        return _mapping(next_event, depth + 1)
    return _sequence(next_event, depth + 1)
