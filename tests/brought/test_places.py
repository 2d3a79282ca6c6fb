"""What a site is made of: the map's own files, and those that the program brings."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from claimgraph.brought.places import (
    BROUGHT_DOCS,
    DOCS,
    OVERRIDES,
    PACKAGE,
    SETTINGS,
    brought,
    brought_pages,
    overrides,
    page_address,
    pages,
)
from claimgraph.drafting.founding import FORGE
from claimgraph.wikilinks import WikiLink, pieces

ROOT: Final = Path(__file__).parents[2]
WHEEL: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]


def write(root: Path, path: str) -> Path:
    """Write a file of a map, and return its path."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("own", "utf-8")
    return file


def test_a_map_without_files_of_its_own_has_those_of_the_program(tmp_path: Path) -> None:
    assert pages(tmp_path)["method.md"] == ROOT / "docs/method.md"
    assert pages(tmp_path)["index.md"] == PACKAGE / "docs/index.md"
    assert overrides(tmp_path)["main.html"] == ROOT / "site_overrides/main.html"


def test_a_file_of_the_map_stands_in_for_the_programs(tmp_path: Path) -> None:
    method, style = write(tmp_path, "docs/method.md"), write(tmp_path, "site_overrides/assets/stylesheets/evidence.css")
    assert pages(tmp_path) == {**pages(tmp_path / "none"), "method.md": method}
    assert overrides(tmp_path) == {**overrides(tmp_path / "none"), "assets/stylesheets/evidence.css": style}


def test_a_page_of_the_map_stands_in_for_one_at_the_same_address(tmp_path: Path) -> None:
    method = write(tmp_path, "docs/method/index.md")
    found = pages(tmp_path)
    assert found["method/index.md"] == method
    assert "method.md" not in found


def test_a_symbolic_link_is_no_file_of_the_map(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/method.md").symlink_to(write(tmp_path, "secret"))
    assert pages(tmp_path)["method.md"] == ROOT / "docs/method.md"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("method.md", "method/"),
        ("method/index.md", "method/"),
        ("contribute/README.md", "contribute/"),
        ("old/index.html", "old/"),
        ("assets/share.png", "assets/share.png"),
    ],
)
def test_a_page_has_the_address_that_the_publisher_gives_it(path: str, address: str) -> None:
    assert page_address(path) == address


def test_the_wheel_has_what_a_checkout_has() -> None:
    of_docs = {path.removeprefix(f"{DOCS}/") for path in WHEEL["only-include"] if path.startswith(f"{DOCS}/")}
    assert of_docs == set(BROUGHT_DOCS)
    others = {path for path in WHEEL["only-include"] if not path.startswith(f"{DOCS}/")}
    forms = ".github/ISSUE_TEMPLATE"
    forge = {f".github/{path}" for path in FORGE if not path.startswith("ISSUE_TEMPLATE/")} | {forms}
    assert others == {"scripts/claimgraph", OVERRIDES, "requirements/site.txt", *forge}
    assert {path.name for path in brought(forms).iterdir()} == {Path(one).name for one in FORGE if "ISSUE" in one}
    assert WHEEL["sources"] == {
        "scripts/claimgraph": "claimgraph",
        **{name: f"claimgraph/brought/{name}" for name in (OVERRIDES, DOCS, ".github", "requirements")},
    }


def test_pages_of_the_program_name_no_claim() -> None:
    for path, file in brought_pages().items():
        if path.endswith(".md"):
            found = [piece.id for piece in pieces(file.read_text("utf-8")) if isinstance(piece, WikiLink)]
            assert found == [], path


def nav(path: Path) -> list[Any]:
    """Return the navigation that settings give to a site."""
    found: list[Any] = yaml.safe_load(path.read_text("utf-8"))["nav"]
    return found


def test_a_new_map_has_the_navigation_of_every_map_and_its_own_page() -> None:
    home, *others = nav(SETTINGS)
    assert nav(PACKAGE / "map/mkdocs.yml") == [home, {"About": "about.md"}, *others]
