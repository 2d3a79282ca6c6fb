"""Shares work that leaves nothing behind but files between processes, where there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
import sys
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

WORTHWHILE: Final = 1_000
"""From how many pieces of work on it is worth a second process."""


def share(work: Callable[[T], object], pieces: Sequence[T]) -> None:
    """Do the work on every piece, in any order, in as many processes as there are processors.

    The processes are forks, which see what this one has read without a copy; only Linux forks safely, so elsewhere,
    and for little work, this process does it alone. Raises RuntimeError where a process fails; it has said why.
    """
    processes = min(len(os.sched_getaffinity(0)), 8) if sys.platform == "linux" else 1
    if processes == 1 or len(pieces) < WORTHWHILE:
        for piece in pieces:
            work(piece)
        return
    context = multiprocessing.get_context("fork")
    helpers = [context.Process(target=_each, args=(work, pieces[number::processes])) for number in range(1, processes)]
    for helper in helpers:
        helper.start()
    try:
        _each(work, pieces[::processes])
    finally:
        for helper in helpers:
            helper.join()
    if any(helper.exitcode for helper in helpers):
        raise RuntimeError("a process that made pages failed")


def _each(work: Callable[[T], object], pieces: Sequence[T]) -> None:
    for piece in pieces:
        work(piece)
