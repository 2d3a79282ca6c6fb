"""The server of the preview: whom it answers, and with what."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from claimgraph.preview.open_pages import CHANGES, SCRIPT
from claimgraph.preview.server import ListenError
from tests.preview.sites import LONG, a_site, ask, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """Serve a small site; give the port."""
    with serving(a_site(tmp_path)) as listener:
        yield listener.server_port


OWN = ("localhost", "localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}", "[::1]:{port}", "localhost:9000")
OTHERS = (
    *(
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "evil.localhost:{port}",
        "127.0.0.1.nip.io",
    ),
    *("evil@localhost:{port}", "localhost@evil.example", "localhost:{port}@evil.example", "localhost/evil.example"),
    *(
        "",
        ":{port}",
        "[]:{port}",
        "[::2]:{port}",
        "127.0.0.2:{port}",
        "0.0.0.0:{port}",
        "localhost:",
        "localhost, evil",
    ),
)


def test_only_names_of_this_machine_are_answered(served: int) -> None:
    told = f"The preview answers only as http://localhost:{served}/\n"
    for host in OWN:
        assert ask(served, host=host) == (200, "Home")
    for host in OTHERS:
        for path in ("/", "/empty/", "/no/such/page/", SCRIPT, CHANGES):
            assert ask(served, path, host=host) == (421, told), host
        assert ask(served, host=host, method="HEAD") == (421, "")
        assert ask(served, host=host, method="POST") == (421, told)


def test_a_request_without_one_host_is_not_answered(served: int) -> None:
    for fields in ("", f"Host: localhost:{served}\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", served), timeout=LONG) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\n{fields}\r\n".encode())
            assert connection.makefile("rb").readline() == b"HTTP/1.0 421 Misdirected Request\r\n"


EVERY = "0.0.0.0"  # noqa: S104  the preview is told to listen everywhere


@pytest.mark.parametrize(("host", "name"), [(EVERY, "127.0.0.1"), (EVERY, EVERY), ("127.0.0.2", "127.0.0.2")])
def test_the_address_to_listen_on_is_answered(tmp_path: Path, host: str, name: str) -> None:
    with serving(a_site(tmp_path), host) as listener:
        port = listener.server_port
        assert ask(port, host=f"{name}:{port}", at=host) == (200, "Home")
        assert ask(port, host=f"evil.example:{port}", at=host)[0] == 421


def test_the_address_of_the_new_internet_is_answered(tmp_path: Path) -> None:
    try:
        with serving(a_site(tmp_path), "::1") as listener:
            port = listener.server_port
            assert ask(port, host=f"[::1]:{port}", at="::1") == (200, "Home")
    except ListenError as error:
        pytest.skip(str(error))


def test_a_folder_is_not_listed(served: int) -> None:
    for path in ("/empty/", "/empty", "/search/", "/search/../empty/"):
        assert ask(served, path) == (404, "Nothing here")
        assert ask(served, path, method="HEAD") == (404, "")
    assert ask(served, "/search/index.json") == (200, "{}")
    assert ask(served, "/", method="HEAD") == (200, "")


def test_only_plain_files_of_the_site_are_served(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/index.html").write_text("Private words", "utf-8")
    (site / "linked").symlink_to(tmp_path / "secret")
    (site / "linked.html").symlink_to(tmp_path / "secret/index.html")
    (site / "half").mkdir()
    (site / "half/index.html").symlink_to(tmp_path / "secret/index.html")
    os.mkfifo(site / "pipe.html")
    long = "x" * 5_000
    with serving(site) as listener:
        for path in ("/linked/", "/linked", "/linked/index.html", "/linked.html", "/half/", "/pipe.html", f"/{long}"):
            assert ask(listener.server_port, path) == (404, "Nothing here")


def test_a_file_with_a_slash_after_it_is_none(served: int) -> None:
    for path in ("/index.html/", "/search/index.json/"):
        assert ask(served, path) == (404, "Nothing here")
