"""A function beside other work: its result or its error comes, and no process stays."""

from __future__ import annotations

import os

import pytest

from claimgraph.incremental import parallel
from claimgraph.incremental.parallel import WORTHWHILE, beside


@pytest.fixture(params=[1, 2])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(parallel, "_cores", lambda: request.param)
    return int(request.param)


@pytest.mark.parametrize("weight", [WORTHWHILE - 1, WORTHWHILE])
def test_the_result_comes_from_another_process_where_that_is_worthwhile(cores: int, weight: int) -> None:
    with beside(lambda: (os.getpid(), "x" * 1_000_000), weight) as later:
        process, text = later()
    assert text == "x" * 1_000_000
    assert (process == os.getpid()) == (cores == 1 or weight < WORTHWHILE)


@pytest.mark.usefixtures("cores")
def test_an_error_is_raised_where_the_result_is_awaited() -> None:
    def fail() -> None:
        raise ValueError("no number")

    with beside(fail, WORTHWHILE) as later, pytest.raises(ValueError, match="no number"):
        later()


@pytest.mark.usefixtures("cores")
def test_nobody_need_wait() -> None:
    with beside(lambda: "x" * 1_000_000, WORTHWHILE):
        pass
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
