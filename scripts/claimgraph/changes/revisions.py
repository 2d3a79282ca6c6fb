"""Writes the data of a git revision into a folder without touching the working tree and the index."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

from claimgraph.changes.git import contents_of, git
from claimgraph.loading.files import FOLDERS, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINK: Final = b"120000"


class RevisionError(Exception):
    """There is no such revision, or no git; the message says which."""


def lay_revision(root: Path, revision: str, folder: Path) -> None:
    """Write the data files of `revision` as they were committed into `folder`, which is empty. Raises RevisionError.

    `root` is a checkout or a folder in one. A symbolic link becomes one to nowhere, so that it is only reported.
    `git archive` is not used, since it omits or changes files as the attributes in the revision itself say.
    """
    listed = list(_listed(root, _commit(root, revision)))
    contents = contents_of(root, [blob for _, blob, _ in listed])
    for (mode, _, path), content in zip(listed, contents, strict=True):
        file = folder / path
        if not file.resolve().is_relative_to(folder.resolve()):
            raise RevisionError(f"'{path}' in '{revision}' leads out of its folder")
        file.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            file.symlink_to("nowhere")
        else:
            file.write_bytes(content)


def _commit(root: Path, revision: str) -> str:
    """Return the hash of the commit of a revision."""
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    try:
        return git(root, asked).decode().strip()
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        why = told or f"'{revision}' is no revision here; git log lists some, and git fetch brings more"
        raise RevisionError(why) from error
    except (OSError, ValueError) as error:
        raise RevisionError(f"git cannot be run: {error}") from error


def _listed(root: Path, commit: str) -> Iterator[tuple[bytes, bytes, str]]:
    """Yield mode, blob and path of each file, the path relative to `root`; submodules are left out."""
    for row in git(root, ["ls-tree", "-r", "-z", commit, "--", *FOLDERS, *PUBLISHED]).split(b"\0"):
        head, _, path = row.partition(b"\t")
        if head:
            mode, kind, blob = head.split()
            if kind == b"blob":
                yield mode, blob, os.fsdecode(path)
