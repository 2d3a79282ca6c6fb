"""Chooses files of a checkout by the paths on a command line."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from claimgraph.cli.failure import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def below(root: Path, given: Sequence[Path]) -> Callable[[str], bool]:
    """Return what tells whether a file, by its path in the checkout, is one of those given or in a folder of them.

    Without any, every file is. Raises UsageError for a path that is not there, or not in the checkout.
    """
    chosen = [_in_checkout(root, path) for path in given]

    def is_below(path: str) -> bool:
        return not chosen or any(PurePosixPath(path).is_relative_to(each) for each in chosen)

    return is_below


def _in_checkout(root: Path, path: Path) -> str:
    whole = Path(os.path.abspath(path))  # noqa: PTH100  a link stays one
    if not whole.is_relative_to(root) and (root / path).exists():
        whole = root / path
    if not os.path.lexists(whole):
        raise UsageError(f"there is no file or folder '{path}'")
    if not whole.is_relative_to(root):
        raise UsageError(f"'{path}' is not in the checkout '{root}'")
    return whole.relative_to(root).as_posix()
