"""Lets a command that is told to stop put away what it has made."""

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
"""Ctrl-C, `kill`, and a terminal that is closed. Windows has no SIGHUP."""

_PATIENCE: Final = 5.0
"""For how many seconds nothing disturbs a command that is told to stop; then it may be told once more."""


class Stopped(KeyboardInterrupt):
    """The command was told to stop. `status` is the exit status that shells give for the signal."""

    def __init__(self, number: int) -> None:
        """Keep the number of the signal."""
        super().__init__(number)
        self.status = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped where a signal asks to stop; what is then put away is not disturbed by a second one at once.

    A signal that is ignored stays so, as `nohup` has it. Only the main thread is told of signals.
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
