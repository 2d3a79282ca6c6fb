"""Puts the parser's errors into plain words, with what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimgraph.yaml_nodes.refusal import RefusedError

if TYPE_CHECKING:
    import yaml


def syntax_error(error: yaml.MarkedYAMLError, text: str) -> RefusedError:
    """Return the refusal of a text for an error of the parser."""
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
    if problem in _GOES_ON and line > 1 and _COMMENT.search(text.split("\n")[line - 2]):
        hint = f"put the text in line {line - 1} in quotes, where ` #` cuts it; or {hint}"
    return RefusedError(line, column, f"this is not YAML: {_PLAIN_WORDS.get(problem, problem)}", hint)


_BAD_START: Final = "found character that cannot start any token"
_TAB: Final = "a tab indents this line"
_PLAIN_WORDS: Final = {
    "mapping values are not allowed in this context": "': ' stands inside a text that is not in quotes",
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
}
"""What some of the parser's errors mean to somebody who writes a claim."""
_BEGUN_BEFORE: Final = frozenset({"could not find expected ':'", "found unexpected end of stream"})
"""Errors whose mistake begins earlier than the parser stops."""
_GOES_ON: Final = frozenset(
    {"did not find expected key", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
)
"""Errors in a line that continues a text, or closes a bracket, which a comment cut in the line before."""
_COMMENT: Final = re.compile(r"\S[ \t]+#")
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
