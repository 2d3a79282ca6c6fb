"""Work on all cores: a parallel map with `concurrent.futures`, and a function beside other work."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE: Final = 600
"""The number of items from which on another process saves time."""

CHUNKS: Final = 24
"""The number of chunks into which items are split, so that a process that is done sooner takes more."""

_given: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""The function and the items of the map that is running. A forked process finds them here, so none are sent to it."""


def parallel_map(
    function: Callable[[T], R], items: Sequence[T], least: int = WORTHWHILE, weights: Sequence[int] = ()
) -> list[R]:
    """Return the results of the function for all items, in order; other processes may call it.

    They are forked, so the function may read anything that this process has, but its changes are lost. Raises what the
    function raises. This process does all if there are fewer items than `least`, on one core, and while it has threads,
    since it must not fork then. An item of some weight counts for as many; without `weights`, each counts for one.
    """
    workers = _cores() - 1
    weight = sum(weights) if weights else len(items)
    if workers < 1 or weight < least:
        return [function(item) for item in items]
    chunks = list(_chunks(len(items), weights, -(-weight // CHUNKS)))
    done: dict[int, list[R]] = {}
    _given.append((function, items))
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
            waiting = {start: pool.submit(_chunk, start, end) for start, end in chunks}
            try:
                for start, end in reversed(chunks):  # others take from the front, this process from the back
                    if waiting[start].cancel():
                        done[start] = _chunk(start, end)
                for start, _ in chunks:
                    if start not in done:
                        done[start] = waiting[start].result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        _given.pop()
    return [result for start, _ in chunks for result in done[start]]


def _chunks(count: int, weights: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each chunk, which ends as soon as it has the weight `most`."""
    start = weight = 0
    for end in range(1, count + 1):
        weight += weights[end - 1] if weights else 1
        if weight >= most or end == count:
            yield start, end
            start, weight = end, 0


def _chunk(start: int, end: int) -> list[Any]:
    function, items = _given[-1]
    return [function(item) for item in items[start:end]]


def _cores() -> int:
    """Return the number of cores to use: one if this process has threads, such as those of Vega's engine."""
    try:
        threads = len(os.listdir("/proc/self/task"))  # noqa: PTH208  names alone
    except OSError:
        return 1
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" and threads == 1 else 1


@contextmanager
def beside(function: Callable[[], R], weight: int) -> Iterator[Callable[[], R]]:
    """Call a function in another process meanwhile; yield what waits for its result, to be called once.

    The process is forked, so the function may read anything that this process has, but its changes are lost. What
    waits raises what the function raises. It calls the function itself if that does not weigh as much as `WORTHWHILE`
    items, and wherever `parallel_map` would not fork.
    """
    if weight < WORTHWHILE or _cores() == 1:
        yield function
        return
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            with os.fdopen(writing, "wb") as file:
                pickle.dump(_outcome(function), file)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        try:
            yield lambda: _taken(file.read())
        finally:
            os.kill(child, signal.SIGKILL)  # it has ended, or nobody waits for it
            os.waitpid(child, 0)


def _outcome(function: Callable[[], R]) -> tuple[R | None, Exception | None]:
    try:
        return function(), None
    except Exception as error:  # noqa: BLE001  it is raised again where the result is awaited
        return None, error


def _taken(content: bytes) -> Any:  # noqa: ANN401  whatever the function returns
    result, error = pickle.loads(content)  # noqa: S301  this process's own child wrote it
    if error is not None:
        raise error
    return result
