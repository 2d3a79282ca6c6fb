"""Tells on a terminal what takes a while, as long as it does."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLEARED: Final = "\r\x1b[K"
"""What takes away the line on which the cursor stands (ECMA-48, 8.3.41)."""


@contextmanager
def busy(doing: str) -> Iterator[None]:
    """Show on the error stream, if that is a terminal, what is being done, and take it away at the end."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    sys.stderr.write(f"{doing} ...")
    sys.stderr.flush()
    try:
        yield
    finally:
        sys.stderr.write(_CLEARED)
        sys.stderr.flush()
