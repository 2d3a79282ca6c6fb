"""Describes the fields of a record in its JSON Schema, by the docstrings of its attributes.

Pydantic can do so itself (`use_attribute_docstrings`), but reads the source of every record whenever it is imported.
This reads it when a schema is asked for.
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
    """Add to the JSON Schema of a record the description of each field that has none yet."""
    fields = record.__pydantic_fields__
    for name, text in _docstrings(record):
        schema["properties"][fields[name].alias or name].setdefault("description", text)


def _docstrings(record: type[Any]) -> Iterator[tuple[str, str]]:
    """Yield each attribute that a class itself annotates, with the docstring below it."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    statements = getattr(definition, "body", [])
    for statement, below in itertools.pairwise(statements):
        match statement, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)
