"""How pages that are open in a browser learn that they have changed."""

from __future__ import annotations

import json
import re
import socket
import struct
import threading
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, BinaryIO

import pytest

from claimgraph.preview.open_pages import CHANGES, MOST, SCRIPT, OpenPages, script
from tests.preview.sites import LONG, a_site, ask, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimgraph.preview.server import PreviewServer

PAGE = "<!doctype html><html><head><title>{}</title></head><body></body></html>\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = a_site(tmp_path)
    for path in ("index.html", "404.html", "claims/walk/index.html", "claims/late/index.html"):
        write(folder, path, PAGE.format(path))
    return folder


@pytest.fixture
def listener(site: Path) -> Iterator[PreviewServer]:
    with serving(site) as listener:
        yield listener


def write(site: Path, path: str, text: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, "utf-8")


def opened(listener: PreviewServer, *addresses: str) -> int:
    """Ask for a page, and for what it uses; return the state in which it was served."""
    texts = [ask(listener.server_port, address)[1] for address in addresses]
    found = re.search(r'data-state="([0-9]+)"', texts[0])
    assert found
    return int(found[1])


@contextmanager
def following(listener: PreviewServer, since: object) -> Iterator[BinaryIO]:
    """Follow the changes since a state; give the stream, at its first event."""
    address = ("127.0.0.1", listener.server_port)
    with socket.create_connection(address, timeout=LONG) as connection, connection.makefile("rb") as stream:
        connection.sendall(f"GET {CHANGES}?since={since} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert stream.readline() == b"HTTP/1.0 200 OK\r\n"
        fields = list(iter(stream.readline, b"\r\n"))
        assert fields[2:] == [b"Content-Type: text/event-stream\r\n", b"Cache-Control: no-store\r\n"]
        yield stream


def event(stream: BinaryIO) -> tuple[int, list[str] | None]:
    """Return the state and the addresses of the next event."""
    line, end = stream.readline().decode(), stream.readline()
    assert end == b"\n"
    told = json.loads(line.removeprefix("data: "))
    assert list(told) == ["state", "addresses"]
    return told["state"], told["addresses"]


def test_a_page_gets_one_script_and_its_file_does_not(listener: PreviewServer, site: Path) -> None:
    state = listener.open_pages.state
    tag = f'<script async src="{SCRIPT}" data-changes="{CHANGES}" data-state="{state}"></script>'
    for address, status, path in (
        ("/", 200, "index.html"),
        ("/index.html", 200, "index.html"),
        ("/claims/walk/", 200, "claims/walk/index.html"),
        ("/claims/walk/?q=1", 200, "claims/walk/index.html"),
        ("/no/such/page/", 404, "404.html"),
    ):
        expected = PAGE.format(path).replace("</head>", f"{tag}</head>")
        assert ask(listener.server_port, address) == (status, expected)
        assert ask(listener.server_port, address, method="HEAD") == (status, "")
    assert (site / "index.html").read_text("utf-8") == PAGE.format("index.html")
    assert ask(listener.server_port, SCRIPT) == (200, script().decode())
    assert ask(listener.server_port, SCRIPT, method="HEAD") == (200, "")


def test_what_changed_is_told_and_nothing_else(listener: PreviewServer, site: Path) -> None:
    state = opened(listener, "/claims/walk/", "/search/index.json", "/claims/late/")
    with following(listener, state) as stream, following(listener, state) as other:
        listener.open_pages.tell()  # nothing changed: nothing is told
        write(site, "claims/walk/index.html", PAGE.format("Walk"))
        write(site, "search/index.json", "{}")  # the same again
        write(site, "claims/unread/index.html", PAGE.format("Nobody has asked for it"))
        listener.open_pages.tell()
        assert event(stream) == event(other) == (state + 1, ["/claims/walk/"])
        write(site, "search/index.json", "[]")
        listener.open_pages.tell()
        assert event(stream) == event(other) == (state + 2, ["/search/index.json"])


def test_a_page_that_goes_or_comes_has_changed(listener: PreviewServer, site: Path) -> None:
    state = opened(listener, "/claims/walk/", "/claims/new/", "/claims/new?q=1", "/claims/other/")
    with following(listener, state) as stream:
        (site / "claims/walk/index.html").unlink()
        write(site, "claims/new/index.html", PAGE.format("New"))
        listener.open_pages.tell()
        assert event(stream) == (state + 1, ["/claims/walk/", "/claims/new/", "/claims/new"])
        write(site, "404.html", PAGE.format("Not here"))
        listener.open_pages.tell()
        assert event(stream) == (state + 2, ["/claims/walk/", "/claims/other/"])


def test_what_was_missed_is_told_at_once(listener: PreviewServer, site: Path) -> None:
    state = opened(listener, "/", "/claims/walk/")
    for number, path in enumerate(("index.html", "claims/walk/index.html")):
        write(site, path, PAGE.format(number))
        listener.open_pages.tell()
    with following(listener, state) as stream:
        assert event(stream) == (state + 2, ["/", "/claims/walk/"])
    with following(listener, state + 1) as stream:
        assert event(stream) == (state + 2, ["/claims/walk/"])


@pytest.mark.parametrize("since", ["1", "99999999999999999999", "9" * 5_000, "", "-1", "1.5", "x"])
def test_a_page_of_another_preview_is_to_reload(listener: PreviewServer, since: str) -> None:
    with following(listener, since) as stream:
        assert event(stream) == (listener.open_pages.state, None)


def test_an_event_is_short(listener: PreviewServer, site: Path) -> None:
    addresses = [f"/{number:0100}.html" for number in range(MOST // 100)]
    state = opened(listener, "/", *addresses)
    for address in addresses:
        write(site, address[1:], PAGE.format("New"))
    with following(listener, state) as stream:
        listener.open_pages.tell()
        assert event(stream) == (state + 1, None)


def test_head_of_the_stream_ends(listener: PreviewServer) -> None:
    assert ask(listener.server_port, CHANGES, method="HEAD") == (200, "")


def test_streams_end_with_the_server(site: Path) -> None:
    with serving(site) as listener, following(listener, listener.open_pages.state) as stream:
        listener.shutdown()
        listener.server_close()
        assert stream.read() == b""


@pytest.mark.parametrize("linger", [b"", struct.pack("ii", 1, 0)], ids=["closes", "breaks off"])
def test_a_browser_that_leaves_is_let_go(
    listener: PreviewServer, linger: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", listener.server_port), timeout=LONG) as connection:
        if linger:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection.sendall(f"GET {CHANGES}?since=0 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert connection.recv(8) == b"HTTP/1.0"
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(LONG)
            assert not thread.is_alive()
    assert capsys.readouterr().err == ""


def test_nobody_waits_for_a_browser_that_does_not_read() -> None:
    numbers = count()
    pages = OpenPages(lambda _: str(next(numbers)).encode())
    pages.note("/", "")
    stream, browser = socket.socketpair()
    with stream, browser:
        follower = threading.Thread(target=pages.follow, args=(stream, pages.state))
        follower.start()
        while follower.is_alive():
            pages.tell()
        assert browser.recv(1)


def test_a_stream_that_comes_too_late_is_not_kept() -> None:
    pages = OpenPages(lambda _: b"")
    pages.close()
    stream, browser = socket.socketpair()
    with stream, browser:
        pages.follow(stream, 0)
        stream.close()
        assert browser.recv(1) == b""
