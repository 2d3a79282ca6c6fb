"""The command that serves: how it ends, what it leaves, and what it does not wait for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from claimgraph.cli import main
from claimgraph.incremental.store import FOLDER
from tests.cli.test_refusals import pipe
from tests.site.checkouts import Checkout, checkout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG = 60
"""Seconds after which a command that hangs is ended."""

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.fixture
def made(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


@contextmanager
def running(made: Checkout, *before: str) -> Iterator[subprocess.Popen[str]]:
    """Run the preview in a process of its own, with a folder of its own for what is temporary."""
    temporary = made.root.parent / "temporary"
    temporary.mkdir()
    command = [*before, sys.executable, "-m", "claimgraph", "--root", str(made.root), "serve", "--port", "0"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"},
    ) as process:
        alarm = signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.alarm(LONG)
        try:
            yield process
        finally:
            process.kill()
            signal.alarm(0)
            signal.signal(signal.SIGALRM, alarm)


def until(process: subprocess.Popen[str], part: str) -> str:
    """Return the next line that has this part; empty where the process ends before."""
    assert process.stdout is not None
    return next((line for line in process.stdout if part in line), "")


@pytest.mark.parametrize("name", SIGNALS)
@pytest.mark.parametrize("moment", ["verified", "Serving on"])
def test_nothing_is_left_where_it_is_told_to_stop(made: Checkout, name: str, moment: str) -> None:
    with running(made) as process:
        assert until(process, moment)
        assert any((made.root / FOLDER).glob("preview-*"))
        process.send_signal(getattr(signal, name))
        process.send_signal(getattr(signal, name))  # from an impatient one
        _, err = process.communicate(timeout=LONG)
        assert (process.returncode, err) == (0, "")
    assert list((made.root / FOLDER).glob("preview-*")) == []
    assert list((made.root.parent / "temporary").iterdir()) == []


def test_a_terminal_that_is_closed_does_not_end_it_below_nohup(made: Checkout) -> None:
    with running(made, "nohup") as process:
        assert until(process, "Serving on")
        process.send_signal(signal.SIGHUP)
        made.edit("claims/buses/riders-walk.yml", "Riders walk to the market", "Riders go on foot")
        assert until(process, "pages made")
        process.terminate()
        assert process.wait(timeout=LONG) == 0


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("mkdocs.yml", "error: mkdocs.yml is no plain file: put the file itself there\n"),
        ("claims/_glossary.yml", "error: claims/_glossary.yml is no plain file: put the file itself there\n"),
        ("docs/index.md", "error: docs/index.md is no plain file: put the file itself there\n"),
        ("site_overrides/main.html", "error: site_overrides/main.html is no plain file: put the file itself there\n"),
    ],
)
def test_a_pipe_is_not_waited_for(made: Checkout, path: str, told: str) -> None:
    pipe(made.root / path)
    with running(made) as process:
        assert until(process, "error: ") == told
        assert until(process, "Serving on")
        process.terminate()
        assert process.wait(timeout=LONG) == 0


def test_a_build_that_is_told_to_stop_puts_away_what_it_made(made: Checkout) -> None:
    command = [sys.executable, "-c", STOPPED, "--root", str(made.root), "build"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONG)
    assert ran.returncode == 128 + signal.SIGTERM
    assert ran.stderr.splitlines()[-1] == "claimgraph build: stopped"
    assert "Traceback" not in ran.stderr
    assert not [path.name for path in made.root.iterdir() if path.name.startswith((".site", "site/"))]


STOPPED = """\
import os, signal, sys
from claimgraph.cli import main
from claimgraph.site import shells

def stopped(*_, **__):
    os.kill(os.getpid(), signal.SIGTERM)

shells.publish = stopped
sys.exit(main(sys.argv[1:]))
"""
"""A build that is told to stop as it begins to publish."""


def test_signals_are_as_before_once_a_command_ends(made: Checkout) -> None:
    before = [signal.getsignal(getattr(signal, name)) for name in SIGNALS]
    assert main(["--root", str(made.root), "check"]) == 0
    assert [signal.getsignal(getattr(signal, name)) for name in SIGNALS] == before


def test_a_port_that_cannot_be_is_told(made: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(made.root), "serve", "--port", "70000"]) == 2
    told = "claimgraph serve: cannot listen on 127.0.0.1:70000: no such port; try --port 8001\n"
    assert capsys.readouterr().err == told
