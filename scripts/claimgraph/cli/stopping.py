"""Lets a command clean up when a signal stops it."""

from __future__ import annotations

import math
import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals of Ctrl-C, `kill`, and a closed terminal. Windows has no SIGHUP."""

_PATIENCE: Final = 5.0
"""For how many seconds further signals are ignored, so that the command can clean up."""


class Stopped(KeyboardInterrupt):
    """A signal stopped the command. `status` is the exit status that shells give for the signal."""

    def __init__(self, number: int) -> None:
        """Take the number of the signal."""
        super().__init__(number)
        self.status = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped on a signal; further signals are ignored for `_PATIENCE` seconds.

    An ignored signal stays ignored, as with `nohup`. Outside the main thread, which gets no signals, it does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    told = -math.inf

    def stop(number: int, _frame: FrameType | None) -> None:
        nonlocal told
        if time.monotonic() - told >= _PATIENCE:
            told = time.monotonic()
            raise Stopped(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
