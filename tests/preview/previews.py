"""Previews that run in a thread of a test."""

from __future__ import annotations

import queue
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from claimgraph.preview.serving import serve
from tests.preview.sites import LONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimgraph.checking.whole import Checked
    from tests.site.checkouts import Checkout


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
