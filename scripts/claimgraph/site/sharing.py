"""Spreads work over processes, where there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

WORTHWHILE: Final = 1_000
"""From how many pieces of work on it is worth a second process."""

MOST: Final = 8
"""How many processes at most."""


def spread(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    """Do the work on every piece, in any order, and return the results in the order of the pieces.

    It is done in as many processes as there are processors. These are forks, which see what this process has read
    without a copy, and send back their results, which must be picklable. Only Linux forks safely, and only without
    other threads; elsewhere, and for little work, this process does it alone. What the work raises here is raised, and
    an OSError of another process, too; where one fails otherwise, having said why, RuntimeError is.
    """
    processes = _processes() if len(pieces) >= WORTHWHILE else 1
    if processes == 1:
        return [work(piece) for piece in pieces]
    context = multiprocessing.get_context("fork")
    helpers = []
    for number in range(1, processes):
        receiver, sender = context.Pipe(duplex=False)
        helper = context.Process(target=_send, args=(sender, work, pieces[number::processes]))
        helper.start()
        sender.close()
        helpers.append((helper, receiver))
    results: list[list[R]] = []
    try:
        results.append([work(piece) for piece in pieces[::processes]])
        results.extend(_received(receiver) for _, receiver in helpers)
    except KeyboardInterrupt:
        for helper, _ in helpers:
            helper.terminate()
        raise
    finally:
        for helper, receiver in helpers:
            receiver.close()
            helper.join()
    return [results[index % processes][index // processes] for index in range(len(pieces))]


def _processes() -> int:
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def _send(sender: Connection, work: Callable[[T], R], pieces: Sequence[T]) -> None:
    try:
        sender.send(_done(work, pieces))
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # the other process has failed, and says why, or was told to stop as well
    finally:
        sender.close()


def _done(work: Callable[[T], R], pieces: Sequence[T]) -> list[R] | OSError:
    """Do the work on every piece; return what the system refuses, such as to write on a full disk."""
    try:
        return [work(piece) for piece in pieces]
    except OSError as error:
        return error


def _received(receiver: Connection) -> list[R]:
    try:
        results: list[R] | OSError = receiver.recv()
    except EOFError as error:
        raise RuntimeError("a process that shared the work failed") from error
    if isinstance(results, OSError):
        raise results
    return results
