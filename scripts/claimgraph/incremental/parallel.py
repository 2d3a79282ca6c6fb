"""Work shared by all cores: a parallel map over `concurrent.futures`."""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE: Final = 600
"""From how many items on the start of another process pays."""

CHUNKS: Final = 24
"""In how many chunks the items are shared, so that whoever is done sooner takes more."""

_given: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""The function and the items of the map that is running: a forked process finds them here, and is sent nothing."""


def parallel_map(function: Callable[[T], R], items: Sequence[T], least: int = WORTHWHILE) -> list[R]:
    """Return what the function makes of each item, in order; other processes may call it.

    They are forked, so the function may read whatever this process has, and what it changes stays with them. Raises
    what the function raises. This process does it alone where there are fewer items than `least`, on one core, and
    while it has threads, with which it must not fork.
    """
    workers = _cores() - 1
    if workers < 1 or len(items) < least:
        return [function(item) for item in items]
    step = -(-len(items) // CHUNKS)
    starts = range(0, len(items), step)
    done: dict[int, list[R]] = {}
    _given.append((function, items))
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
            waiting = {start: pool.submit(_chunk, start, step) for start in starts}
            try:
                for start in reversed(starts):  # others take from the front, this process from the back
                    if waiting[start].cancel():
                        done[start] = _chunk(start, step)
                for start in starts:
                    if start not in done:
                        done[start] = waiting[start].result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        _given.pop()
    return [result for start in starts for result in done[start]]


def _chunk(start: int, step: int) -> list[Any]:
    function, items = _given[-1]
    return [function(item) for item in items[start : start + step]]


def _cores() -> int:
    """Return on how many cores to work: one while this process has threads, such as those of Vega's engine."""
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208  names alone
    except OSError:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and threads == 1 else 1
