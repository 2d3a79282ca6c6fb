"""Builds a checkout and ends itself as `kill -9` would: `python -m tests.site.killed ROOT MOMENT`.

Moments are counted in what is done to files, from 1. With moment 0 the build goes through, and prints at which of its
moments the two sites change places, and how many it has.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Final

from claimgraph.cli import main

_SWAP: Final = "ctypes.dlsym"
"""A name is looked up in the C library to let two folders change places, and for nothing else."""

_MADE: Final = frozenset({"open", "os.mkdir", "os.rename"})
_REMOVED: Final = frozenset({"os.remove", "os.rmdir"})


class _Killer:
    def __init__(self, root: str, moment: int) -> None:
        self.count = self.swap = 0
        self._root, self._moment = root, moment

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count what is made below the checkout, then the exchange, then what is removed.

        What is removed before is left of an earlier build that was killed, and does not count: it may be any number.
        """
        made = event in _MADE and self._is_below(arguments[0])
        if not made and event != _SWAP and not (event in _REMOVED and self.swap):
            return
        self.count += 1
        if event == _SWAP:
            self.swap = self.count
        if self.count == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(self._root)


if __name__ == "__main__":
    killer = _Killer(sys.argv[1], int(sys.argv[2]))
    sys.addaudithook(killer)
    status = main(["--root", sys.argv[1], "build"])
    print(killer.swap, killer.count)
    sys.exit(status)
