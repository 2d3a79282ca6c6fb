"""Writing and removing the files of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.site.files import page_file, put, remove_page

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_where_it_is_not_or_has_another_text(tmp_path: Path) -> None:
    file = tmp_path / "a/b/c.txt"
    assert [put(file, text) for text in ("é", "é", "x")] == [True, False, True]
    assert file.read_bytes() == b"x"
    assert put(file, b"x") is False


def test_a_page_goes_with_its_folder_unless_more_stands_there(tmp_path: Path) -> None:
    for address in ("", "a/", "a/b/"):
        put(page_file(tmp_path, address), address)
    remove_page(tmp_path, "a/")
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "a",
        "a/b",
        "a/b/index.html",
        "index.html",
    ]
    remove_page(tmp_path, "a/b/")
    assert not (tmp_path / "a/b").exists()
