"""What is kept of a site from build to build: two folders that take turns, and the publisher's work."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.publish import mkdocs
from claimgraph.publish.mkdocs import with_mkdocs
from tests.site.checkouts import Checkout, checkout, manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimgraph.publish.engine import Result, Task

CLAIM = "claims/buses/riders-walk.yml"
BEFORE = ".cache/claimgraph/site-before"
TITLES = ("Riders walk", "Riders walk on", "Riders walk far")


def builds(made: Checkout) -> dict[str, str]:
    """Build the site three times, each time with another title, so that each folder takes its turn; return it."""
    for title in TITLES:
        build(made, title)
    return manifest(made.root / "site")


def build(made: Checkout, title: str) -> None:
    text = (made.root / CLAIM).read_text("utf-8")
    before = next(line for line in text.splitlines() if line.startswith("title: "))
    made.write(CLAIM, text.replace(before, f"title: {title}"))
    assert main(["--root", str(made.root), "build"]) == 0


def cold(made: Checkout) -> dict[str, str]:
    """Build the site without anything that was kept."""
    shutil.rmtree(made.root / ".cache")
    shutil.rmtree(made.root / "site")
    assert main(["--root", str(made.root), "build"]) == 0
    return manifest(made.root / "site")


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


def test_the_folder_of_the_build_before_becomes_the_next_site(made: Checkout) -> None:
    build(made, TITLES[0])
    inodes = [(made.root / "site").stat().st_ino]
    for title in TITLES[1:]:
        build(made, title)
        inodes.append((made.root / "site").stat().st_ino)
    assert inodes[0] == inodes[2] != inodes[1] == (made.root / BEFORE).stat().st_ino
    assert manifest(made.root / "site") == cold(made)


def add_a_file(root: Path) -> None:
    (root / "claims/stray.html").write_text("stray", "utf-8")


def add_a_folder(root: Path) -> None:
    (root / "stray").mkdir()


def change_a_file(root: Path) -> None:
    with (root / "method/index.html").open("a", encoding="utf-8") as page:
        page.write("stray")


def remove_a_file(root: Path) -> None:
    (root / "method/index.html").unlink()


def remove_a_folder(root: Path) -> None:
    shutil.rmtree(root / "claims")


@pytest.mark.parametrize("where", ["site", BEFORE])
@pytest.mark.parametrize("harm", [add_a_file, add_a_folder, change_a_file, remove_a_file, remove_a_folder])
def test_what_somebody_does_to_a_folder_is_undone(made: Checkout, where: str, harm: Callable[[Path], None]) -> None:
    builds(made)
    harm(made.root / where)
    assert builds(made) == cold(made)


def test_a_link_in_place_of_the_folder_is_not_followed(made: Checkout, tmp_path: Path) -> None:
    builds(made)
    elsewhere = tmp_path / "elsewhere"
    (made.root / BEFORE).rename(elsewhere)
    (made.root / BEFORE).symlink_to(elsewhere)
    before = manifest(elsewhere)
    assert builds(made) == cold(made)
    assert manifest(elsewhere) == before


def counted(monkeypatch: pytest.MonkeyPatch) -> list[bool | None]:
    """Count how often the publisher works, by whether a warning is an error."""
    found: list[bool | None] = []

    def noted(task: Task) -> Result:
        found.append(task.strict)
        return with_mkdocs(task)

    monkeypatch.setattr(mkdocs, "with_mkdocs", noted)
    return found


def test_the_publisher_works_again_only_if_one_of_its_files_changed(
    made: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = counted(monkeypatch)
    builds(made)
    assert found == [None]
    (made.root / "docs/method.md").touch()
    build(made, TITLES[0])
    assert len(found) == 1
    made.write("docs/method.md", "# Method\n\nHow it is done now.\n")
    build(made, TITLES[1])
    assert found == [None, None]
    made.write("site_overrides/extra.txt", "x")
    build(made, TITLES[2])
    assert found == [None, None, None]
    assert manifest(made.root / "site") == cold(made)


@pytest.mark.parametrize("settings", ["hooks: [hook.py]\n", "site_author: !ENV [AUTHOR, nobody]\n"])
def test_the_publisher_works_each_time_where_it_reads_more_than_files(
    made: Checkout, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    made.write("mkdocs.yml", (made.root / "mkdocs.yml").read_text("utf-8") + settings)
    made.write("hook.py", "")
    found = counted(monkeypatch)
    builds(made)
    assert found == [None, None, None]
