"""The packages that the website is built with, told from the lock and from what is installed."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from packaging.markers import Marker

from release import ReleaseError
from release.packages import locked_packages, required
from tests.release.conftest import ROOT

if TYPE_CHECKING:
    from release.manifest import Manifest
    from release.packages import Package

SUM = "a" * 64
OTHER = "b" * 64
SAYS_NONE = (
    f"pyvis {version('pyvis')} names no licence by an SPDX id: read its licence, and add it to "
    'third-party.toml under [licences], such as pyvis = "MIT"'
)


def test_each_package_of_the_lock_is_there_with_its_version(packages: tuple[Package, ...]) -> None:
    lines = re.findall(
        r"^(\S+)==(\S+)(?: ; (.*))? \\$", (ROOT / "requirements/site.txt").read_text("utf-8"), re.MULTILINE
    )
    expected = [(name, number) for name, number, marker in lines if not marker or Marker(marker).evaluate()]
    assert [(package.name, package.version) for package in packages] == expected
    assert len(expected) > 50


def test_a_requirement_that_the_lock_leaves_out_is_not_named(packages: tuple[Package, ...]) -> None:
    assert "ipython" in required("pyvis")
    (pyvis,) = (package for package in packages if package.name == "pyvis")
    assert pyvis.requires == {"jinja2", "jsonpickle", "networkx"}


def test_an_entry_is_read_whole() -> None:
    number = version("click")
    lock = (
        f"click=={number} ; python_version > '3' \\\n    --hash=sha256:{SUM} \\\n    --hash=sha256:{OTHER}\n"
        "    # via mkdocs\n"
        f"gone==1.0 ; python_version < '3' \\\n    --hash=sha256:{SUM}\n"
    )
    (package,) = locked_packages(lock, {})
    assert (package.name, package.version, package.licence) == ("click", number, "BSD-3-Clause")
    assert (package.requires, package.sums) == (frozenset(), (SUM, OTHER))
    assert [text.splitlines()[0] for text in package.texts] == ["Copyright 2014 Pallets"]


def test_what_an_installed_package_requires_here() -> None:
    assert required("jinja2") == {"markupsafe"}


def test_licences_are_named_by_hand_only_where_needed(manifest: Manifest) -> None:
    refused = {name for name in manifest.licences if not _declares(name)}
    assert refused == set(manifest.licences)


def _declares(name: str) -> bool:
    try:
        return bool(locked_packages(f"{name}=={version(name)}", {}))
    except ReleaseError:
        return False


@pytest.mark.parametrize(
    ("lock", "message"),
    [
        ("no-such-package==1.0", "no-such-package 1.0 of the lock is not installed: make setup"),
        ("click==0.1", f"click {version('click')} is installed, but the lock has 0.1: make setup"),
        (f"pyvis=={version('pyvis')}", SAYS_NONE),
    ],
)
def test_what_is_missing_is_told(lock: str, message: str) -> None:
    with pytest.raises(ReleaseError) as refused:
        locked_packages(lock, {})
    assert str(refused.value) == message
