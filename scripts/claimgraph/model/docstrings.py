"""Describes the fields of a record in its JSON Schema by the docstrings of its attributes.

Pydantic's own way (`use_attribute_docstrings`) reads the source of every record at import. This reads it only when a
schema is made.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def describe(schema: dict[str, Any], record: type[Any]) -> None:
    """Add a description to each field of a record's JSON Schema that has none."""
    fields = record.__pydantic_fields__
    for name, text in _docstrings(record):
        schema["properties"][fields[name].alias or name].setdefault("description", text)


def _docstrings(record: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield the name and docstring of each attribute that a class itself annotates."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    statements = getattr(definition, "body", [])
    for statement, below in itertools.pairwise(statements):
        match statement, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)
