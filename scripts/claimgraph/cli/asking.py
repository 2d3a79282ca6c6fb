"""Asks for what a command was not told, if somebody sits at a terminal."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from claimgraph.cli.failure import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def can_ask() -> bool:
    """Tell whether there is somebody to ask: the input and the output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(
    text: str,
    *,
    default: str | None = None,
    offered: Sequence[str] = (),
    checked: Callable[[str], None] = lambda _: None,
) -> str:
    """Ask until there is an answer.

    Args:
        text: What is asked.
        default: The answer if nothing is typed; None if something must be.
        offered: What the Tab key completes.
        checked: Raises UsageError for an answer that is none; then the message is shown, and the question asked again.
    """

    def answer(typed: str) -> str:
        typed = " ".join(typed.split())
        try:
            if typed:
                checked(typed)
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        return typed

    with _completing(offered):
        return str(click.prompt(text, default=default, show_default=bool(default), value_proc=answer))


@contextmanager
def _completing(offered: Sequence[str]) -> Iterator[None]:
    """Let the Tab key complete some words."""
    if not offered or importlib.util.find_spec("readline") is None:  # Windows has none
        yield
        return
    readline = importlib.import_module("readline")

    def complete(begun: str, number: int) -> str | None:
        fitting = [word for word in offered if word.startswith(begun)]
        return fitting[number] if number < len(fitting) else None

    before, ends = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims(" ")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(ends)
