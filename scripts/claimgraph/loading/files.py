"""Finds the data files of a checkout; only plain files, none behind a link."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Finding, Severity
from claimgraph.location import Location
from claimgraph.model.values import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS: Final = ("claims", "sources", "voices")
PUBLISHED: Final = ("docs", "site_overrides")
"""Folders that are no data; what is in them is published, so nothing in them may lead out of the checkout."""
SETTINGS: Final = "mkdocs.yml"
"""The publisher's settings."""
MAX_FOLDERS: Final = 20
"""How many folders deep a file is looked for."""
SCHEMA_SUFFIX: Final = ".schema.json"
CAPTURE_SUFFIX: Final = ".capture.json"

_LEFT_BY_PROGRAMS: Final = re.compile(
    r"\.DS_Store|\._.*|Thumbs\.db|desktop\.ini"  # macOS, Windows
    r"|\..*\.(?:sw[a-p]|kate-swp)|\.#.*|#.*#|\.goutputstream-.*"  # Vim, Kate, Emacs, gedit, while they edit
    r"|\.git(?:attributes|ignore|keep)"
)


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

    Also tell what is not a plain file, there, in the folders that are published and of the settings; what has a name
    that Windows reserves; and which data are left out because of a dot before their name.
    """
    files: list[DataFile] = []
    findings = list(_misplaced(root))
    unread = {finding.location.path for finding in findings}
    for folder in (*FOLDERS, *PUBLISHED):
        if folder in unread:
            continue
        is_data = folder in FOLDERS
        for entry, path in _walk(root / folder, folder, is_data=is_data):
            status = entry.stat(follow_symlinks=False)
            if is_data and entry.name.startswith("."):
                findings.append(unexpected(path, "its name begins with a dot"))
            elif not stat.S_ISREG(status.st_mode):
                findings.append(_not_plain(path, status.st_mode))
            elif reserved := next(filter(is_reserved, path.split("/")), None):
                findings.append(unexpected(path, f"'{reserved}' cannot be a name on Windows"))
            elif is_data:
                files.append(DataFile(path=path, stamp=(status.st_mtime_ns, status.st_size, status.st_ino)))
    return tuple(sorted(files, key=lambda f: f.path)), tuple(findings)


def is_left_by_programs(name: str) -> bool:
    """Tell whether a name is one by which systems and editors leave files of their own; they are passed over."""
    return _LEFT_BY_PROGRAMS.fullmatch(name) is not None


def _misplaced(root: Path) -> Iterator[Finding]:
    """Yield the folders that are none, and the settings that are no plain file."""
    for name in (*FOLDERS, *PUBLISHED, SETTINGS):
        path = root / name
        if not os.path.lexists(path):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or (name == SETTINGS and not stat.S_ISREG(mode)):
            yield _not_plain(name, mode)
        elif name != SETTINGS and not stat.S_ISDIR(mode):
            yield Finding(
                rule="not-a-plain-file",
                severity=Severity.ERROR,
                location=Location(path=name),
                message=f"'{name}' is no folder",
                hint="make it one, or remove it",
            )


def _walk(folder: Path, path: str, *, is_data: bool) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield what is below a folder. Of folders only those too deep, and those of data that are named like no folder."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            inner = f"{path}/{_printable(entry.name)}"
            is_folder = entry.is_dir(follow_symlinks=False)
            is_odd = is_data and (entry.name.startswith(".") or entry.name.endswith((".yml", ".json")))
            if is_folder and not is_odd and inner.count("/") < MAX_FOLDERS:
                yield from _walk(folder / entry.name, inner, is_data=is_data)
            elif is_folder or not is_left_by_programs(entry.name):
                yield entry, inner


def _printable(name: str) -> str:
    """Return a name in which characters that are not shown, or that no encoding holds, are written as escapes."""
    return name if name.isprintable() else ascii(name)[1:-1]


def _not_plain(path: str, mode: int) -> Finding:
    what = "a symbolic link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no plain file"
    return Finding(
        rule="not-a-plain-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path}' is {what}; only plain files are read",
        hint="put the file itself here",
    )


def unexpected(path: str, why: str) -> Finding:
    """Return the finding that a file, or all of a folder, is left out; `why` goes on after "it is not read: "."""
    return Finding(
        rule="unexpected-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path.rpartition('/')[2]}' is not read: {why}",
        hint="rename or remove the file",
    )
