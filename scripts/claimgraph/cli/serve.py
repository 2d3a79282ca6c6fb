"""Serve the site on this machine, rebuilt on every change of a claim, source, page or template.

Findings are printed and do not stop the preview; a file that cannot be read is left out until it can.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.preview.server import ListenError
from claimgraph.preview.serving import serve

if TYPE_CHECKING:
    import argparse

    from claimgraph.checking.whole import Checked

NAME: Final = "serve"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; by default this machine alone")
    parser.add_argument("--port", type=int, default=8000, help="the port, 8000 by default; 0 for a free one")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="full texts, as <source id>.txt")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    root = checkout(options)

    def show(checked: Checked) -> None:
        sys.stdout.write(shown(checked.findings, "text", root))
        sys.stdout.write(summary(checked))

    def say(text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    try:
        serve(root, host=options.host, port=options.port, texts=options.texts, show=show, say=say)
    except ListenError as error:
        raise UsageError(f"{error}; try --port 8001") from error
    return 0
