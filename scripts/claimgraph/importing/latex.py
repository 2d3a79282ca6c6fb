"""Reads LaTeX in a field of BibTeX as the text that it typesets. Only this module uses pylatexenc."""

from __future__ import annotations

from functools import cache
from typing import Final

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

_KERNEL: Final = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}
"""Commands of LaTeX's kernel that pylatexenc does not know, or takes for an accent."""


@cache
def decoder() -> LatexNodes2Text:
    """Return pylatexenc's reader, which knows these as well."""
    known = get_default_latex_context_db()
    known.add_context_category("kernel", macros=[MacroTextSpec(*pair) for pair in _KERNEL.items()], prepend=True)
    return LatexNodes2Text(latex_context=known, strict_latex_spaces=True)


def plain(latex: str) -> str:
    """Return the text that LaTeX typesets, on one line."""
    return " ".join(str(decoder().latex_to_text(latex)).split())
