"""Finds the data files of a checkout; only plain files, none behind a link."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Finding, Severity
from claimgraph.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS: Final = ("claims", "sources", "voices")
PUBLISHED: Final = ("docs", "site_overrides")
"""Folders that are no data; what is in them is published, so nothing in them may lead out of the checkout."""
MAX_FOLDERS: Final = 20
"""How many folders deep a file is looked for."""
SCHEMA_SUFFIX: Final = ".schema.json"
CAPTURE_SUFFIX: Final = ".capture.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One plain file below a data folder.

    `path` is relative to the checkout, with forward slashes; `stamp` changes when the file does: its time of change in
    nanoseconds, its size and its inode.
    """

    path: str
    stamp: tuple[int, int, int]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder, relative to the checkout."""
        return self.path.rpartition("/")[0]


def data_files(root: Path) -> tuple[tuple[DataFile, ...], tuple[Finding, ...]]:
    """Return the plain files below the data folders of `root`, in order of path.

    Also tell what is not a plain file, there and in the folders that are published.
    """
    files: list[DataFile] = []
    findings: list[Finding] = []
    for folder in (*FOLDERS, *PUBLISHED):
        if (root / folder).is_symlink():
            findings.append(_not_plain(folder, stat.S_IFLNK))
            continue
        for entry, path in _walk(root / folder, folder):
            status = entry.stat(follow_symlinks=False)
            if not stat.S_ISREG(status.st_mode):
                findings.append(_not_plain(path, status.st_mode))
            elif folder in FOLDERS:
                files.append(DataFile(path=path, stamp=(status.st_mtime_ns, status.st_size, status.st_ino)))
    return tuple(sorted(files, key=lambda f: f.path)), tuple(findings)


def _walk(folder: Path, path: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            inner = f"{path}/{_printable(entry.name)}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and inner.count("/") < MAX_FOLDERS:
                yield from _walk(folder / entry.name, inner)
            else:
                yield entry, inner


def _printable(name: str) -> str:
    """Return a name in which characters that are not shown, or that no encoding holds, are written as escapes."""
    return name if name.isprintable() else ascii(name)[1:-1]


def _not_plain(path: str, mode: int) -> Finding:
    what = "a symbolic link" if stat.S_ISLNK(mode) else "no plain file"
    return Finding(
        rule="not-a-plain-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path}' is {what}; only plain files are read",
        hint="put the file itself here",
    )
