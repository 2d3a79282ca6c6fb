"""What the tests of commands share."""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Checkout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _collect_garbage_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command tunes the collector for a process that ends with it; the tests' process goes on."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)


@pytest.fixture(autouse=True)
def _hear_an_interrupt() -> Iterator[None]:
    """A shell has what it runs in the background ignore SIGINT; these tests send it all the same."""
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def checkout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checkout:
    """Return a checkout without findings."""
    return Checkout(tmp_path / "checkout", capsys)
