"""Has the browser's open pages reload when a rebuild has changed what they show.

A page that is served gets one script, from the preview itself, so that the content policy of the pages holds as it
stands. The script listens to a stream of Server-Sent Events (HTML Living Standard, section 9.2).
"""

from __future__ import annotations

import json
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT: Final = "/-preview/reload.js"
"""The address of the script."""

CHANGES: Final = "/-preview/changes"
"""The address of the stream. `?since=` is the state in which the page was served."""

MOST: Final = 8_000
"""Bytes of an event that a connection takes at once, however little room the system gives it."""

_HEAD_END: Final = b"</head>"


def script() -> bytes:
    """Return the script that a page gets."""
    return Path(__file__).with_name("reload.js").read_bytes()


class OpenPages:
    """The pages that are open in browsers, as streams, and what was answered at each address that was asked for.

    `state` is a number that grows when one of these answers changes. It begins with the time in milliseconds, so that a
    page of a preview that ran before has a smaller one. `digest` tells the answer at a path of the served folder.
    """

    def __init__(self, digest: Callable[[str], bytes]) -> None:
        """Begin with no page open."""
        self._digest = digest
        self._begun = self.state = time.time_ns() // 1_000_000
        self._answered: dict[str, tuple[str, bytes]] = {}
        self._changed: dict[str, int] = {}
        self._streams: set[socket.socket] = set()
        self._is_closed = False
        self._lock = threading.Lock()

    def page(self, file: Path) -> bytes:
        """Return a page with the script at the end of its head; one without a head as it is."""
        state = self.state  # first: what changes while the file is read is told again
        tag = f'<script async src="{SCRIPT}" data-changes="{CHANGES}" data-state="{state}"></script>'.encode()
        return file.read_bytes().replace(_HEAD_END, tag + _HEAD_END, 1)

    def note(self, address: str, path: str) -> None:
        """Remember that a browser asks for an address, before it is answered with what is at a path."""
        with self._lock:
            if address not in self._answered:
                self._answered[address] = path, self._digest(path)

    def tell(self) -> None:
        """Tell every open page what changed since this was last called, if anything did."""
        with self._lock:
            before = self.state
            for address, (path, known) in self._answered.items():
                if (now := self._digest(path)) != known:
                    self._answered[address] = path, now
                    self._changed[address] = self.state = before + 1
            if self.state != before:
                event = self._event(before)
                for stream in self._streams:
                    _send(stream, event)

    def follow(self, stream: socket.socket, since: int) -> None:
        """Keep an open page informed until its browser leaves or the preview stops; it has been served in a state."""
        with self._lock:
            if self._is_closed:
                return
            if since != self.state:
                _send(stream, self._event(since))
            self._streams.add(stream)
        try:
            while stream.recv(MOST):  # the browser has nothing more to say: this waits for the end, and costs nothing
                pass
        finally:
            with self._lock:
                self._streams.discard(stream)

    def close(self) -> None:
        """End all streams, and begin no other."""
        with self._lock:
            self._is_closed = True
            for stream in self._streams:
                _end(stream)

    def _event(self, since: int) -> bytes:
        """Return an event with the state and the addresses that changed; null where they are too many, or unknown."""
        is_known = self._begun <= since <= self.state
        addresses = [address for address, at in self._changed.items() if at > since] if is_known else None
        event = _written(self.state, addresses)
        return event if len(event) <= MOST else _written(self.state, None)


def _written(state: int, addresses: list[str] | None) -> bytes:
    return f"data: {json.dumps({'state': state, 'addresses': addresses})}\n\n".encode()


def _send(stream: socket.socket, event: bytes) -> None:
    """Send an event, or end a stream that has no room for it: nobody waits for a browser that does not read."""
    try:
        sent = stream.send(event, socket.MSG_DONTWAIT)
    except OSError:
        sent = 0
    if sent < len(event):
        _end(stream)


def _end(stream: socket.socket) -> None:
    with suppress(OSError):  # the browser may have left
        stream.shutdown(socket.SHUT_RDWR)
