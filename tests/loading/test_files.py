"""Which files of a checkout are data files, and what is no plain file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from claimgraph.findings import Finding, Severity
from claimgraph.loading.files import MAX_FOLDERS, DataFile, data_files
from claimgraph.location import Location

if TYPE_CHECKING:
    from pathlib import Path


def put(root: Path, path: str, content: str = "") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return file


def not_plain(path: str, what: str) -> Finding:
    return Finding(
        rule="not-a-plain-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path}' is {what}; only plain files are read",
        hint="put the file itself here",
    )


def test_an_empty_checkout(tmp_path: Path) -> None:
    assert data_files(tmp_path) == ((), ())
    assert data_files(tmp_path / "missing") == ((), ())


def test_plain_files_in_order_of_path(tmp_path: Path) -> None:
    paths = ["voices/b.yml", "claims/t/b.yml", "claims/a.yml", "sources/x.capture.json", "claims/t/deep/er/a.txt"]
    for path in paths:
        put(tmp_path, path)
    for path in ["README.md", "other/a.yml", "claims/.hidden.yml", "claims/.git/x.yml", ".claims/a.yml"]:
        put(tmp_path, path)
    files, findings = data_files(tmp_path)
    assert [file.path for file in files] == sorted(paths)
    assert findings == ()


def test_a_files_name_folder_and_stamp(tmp_path: Path) -> None:
    path = put(tmp_path, "claims/t/a.yml", "abc")
    os.utime(path, ns=(5, 7))
    ((file,), _) = data_files(tmp_path)
    assert file == DataFile(path="claims/t/a.yml", stamp=(7, 3, path.stat().st_ino))
    assert (file.name, file.folder) == ("a.yml", "claims/t")


@pytest.mark.parametrize("target", ["outside/a.yml", "claims/t/real.yml", "outside", "missing", "/etc/passwd", "."])
def test_a_link_is_refused_wherever_it_leads(target: str, tmp_path: Path) -> None:
    put(tmp_path, "outside/a.yml")
    put(tmp_path, "claims/t/real.yml")
    (tmp_path / "claims/t/link.yml").symlink_to(tmp_path / target)
    files, findings = data_files(tmp_path)
    assert [file.path for file in files] == ["claims/t/real.yml"]
    assert findings == (not_plain("claims/t/link.yml", "a symbolic link"),)


@pytest.mark.parametrize("folder", ["claims", "sources", "voices"])
def test_a_data_folder_that_is_a_link_is_refused(folder: str, tmp_path: Path) -> None:
    put(tmp_path, "outside/t/a.yml")
    (tmp_path / folder).symlink_to(tmp_path / "outside", target_is_directory=True)
    assert data_files(tmp_path) == ((), (not_plain(folder, "a symbolic link"),))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    os.mkfifo(tmp_path / "claims/pipe.yml")
    assert data_files(tmp_path) == ((), (not_plain("claims/pipe.yml", "no plain file"),))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb.yml", "a\\nb.yml"),
        (b"a\x1b[31m.yml", "a\\x1b[31m.yml"),
        (b"a\xff.yml", "a\\udcff.yml"),
        ("a\u202eb.yml".encode(), "a\\u202eb.yml"),
        ("caf\u00e9 b.yml".encode(), "caf\u00e9 b.yml"),
    ],
)
def test_names_are_shown_without_control_characters(name: bytes, shown: str, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    with open(os.fsencode(tmp_path / "claims") + b"/" + name, "wb"):  # noqa: PTH123  a name that is no text
        pass
    ((file,), findings) = data_files(tmp_path)
    assert file.path == f"claims/{shown}"
    assert findings == ()


def test_folders_in_folders_end_somewhere(tmp_path: Path) -> None:
    folder = tmp_path / "claims" / "/".join("d" * 400)
    folder.mkdir(parents=True)
    files, findings = data_files(tmp_path)
    assert files == ()
    assert findings == (not_plain("/".join(["claims", *"d" * MAX_FOLDERS]), "no plain file"),)
