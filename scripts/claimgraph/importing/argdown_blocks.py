"""Parses the lines of Argdown: elements, indented relations, and premise-conclusion structures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimgraph.importing.argdown_text import Content, read_content
from claimgraph.importing.argument_map import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMENT: Final = re.compile(r"(?<!\\)<!--.*?-->|(?<!\\)/\*.*?\*/|(?<![\\:])//[^\n]*", re.DOTALL)
_WAS_COMMENT: Final = "\0"
_FRONT: Final = re.compile(r"\A\s*===+.*?===+[ \t]*(?=\n|\Z)", re.DOTALL)
_RELATION: Final = re.compile(r"^([ \t]*)(\+>|->|<\+|<-|><|_>|<_|\+|-|_)[ \t]+(?=\S)")
_STATEMENT: Final = re.compile(r"^[ \t]*\(([0-9]+)\)[ \t]*(?=\S)")
_RULE: Final = re.compile(r"^[ \t]*--")
_HEAD: Final = re.compile(r"^[ \t]*(?:\[(?P<statement>[^\]]+)\]|<(?P<argument>[^>]+)>)(?P<defines>:?)[ \t]*")
_LIST: Final = re.compile(r"^[ \t]*(?:\*|[0-9]+\.)[ \t]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One occurrence of a statement or argument; `title` is empty for a statement without one."""

    title: str
    is_argument: bool
    content: Content
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """An arrow as written (`+>`, `<-`, `_>`, …) between two elements; a short arrow is incoming."""

    arrow: str
    parent: Element
    child: Element


@dataclass(slots=True, kw_only=True)
class Structure:
    """The premise-conclusion structure of an argument; `steps` are the elements between lines of dashes."""

    argument: Element
    steps: list[list[Element]] = field(default_factory=lambda: [[]])


@dataclass(slots=True, kw_only=True)
class Blocks:
    """The parts of a document, in order."""

    elements: list[Element] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    structures: list[Structure] = field(default_factory=list)


def read_blocks(text: str) -> Blocks:
    """Return the parts of a document. Raises UnreadableError with the line that cannot be read."""
    blocks = Blocks()
    above: list[tuple[int, Element]] = []
    structure: Structure | None = None
    is_in_rule = False
    for line, raw in _logical_lines(_without_comments(text)):
        if not raw:
            above = []
            continue
        if _RULE.match(raw):
            if structure is None:
                raise UnreadableError(f"line {line}: a line of dashes stands outside of a premise-conclusion structure")
            is_in_rule = _opens(raw, is_open=is_in_rule)
            if not is_in_rule:
                structure.steps.append([])
                above = [(0, structure.argument)]
            continue
        if is_in_rule:
            continue
        relation, premise = _RELATION.match(raw), _STATEMENT.match(raw)
        start = relation or premise or _LIST.match(raw)
        element = _element(raw[start.end() :] if start else raw, line)
        blocks.elements.append(element)
        if relation:
            depth = len(relation[1].expandtabs(4)) + 1
            above = [(at, one) for at, one in above if at < depth]
            if not above:
                raise UnreadableError(f"line {line}: the relation '{relation[2]}' stands below nothing")
            blocks.relations.append(Relation(arrow=relation[2], parent=above[-1][1], child=element))
            above.append((depth, element))
            continue
        above = [(0, element)]
        structure = _with_premise(blocks, structure, element, int(premise[1])) if premise else None
    return blocks


def _opens(raw: str, *, is_open: bool) -> bool:
    """Tell whether names of rules follow a line of dashes: `--` alone opens and closes them, unlike `-- rule --`."""
    text = raw.strip()
    return not is_open and not text.strip("-") and len(text) == len("--")


def _with_premise(blocks: Blocks, structure: Structure | None, element: Element, number: int) -> Structure:
    """Add a numbered statement to the structure of the argument before it, and return this structure."""
    if structure is None or number == 1:
        before = next((one for one in reversed(blocks.elements[:-1]) if one.is_argument), None)
        name = Element(title=f"line {element.line}", is_argument=True, content=Content(words=""), line=element.line)
        structure = Structure(argument=before or name)
        blocks.structures.append(structure)
    structure.steps[-1].append(element)
    return structure


def _without_comments(text: str) -> str:
    """Return a text without front matter and comments but with all line ends.

    Where a comment stood, each of its lines has a mark, since a line that holds a comment alone is no gap.
    """
    text = _FRONT.sub(_line_ends, text.replace("\r\n", "\n").replace(_WAS_COMMENT, " "), count=1)
    return _COMMENT.sub(lambda found: _WAS_COMMENT + _line_ends(found).replace("\n", f"\n{_WAS_COMMENT}"), text)


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each line, joined with its continuation lines; a gap or heading is empty."""
    whole, begun = "", 0
    for line, given in enumerate(text.split("\n"), start=1):
        raw = given.replace(_WAS_COMMENT, "")
        if raw != given and not raw.strip():
            continue
        begins = any(pattern.match(raw) for pattern in (_RELATION, _STATEMENT, _RULE, _HEAD, _LIST))
        if whole and raw.strip() and not begins and not _RULE.match(whole):
            whole += f"\n{raw}"
            continue
        if whole:
            yield begun, whole
        whole, begun = ("" if raw.startswith("#") and " " in raw.split("#")[-1][:1] else raw.rstrip()), line
        if not whole:
            yield line, ""
    if whole:
        yield begun, whole


def _element(raw: str, line: int) -> Element:
    head = _HEAD.match(raw)
    content = read_content(raw[head.end() :] if head else raw, line)
    title = (head["statement"] or head["argument"]) if head else ""
    return Element(title=title, is_argument=bool(head and head["argument"]), content=content, line=line)
