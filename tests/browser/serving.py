"""A server of a built site on this machine, at the root of its host or below a path, as hosts of static sites do it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files of a folder below a path; everything else is the site's own page for unknown addresses."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, below: str, **more: object) -> None:
        self._below = below
        super().__init__(*arguments, **more)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file for an address, one that cannot be there for an address outside of the site."""
        if not path.startswith(self._below):
            return str(Path(self.directory, "outside of the site"))
        return super().translate_path("/" + path.removeprefix(self._below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  the library's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[str]:
    """Serve `folder` below a path, which begins and ends with a slash; give the address of its home page."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder), below=below)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()
