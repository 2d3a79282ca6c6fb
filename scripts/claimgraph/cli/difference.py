"""Shows how files change, as lines with a sign before each, in colour on a terminal."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}


def difference(before: Mapping[str, bytes], after: Mapping[str, bytes], *, has_colours: bool) -> str:
    """Return the changed lines of files, by their paths, as `diff -u` and git show them."""
    lines = (line for path in sorted(after) for line in _lines(path, before[path], after[path]))
    return "".join(f"{click.style(line, fg=_COLOURS.get(line[:1])) if has_colours else line}\n" for line in lines)


def _lines(path: str, before: bytes, after: bytes) -> Iterator[str]:
    old, new = (content.decode("utf-8", "replace").splitlines() for content in (before, after))
    return difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm="")
