"""Finds the data files of a checkout and reads their bytes; only plain files, none behind a link."""

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
    """Return the plain files below the data folders of `root`, in order of path, and what is not a plain file."""
    files: list[DataFile] = []
    findings: list[Finding] = []
    for folder in FOLDERS:
        for entry, path in _walk(root / folder, folder):
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(status.st_mode):
                files.append(DataFile(path=path, stamp=(status.st_mtime_ns, status.st_size, status.st_ino)))
            else:
                findings.append(_not_plain(path, status.st_mode))
    return tuple(sorted(files, key=lambda f: f.path)), tuple(findings)


def _walk(folder: Path, path: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    if not folder.is_dir() or folder.is_symlink():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            inner = f"{path}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(folder / entry.name, inner)
            else:
                yield entry, inner


def _not_plain(path: str, mode: int) -> Finding:
    what = "a symbolic link" if stat.S_ISLNK(mode) else "no plain file"
    return Finding(
        rule="not-a-plain-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path}' is {what}; only plain files are read",
        hint="put the file itself here",
    )
