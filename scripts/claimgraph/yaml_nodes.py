"""The one door to PyYAML: a bounded, plain subset of YAML, read with the place of every value.

Only mappings, lists and scalars are read. Every scalar is text: YAML 1.1 turns `no`, `12:30` and `0123` into other
things, so no scalar is resolved here and the schema converts what it wants as a number. Tags, anchors, aliases, merge
keys, directives, further documents and duplicate keys are refused, because a reader of the file does not see what they
do. Size, depth and number of values are bounded while the parser's events are read, before anything is built.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

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

from claimgraph.findings import Finding, Severity
from claimgraph.location import Location, Mark, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES: Final = 64 * 1024
MAX_DEPTH: Final = 8
MAX_NODES: Final = 8_000

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""A value as written: text, a list, or a mapping with text keys."""

_UNSEEN_CHARACTERS: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line and paragraph separators
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # no width
    "\u115f\u1160\u3164\uffa0"  # fillers that look like a space
    "\ufdd0-\ufdef\ufffe\uffff"  # not characters
    "\ud800-\udfff"  # half characters
    "\U000e0000-\U000e0fff"  # tags and further variation selectors
)
_UNSEEN: Final = re.compile(f"[{_UNSEEN_CHARACTERS}]")
_ESCAPED: Final = re.compile(f"[\r{_UNSEEN_CHARACTERS}]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file's content: its data and where each value stands."""

    data: dict[str, Value]
    mark: Mark


class _RefusedError(Exception):
    def __init__(self, line: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint


def read_yaml(path: str, content: bytes) -> Document | Finding:
    """Read one file's bytes; `path` is only named in the finding.

    The answer is the document, or one finding of rule `yaml-refused` with the first place that is not of the subset.
    """
    try:
        return _Builder(_decode(content)).document()
    except _RefusedError as refused:
        where = Location(path=path, line=refused.line, column=refused.column)
        return Finding(
            rule="yaml-refused",
            severity=Severity.ERROR,
            location=where,
            message=refused.message,
            hint=refused.hint,
        )


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _RefusedError(1, 1, f"the file has {len(content):,} bytes, more than {MAX_BYTES:,}", "split it in parts")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        raise _RefusedError(*_place(before), "the file is not UTF-8 from here on", "save it as UTF-8") from None
    text = text.removeprefix("\ufeff")
    if found := _UNSEEN.search(text):
        raise _RefusedError(*_place(text[: found.start()]), _unseen(found[0]), "remove it")
    if found := _LONE_RETURN.search(text):
        message = "a carriage return stands without a line feed"
        raise _RefusedError(*_place(text[: found.start()]), message, "save the file with Unix line ends")
    return text


def _begin(event: Event) -> tuple[int, int]:
    """Return the line and column, from 1, at which an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _place(before: str) -> tuple[int, int]:
    """Return line and column of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _unseen(character: str) -> str:
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name.lower()}) cannot be seen on the page"


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    value: list[Value] | dict[str, Value]
    inside: dict[Step, Mark]
    line: int
    column: int
    key_of_self: tuple[int, int] | None
    key: str | None = None
    key_place: tuple[int, int] | None = None


_NOTHING: Final[Mapping[Step, Mark]] = MappingProxyType({})


