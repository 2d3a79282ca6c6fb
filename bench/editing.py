"""Edits one claim and brings the built site up to date, as the preview does: `python -m bench.editing ROOT`.

What is timed is one function, `one_edit`; the wait for the file system's news of a change is not in it.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.preview import Preview

if TYPE_CHECKING:
    from claimgraph.site.checking import Checked

EDITS: Final = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """What one edit cost, in seconds by the clock and of the processor, and how many pages were written anew."""

    wall: float
    cpu: float
    pages: int


def one_edit(preview: Preview, claim: Path, text: str) -> Edit:
    """Write a claim's file anew and bring the site up to date, as `claimgraph serve` does when a file changes."""
    claim.write_text(text, encoding="utf-8")
    wall, cpu = time.perf_counter(), time.process_time()
    built = preview.rebuild()
    return Edit(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu, pages=built.written)


def edits(root: Path) -> list[Edit]:
    """Build the site of a checkout, then change claims from all parts of it, one after the other, and back again."""
    claims = sorted((root / "claims").glob("*/[!_]*.yml"))
    made: list[Edit] = []
    with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder:
        preview = Preview(root, Path(folder), texts=None, show=_say_nothing)
        preview.rebuild()
        for claim in claims[:: max(1, len(claims) // EDITS)][:EDITS]:
            text = claim.read_text(encoding="utf-8")
            made.append(one_edit(preview, claim, text.replace("\ntitle: ", "\ntitle: Edited ", 1)))
            claim.write_text(text, encoding="utf-8")
            preview.rebuild()
    return made


def _say_nothing(_checked: Checked) -> None:
    """Leave the findings unread."""


if __name__ == "__main__":
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)  # as cli.main does for every command
    print(json.dumps([asdict(edit) for edit in edits(Path(sys.argv[1]))]))
