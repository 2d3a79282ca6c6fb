"""Reads the command line and runs one command."""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import keyword
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.checking.whole import TextError
from claimgraph.cli.failure import UsageError, refusal
from claimgraph.cli.stopping import Stopped, stoppable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS: Final = tuple("check build join serve new quote capture diff analyse mv export import explain".split())
"""The names of the commands, in the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 with errors, 2 when used wrongly."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser(_needed(given)).parse_args(given)
    _speak_every_name()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every installed package
    collect_garbage_seldom()
    try:
        with stoppable():
            status: int = options.run(options)
            sys.stdout.flush()
    except (UsageError, TextError) as error:
        return _failed(options.command, str(error), 2)
    except BrokenPipeError:  # whoever read the output has enough of it
        _say_no_more()
        return 1
    except OSError as error:
        return _failed(options.command, refusal(error), 2)
    except Stopped as stopped:
        return _failed(options.command, "stopped", stopped.status)
    return status


def _failed(name: str, why: str, status: int) -> int:
    """Print in one line why a command failed, and return its exit status."""
    try:
        sys.stdout.flush()
    except OSError:  # the disk with the output is full
        _say_no_more()
    sys.stderr.write(f"claimgraph {name}: {why}\n")
    return status


def _say_no_more() -> None:
    """Discard unprinted output: Python would try again to print it as it exits, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def collect_garbage_seldom() -> None:
    """Run the garbage collector less often, since records live as long as the process."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _speak_every_name() -> None:
    """Escape characters that the output's encoding does not have, such as in names of files."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def command(name: str) -> ModuleType:
    """Return the module of a command: its docstring is the help, and it has `NAME`, `arguments(parser)` and `run`.

    Modules are imported only if needed, since importing all of them takes longer than a check.
    """
    return importlib.import_module(f"claimgraph.cli.{name}{'_' * keyword.iskeyword(name)}")


def _needed(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the command that the arguments name, or all commands for help and errors."""
    match arguments:
        case ["--root", _, name, *_] | [name, *_] if name in COMMANDS:
            return (name,)
        case _:
            return COMMANDS


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of the command line for some commands."""
    whole = argparse.ArgumentParser(prog="claimgraph", description="Check claim files and publish them as a website.")
    whole.add_argument("--root", type=Path, default=None, metavar="DIR", help="a checkout other than this one")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in map(command, names):
        text = (module.__doc__ or "").strip()
        added = commands.add_parser(module.NAME, help=text.splitlines()[0], description=text)
        added.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
        module.arguments(added)
        added.set_defaults(run=module.run)
    return whole
