"""Runs git: only plumbing commands that read."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def git(root: Path, arguments: Sequence[str], given: bytes = b"") -> bytes:
    """Return the output of git, run in the checkout at `root` with `given` as its input.

    Raises CalledProcessError if git fails, OSError if there is no git, and ValueError for an argument that cannot be
    passed to a program.
    """
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout  # noqa: S603  no shell


def contents_of(root: Path, blobs: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the contents of blobs, in order. Raises the errors of `git`."""
    answer = git(root, ["cat-file", "--batch"], given=b"".join(blob + b"\n" for blob in blobs))
    at = 0
    for _ in blobs:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
