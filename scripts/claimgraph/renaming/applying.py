"""Applies planned changes, and restores every file if they are not right."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimgraph.renaming.plan import Change


def apply_changes(root: Path, changes: Sequence[Change], is_right: Callable[[], bool]) -> bool:
    """Write the changes, and restore all files unless `is_right` then returns True. Return what it returned.

    If an exception is raised, all files are restored too. Raises FileExistsError, before anything is written, if a new
    path is taken.
    """
    for change in changes:
        if change.after != change.before and (root / change.after).exists():
            raise FileExistsError(change.after)
    befores = {change.before: (root / change.before).read_bytes() for change in changes if change.before}
    try:
        for change in changes:
            _write(root / change.after, change.content)
        for change in changes:
            if change.before and change.before != change.after:
                _remove(root, change.before)
        right = is_right()
    except BaseException:
        _put_back(root, changes, befores)
        raise
    if not right:
        _put_back(root, changes, befores)
    return right


def _put_back(root: Path, changes: Sequence[Change], befores: dict[str, bytes]) -> None:
    for path, content in befores.items():
        _write(root / path, content)
    for change in changes:
        if change.before != change.after:
            _remove(root, change.after)


def _write(file: Path, content: bytes) -> None:
    """Write a file atomically, unless it already has this content."""
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".claimgraph-", dir=file.parent) as aside:
        made = Path(aside, file.name)
        made.write_bytes(content)
        if file.is_file():
            shutil.copymode(file, made)
        made.replace(file)


def _remove(root: Path, path: str) -> None:
    """Remove a file, and its folder if that is then empty."""
    (root / path).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        (root / path).parent.rmdir()
