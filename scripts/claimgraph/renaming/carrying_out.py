"""Carries planned changes out, and can put every file back as it was."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimgraph.renaming.plan import Change


def carry_out(root: Path, changes: Sequence[Change], is_right: Callable[[], bool]) -> bool:
    """Write the changes and ask whether all is right; where it is not, put everything back. Return the answer.

    Everything is put back as well where an exception ends it, which is then raised again. No file may stand where one
    is to be made: FileExistsError is raised before anything is written.
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
    """Write a file whole or, on a full disk, not at all; one that has this content already stays untouched."""
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
    """Remove a file, and its folder where that was the last in it."""
    (root / path).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        (root / path).parent.rmdir()
