"""The live preview: what it serves as files change, and what it makes anew."""

from __future__ import annotations

import os
import socket
import struct
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.preview.rebuilding import Preview
from claimgraph.site.building import BuildError
from tests.preview.previews import running
from tests.preview.sites import LONG
from tests.site.checkouts import Checkout, checkout, manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


def test_each_change_is_served(made: Checkout) -> None:
    with running(made) as preview:
        assert preview.get("/claims/riders-walk/")[0] == 200
        made.edit("claims/buses/riders-walk.yml", "Riders walk to the market", "Riders go on foot")
        preview.hears("pages made")
        assert "<h1>Riders go on foot</h1>" in preview.get("/claims/riders-walk/")[1]
        made.edit("sources/harbour-report.yml", "Voices from the harbour", "Harbour voices")
        preview.hears("pages made")
        assert "<h1>Harbour voices</h1>" in preview.get("/sources/harbour-report/")[1]
        made.edit("docs/method.md", "How it is done.", "How we do it.")
        preview.hears("pages made")
        assert "<p>How we do it.</p>" in preview.get("/method/")[1]
        made.edit("site_overrides/claimgraph/claim.html", "<h1>{{ claim.title }}</h1>", "<h1>* {{ claim.title }}</h1>")
        preview.hears("pages made")
        assert "<h1>* Riders go on foot</h1>" in preview.get("/claims/riders-walk/")[1]
        made.remove("claims/trams/trams-are-old.yml")
        preview.hears("pages made")
        assert preview.get("/claims/trams-are-old/")[0] == 404


def test_a_file_that_is_saved_by_renaming_is_followed(made: Checkout) -> None:
    with running(made) as preview:
        for name in ("One map", "Another map", "A third map"):
            text = (made.root / "mkdocs.yml").read_text("utf-8").splitlines()
            made.write("mkdocs.new", "\n".join((f"site_name: {name}", *text[1:])))
            os.replace(made.root / "mkdocs.new", made.root / "mkdocs.yml")  # noqa: PTH105  as editors do it
            preview.hears("pages made")
            assert f"<title>{name}</title>" in preview.get("/")[1]


def test_a_change_during_the_first_build_is_not_lost(made: Checkout) -> None:
    def change() -> None:
        made.edit("claims/buses/riders-walk.yml", "Riders walk to the market", "Riders go on foot")

    with running(made, on_check=change) as preview:
        preview.hears("pages made")
        assert "<h1>Riders go on foot</h1>" in preview.get("/claims/riders-walk/")[1]


def test_a_folder_that_comes_later_is_followed(made: Checkout) -> None:
    voice = (made.root / "voices/driver-one.yml").read_text("utf-8")
    made.remove("voices/driver-one.yml")
    (made.root / "voices").rmdir()
    with running(made) as preview:
        assert "<h1>Driver One</h1>" in preview.get("/voices/driver-one/")[1]
        made.write("voices/driver-one.yml", voice)
        preview.hears("pages made")
        assert "<h1>The first driver</h1>" in preview.get("/voices/driver-one/")[1]


def test_a_file_that_cannot_be_read_is_left_out_and_the_rest_stays(made: Checkout) -> None:
    with running(made) as preview:
        assert preview.shown.get(timeout=LONG) == ()
        text = (made.root / "claims/buses/riders-walk.yml").read_text("utf-8")
        made.write("claims/buses/riders-walk.yml", "title: [\n")
        preview.hears("pages made")
        assert preview.shown.get(timeout=LONG)[0].startswith("claims/buses/riders-walk.yml:2:1: this is not YAML: ")
        assert preview.get("/claims/riders-walk/")[0] == 404
        status, page = preview.get("/claims/buses-are-late/")
        assert (status, "riders-walk" in page) == (200, False)
        made.write("claims/buses/riders-walk.yml", text)
        preview.hears("pages made")
        assert preview.get("/claims/riders-walk/")[0] == 200
        assert preview.shown.get(timeout=LONG) == ()


def test_a_template_that_is_broken_leaves_the_site_as_it_was(made: Checkout) -> None:
    with running(made) as preview:
        text = (made.root / "site_overrides/claimgraph/claim.html").read_text("utf-8")
        made.write("site_overrides/claimgraph/claim.html", "{% if %}")
        expected = "Expected an expression, got 'end of statement block'"
        assert preview.hears("error: ") == (
            f"error: site_overrides/claimgraph/claim.html:1: {expected}\nThe site stays as it was."
        )
        assert "<h1>Riders walk to the market</h1>" in preview.get("/claims/riders-walk/")[1]
        made.write("site_overrides/claimgraph/claim.html", text)
        preview.hears("pages made")
        assert "<h1>Riders walk to the market</h1>" in preview.get("/claims/riders-walk/")[1]


def test_an_unknown_address_has_the_sites_own_page(made: Checkout) -> None:
    with running(made) as preview:
        for path in ("/no/such/page/", "/../../etc/passwd", "/..%2f..%2fcheckout/mkdocs.yml", "/%00"):
            status, page = preview.get(path)
            assert (status, "There is no page at this address" in page) == (404, True)
        assert preview.get("/no/such/page/", "HEAD") == (404, "")


def test_a_reader_that_leaves_early_is_no_trouble(made: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    made.write("docs/assets/large.txt", "x" * 20_000_000)
    with running(made) as preview:
        with socket.create_connection(("127.0.0.1", preview.port)) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.sendall(b"GET /assets/large.txt HTTP/1.0\r\nHost: localhost\r\n\r\n")
            assert connection.recv(8) == b"HTTP/1.0"
        assert preview.get("/method/")[0] == 200
    assert capsys.readouterr().err == ""


def test_a_port_that_is_taken_is_told(made: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--root", str(made.root), "serve", "--port", str(port)]) == 2
    told = f"claimgraph serve: cannot listen on 127.0.0.1:{port}: Address already in use; try --port 8001\n"
    assert capsys.readouterr().err == told


def test_a_rebuild_that_fails_leaves_the_folder_whole(made: Checkout, tmp_path: Path) -> None:
    folder = tmp_path / "preview"
    folder.mkdir()
    preview = Preview(made.root, folder, texts=None, show=lambda _: None)
    preview.rebuild()
    before = manifest(preview.site)
    made.write("docs/claims/riders-walk.md", "# Taken\n")
    with pytest.raises(BuildError, match=r"^two pages have the address /claims/riders-walk/"):
        preview.rebuild()
    assert manifest(preview.site) == before
    made.remove("docs/claims/riders-walk.md")
    assert preview.rebuild().written == 0
    assert manifest(preview.site) == before
