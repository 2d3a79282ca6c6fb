"""Measures the memory that a process and all its children hold at the same time.

The kernel's own number for a finished command (getrusage(2)) is that of the largest single process. If several run at
the same time, this adds up their shares: pages that forks share count once (proc(5), "Pss" in smaps_rollup). Only Linux
has these numbers.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

_EVERY: Final = 0.1
"""Seconds between two samples. Each takes some milliseconds from every process that it reads."""
_PROCESSES: Final = Path("/proc")


class MemoryWatch:
    """Samples the memory of a running process until the context ends.

    `peak` is the largest sample in bytes. It is 0 if there was never more than one process.
    """

    def __init__(self, pid: int) -> None:
        """Prepare to sample the process with this id."""
        self.peak = 0
        self._pid = pid
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Start sampling."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop sampling."""
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_EVERY):
            self.peak = max(self.peak, memory_together(self._pid))


def memory_together(pid: int) -> int:
    """Return the bytes that a process and its descendants hold together; 0 if it has none or has ended."""
    pids = list(_family(pid))
    return sum(map(_share, pids)) if len(pids) > 1 else 0


def _family(pid: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield pid
    for thread in _PROCESSES.glob(f"{pid}/task/*/children"):
        with suppress(OSError):  # the process has ended
            for child in thread.read_text(encoding="ascii").split():
                yield from _family(int(child))


def _share(pid: int) -> int:
    """Return a process's share of the memory that it holds, in bytes; 0 if it has ended."""
    with suppress(OSError):
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0
