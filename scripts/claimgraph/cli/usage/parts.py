"""What commands are described with: arguments, options, and a command of them whose work is done elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from claimgraph.cli.carrying_out import carry_out
from claimgraph.cli.usage.ids import Id, root_given

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Place(click.Path):
    """The path of a file or folder, which a shell completes. What it must be is for the command to say."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401
        """Return the path as it is."""
        del param, ctx
        return Path(value)


FILE: Final = _Place()
FOLDER: Final = _Place(file_okay=False)


class Command(click.Command):
    """A command whose option `--help` is worded as the others are."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return it."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = "print this help"
        return found


def command(name: str, text: str, *parameters: click.Parameter) -> click.Command:
    """Return a command that does what `claimgraph.cli.NAME` says, given its help.

    The help's first line is also what the list of commands says of it. Lines of the help begin at the margin.
    """

    def call(**given: Any) -> int:  # noqa: ANN401  whatever the parameters make
        given["root"] = root_given(click.get_current_context())
        return carry_out(name, given)

    root = click.Option(["--root"], type=FOLDER, metavar="DIR", hidden=True)
    first, *_ = text.splitlines()
    return Command(name, callback=call, params=[*parameters, root], help=text, short_help=first)


def argument(name: str, text: str, metavar: str = "", type_: Any = str, **more: Any) -> click.Argument:  # noqa: ANN401
    """Return an argument; with `nargs=-1` any number of it, at least one unless it is not `required`."""
    shown = metavar or (name.upper() if more.get("required", True) else f"[{name.upper()}]")
    return click.Argument([name], type=type_, metavar=shown, help=text, **{"required": True, **more})


def option(flag: str, text: str, metavar: str = "", type_: Any = str, **more: Any) -> click.Option:  # noqa: ANN401
    """Return an option with a value."""
    names = [flag] if "dest" not in more else [more.pop("dest"), flag]
    return click.Option(names, type=type_, metavar=metavar or None, help=text, **more)


def flag(name: str, text: str) -> click.Option:
    """Return an option without a value."""
    return click.Option([name], is_flag=True, help=text)


def choice(name: str, values: Sequence[str], text: str) -> click.Option:
    """Return an option whose value is one of some, the first by default."""
    return option(name, text, f"[{'|'.join(values)}]", click.Choice(values), default=values[0])


def strict() -> click.Option:
    """Return the option to fail on every finding."""
    return flag("--strict", "fail on warnings and notes, too")


def texts(text: str = "full texts, as <source id>.txt") -> click.Option:
    """Return the option that names a folder of full texts."""
    return option("--texts", text, "DIR", FOLDER)


def topic(text: str) -> click.Option:
    """Return the option that names a topic."""
    return option("--topic", text, "TOPIC", Id("topic"))


def revisions() -> tuple[click.Argument, click.Argument]:
    """Return the arguments that name two revisions to compare."""
    return (
        argument("base", "the git revision to compare with, such as main or HEAD~1"),
        argument("head", "a later revision; by default the files as they are", required=False),
    )
