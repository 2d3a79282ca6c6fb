"""Finds the data files of a checkout: plain files that no symbolic link leads to."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.findings import Finding, file_error
from claimgraph.model.values import is_reserved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS: Final = ("claims", "sources", "voices")
PUBLISHED: Final = ("docs", "site_overrides")
"""Folders whose files are published, so nothing in them may lead out of the checkout."""
SETTINGS: Final = "mkdocs.yml"
"""The publisher's settings."""
MAX_FOLDERS: Final = 20
"""How many folders deep files are looked for."""
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

    `path` is relative to the checkout, with forward slashes. `stamp` changes when the file does: it is the modification
    time in nanoseconds, the size and the inode.
    """

    path: str
    stamp: tuple[int, int, int]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The file's folder, relative to the checkout."""
        return self.path.rpartition("/")[0]


def data_files(root: Path) -> tuple[tuple[DataFile, ...], tuple[Finding, ...]]:
    """Return the plain files below the data folders of `root`, in order of path, and findings.

    Findings are about whatever is not a plain file in the data folders, the published folders or the settings, about
    names that Windows reserves, and about data files whose name begins with a dot.
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
    """Tell whether systems or editors leave files of this name, which are ignored."""
    return _LEFT_BY_PROGRAMS.fullmatch(name) is not None


def _misplaced(root: Path) -> Iterator[Finding]:
    """Yield findings about folders that are not folders, and settings that are not a plain file."""
    for name in (*FOLDERS, *PUBLISHED, SETTINGS):
        path = root / name
        if not os.path.lexists(path):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or (name == SETTINGS and not stat.S_ISREG(mode)):
            yield _not_plain(name, mode)
        elif name != SETTINGS and not stat.S_ISDIR(mode):
            yield file_error("not-a-plain-file", name, f"'{name}' is no folder", "make it one, or remove it")


def _walk(folder: Path, path: str, *, is_data: bool) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield all files below a folder, and the folders that are too deep or, among data, have a name of a file."""
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
    """Return a name with escapes for characters that are not printable."""
    return name if name.isprintable() else ascii(name)[1:-1]


def _not_plain(path: str, mode: int) -> Finding:
    what = "a symbolic link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no plain file"
    message = f"'{path}' is {what}; only plain files are read"
    return file_error("not-a-plain-file", path, message, "put the file itself here")


def unexpected(path: str, why: str, hint: str = "rename or remove the file") -> Finding:
    """Return the finding that a file or folder is ignored; `why` continues "it is not read: "."""
    message = f"'{path.rpartition('/')[2]}' is not read: {why}"
    return file_error("unexpected-file", path, message, hint)
