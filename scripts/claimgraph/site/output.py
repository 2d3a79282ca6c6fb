"""Puts a finished site in the place of the old one in one step, so that an interrupted build leaves the old one whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2  # Linux, renameat2(2)
_RENAME_SWAP: Final = 2  # macOS, renamex_np(2)


@contextmanager
def built_aside(output: Path) -> Iterator[tuple[Path, Path]]:
    """Give a folder to build the site in and one for scratch files; afterwards put the site at `output`.

    Both stand beside `output`, on its file system. If the build fails, `output` stays as it was. What builds that were
    killed left behind is removed first.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{output.name}-build-"
    for stale in output.parent.glob(f"{prefix}*"):
        shutil.rmtree(stale, ignore_errors=True)
    aside = Path(tempfile.mkdtemp(prefix=prefix, dir=output.parent))
    try:
        made, scratch = aside / "site", aside / "scratch"
        made.mkdir()
        scratch.mkdir()
        yield made, scratch
        put_in_place(made, output)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def put_in_place(made: Path, output: Path) -> None:
    """Move the folder `made` to `output`; what stood there stands at `made` afterwards.

    On Linux and macOS the two change places in one step. Elsewhere there is a moment between two renames.
    """
    if not output.exists():
        made.rename(output)
        return
    if _exchange(made, output):
        return
    old = made.with_name(f"{made.name}-old")
    output.rename(old)
    made.rename(output)
    old.rename(made)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
    except AttributeError:
        return False
