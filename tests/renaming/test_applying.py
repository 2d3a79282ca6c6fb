"""Changes of files that are made or not made, and never half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimgraph.renaming.applying import apply_changes
from claimgraph.renaming.plan import Change

if TYPE_CHECKING:
    from pathlib import Path

CHANGES = (
    Change(before="a/one.yml", after="b/one.yml", content=b"new one"),
    Change(before="a/two.yml", after="a/two.yml", content=b"new two"),
    Change(before="", after="c/three.yml", content=b"new three"),
)
NEW = {"b/one.yml": b"new one", "a/two.yml": b"new two", "c/three.yml": b"new three"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.yml").write_bytes(b"one")
    (tmp_path / "a/two.yml").write_bytes(b"two")
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_right_changes_are_made(root: Path) -> None:
    seen: list[dict[str, bytes]] = []

    def look() -> bool:
        seen.append(files(root))
        return True

    assert apply_changes(root, CHANGES, look)
    assert seen == [NEW]
    assert files(root) == NEW


def test_wrong_changes_are_put_back(root: Path) -> None:
    before = files(root)
    assert not apply_changes(root, CHANGES, lambda: False)
    assert files(root) == before
    assert sorted(path.name for path in root.iterdir()) == ["a"]


def test_changes_are_put_back_where_asking_fails(root: Path) -> None:
    before = files(root)

    def fail() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_changes(root, CHANGES, fail)
    assert files(root) == before


def test_no_file_is_overwritten(root: Path) -> None:
    (root / "b").mkdir()
    (root / "b/one.yml").write_bytes(b"another")
    before = files(root)
    with pytest.raises(FileExistsError, match=r"b/one\.yml"):
        apply_changes(root, CHANGES, lambda: True)
    assert files(root) == before


def test_an_emptied_folder_goes_with_its_last_file(root: Path) -> None:
    changes = [Change(before=f"a/{name}.yml", after=f"b/{name}.yml", content=name.encode()) for name in ("one", "two")]
    assert apply_changes(root, changes, lambda: True)
    assert sorted(path.name for path in root.iterdir()) == ["b"]
