"""The way to git."""

from __future__ import annotations

import hashlib
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimgraph.changes.git import contents_of, git

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    git(tmp_path, ["init", "-q"])
    return tmp_path


def test_contents_come_in_order_whatever_is_in_them(root: Path) -> None:
    texts = [b"one\n", b"", b"no end", "\u00e9\n\n".encode()]
    blobs = [git(root, ["hash-object", "-w", "--stdin"], given=text).strip() for text in texts]
    assert blobs[1].decode() == hashlib.sha1(b"blob 0\0", usedforsecurity=False).hexdigest()
    assert list(contents_of(root, blobs)) == texts
    assert list(contents_of(root, [])) == []


def test_what_git_refuses_is_raised(root: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        git(root, ["rev-parse", "--verify", "--quiet", "HEAD"])
