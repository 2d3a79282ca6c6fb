"""Small sites, served as the preview serves them."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from claimgraph.preview.server import PreviewServer, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = 60
"""Seconds after which a test gives up."""


def a_site(folder: Path) -> Path:
    """Write a small site."""
    site = folder / "site"
    for path, text in {"index.html": "Home", "404.html": "Nothing here", "search/index.json": "{}"}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    (site / "empty").mkdir()
    return site


@contextmanager
def serving(site: Path, host: str = "127.0.0.1") -> Iterator[PreviewServer]:
    """Serve a folder; give the server."""
    with server(site, host, 0) as listener:
        thread = threading.Thread(target=listener.serve_forever)
        thread.start()
        try:
            yield listener
        finally:
            listener.shutdown()
            thread.join(LONG)


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
