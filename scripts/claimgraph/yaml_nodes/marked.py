"""Reads a text with the place of every value, or refuses it at the first place that is not in the subset."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from claimgraph.location import Mark
from claimgraph.yaml_nodes.characters import ESCAPED, unseen
from claimgraph.yaml_nodes.document import MAX_DEPTH, MAX_NODES, Document, TrailingComment
from claimgraph.yaml_nodes.following import POSSIBLE, comment_after
from claimgraph.yaml_nodes.refusal import RefusedError
from claimgraph.yaml_nodes.syntax import syntax_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.location import Step
    from claimgraph.yaml_nodes.document import Value


def read_marked(text: str) -> Document:
    """Read a text with the place of every value. Raises RefusedError for the first place that is not in the subset."""
    parser = yaml.CLoader(text)
    builder = _Builder(parser, text)
    try:
        root = builder.root()
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text) from None
    except yaml.YAMLError as error:
        raise RefusedError(1, 1, f"this is not YAML: {error}") from None
    finally:
        parser.dispose()
    if not root.items:
        raise RefusedError(1, 1, "the file is empty", "begin with `title: ...`")
    (value,), mark = root.items, root.inside[0]
    if not isinstance(value, dict):
        hint = "begin with `title: ...`"
        if isinstance(value, list):
            hint = "remove the `- ` before the first key, and indent the lines below it two spaces less"
        raise RefusedError(mark.line, mark.column, "the file is not a mapping of keys to values", hint)
    return Document(data=value, mark=mark, comments=tuple(builder.comments))


def _refused(event: Event, message: str, hint: str = "") -> RefusedError:
    return RefusedError(*_begin(event), message, hint)


def _begin(event: Event) -> tuple[int, int]:
    """Return the line and column, from 1, where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


@dataclass(slots=True)
class _Open:
    """A list (with `items`) or a mapping (with `fields`) that is being read."""

    is_mapping: bool
    is_flow: bool
    line: int
    column: int
    key_of_self: tuple[int, int] | None
    items: list[Value] = field(default_factory=list)
    fields: dict[str, Value] = field(default_factory=dict)
    inside: dict[Step, Mark] = field(default_factory=dict)
    key: str | None = None
    """The key whose value comes next; None in a list, or if a key comes next."""
    key_place: tuple[int, int] | None = None

    def add(self, value: Value, mark: Mark) -> None:
        if self.key is not None:
            self.inside[self.key] = mark
            self.fields[self.key] = value
            self.key = self.key_place = None
        else:
            self.inside[len(self.items)] = mark
            self.items.append(value)


_NOTHING: Final[Mapping[Step, Mark]] = MappingProxyType({})


class _Builder:
    """Builds one document from the parser's events with a stack in place of recursion."""

    def __init__(self, parser: yaml.CLoader, text: str) -> None:
        self._parser, self._text = parser, text
        self._around: list[_Open] = []
        self._here = _Open(is_mapping=False, is_flow=False, line=1, column=1, key_of_self=None)
        self._nodes = 0
        self._has_comments = POSSIBLE.search(text) is not None
        self.comments: list[TrailingComment] = []

    def root(self) -> _Open:
        """Read all events; return a list with the one value of the file, or an empty list."""
        documents = 0
        while True:
            event = self._parser.get_event()
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                self._start(event)
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                done, self._here = self._here, self._around.pop()
                value: Value = done.fields if done.is_mapping else done.items
                self._here.add(value, Mark(done.line, done.column, done.key_of_self, done.inside))
            elif isinstance(event, AliasEvent):
                raise _refused(event, f"the alias '*{event.anchor}' is not read", "write the value out")
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                self._document_start(event, documents)
            elif isinstance(event, StreamEndEvent):
                return self._here

    def _document_start(self, event: DocumentStartEvent, documents: int) -> None:
        if documents > 1:
            raise _refused(event, "a second document begins here", "one file holds one document: remove `---`")
        if event.version or event.tags:
            raise _refused(event, "a directive (%YAML, %TAG) is not read", "remove the line")

    def _count(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _refused(event, f"the file has more than {MAX_NODES:,} values", "split it in parts")
        if event.anchor is not None:
            raise _refused(event, f"the anchor '&{event.anchor}' is not read", "remove it, or put it in quotes")
        if event.tag is not None:
            raise _refused(event, f"the tag '{event.tag}' is not read", "remove it, or put it in quotes")

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(event)
        text: str = event.value
        if event.style == '"' and (found := ESCAPED.search(text)):  # other texts were checked when decoded
            raise _refused(event, unseen(found[0]), "remove it")
        line, column = _begin(event)
        here = self._here
        if here.is_mapping and here.key is None:
            here.key, here.key_place = _key(here, event, text), (line, column)
            self._note_comment(event, is_key=True)
        else:
            self._note_comment(event, is_key=False)
            here.add(text, Mark(line, column, here.key_place, _NOTHING))

    def _note_comment(self, event: ScalarEvent, *, is_key: bool) -> None:
        """Keep the comment after a scalar that is a key or is about to be added."""
        if not self._has_comments:
            return
        here = self._here
        indent = 0 if here.is_flow else here.key_place[1] if here.key_place else here.column
        if found := comment_after(self._text, event, indent):
            steps = tuple(o.key if o.key is not None else len(o.items) for o in (*self._around[1:], here))
            before = self._text[: found.begins]
            line, column = before.count("\n") + 1, found.begins - before.rfind("\n")
            comment = TrailingComment(steps=steps, is_key=is_key, text=found.text, line=line, column=column)
            self.comments.append(comment)

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event)
        if len(self._around) >= MAX_DEPTH:
            raise _refused(event, f"values are nested more than {MAX_DEPTH} deep", "no field needs that")
        here = self._here
        if here.is_mapping and here.key is None:
            raise _refused(event, "a key is a list or a mapping", "put it in quotes if it is meant as text")
        self._around.append(here)
        line, column = _begin(event)
        is_mapping, is_flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        self._here = _Open(is_mapping, is_flow, line, column, here.key_place)


def _key(here: _Open, event: ScalarEvent, text: str) -> str:
    """Return a key in Unicode's normal form C. Raises RefusedError for an empty, merge or duplicate key."""
    if text == "<<":
        raise _refused(event, "the merge key '<<' is not read", "write the values out")
    if not text:
        raise _refused(event, "a key is empty", "write its name before the colon")
    key = unicodedata.normalize("NFC", text)
    if key in here.inside:
        first = here.inside[key].key
        line = first[0] if first else 0
        message = f"the key '{key}' stands twice, first in line {line}"
        raise _refused(event, message, "keep one of them; put several values in one list")
    return key