class _Builder:
    """Builds one document from the parser's events, with its own stack instead of recursion."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parser = yaml.CLoader(text)
        self._open: list[_Open] = []
        self._nodes = 0
        self._root: tuple[Value, Mark] | None = None

    def document(self) -> Document:
        try:
            self._read()
        except yaml.MarkedYAMLError as error:
            raise _syntax(error, self._text) from None
        except yaml.YAMLError as error:
            raise _RefusedError(1, 1, f"this is not YAML: {error}") from None
        finally:
            self._parser.dispose()
        if self._root is None:
            raise _RefusedError(1, 1, "the file is empty", "begin with `title: ...`")
        value, mark = self._root
        if not isinstance(value, dict):
            hint = "begin with `title: ...`"
            raise _RefusedError(mark.line, mark.column, "the file is not a mapping of keys to values", hint)
        return Document(data=value, mark=mark)

    def _read(self) -> None:
        documents = 0
        while True:
            event = self._parser.get_event()
            if isinstance(event, ScalarEvent):  # first, and not by `match`: most events are scalars
                self._scalar(event)
            elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                self._begin(event)
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                self._end()
            elif isinstance(event, AliasEvent):
                raise self._refused(event, f"the alias '*{event.anchor}' is not read", "write the value out")
            elif isinstance(event, DocumentStartEvent):
                documents += 1
                self._document_start(event, documents)
            elif isinstance(event, StreamEndEvent):
                return

    def _document_start(self, event: DocumentStartEvent, documents: int) -> None:
        if documents > 1:
            raise self._refused(event, "a second document begins here", "one file holds one document: remove `---`")
        if event.version or event.tags:
            raise self._refused(event, "a directive (%YAML, %TAG) is not read", "remove the line")

    def _refused(self, event: Event, message: str, hint: str = "") -> _RefusedError:
        return _RefusedError(*_begin(event), message, hint)

    def _count(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, f"the file has more than {MAX_NODES:,} values", "split it in parts")
        if event.anchor is not None:
            raise self._refused(event, f"the anchor '&{event.anchor}' is not read", "remove it, or put it in quotes")
        if event.tag is not None:
            raise self._refused(event, f"the tag '{event.tag}' is not read", "remove it, or put it in quotes")

    def _scalar(self, event: ScalarEvent) -> None:
        self._count(event)
        text: str = event.value
        if event.style == '"' and (found := _ESCAPED.search(text)):  # written by an escape; the rest was looked at
            raise self._refused(event, _unseen(found[0]), "remove it")
        line, column = _begin(event)
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event, text, (line, column))
            return
        self._add(text, Mark(line, column, parent.key_place if parent else None, _NOTHING))

    def _key(self, parent: _Open, event: ScalarEvent, text: str, place: tuple[int, int]) -> None:
        if text == "<<":
            raise self._refused(event, "the merge key '<<' is not read", "write the values out")
        if not text:
            raise self._refused(event, "a key is empty", "write its name before the colon")
        key = unicodedata.normalize("NFC", text)
        if key in parent.inside:
            first = parent.inside[key].key
            line = first[0] if first else 0
            message = f"the key '{key}' stands twice, first in line {line}"
            raise self._refused(event, message, "keep one of them; put several values in one list")
        parent.key, parent.key_place = key, place

    def _key_place(self) -> tuple[int, int] | None:
        return self._open[-1].key_place if self._open else None

    def _begin(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self._count(event)
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(event, f"values are nested more than {MAX_DEPTH} deep", "no field needs that")
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            raise self._refused(event, "a key is a list or a mapping", "put it in quotes if it is meant as text")
        line, column = _begin(event)
        value: list[Value] | dict[str, Value] = {} if isinstance(event, MappingStartEvent) else []
        self._open.append(_Open(value, {}, line, column, self._key_place()))

    def _end(self) -> None:
        done = self._open.pop()
        self._add(done.value, Mark(done.line, done.column, done.key_of_self, done.inside))

    def _add(self, value: Value, mark: Mark) -> None:
        if not self._open:
            self._root = value, mark
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.inside[len(parent.value)] = mark
            parent.value.append(value)
            return
        if parent.key is None:  # the parser gives a key before each value
            raise AssertionError
        parent.inside[parent.key] = mark
        parent.value[parent.key] = value
        parent.key = parent.key_place = None


def _syntax(error: yaml.MarkedYAMLError, text: str) -> _RefusedError:
    problem = error.problem or "the text ends too early"
    mark = error.problem_mark or error.context_mark
    if problem in _BEGUN_BEFORE:
        mark = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    hint = _SYNTAX_HINTS.get(problem, "")
    if problem == _BAD_START:
        character = text.split("\n")[line - 1][column - 1 : column]
        problem = _TAB if character == "\t" else f"a text that is not in quotes cannot begin with {character}"
        hint = "indent with spaces" if problem == _TAB else "put it in quotes, or below `>-`"
    return _RefusedError(line, column, f"this is not YAML: {_PLAIN_WORDS.get(problem, problem)}", hint)


_BAD_START: Final = "found character that cannot start any token"
_TAB: Final = "a tab indents this line"
_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": "': ' stands inside a text that is not in quotes",
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
}
"""What some of the parser's problems mean to somebody who writes a claim."""
_BEGUN_BEFORE: Final = frozenset({"could not find expected ':'", "found unexpected end of stream"})
"""Where the parser stops later than what is wrong begins."""
_SYNTAX_HINTS: Final = {
    "mapping values are not allowed in this context": "put a text that holds ': ' in quotes, and indent keys alike",
    "found a tab character that violates indentation": "indent with spaces",
    "found a tab character where an indentation space is expected": "indent with spaces",
    "could not find expected ':'": "write `key: value`, with a space after the colon",
    "did not find expected key": "indent this line like those above, and write a text with quotation marks below `>-`",
    "did not find expected '-' indicator": "indent this line like the items above it",
    "block sequence entries are not allowed in this context": "begin the list in the next line, each item with `- `",
    "did not find expected ',' or ']'": "close the list with `]`, and put a text that holds , [ ] { or } in quotes",
    "did not find expected ',' or '}'": "close the mapping with `}`, and put a text that holds , [ ] { or } in quotes",
    "did not find expected node content": "put a text that begins so in quotes",
    "did not find expected alphabetic or numeric character": "put a text that begins so in quotes",
    "did not find expected comment or line break": "begin the text in the next line, below `>-`",
    "did not find expected <document start>": "one file holds one document: remove `...`",
    "found unknown escape character": "write the text below `>-`, where a backslash is a backslash",
    "found unexpected end of stream": "close the quotation mark",
}
