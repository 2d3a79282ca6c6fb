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
    for path in ["README.md", "other/a.yml", ".claims/a.yml"]:
        put(tmp_path, path)
    files, findings = data_files(tmp_path)
    assert [file.path for file in files] == sorted(paths)
    assert findings == ()


def unexpected(path: str, why: str) -> Finding:
    return Finding(
        rule="unexpected-file",
        severity=Severity.ERROR,
        location=Location(path=path),
        message=f"'{path.rpartition('/')[2]}' is not read: {why}",
        hint="rename or remove the file",
    )


@pytest.mark.parametrize("folder", ["claims", "claims/t", "sources", "voices"])
@pytest.mark.parametrize("name", [".hidden.yml", ".yaml", ".yml", ".late.yml.bak", ".late", ".x.capture.json"])
def test_data_behind_a_dot_are_told(folder: str, name: str, tmp_path: Path) -> None:
    put(tmp_path, f"{folder}/{name}")
    assert data_files(tmp_path) == ((), (unexpected(f"{folder}/{name}", "its name begins with a dot"),))


def test_a_folder_behind_a_dot_is_told_once(tmp_path: Path) -> None:
    put(tmp_path, "claims/.drafts/one.yml")
    put(tmp_path, "claims/.drafts/two.yml")
    assert data_files(tmp_path) == ((), (unexpected("claims/.drafts", "its name begins with a dot"),))


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._late.yml", "Thumbs.db", "desktop.ini"),
        *(".late.yml.swp", ".late.yml.swo", ".late.yml.kate-swp", "#late.yml#", ".goutputstream-A1B2C3"),
        *(".gitkeep", ".gitignore", ".gitattributes"),
    ],
)
def test_what_programs_leave_for_themselves_is_passed_over(name: str, tmp_path: Path) -> None:
    put(tmp_path, f"claims/t/{name}")
    (tmp_path / "claims/t/.#late.yml").symlink_to("ada@harbour.1234:1700000000")  # by Emacs, while it edits
    assert data_files(tmp_path) == ((), ())


@pytest.mark.parametrize("folder", ["docs", "site_overrides"])
def test_written_pages_behind_a_dot_are_the_publishers(folder: str, tmp_path: Path) -> None:
    put(tmp_path, f"{folder}/.hidden.md")
    put(tmp_path, f"{folder}/.hidden/a.md")
    assert data_files(tmp_path) == ((), ())


@pytest.mark.parametrize(
    "path", ["docs/con.md", "docs/a/NUL/b.md", "site_overrides/Aux .html", "docs/COM\u00b9.tar.gz"]
)
def test_a_published_name_that_windows_reserves_is_told(path: str, tmp_path: Path) -> None:
    put(tmp_path, path)
    name = path.split("/")[2 if "NUL" in path else 1]
    assert data_files(tmp_path) == ((), (unexpected(path, f"'{name}' cannot be a name on Windows"),))


@pytest.mark.parametrize("path", ["claims/t/late.yml", "claims/buses.yml", "sources/a.capture.json", "voices/a.yml"])
def test_a_folder_in_the_place_of_a_file_is_told(path: str, tmp_path: Path) -> None:
    (tmp_path / path).mkdir(parents=True)
    assert data_files(tmp_path) == ((), (not_plain(path, "a folder"),))
    put(tmp_path, f"{path}/inside.yml")
    assert data_files(tmp_path) == ((), (not_plain(path, "a folder"),))


@pytest.mark.parametrize("folder", ["claims", "sources", "voices", "docs", "site_overrides"])
def test_a_file_in_the_place_of_a_folder_is_told(folder: str, tmp_path: Path) -> None:
    put(tmp_path, folder)
    ((), (found,)) = data_files(tmp_path)
    assert (found.rule, str(found.location)) == ("not-a-plain-file", f"{folder}:1:1")
    assert (found.message, found.hint) == (f"'{folder}' is no folder", "make it one, or remove it")


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


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names there")
@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/index.md", "docs/.hidden.md", "site_overrides/main.html"])
def test_a_pipe_among_what_is_published_is_refused(path: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / path)
    assert data_files(tmp_path) == ((), (not_plain(path, "no plain file"),))


def test_settings_that_are_a_folder_or_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").symlink_to("elsewhere.yml")
    assert data_files(tmp_path) == ((), (not_plain("mkdocs.yml", "a symbolic link"),))
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "mkdocs.yml").mkdir()
    assert data_files(tmp_path) == ((), (not_plain("mkdocs.yml", "a folder"),))


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
    assert findings == (not_plain("/".join(["claims", *"d" * MAX_FOLDERS]), "a folder"),)
