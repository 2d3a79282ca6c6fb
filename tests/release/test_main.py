"""`make release`: the files that a release publishes."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
import zipfile
from typing import TYPE_CHECKING, Final

import pytest

from release.__main__ import main
from tests.release.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

VERSION: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
TAG: Final = (
    f"the tag is 'v99.0', but pyproject.toml says version {VERSION}: expected the tag v{VERSION}; "
    "set the version first, then tag that commit"
)


def test_it_writes_the_data_the_website_and_what_is_in_them(released: Path) -> None:
    assert sorted(path.name for path in released.iterdir()) == [
        "SHA256SUMS",
        f"claims-{VERSION}.zip",
        "licences.txt",
        f"site-{VERSION}.zip",
        "site.cdx.json",
    ]


def test_its_sums_are_what_sha256sum_checks(released: Path) -> None:
    command = shutil.which("sha256sum")
    assert command
    done = subprocess.run(
        [command, "--check", "--strict", "SHA256SUMS"], cwd=released, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [
        f"claims-{VERSION}.zip: OK",
        "licences.txt: OK",
        f"site-{VERSION}.zip: OK",
        "site.cdx.json: OK",
    ]


def test_its_data_have_the_version(released: Path) -> None:
    with zipfile.ZipFile(released / f"claims-{VERSION}.zip") as archive:
        assert f"claims-{VERSION}/manifest.json" in archive.namelist()


def test_its_website_is_whole(site: dict[str, bytes]) -> None:
    assert {"index.html", "404.html", "map/index.html", "search/index.json"} <= set(site)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        (
            "TAG",
            "v99.0",
            TAG,
        ),
        ("SOURCE_DATE_EPOCH", "now", "SOURCE_DATE_EPOCH is 'now', expected seconds since 1970, such as 1764490000"),
    ],
)
def test_what_it_cannot_use_is_refused(  # noqa: PLR0913, PLR0917
    name: str,
    value: str,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["--output", str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == f"release: {message}\n"
    assert not (tmp_path / "dist").exists()
