"""An installed program needs no checkout of its own: it begins, checks and builds maps from what its wheel brings."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from claimgraph.checking.whole import check
from claimgraph.site.building import build
from tests.site.checkouts import manifest

ROOT: Final = Path(__file__).parents[2]
COUNTED: Final = "3 claims, 1 source, 2 of 2 quotes verified: 0 errors, 0 warnings, 0 notes\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the program as its wheel has it. What it needs beside is that of the tests."""
    wheels, folder = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "-qq", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)], check=True)
    (wheel,) = wheels.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, *arguments: str, there: Path) -> str:
    """Run a command of the installed program in a folder, and return what it says; it must end well."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "claimgraph", *arguments]
    ran = subprocess.run(command, cwd=there, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def test_it_begins_a_map_checks_it_and_builds_what_a_checkout_builds(installed: Path, tmp_path: Path) -> None:
    run(installed, "init", "map", there=tmp_path)
    root = tmp_path / "map"
    assert COUNTED in run(installed, "check", "--strict", there=root)
    assert "pages in" in run(installed, "build", there=root)
    build(root, tmp_path / "site", check(root).examined)
    assert manifest(root / "site") == manifest(tmp_path / "site")


def test_it_has_no_path_of_the_checkout(installed: Path) -> None:
    for file in installed.rglob("*"):
        assert not file.is_file() or str(ROOT).encode() not in file.read_bytes(), file
