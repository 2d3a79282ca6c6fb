"""Writes text as a YAML scalar that reads back as the same text, in the style of the repository's files."""

from __future__ import annotations

import re
import textwrap
from typing import Final

WIDTH: Final = 100
"""The longest line, in characters."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9£€$][\w ,.%/()£€$\u2019\u2013-]*")
_ESCAPED: Final = ('"', "\\")


def scalar(text: str) -> str:
    """Return a text of one line as a scalar: plain if that is safe, or else in quotation marks."""
    if not text:
        return '""'
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    if not any(character in text for character in _ESCAPED):
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def entry(key: str, text: str, indent: str = "") -> str:
    """Return `key: text` as lines with their line ends; a long text is a folded block."""
    short = f"{indent}{key}: {scalar(text)}"
    if len(short) <= WIDTH or " " not in text.strip():
        return f"{short}\n"
    inner = f"{indent}  "
    wrapped = textwrap.wrap(
        text, WIDTH, initial_indent=inner, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join([f"{indent}{key}: >-", *wrapped]) + "\n"


def comment(text: str, indent: str = "") -> str:
    """Return a text as the lines of a comment with their line ends."""
    start = f"{indent}# "
    return "".join(
        f"{line}\n"
        for line in textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=start, break_long_words=False)
    )
