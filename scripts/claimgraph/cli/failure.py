"""Errors that end a command with one line, and finding the checkout."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import SimpleNamespace


class UsageError(Exception):
    """The command was used wrongly; the message says what to do. The exit status is 2."""


def refusal(error: OSError) -> str:
    """Return what the system refused and why: `'/srv/site': Read-only file system`."""
    why = error.strerror or str(error)
    return f"'{error.filename}': {why}" if error.filename else why


@contextmanager
def writing(path: str | Path) -> Iterator[None]:
    """Raise UsageError with the file's name if it cannot be written, except for FileExistsError."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise UsageError(f"cannot write '{path}': {error.strerror}") from error


def checkout(options: SimpleNamespace) -> Path:
    """Return the checkout: `--root`, or the nearest folder upwards that has `claims/` and `mkdocs.yml`.

    Raises UsageError if there is none.
    """
    if options.root is not None:
        root = Path(options.root)
        if not (root / "claims").is_dir():
            raise UsageError(f"there is no folder 'claims' in '{root}'")
        return root.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "claims").is_dir() and (folder / "mkdocs.yml").is_file():
            return folder
    raise UsageError("this is no checkout: no folder upwards from here has 'claims' and 'mkdocs.yml'; use --root DIR")
