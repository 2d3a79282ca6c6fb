"""What the tests of commands share."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import Checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _collect_garbage_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command tunes the collector for a process that ends with it; the tests' process goes on."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)


@pytest.fixture
def checkout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Checkout:
    """Return a checkout without findings."""
    return Checkout(tmp_path / "checkout", capsys)
