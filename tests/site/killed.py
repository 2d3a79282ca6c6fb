"""Builds a checkout and ends that as `kill -9` would: `python -m tests.site.killed ROOT`.

For each line of standard input, a number, it builds in a fork, killed at that moment, and prints how the fork ended.
Moments are counted in what is done to files, from 1. With moment 0 the build goes through, and the fork prints before
at which of its moments the two sites change places, and how many it has.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from typing import Final

from claimgraph.cli import main
from claimgraph.incremental.store import FOLDER

_SWAP: Final = "ctypes.dlsym"
"""A name is looked up in the C library to let two folders change places, and for nothing else."""

_MADE: Final = frozenset({"open", "os.mkdir", "os.rename"})
_REMOVED: Final = frozenset({"os.remove", "os.rmdir"})


class _Killer:
    def __init__(self, root: str, moment: int) -> None:
        self.count = self.swap = 0
        self._root, self._moment = root, moment

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count what is made below the checkout, then the exchange, then what is removed; not what a build keeps.

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
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        return os.fsdecode(path).startswith(self._root) and f"{FOLDER}" not in os.fsdecode(path)


def _build(root: str, moment: int, said: int) -> int:
    """Build in this process, and write what there is to say to the file `said`; return the exit code."""
    shutil.rmtree(f"{root}/{FOLDER}", ignore_errors=True)  # else this build would be shorter than another
    killer = _Killer(root, moment)
    sys.addaudithook(killer)
    status = main(["--root", root, "build"])
    os.write(said, f"{killer.swap} {killer.count}\n".encode())
    return status


def _forks(root: str) -> None:
    said = os.dup(1)
    os.dup2(2, 1)  # what the command itself prints is not among what is read
    with tempfile.TemporaryDirectory() as folder:  # the forks then have every template compiled
        main(["--root", root, "build", "--output", f"{folder}/site"])
    for line in sys.stdin:
        fork = os.fork()
        if fork == 0:
            status = 70
            try:
                status = _build(root, int(line), said)
            finally:
                os._exit(status)
        _, ended = os.waitpid(fork, 0)
        os.write(said, f"{os.waitstatus_to_exitcode(ended)}\n".encode())


if __name__ == "__main__":
    _forks(sys.argv[1])
