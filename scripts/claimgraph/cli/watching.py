"""Checks again whenever a file changes."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from claimgraph.checking.kept import kept_cache
from claimgraph.checking.whole import CheckCache, check
from claimgraph.cli.check import told
from claimgraph.incremental.store import Store
from claimgraph.preview.watching import changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import SimpleNamespace


def watch(root: Path, options: SimpleNamespace, chosen: Callable[[str], bool]) -> int:
    """Check now and after each change, until Ctrl-C; what did not change is not read again. Return 0."""
    cache = kept_cache(Store(root)) if options.texts is None else CheckCache()
    try:
        for _ in changes(root, None):
            begun = time.perf_counter()
            checked = check(root, texts=options.texts, cache=cache)
            if sys.stdout.isatty():
                click.clear()
            told(checked, options, root, chosen)
            sys.stderr.write(f"{time.perf_counter() - begun:.2f} s; waiting for a change; Ctrl-C ends it\n")
    except KeyboardInterrupt:
        pass
    return 0
