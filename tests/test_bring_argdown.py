"""Where Argdown's parser comes from, and what is said where it cannot be had."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import bring_argdown

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout on a machine that has nothing, and on which nothing may be installed."""
    monkeypatch.setattr(bring_argdown, "ROOT", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


def test_without_npm_it_says_what_to_do(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring_argdown.main() == 1
    advice = "Install Node.js 20 or newer with its npm, and run this again."
    assert capsys.readouterr().err == f"There is no npm here, and none could be installed. {advice}\n"
    assert list(bare.iterdir()) == []


def test_failure_of_npm_is_told_after_three_tries(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda command: command)
    tries = []

    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        tries.append(command)
        return subprocess.CompletedProcess(command, 1, "", "no answer\n")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(bring_argdown.NoArgdownError) as caught:
        bring_argdown.bring_argdown()
    assert str(caught.value) == "`npm ci` failed: no answer"
    assert tries == [["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]] * 3
    assert list((bare / ".cache").iterdir()) == []


def test_what_is_there_is_not_installed_again(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda command: command)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, "", ""))
    home = bring_argdown.bring_argdown()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert bring_argdown.bring_argdown() == home
    assert home.parent == bare / ".cache"
