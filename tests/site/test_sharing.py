"""How work is spread over processes, in a process of its own where that matters: a fork leaves threads behind."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading

import pytest

from claimgraph.site import sharing
from claimgraph.site.sharing import MOST, WORTHWHILE, spread


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code that has `spread` and `os`, in a process that believes in four processors."""
    begin = (
        "import os\nfrom claimgraph.site.sharing import WORTHWHILE, spread\nos.sched_getaffinity = lambda _: range(4)\n"
    )
    command = [sys.executable, "-W", "error", "-c", begin + textwrap.dedent(code)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("count", [0, 1, 7, WORTHWHILE - 1, WORTHWHILE, WORTHWHILE + 3])
def test_results_come_in_the_order_of_the_pieces(count: int) -> None:
    assert spread(lambda piece: piece * piece, range(count)) == [piece * piece for piece in range(count)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
@pytest.mark.parametrize("more", [0, 1, 2, 3])
def test_much_work_is_spread_and_comes_back_in_order(more: int) -> None:
    done = run(f"""
        pieces = range(WORTHWHILE + {more})
        results = spread(lambda piece: (piece, os.getpid()), pieces)
        assert [piece for piece, _ in results] == list(pieces)
        print(len({{pid for _, pid in results}}), results[0][1] == os.getpid())
    """)
    assert (done.stdout, done.stderr, done.returncode) == ("4 True\n", "", 0)


def test_little_work_is_not_spread() -> None:
    done = run("print({pid for pid in spread(lambda _: os.getpid(), range(WORTHWHILE - 1))} == {os.getpid()})")
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_work_is_not_spread_beside_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: range(4))
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert sharing._processes() == 1  # noqa: SLF001
    finally:
        over.set()
        other.join()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
@pytest.mark.parametrize(("cores", "processes"), [(1, 1), (2, 2), (64, MOST)])
def test_there_are_as_many_processes_as_processors_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch, cores: int, processes: int
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: range(cores))
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert sharing._processes() == processes  # noqa: SLF001


def test_what_fails_here_is_raised_here() -> None:
    done = run("""
        try:
            spread(lambda piece: 1 // piece, range(WORTHWHILE))
        except ZeroDivisionError as error:
            print("raised", error)
    """)
    assert (done.stdout, done.returncode) == ("raised integer division or modulo by zero\n", 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
def test_what_the_system_refuses_elsewhere_is_raised_here() -> None:
    done = run("""
        def work(piece):
            if piece == 1:
                raise OSError(28, "No space left on device", "a.html")
        try:
            spread(work, range(WORTHWHILE))
        except OSError as error:
            print("raised", error)
    """)
    assert (done.stdout, done.stderr) == ("raised [Errno 28] No space left on device: 'a.html'\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")
def test_what_fails_elsewhere_is_told_there_and_raised_here() -> None:
    done = run("""
        try:
            spread(lambda piece: 1 // (piece - 1), range(WORTHWHILE))
        except RuntimeError as error:
            print("raised", error)
    """)
    assert (done.stdout, done.returncode) == ("raised a process that shared the work failed\n", 0)
    assert "ZeroDivisionError: integer division or modulo by zero" in done.stderr
