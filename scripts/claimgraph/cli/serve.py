"""Serve the site on this machine, rebuilt on every change of a claim, source, page or template."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimgraph.cli.check import shown, summary
from claimgraph.cli.failure import UsageError, checkout
from claimgraph.preview.server import ListenError
from claimgraph.preview.serving import serve

if TYPE_CHECKING:
    from types import SimpleNamespace

    from claimgraph.checking.whole import Checked


def run(options: SimpleNamespace) -> int:
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
