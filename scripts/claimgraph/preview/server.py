"""The server of the preview: the files of a built site, for this machine's own names alone."""

from __future__ import annotations

import re
import socket
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from claimgraph.preview.open_pages import CHANGES, SCRIPT, OpenPages, script
from claimgraph.preview.site_folder import UNKNOWN, SiteFolder

if TYPE_CHECKING:
    from pathlib import Path


class ListenError(Exception):
    """The preview cannot listen where it was told to; the message says why."""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the plain files of a folder, which a browser asks for anew each time, without a line for each.

    It answers only to names of this machine. A page from elsewhere whose own name is made to lead here (DNS rebinding)
    would else read what is not published yet: a browser takes it for a page of this server.
    """

    server: PreviewServer

    def parse_request(self) -> bool:
        """Refuse a request that is for another server (RFC 9110, sections 7.2 and 15.5.20)."""
        if not super().parse_request():
            return False
        hosts = self.headers.get_all("Host", ())
        if len(hosts) == 1 and _host_of(hosts[0]) in {*_LOCAL, self.server.named, self.connection.getsockname()[0]}:
            return True
        self.close_connection = True
        told = f"The preview answers only as http://localhost:{self.server.server_port}/\n"
        self._answer(421, "text/plain", told.encode())
        return False

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""

    def end_headers(self) -> None:
        """Let no browser keep what may change the next moment."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        """Answer; the stream of changes stays open until the browser leaves or the preview stops."""
        super().do_GET()
        address, _, query = self.path.partition("?")
        if address == CHANGES:
            since = _SINCE.fullmatch(query)
            self.server.open_pages.follow(self.connection, int(since[1]) if since else 0)

    def send_head(self) -> BinaryIO | None:
        """Begin the answer, and return the file that is still to be sent; a page has been sent, with its script."""
        address, path = self.path.partition("?")[0], self.translate_path(self.path)
        if address == CHANGES:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
        elif address == SCRIPT:
            self._answer(200, "text/javascript", script())
        else:
            self.server.open_pages.note(address, path)
            return self._send_file(self.server.site.file(path))
        return None

    def _send_file(self, file: Path | None) -> BinaryIO | None:
        if file is None:
            self.send_error(404)
        elif file.suffix == ".html" and self.path.partition("?")[0].endswith(("/", ".html")):
            try:
                page = self.server.open_pages.page(file)
            except OSError:  # it has gone since
                self.send_error(404)
            else:
                self._answer(200, "text/html", page)
        else:  # also a folder's address without its last slash, which leads on
            return super().send_head()
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page for that."""
        page = self.server.site.folder / UNKNOWN
        if code != 404 or not page.is_file():  # noqa: PLR2004  the status itself
            super().send_error(code, message, explain)
            return
        self._answer(code, "text/html", self.server.open_pages.page(page))

    def _answer(self, status: int, kind: str, content: bytes) -> None:
        """Send a whole answer; to HEAD, its header alone."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


_SINCE: Final = re.compile(r"since=([0-9]{1,20})")
"""The query of the stream of changes: the state in which the page was served."""

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine for itself."""


_HOST: Final = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]{1,5})?", re.IGNORECASE)


def _host_of(written: str) -> str | None:
    """Return the host of a `Host` field, in small letters, without brackets and port; None for what is none.

    The port does not matter: it may be another one where the preview is reached through a tunnel (`ssh -L`).
    """
    found = _HOST.fullmatch(written)
    return (found[1] or found[2]).lower() if found else None


class PreviewServer(ThreadingHTTPServer):
    """A server that says nothing of browsers that leave before they have everything.

    It is `named` as it was told to listen: a name, or a number of IP. Whoever changes the site calls `open_pages.tell`.
    """

    daemon_threads = True

    def __init__(self, host: str, port: int, folder: Path) -> None:
        """Listen, but do not serve yet. Raises OSError and OverflowError."""
        self.named = host.lower()
        self.site = SiteFolder(folder)
        self.open_pages = OpenPages(self.site.digest)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), partial(_Quiet, directory=str(folder)))

    def server_close(self) -> None:
        """Listen no longer, and end what is still open of the streams of changes."""
        super().server_close()
        self.open_pages.close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  the library's own types
        """Tell what went wrong, unless it is that the browser has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(folder: Path, host: str, port: int) -> PreviewServer:
    """Return a server of a folder that has not begun to serve. Raises ListenError where it cannot listen."""
    try:
        return PreviewServer(host, port, folder)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "no such port"
        raise ListenError(f"cannot listen on {host}:{port}: {why}") from error
