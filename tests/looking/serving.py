"""A server on this machine alone, whose addresses answer as a test says."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from claimgraph.looking.asking import Asker

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Server:
    """The answers by path (status, body, address that it leads to), and what was asked: path and headers."""

    base: str
    answers: dict[str, tuple[int, bytes, str]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def put(self, path: str, body: bytes | str = b"", status: int = 200, leads_to: str = "") -> str:
        """Let an address answer so, and return it."""
        self.answers[path] = (status, body.encode() if isinstance(body, str) else body, leads_to)
        return f"{self.base}{path}"


@contextmanager
def serving() -> Iterator[Server]:
    """Serve while the block runs; an address without an answer says that it is gone."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            status, body, leads_to = server.answers.get(self.path, (404, b"", ""))
            self.send_response(status)
            if leads_to:
                self.send_header("Location", leads_to)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(base=f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def asker(pauses: list[float] | None = None, times: Iterator[float] | None = None) -> Asker:
    """Return what asks without waiting; `pauses` notes how long it would, by the clock `times`, which else stands."""
    waited = [] if pauses is None else pauses
    return Asker(agent="tester", now=lambda: 0.0 if times is None else next(times), pause=waited.append)
