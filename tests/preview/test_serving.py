"""The live preview: what it serves, and what it makes anew."""

from __future__ import annotations

import os
import queue
import socket
import struct
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.preview import ListenError, Preview, serve, server
from claimgraph.site.building import BuildError
from tests.site.checkouts import Checkout, checkout, manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimgraph.site.checking import Checked

LONG = 60
"""Seconds after which a test gives up."""


class Running:
    """A preview that runs; `said` has its lines, `shown` the findings of each check."""

    def __init__(self, made: Checkout, on_check: Callable[[], None] | None = None) -> None:
        self.checkout = made
        self.said: queue.Queue[str] = queue.Queue()
        self.shown: queue.Queue[tuple[str, ...]] = queue.Queue()
        self.stop = threading.Event()
        self.port = 0
        self._on_check = on_check
        self.thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        serve(
            self.checkout.root,
            host="127.0.0.1",
            port=0,
            texts=None,
            show=self._show,
            say=self.said.put,
            stop=self.stop,
        )

    def _show(self, checked: Checked) -> None:
        self.shown.put(tuple(f"{finding.location}: {finding.message}" for finding in checked.findings))
        if self._on_check:
            self._on_check()
            self._on_check = None

    def hears(self, part: str) -> str:
        """Return the next line that has this part."""
        while True:
            line = self.said.get(timeout=LONG)
            if part in line:
                return line

    def get(self, path: str, method: str = "GET") -> tuple[int, str]:
        """Return the status and the text of what is served at a path, which is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            assert answer.getheader("Cache-Control") == "no-store"
            return answer.status, answer.read().decode()
        finally:
            connection.close()


@contextmanager
def running(made: Checkout, on_check: Callable[[], None] | None = None) -> Iterator[Running]:
    """Run a preview up to the end of its first build."""
    preview = Running(made, on_check)
    preview.thread.start()
    try:
        line = preview.hears("Serving on")
        assert line.endswith("/ - press Ctrl-C to stop")
        preview.port = int(line.split(":")[2].split("/")[0])
        yield preview
    finally:
        preview.stop.set()
        preview.thread.join(LONG)
        assert not preview.thread.is_alive()


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
        for path in ("/", "/empty/", "/no/such/page/"):
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
    with serving(a_site(tmp_path), host) as port:
        assert ask(port, host=f"{name}:{port}", at=host) == (200, "Home")
        assert ask(port, host=f"evil.example:{port}", at=host)[0] == 421


def test_the_address_of_the_new_internet_is_answered(tmp_path: Path) -> None:
    try:
        with serving(a_site(tmp_path), "::1") as port:
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
    with serving(site) as port:
        for path in ("/linked/", "/linked", "/linked/index.html", "/linked.html", "/half/", "/pipe.html", f"/{long}"):
            assert ask(port, path) == (404, "Nothing here")


def a_site(folder: Path) -> Path:
    """Write a small site."""
    site = folder / "site"
    for path, text in {"index.html": "Home", "404.html": "Nothing here", "search/index.json": "{}"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    (site / "empty").mkdir()
    return site


@contextmanager
def serving(site: Path, host: str = "127.0.0.1") -> Iterator[int]:
    """Serve a folder; give the port."""
    with server(site, host, 0) as listener:
        thread = threading.Thread(target=listener.serve_forever)
        thread.start()
        try:
            yield listener.server_port
        finally:
            listener.shutdown()
            thread.join(LONG)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[int]:
    """Serve a small site; give the port."""
    with serving(a_site(tmp_path)) as port:
        yield port


def ask(
    port: int, path: str = "/", *, host: str = "localhost", method: str = "GET", at: str = "127.0.0.1"
) -> tuple[int, str]:
    """Return the status and the text of an answer; `{port}` in `host` stands for the port."""
    connection = HTTPConnection(at, port, timeout=LONG)
    try:
        connection.request(method, path, headers={"Host": host.format(port=port)})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


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
