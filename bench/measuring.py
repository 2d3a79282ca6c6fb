"""Measures the cost of a command: wall time, CPU time, and peak memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.memory import MemoryWatch

if TYPE_CHECKING:
    from collections.abc import Sequence

_BYTES: Final = 1 if sys.platform == "darwin" else 1024
"""The unit of memory of getrusage(2), in bytes."""
_SHOWN: Final = 600


class CommandError(Exception):
    """A command failed; the message has the command, its exit status and the end of its output."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """The cost of a command with all its children: seconds of wall time and of CPU time, and bytes.

    `peak` is the memory of all its processes that ran at the same time. `said` is its output.
    """

    wall: float
    cpu: float
    peak: int
    said: str = ""


def measure(command: Sequence[str], *, accepted: Sequence[int] = (0,)) -> Cost:
    """Run a command and wait for it. Raises CommandError if its exit status is not `accepted`.

    The files of earlier commands are flushed to disk first, so that this command does not pay for them.
    """
    os.sync()
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        with MemoryWatch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode not in accepted:
        message = f"{' '.join(command)}\nexit status {process.returncode}: {text.strip()[-_SHOWN:]}"
        raise CommandError(message)
    peak = max(usage.ru_maxrss * _BYTES, watch.peak)
    return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, peak=peak, said=text)


def of_parts(whole: Cost) -> Cost:
    """Return the median cost of parts of a command, which it printed as JSON, with the memory of the whole command."""
    parts = json.loads(whole.said)
    return Cost(
        wall=statistics.median(part["wall"] for part in parts),
        cpu=statistics.median(part["cpu"] for part in parts),
        peak=whole.peak,
    )


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each number, with the output of the last command."""
    return Cost(
        wall=statistics.median(cost.wall for cost in costs),
        cpu=statistics.median(cost.cpu for cost in costs),
        peak=int(statistics.median(cost.peak for cost in costs)),
        said=costs[-1].said,
    )
