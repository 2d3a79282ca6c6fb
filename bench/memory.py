"""Measures the memory that a process and all its children hold at the same time.

The kernel's own count for a finished command (getrusage(2)) is the largest single process. Where several run at once,
their shares are added up here: pages that forks have in common are counted once (proc(5), "Pss" in smaps_rollup). Only
Linux tells this.
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
"""Seconds between two looks. Reading the shares takes some milliseconds of each process that is looked at."""
_PROCESSES: Final = Path("/proc")


class MemoryWatch:
    """Looks at a running process now and then, until the context ends.

    `peak` is the most that was seen, in bytes. It is 0 where never more than one process was seen.
    """

    def __init__(self, pid: int) -> None:
        """Prepare to look at a process of this id; nothing is looked at yet."""
        self.peak = 0
        self._pid = pid
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop looking."""
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_EVERY):
            self.peak = max(self.peak, memory_together(self._pid))


def memory_together(pid: int) -> int:
    """Return the bytes that a process and its descendants hold together; 0 where it has none or is gone."""
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
    """Return a process's share of the memory that it holds, in bytes; 0 where it has ended."""
    with suppress(OSError):
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0
