"""Edits one claim and brings the built site up to date, as the preview does: `python -m bench.editing ROOT`.

It times only `Preview.rebuild`, and not the wait until the file system reports a change.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.edits import editable, edited
from claimgraph.cli.carrying_out import collect_garbage_seldom
from claimgraph.preview.rebuilding import Preview

if TYPE_CHECKING:
    from claimgraph.checking.whole import Checked


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """The cost of one edit in seconds of wall time and CPU time, and the number of pages that were written again."""

    wall: float
    cpu: float
    pages: int


def edits(root: Path) -> list[Edit]:
    """Build the site of a checkout, then change titles in all parts of it, one by one; the files are restored."""
    with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder, ExitStack() as changes:
        preview = Preview(root, Path(folder), texts=None, show=_say_nothing)
        preview.rebuild()
        made: list[Edit] = []
        for claim in editable(root):
            changes.enter_context(edited(claim))
            made.append(_rebuilt(preview))
        return made


def _rebuilt(preview: Preview) -> Edit:
    """Bring the site up to date, as `claimgraph serve` does when a file changes."""
    wall, cpu = time.perf_counter(), _cpu()
    built = preview.rebuild()
    return Edit(wall=time.perf_counter() - wall, cpu=_cpu() - cpu, pages=built.written)


def _cpu() -> float:
    """Return the CPU seconds of this process, and of the processes that it has waited for."""
    return sum(os.times()[:4])


def _say_nothing(_checked: Checked) -> None:
    """Ignore the findings."""


if __name__ == "__main__":
    collect_garbage_seldom()
    print(json.dumps([asdict(edit) for edit in edits(Path(sys.argv[1]))]))
