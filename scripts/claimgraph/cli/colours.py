"""Tells whether to print in colour, and colours findings."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLOURS: Final[Mapping[str, str]] = {"error": "red", "warning": "yellow", "note": "cyan"}
_HEAD: Final = re.compile(r"^(\S.*?:\d+:\d+): (error|warning|note)(\[[a-z-]+\]): ", re.MULTILINE)
_CARET: Final = re.compile(r"^( +\| *)\^$", re.MULTILINE)
_HINT: Final = re.compile(r"^(    = )(.*)$", re.MULTILINE)


def has_colours(stream: TextIO) -> bool:
    """Tell whether a stream shows colours: a terminal that can, unless `NO_COLOR` is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def coloured(findings: str) -> str:
    """Return findings as text with the severity, the place and the hints in colour."""
    text = _HEAD.sub(lambda m: f"{_bold(m[1])}: {click.style(m[2] + m[3], fg=_COLOURS[m[2]], bold=True)}: ", findings)
    text = _CARET.sub(lambda m: f"{m[1]}{click.style('^', fg='red', bold=True)}", text)
    return _HINT.sub(lambda m: f"{m[1]}{click.style(m[2], fg='green')}", text)


def _bold(text: str) -> str:
    return click.style(text, bold=True)
