"""How a finished site takes the place of the old one, and what is left of a build that is killed."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.site import output
from claimgraph.site.output import OutputError, built_aside, put_in_place
from tests.site.checkouts import CHECKOUT, checkout, manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def write(folder: Path, **files: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def a_site(folder: Path, **files: str) -> None:
    """Write something that looks like a built site."""
    write(folder, **files)
    write(folder / "search", **{"index.json": "{}"})


@pytest.fixture(params=["exchange", "rename"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each way in which two folders change places."""
    if request.param == "rename":
        monkeypatch.setattr(output, "_exchange", lambda _one, _other: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(tmp_path / "site", old="1")
    write(tmp_path / "made", new="2")
    put_in_place(tmp_path / "made", tmp_path / "site")
    assert texts(tmp_path / "site") == {"new": "2"}
    assert texts(tmp_path / "made") == {"old": "1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "site"]


@pytest.mark.usefixtures("way")
def test_the_first_needs_no_old_one(tmp_path: Path) -> None:
    write(tmp_path / "made", new="2")
    put_in_place(tmp_path / "made", tmp_path / "site")
    assert texts(tmp_path / "site") == {"new": "2"}
    assert not (tmp_path / "made").exists()


def test_where_the_system_cannot_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        """A C library of a system that has none of these calls."""

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())
    write(tmp_path / "site", old="1")
    write(tmp_path / "made", new="2")
    put_in_place(tmp_path / "made", tmp_path / "site")
    assert (texts(tmp_path / "site"), texts(tmp_path / "made")) == ({"new": "2"}, {"old": "1"})


def test_where_the_second_rename_fails_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "made":
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(output, "_exchange", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", failing)
    write(tmp_path / "site", old="1")
    write(tmp_path / "made", new="2")
    with pytest.raises(OSError, match="Permission denied"):
        put_in_place(tmp_path / "made", tmp_path / "site")
    assert texts(tmp_path / "site") == {"old": "1"}


@pytest.mark.usefixtures("way")
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    a_site(tmp_path / "site", old="1")
    before = manifest(tmp_path)
    with pytest.raises(IsADirectoryError):
        _build_badly(tmp_path / "site")
    assert manifest(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def _build_badly(site: Path) -> None:
    with built_aside(site) as (made, scratch):
        write(made, new="2")
        write(scratch, more="3")
        made.write_text("a folder is no file", "utf-8")


@pytest.mark.usefixtures("way")
def test_a_build_that_is_done_leaves_the_new_site_and_nothing_else(tmp_path: Path) -> None:
    a_site(tmp_path / "site", old="1")
    with built_aside(tmp_path / "site") as (made, scratch):
        write(made, new="2")
        write(scratch, more="3")
    assert texts(tmp_path / "site") == {"new": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("mask", [0o077, 0o000, 0o027])
def test_the_site_can_be_read_by_whoever_serves_it(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        with built_aside(tmp_path / "deeper/site") as (made, _):
            write(made, new="2")
    finally:
        after = os.umask(before)
    assert after == mask
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "deeper").rglob("*")}
    assert modes == {"site": 0o755, "new": 0o644}
    assert (tmp_path / "deeper").stat().st_mode & 0o777 == 0o755


def test_every_file_of_a_site_can_be_read_whatever_the_umask(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    for path in made.root.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    before = os.umask(0o077)
    try:
        assert main(["--root", str(made.root), "build"]) == 0
    finally:
        os.umask(before)
    site = made.root / "site"
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (site, *site.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    write(tmp_path / ".site-build-killed", left="1")
    write(tmp_path / ".site-builder", other="1")
    with built_aside(tmp_path / "site") as (made, _):
        write(made, new="2")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-builder", "site"]


def test_what_a_build_that_still_runs_makes_is_not_removed(tmp_path: Path) -> None:
    with built_aside(tmp_path / "site") as (first, _):
        write(first, new="first")
        with built_aside(tmp_path / "site") as (second, _):
            write(second, new="second")
            a_site(second)
        assert texts(first) == {"new": "first"}
    assert (tmp_path / "site/new").read_text("utf-8") == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("there", ["a file", "a folder of something else"])
def test_what_is_no_site_is_not_replaced(tmp_path: Path, there: str) -> None:
    target = tmp_path / "docs"
    if there == "a file":
        target.write_text("words", "utf-8")
    else:
        write(target, page="words")
    before = manifest(tmp_path)
    with pytest.raises(OutputError) as caught, built_aside(target):
        pytest.fail("it was to be refused before anything is built")
    assert str(caught.value) == (
        f"'{target}' is not replaced: it holds something else than a site that was built here; "
        "name another folder, or remove it yourself"
    )
    assert manifest(tmp_path) == before


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with built_aside(tmp_path / "site") as (made, _):
        write(made, new="2")
    assert texts(tmp_path / "site") == {"new": "2"}


@pytest.mark.parametrize("named", [".", "docs", "claims", "mkdocs.yml"])
def test_the_command_refuses_to_replace_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    made = checkout(tmp_path / "checkout")
    before = manifest(tmp_path)
    monkeypatch.chdir(made.root)
    assert main(["build", "--output", named]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"claimgraph build: '{made.root / named}' is not replaced: it holds something else than a site that was built "
        "here; name another folder, or remove it yourself"
    )
    assert manifest(tmp_path) == before


def test_a_site_that_is_a_symbolic_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    a_site(tmp_path / "elsewhere", old="1")
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with built_aside(tmp_path / "site") as (made, _):
        write(made, new="2")
    assert not (tmp_path / "site").is_symlink()
    assert texts(tmp_path / "site") == {"new": "2"}
    assert (tmp_path / "elsewhere/old").read_text("utf-8") == "1"


# Killed


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    site, claim = made.root / "site", "claims/buses/riders-walk.yml"
    text = (made.root / claim).read_text("utf-8")
    versions = (text, text.replace("Riders walk to the market", "Riders walk"))
    whole, swap, last = [], 0, 0
    with _killable(made.root) as build:
        for version in versions:
            made.write(claim, version)
            counted, status = build(0)
            assert status == "0"
            swap, last = map(int, counted.split())
            whole.append(manifest(site))
        assert whole[0] != whole[1]
        found = set()
        moments = (swap // 3, swap // 2, swap * 4 // 5, swap - 1, swap, swap + 1, (swap + last) // 2, last)
        for number, moment in enumerate(moments):
            made.write(claim, versions[number % 2])
            assert build(moment) == [str(-signal.SIGKILL)]
            found.add(whole.index(manifest(site)))
            assert any(made.root.glob(".site-build-*"))
        assert found == {0, 1}
        made.write(claim, versions[0])
        assert build(0)[1] == "0"
    assert manifest(site) == whole[0]
    assert [path.name for path in made.root.iterdir() if path.name.startswith(".")] == [".cache"]


@contextmanager
def _killable(root: Path) -> Iterator[Callable[[int], list[str]]]:
    """Give what builds, killed at a moment, and returns the lines that are said of it: the last is the exit status."""
    command = [sys.executable, "-m", "tests.site.killed", str(root)]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, said = process.stdin, process.stdout

        def build(moment: int) -> list[str]:
            asked.write(f"{moment}\n")
            asked.flush()
            return [said.readline().rstrip("\n") for _ in range(2 if moment == 0 else 1)]

        yield build
        asked.close()
