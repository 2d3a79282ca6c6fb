"""Reads the command line and runs one command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

import click

from claimgraph.cli.carrying_out import failed, say_no_more, speak_every_name
from claimgraph.cli.usage.checking import CHECK, EXPLAIN, FIX, FMT, SOURCES
from claimgraph.cli.usage.exchange import ANALYSE, COMPLETION, DIFF, EXPORT, IMPORT, PREVIEW
from claimgraph.cli.usage.parts import FOLDER, Command
from claimgraph.cli.usage.site import BUILD, JOIN, SERVE
from claimgraph.cli.usage.writing import CAPTURE, INIT, MV, NEW, QUOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_ORDER: Final = (
    *(CHECK, FIX, FMT, BUILD, JOIN, SERVE, INIT, NEW, QUOTE, CAPTURE),
    *(DIFF, PREVIEW, ANALYSE, SOURCES, MV, EXPORT, IMPORT, EXPLAIN, COMPLETION),
)
COMMANDS: Final = {each.name or "": each for each in _IN_ORDER}
"""The commands by their names, in the order of the help."""


class _InOrder(Command, click.Group):
    """All commands, in the order in which they are given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


COMMAND_LINE: Final = _InOrder(
    "claimgraph",
    commands=COMMANDS,
    params=[click.Option(["--root"], type=FOLDER, metavar="DIR", help="a checkout other than this one")],
    help="Check claim files and publish them as a website.\n\n`claimgraph COMMAND --help` tells of one command.",
    subcommand_metavar="COMMAND [ARGS]...",
    no_args_is_help=False,
    context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 with errors, 2 when used wrongly."""
    try:
        status = COMMAND_LINE.main(arguments, prog_name="claimgraph", standalone_mode=False)
    except click.UsageError as error:
        speak_every_name()
        return failed(_name(error.ctx), _wrong(error), 2)
    except BrokenPipeError:
        say_no_more()
        return 1
    return int(status or 0)


def main_and_out() -> NoReturn:
    """Run one command and end this process at once: to take apart what it has in memory would take a while."""
    status = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        say_no_more()
        status = 1
    sys.stderr.flush()
    os._exit(status)


def _name(context: click.Context | None) -> str:
    """Return the name of the command that is being read, empty if none is."""
    return context.info_name or "" if context is not None and context.parent is not None else ""


def _wrong(error: click.UsageError) -> str:
    """Return on one line what is wrong, and where to look."""
    name = _name(error.ctx)
    more = f"; see {' '.join(filter(None, ('claimgraph', name)))} --help"
    parameter = error.param if isinstance(error, click.BadParameter) else None
    match error:
        case click.NoSuchCommand():
            return f"there is no command '{error.command_name}'{_guess(error)}; there are: {', '.join(COMMANDS)}"
        case click.NoSuchOption():
            return f"there is no option {error.option_name}{_guess(error)}{more}"
        case click.MissingParameter() if parameter is not None:
            about = getattr(parameter, "help", None)
            return f"{parameter.make_metavar(_context(error))} is missing{f': {about}' if about else ''}{more}"
        case click.BadParameter() if parameter is not None:
            return f"{_label(parameter, error)}: {_plain(error.message)}{more}"
        case _ if error.message == "Missing command.":
            return f"name a command; there are: {', '.join(COMMANDS)}"
        case _ if error.message.startswith("Got unexpected extra"):
            return f"too much is given:{error.message.partition('(')[2].join((' ', '')).rstrip(')')}{more}"
    return f"{_plain(error.format_message())}{more}"


def _context(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(COMMAND_LINE)


def _label(parameter: click.Parameter, error: click.UsageError) -> str:
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.make_metavar(_context(error))


def _guess(error: click.NoSuchOption | click.NoSuchCommand) -> str:
    return f" (did you mean '{error.possibilities[0]}'?)" if error.possibilities else ""


def _plain(sentence: str) -> str:
    """Return a sentence without its full stop, as the middle of another."""
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")
