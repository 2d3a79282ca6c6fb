"""The bill of materials: valid, whole, and the same each time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from release.manifest import Work
from release.packages import Package
from release.sbom import Product, bill
from tests.release.conftest import SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from release.manifest import Manifest

SUM: Final = "a" * 64
PRODUCT: Final = Product(name="thing", version="1.0", licence="MIT", requires=frozenset({"rope"}))
ROPE: Final = Package(
    name="rope", version="2.0", licence="ISC", texts=("ISC",), requires=frozenset({"hemp"}), sums=(SUM, "b" * 64)
)
HEMP: Final = Package(
    name="hemp", version="3.0", licence="MIT OR ISC", texts=("MIT",), requires=frozenset(), sums=("c" * 64,)
)
BELL: Final = Work(
    name="bell",
    version="4.0",
    origin="pkg:npm/bell@4.0",
    licence="MIT",
    about="It rings.",
    texts=("LICENCE",),
    files={"bell.js": SUM, "LICENCE": "d" * 64},
)
CLAPPER: Final = Work(
    name="clapper", version="5.0", origin="pkg:npm/clapper@5.0", licence="MIT", texts=("LICENCE",), within="bell"
)
KNOTS: Final = Work(name="Knots", package="rope", licence="MIT", terms="https://example.org/", writes=("*.css",))
WORKS: Final = (BELL, CLAPPER, KNOTS)


@pytest.fixture(scope="module")
def released_bill(released: Path) -> str:
    """The bill of the release of this checkout."""
    return (released / "site.cdx.json").read_text("utf-8")


def made(at: datetime | None = None) -> str:
    return bill(PRODUCT, (HEMP, ROPE), WORKS, {"Knots": {"knots.css": b"a { color: red }"}}, at)


def components(read: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each component, with those inside it."""
    for one in read.get("components", ()):
        yield one
        yield from components(one)


def test_it_is_valid(released_bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(released_bill) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made()) is None


def test_it_has_each_package_of_the_lock(released_bill: str, packages: tuple[Package, ...]) -> None:
    found = {one["name"]: one for one in json.loads(released_bill)["components"]}
    for package in packages:
        assert found[package.name]["version"] == package.version
        assert found[package.name]["purl"] == f"pkg:pypi/{package.name}@{package.version}"
        assert found[package.name]["licenses"]
    assert set(found) - {package.name for package in packages} == {
        "vis-network",
        "Styles of the Citation Style Language",
    }


def test_it_has_each_work_with_its_files(released_bill: str, manifest: Manifest) -> None:
    everything = list(components(json.loads(released_bill)))
    for work in manifest.works:
        (found,) = (one for one in everything if one["name"] == work.name)
        files = {one["name"]: one["hashes"] for one in found.get("components", ()) if one["type"] == "file"}
        for path, expected in work.files.items():
            assert files[path] == [{"alg": "SHA-256", "content": expected}]
        assert len(files) == len(work.files) + len(work.writes)


def test_it_names_the_time_it_was_told(released_bill: str) -> None:
    said = datetime.fromisoformat(json.loads(released_bill)["metadata"]["timestamp"])
    assert said == datetime.fromtimestamp(int(SECONDS), UTC)
    assert "timestamp" not in json.loads(made())["metadata"]


def test_its_number_is_made_of_its_contents() -> None:
    first, later = made(), made(datetime(2026, 1, 1, tzinfo=UTC))
    assert made() == first
    assert json.loads(first)["serialNumber"] != json.loads(later)["serialNumber"]


def test_it_says_what_is_inside_what_and_who_needs_whom() -> None:
    read = json.loads(made())
    inside = {one["name"]: [part["name"] for part in one.get("components", ())] for one in components(read)}
    assert inside == {
        "bell": ["LICENCE", "bell.js", "clapper"],
        "LICENCE": [],
        "bell.js": [],
        "clapper": [],
        "hemp": [],
        "rope": ["Knots"],
        "Knots": ["knots.css"],
        "knots.css": [],
    }
    assert {one["ref"]: one.get("dependsOn", []) for one in read["dependencies"]} == {
        "thing@1.0": ["pkg:npm/bell@4.0", "pkg:pypi/rope@2.0"],
        "pkg:pypi/rope@2.0": ["pkg:pypi/hemp@3.0"],
        "pkg:pypi/hemp@3.0": [],
        "pkg:npm/bell@4.0": [],
    }


def test_a_package_is_told_whole() -> None:
    (rope,) = (one for one in json.loads(made())["components"] if one["name"] == "rope")
    assert {key: rope[key] for key in rope if key != "components"} == {
        "bom-ref": "pkg:pypi/rope@2.0",
        "externalReferences": [
            {
                "type": "distribution",
                "url": "pkg:pypi/rope@2.0",
                "hashes": [{"alg": "SHA-256", "content": SUM}, {"alg": "SHA-256", "content": "b" * 64}],
            }
        ],
        "licenses": [{"license": {"id": "ISC"}}],
        "name": "rope",
        "purl": "pkg:pypi/rope@2.0",
        "type": "library",
        "version": "2.0",
    }
