"""Replaces the old site by a finished one in one step, so that a killed build leaves the old one whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.incremental.store import locked

if TYPE_CHECKING:
    from collections.abc import Iterator

PART_LIST: Final = "part.json"
"""The file of a part of a site that lists the others."""

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2  # Linux, renameat2(2)
_RENAME_SWAP: Final = 2  # macOS, renamex_np(2)
_MASK: Final = 0o022
"""The umask of a build: everybody may read the site, since a web server usually runs as another user."""


class OutputError(Exception):
    """The site cannot be put where it should go; the message says why and what to do."""


@contextmanager
def built_aside(output: Path, before: Path | None = None) -> Iterator[tuple[Path, Path]]:
    """Yield a folder to build the site in and one for scratch files; afterwards put the site at `output`.

    The first is what an earlier build left at `before`, if that can be moved, and else empty; the former site goes
    there afterwards. Both folders are beside `output`, on its file system. If the build fails, `output` stays as it
    was. The folders of killed builds are removed first; a build that still runs holds a lock on its folder. Everybody
    may read the new files, whatever the umask. Raises OutputError if `output` is something else than a built site,
    which would be lost, or if no folder can be made beside it.
    """
    output = Path(os.path.abspath(output))  # noqa: PTH100  resolve() would follow a link at `output`
    with _readable_by_all():
        aside = _aside(output)
        yield from _built(aside, output, before)


@contextmanager
def _readable_by_all() -> Iterator[None]:
    before = os.umask(_MASK)
    try:
        yield
    finally:
        os.umask(before)


def _aside(output: Path) -> Path:
    """Make a folder beside `output`, and remove those of killed builds."""
    _require_replaceable(output)
    prefix = f".{output.name}-build-"
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        for stale in output.parent.glob(f"{prefix}*"):
            with locked(stale) as is_ours:
                if is_ours:
                    shutil.rmtree(stale, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=prefix, dir=output.parent))
    except OSError as error:
        why = f"'{error.filename}' is no folder" if isinstance(error, FileExistsError) else error.strerror
        raise OutputError(f"'{output}' cannot be made: {why}; name another folder") from error


def _built(aside: Path, output: Path, before: Path | None) -> Iterator[tuple[Path, Path]]:
    with locked(aside):
        try:
            made, scratch = aside / "site", aside / "scratch"
            if before is None or not _moved(before, made):
                made.mkdir()
            scratch.mkdir()
            yield made, scratch
            put_in_place(made, output)
            if before is not None:
                _moved(made, before)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _moved(folder: Path, to: Path) -> bool:
    """Move a folder to where nothing is; tell whether it could be moved. A link to a folder is none."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(to)
    except OSError:  # something is there, or it is on another file system
        return False
    return True


def _require_replaceable(output: Path) -> None:
    is_site = output.is_dir() and (
        not any(output.iterdir()) or (output / "search").is_dir() or (output / PART_LIST).is_file()
    )
    if os.path.lexists(output) and not output.is_symlink() and not is_site:
        raise OutputError(
            f"'{output}' is not replaced: it holds something else than a site that was built here; "
            "name another folder, or remove it yourself"
        )


def put_in_place(made: Path, output: Path) -> None:
    """Move the folder `made` to `output`; a former folder at `output` is at `made` afterwards.

    On Linux and macOS the two are exchanged in one step. Elsewhere there is a moment between two renames.
    """
    if not os.path.lexists(output):
        made.rename(output)
        return
    if _exchange(made, output):
        return
    old = made.with_name(f"{made.name}-old")
    output.rename(old)
    try:
        made.rename(output)
    except BaseException:
        old.rename(output)
        raise
    old.rename(made)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False if the system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
    except AttributeError:
        return False
