"""Puts the parser's errors into plain words, with what to type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from claimgraph.yaml_nodes.refusal import RefusedError
from claimgraph.yaml_text import scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml


class _Mistake(NamedTuple):
    """What is wrong and what to type; `line` and `column` are where, from 1."""

    line: int
    column: int
    what: str
    hint: str


_LINE: Final = re.compile(
    r"(?P<before>[ ]*(?:-[ ]+)*)(?P<key>[^\s:#'\"\[\]{}-][^\s:]*):(?:[ \t]+(?P<text>.*?))?[ \t\r]*"
)
"""A line with a key: what stands before the key, the key, and the text after the colon."""
_NO_SPACE: Final = re.compile(r"([ ]*(?:- +)*)([A-Za-z][\w-]*):(\S.*)")
_NO_SPACE_AFTER_DASH: Final = re.compile(r"( *)-([A-Za-z][\w-]*: .*)")
_BLOCK: Final = re.compile(r"[>|][+-]?[0-9]?[+-]?")
_AFTER_QUOTES: Final = re.compile(r"(\"[^\"]*\"|'[^']*')\s*\S.*")
_COMMENT: Final = re.compile(r"\S[ \t]+#")


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> RefusedError:
    """Return the refusal of a text for an error of the parser."""
    problem = error.problem or "the text ends too early"
    mark = error.problem_mark or error.context_mark
    if problem in _BEGUN_BEFORE:
        mark = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    found = _mistake(problem, line, column, lines)
    if problem in _GOES_ON and line > 1 and _COMMENT.search(lines[line - 2]):
        found = found._replace(hint=f"put the text in line {line - 1} in quotes, where ` #` cuts it; or {found.hint}")
    return RefusedError(found.line, found.column, f"this is not YAML: {found.what}", found.hint)


def _mistake(problem: str, line: int, column: int, lines: Sequence[str]) -> _Mistake:
    written = lines[line - 1] if line <= len(lines) else ""
    plain = _Mistake(line, column, *_PLAIN.get(problem, (problem, "put the text in quotes, or below `>-`")))
    match problem:
        case "could not find expected ':'":
            return _no_key(line, column, lines) or plain
        case "mapping values are not allowed in this context":
            return _second_colon(line, column, lines) or plain
        case "found unexpected end of stream":
            return plain._replace(hint=f"close it:\n{written.rstrip()}{written[column - 1 : column]}")
        case "did not find expected key" | "did not find expected '-' indicator":
            return _not_aligned(line, column, lines) or plain
        case problem if problem in _BAD_START:
            return _bad_start(line, column, written)
    return plain


def _bad_start(line: int, column: int, written: str) -> _Mistake:
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return _Mistake(line, column, _TAB, f"indent with spaces:\n{written.expandtabs(2).rstrip()}")
    found = _LINE.fullmatch(written)
    if found is None or not found["text"]:
        character = written[column - 1 : column]
        what = f"a text that is not in quotes cannot begin with {character}"
        return _Mistake(line, column, what, "put it in quotes, or below `>-`")
    what = f"a text that is not in quotes cannot begin with {found['text'][0]}"
    return _Mistake(line, found.start("text") + 1, what, f"put it in quotes:\n{_quoted(found)}")


def _no_key(line: int, column: int, lines: Sequence[str]) -> _Mistake | None:
    """Return the mistake that a text stands where a key is expected; None if it is none of the usual ones."""
    written, above = lines[line - 1], _LINE.fullmatch(_above(line, lines))
    if above is not None and _BLOCK.fullmatch(above["text"] or ""):
        deeper = len(above["before"]) + 2
        what = f"the text of '{above['key']}' is not indented further than its key"
        return _Mistake(
            line, column, what, f"begin each of its lines with {deeper} spaces:\n{' ' * deeper}{written.strip()}"
        )
    if found := _NO_SPACE.fullmatch(written.rstrip()):
        return _without_space(line, found)
    return None


def _without_space(line: int, found: re.Match[str]) -> _Mistake:
    what = "no space follows the colon"
    return _Mistake(line, found.end(2) + 1, what, f"write:\n{found[1]}{found[2]}: {found[3]}")


def _second_colon(line: int, column: int, lines: Sequence[str]) -> _Mistake | None:
    """Return the mistake that a colon stands where no key can; None if it is none of the usual ones."""
    written, above = lines[line - 1], _above(line, lines)
    if found := _NO_SPACE.fullmatch(above.rstrip()):
        return _without_space(line - 1, found)
    if found := _NO_SPACE_AFTER_DASH.fullmatch(above.rstrip()):
        return _Mistake(line - 1, found.end(1) + 1, "no space follows the dash", f"write:\n{found[1]}- {found[2]}")
    here, over = _LINE.fullmatch(written), _LINE.fullmatch(above)
    if here is None:
        return None
    if here.end("key") < column - 1 and here["text"]:
        return _Mistake(line, column, _COLON, f"put it in quotes:\n{_quoted(here)}")
    if over is not None and over["text"] and len(over["before"]) < len(here["before"]):
        return _indented(line, len(over["before"]), here)
    return None


def _not_aligned(line: int, column: int, lines: Sequence[str]) -> _Mistake | None:
    """Return the mistake that a key stands under no other, or that text follows quotes; None if it is neither."""
    here, over = _LINE.fullmatch(lines[line - 1]), _LINE.fullmatch(_above(line, lines))
    if here is not None and _AFTER_QUOTES.fullmatch(here["text"] or "") and column > here.end("key"):
        return _Mistake(line, column, "text follows the closing quotation mark", f"write:\n{_quoted(here)}")
    if here is None or over is None or "-" in here["before"]:
        return None
    return _indented(line, len(over["before"]), here)


def _indented(line: int, expected: int, here: re.Match[str]) -> _Mistake:
    column, key = len(here["before"]) + 1, here["key"]
    what = f"'{key}' does not stand under the key above it"
    spaces = f"{expected} spaces" if expected else "no space"
    return _Mistake(line, column, what, f"begin the line with {spaces}:\n{' ' * expected}{here[0].strip()}")


def _quoted(found: re.Match[str]) -> str:
    """Return a line with its text in quotes; a text with quotation marks around it and others inside keeps these."""
    text = found["text"].strip()
    if text[0] == text[-1] and text[0] in "\"'" and text.count(text[0]) > 2:  # noqa: PLR2004  those around it
        text = text[1:-1]
    return f"{found['before']}{found['key']}: {scalar(text)}"


def _above(line: int, lines: Sequence[str]) -> str:
    """Return the line above, without looking at empty ones; empty if there is none."""
    return next((above for above in reversed(lines[: line - 1]) if above.strip()), "")


_COLON: Final = "': ' stands inside a text that is not in quotes"
_TAB: Final = "a tab indents this line"
_BAD_START: Final = frozenset(
    {
        "found character that cannot start any token",
        "found a tab character that violates indentation",
        "found a tab character where an indentation space is expected",
        "did not find expected alphabetic or numeric character",
    }
)
"""Errors at a character that cannot stand at the beginning of a text."""
_BEGUN_BEFORE: Final = frozenset({"could not find expected ':'", "found unexpected end of stream"})
"""Errors whose mistake begins earlier than the parser stops."""
_GOES_ON: Final = frozenset(
    {"did not find expected key", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
)
"""Errors in a line that continues a text, or closes a bracket, which a comment cut in the line before."""
_CLOSED: Final = "and put a text that holds , [ ] { or } in quotes"
_PLAIN: Final = {
    "mapping values are not allowed in this context": (
        _COLON,
        "put a text that holds ': ' in quotes, and indent keys alike",
    ),
    "could not find expected ':'": (
        "here a key is expected, as in `key: value`",
        "indent the line further if it belongs to the text above, or write its key and a colon before it",
    ),
    "did not find expected key": (
        "here another key is expected",
        "indent this line like those above, and write a text with quotation marks below `>-`",
    ),
    "did not find expected '-' indicator": (
        "here another item of the list is expected",
        "indent this line like the items above it",
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins in the middle of a line",
        "begin the list in the next line, each item with `- `",
    ),
    "did not find expected ',' or ']'": ("a list in [ ] is not closed", f"close the list with `]`, {_CLOSED}"),
    "did not find expected ',' or '}'": ("a mapping in { } is not closed", f"close the mapping with `}}`, {_CLOSED}"),
    "did not find expected node content": ("here a value is expected", "put a text that begins so in quotes"),
    "did not find expected comment or line break": (
        "text stands beside `>-`",
        "begin the text in the next line, below `>-`",
    ),
    "did not find expected <document start>": (
        "something follows the end of the file's document",
        "one file holds one document: remove `...`",
    ),
    "found unknown escape character": (
        "a backslash in quotes begins nothing that YAML knows",
        "write the text below `>-`, where a backslash is a backslash",
    ),
    "found invalid Unicode character escape code": (
        "an escape in quotes stands for no character",
        "write the character itself",
    ),
    "found unexpected end of stream": ("a quotation mark is not closed", "close the quotation mark"),
}
"""What the parser's errors mean to somebody who writes a claim, and what to do."""
