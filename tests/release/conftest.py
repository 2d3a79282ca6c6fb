"""What the tests of releases share: a release of this checkout, made once."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from release.__main__ import main
from release.manifest import read_manifest
from release.packages import locked_packages

if TYPE_CHECKING:
    from release.manifest import Manifest
    from release.packages import Package

ROOT: Final = Path(__file__).parents[2]
SECONDS: Final = "1764490000"


@pytest.fixture(scope="session")
def manifest() -> Manifest:
    """The manifest of this checkout."""
    return read_manifest(ROOT)


@pytest.fixture(scope="session")
def packages(manifest: Manifest) -> tuple[Package, ...]:
    """The packages of the lock of the site."""
    return locked_packages((ROOT / "requirements/site.txt").read_text("utf-8"), manifest.licences)


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of this checkout, as of `SECONDS`."""
    folder = tmp_path_factory.mktemp("release") / "dist"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", SECONDS)
        patch.delenv("TAG", raising=False)
        assert main(["--output", str(folder)]) == 0
    return folder


@pytest.fixture(scope="session")
def site(released: Path) -> dict[str, bytes]:
    """The files of the released website, by path."""
    (packed,) = released.glob("site-*.zip")
    with zipfile.ZipFile(packed) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
