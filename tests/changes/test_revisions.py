"""The files of a git revision, as they were committed."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimgraph.changes.revisions import RevisionError, lay_revision

if TYPE_CHECKING:
    from pathlib import Path


class Repository:
    """A git repository in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        git = shutil.which("git")
        assert git
        who = ("-c", "user.name=A tester", "-c", "user.email=tester@harbour.example", "-c", "core.autocrlf=false")
        command = [git, "-C", str(self.root), *who, *arguments]
        return subprocess.run(command, input=given, check=True, capture_output=True).stdout.decode().strip()

    def write(self, path: str, content: bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "a revision", "--no-gpg-sign", "--allow-empty")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "repository").mkdir()
    return Repository(tmp_path / "repository")


@pytest.fixture
def laid(tmp_path: Path) -> Path:
    (tmp_path / "laid").mkdir()
    return tmp_path / "laid"


def files(folder: Path) -> dict[str, bytes | str]:
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def test_data_files_are_laid_as_they_were(repository: Repository, laid: Path) -> None:
    contents = {
        "claims/a/b.yml": b"one\r\ntwo\n",
        "claims/a/empty.yml": b"",
        "claims/caf\u00e9 a\tb.yml": b"\x00\xff\n\n",
        "sources/x.yml": b"x" * 100_000,
        "voices/x.yml": b"blob 3\nabc",
        "docs/in/index.md": b"# x",
    }
    for path, content in contents.items():
        repository.write(path, content)
    repository.write("README.md", b"no data")
    repository.commit()
    repository.write("claims/a/b.yml", b"three")
    lay_revision(repository.root, "HEAD", laid)
    assert files(laid) == dict(sorted(contents.items()))


def test_attributes_of_the_revision_leave_nothing_out_and_change_nothing(repository: Repository, laid: Path) -> None:
    repository.write(".gitattributes", b"claims/hidden.yml export-ignore\n*.yml export-subst ident\n")
    repository.write("claims/hidden.yml", b"$Format:%H$ $Id$")
    repository.commit()
    lay_revision(repository.root, "HEAD", laid)
    assert files(laid) == {"claims/hidden.yml": b"$Format:%H$ $Id$"}


def test_symbolic_link_leads_nowhere(repository: Repository, laid: Path) -> None:
    (repository.root / "claims").mkdir()
    (repository.root / "claims/x.yml").symlink_to("/etc/hostname")
    (repository.root / "voices").symlink_to("/etc")
    repository.commit()
    lay_revision(repository.root, "HEAD", laid)
    assert files(laid) == {"claims/x.yml": "nowhere", "voices": "nowhere"}


def test_older_revision_by_any_name(repository: Repository, laid: Path) -> None:
    repository.write("claims/x.yml", b"old")
    repository.commit()
    repository.git("tag", "first")
    repository.write("claims/x.yml", b"new")
    repository.commit()
    lay_revision(repository.root, "first", laid)
    lay_revision(repository.root, "HEAD~1", laid)
    assert files(laid) == {"claims/x.yml": b"old"}


def test_revision_without_data(repository: Repository, laid: Path) -> None:
    repository.commit()
    lay_revision(repository.root, "HEAD", laid)
    assert files(laid) == {}


def test_path_that_leads_out_is_refused(repository: Repository, laid: Path) -> None:
    blob = repository.git("hash-object", "-w", "--stdin", given=b"out")
    inner = repository.git("mktree", given=f"100644 blob {blob}\tx.yml\n".encode())
    try:
        tree = repository.git("mktree", given=f"040000 tree {inner}\t..\n".encode())
        whole = repository.git("mktree", given=f"040000 tree {tree}\tclaims\n".encode())
        commit = repository.git("commit-tree", whole, "-m", "x")
    except subprocess.CalledProcessError:
        pytest.skip("this git makes no such tree")
    try:
        lay_revision(repository.root, commit, laid)
    except RevisionError as error:
        assert "leads out of its folder" in str(error)  # noqa: PT017  some git lists such a tree, and some does not
    assert not (laid.parent / "x.yml").exists()


def test_empty_repository(repository: Repository, laid: Path) -> None:
    with pytest.raises(RevisionError, match="'HEAD' is no revision here"):
        lay_revision(repository.root, "HEAD", laid)


def test_no_repository(tmp_path: Path, laid: Path) -> None:
    with pytest.raises(RevisionError, match="not a git repository"):
        lay_revision(tmp_path, "HEAD", laid)
