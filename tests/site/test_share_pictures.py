"""The pictures of topics in a built site: there with an address alone, painted anew only where they show another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.index.home import Home
from claimgraph.site.share_pictures import write_share_pictures
from tests.pages.corpora import topic, view

if TYPE_CHECKING:
    from pathlib import Path

HOME = Home(name="A", url="https://a.example/")


def pictures(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))


def test_every_topic_has_a_picture_where_the_site_has_an_address(tmp_path: Path) -> None:
    shown = view(topic("buses"), topic("trams"))
    drawn: dict[str, str] = {}
    wanted = ["assets/share/buses.png", "assets/share/trams.png"]
    write_share_pictures(tmp_path, HOME, shown, drawn)
    assert pictures(tmp_path) == wanted == sorted(drawn)
    write_share_pictures(tmp_path, replace(HOME, url=None), shown, drawn)
    assert pictures(tmp_path) == sorted(drawn) == []


def test_a_picture_is_painted_anew_only_where_it_shows_another(tmp_path: Path) -> None:
    shown = view(topic("buses"), topic("trams"))
    drawn: dict[str, str] = {}
    write_share_pictures(tmp_path, HOME, shown, drawn)
    first = tmp_path / pictures(tmp_path)[0]
    first.write_bytes(b"as it was")
    write_share_pictures(tmp_path, HOME, shown, drawn)
    assert first.read_bytes() == b"as it was"
    write_share_pictures(tmp_path, replace(HOME, name="B"), shown, drawn)
    assert first.read_bytes() != b"as it was"
