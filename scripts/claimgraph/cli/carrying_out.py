"""Does the work of one command, and turns what may go wrong into one line with an exit status."""

from __future__ import annotations

import gc
import importlib
import io
import keyword
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import click

from claimgraph.cli.failure import UsageError, refusal
from claimgraph.cli.stopping import Stopped, stoppable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType


def carry_out(name: str, options: Mapping[str, Any]) -> int:
    """Run a command and return its exit status: 0 clean, 1 with errors, 2 when used wrongly."""
    speak_every_name()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every installed package
    collect_garbage_seldom()
    try:
        with stoppable():
            status: int = work(name).run(SimpleNamespace(**options))
            sys.stdout.flush()
    except UsageError as error:
        return failed(name, str(error), 2)
    except BrokenPipeError:  # whoever read the output has enough of it
        say_no_more()
        return 1
    except OSError as error:
        return failed(name, refusal(error), 2)
    except click.Abort:  # a question was not answered
        return failed(name, "stopped", 130)
    except Stopped as stopped:
        return failed(name, "stopped", stopped.status)
    return status


def work(name: str) -> ModuleType:
    """Return the module of a command, which has `run(options)`.

    Modules are imported only if needed, since importing all of them takes longer than a check.
    """
    return importlib.import_module(f"claimgraph.cli.{name}{'_' * keyword.iskeyword(name)}")


def failed(name: str, why: str, status: int) -> int:
    """Print in one line why a command failed, and return its exit status. `name` is empty if no command is known."""
    try:
        sys.stdout.flush()
    except OSError:  # the disk with the output is full
        say_no_more()
    sys.stderr.write(f"{' '.join(filter(None, ('claimgraph', name)))}: {why}\n")
    return status


def say_no_more() -> None:
    """Discard unprinted output: Python would try again to print it as it exits, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def collect_garbage_seldom() -> None:
    """Run the garbage collector less often, since records live as long as the process."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def speak_every_name() -> None:
    """Escape characters that the output's encoding does not have, such as in names of files."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
