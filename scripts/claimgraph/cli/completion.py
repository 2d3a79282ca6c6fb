"""Prints the script by which a shell completes the command line."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from click.shell_completion import get_completion_class

from claimgraph.cli.failure import UsageError

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print it."""
    kind = get_completion_class(options.shell)
    if kind is None:
        raise UsageError(f"there is no completion for '{options.shell}'")
    line = import_module("claimgraph.cli.main").COMMAND_LINE
    sys.stdout.write(kind(line, {}, "claimgraph", "_CLAIMGRAPH_COMPLETE").source())
    return 0
