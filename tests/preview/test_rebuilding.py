"""With what a preview begins: what earlier runs have checked and built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.checking.whole import check
from claimgraph.preview.rebuilding import Preview
from claimgraph.site.building import build
from tests.site.checkouts import checkout, manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_a_preview_begins_with_the_last_build(tmp_path: Path) -> None:
    made = checkout(tmp_path / "checkout")
    build(made.root, tmp_path / "site", check(made.root).examined)
    made.edit("claims/buses/riders-walk.yml", "Riders walk to the market", "Riders walk")
    folder = tmp_path / "preview"
    folder.mkdir()
    preview = Preview(made.root, folder, texts=None, show=lambda _: None)
    built = preview.rebuild()
    assert 0 < built.written < len(built.addresses)
    clean = tmp_path / "clean"
    build(made.root, clean, check(made.root).examined)
    assert manifest(preview.site) == manifest(clean)
