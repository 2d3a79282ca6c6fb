"""Reads the command line and runs one command."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli import build, capture, check, diff, explain, export, mv, new, quote, serve
from claimgraph.cli.failure import UsageError
from claimgraph.site.checking import TextError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

COMMANDS: Final[tuple[ModuleType, ...]] = (check, build, serve, new, quote, capture, diff, mv, export, explain)
"""Each module has `NAME`, a docstring that is the help, `arguments(parser)` and `run(options)`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 with errors, 2 when used wrongly."""
    options = parser().parse_args(arguments)
    _speak_every_name()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)  # records live as long as the process, so looking through them often is waste
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except (UsageError, TextError) as error:
        sys.stderr.write(f"claimgraph {options.command}: {error}\n")
        return 2
    except BrokenPipeError:  # whoever read the output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _speak_every_name() -> None:
    """Let no name of a file, and no small set of characters, keep a message from being printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(prog="claimgraph", description="Check claim files and publish them as a website.")
    whole.add_argument("--root", type=Path, default=None, metavar="DIR", help="a checkout other than this one")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        text = (module.__doc__ or "").strip()
        command = commands.add_parser(module.NAME, help=text.splitlines()[0], description=text)
        command.add_argument("--root", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
        module.arguments(command)
        command.set_defaults(run=module.run)
    return whole
