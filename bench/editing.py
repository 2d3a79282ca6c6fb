"""Edits one claim and brings the built site up to date, as the preview does: `python -m bench.editing ROOT`.

What is timed is one function, `one_edit`; the wait for the file system's news of a change is not in it.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.cli.main import collect_garbage_seldom
from claimgraph.preview import Preview

if TYPE_CHECKING:
    from claimgraph.site.checking import Checked

EDITS: Final = 3
_TITLE: Final = re.compile(r"(?<=^title: )\w+", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """What one edit cost, in seconds by the clock and of the processor, and how many pages were written anew."""

    wall: float
    cpu: float
    pages: int


def one_edit(preview: Preview, claim: Path, text: str) -> Edit:
    """Write a claim's file anew and bring the site up to date, as `claimgraph serve` does when a file changes."""
    claim.write_text(text, encoding="utf-8")
    wall, cpu = time.perf_counter(), _cpu()
    built = preview.rebuild()
    return Edit(wall=time.perf_counter() - wall, cpu=_cpu() - cpu, pages=built.written)


def edits(root: Path) -> list[Edit]:
    """Build the site of a checkout, then change titles in all parts of it, one after the other; the files go back."""
    claims = sorted((root / "claims").glob("*/[!_]*.yml"))
    chosen = claims[:: max(1, len(claims) // EDITS)][:EDITS]
    texts = {claim: claim.read_text(encoding="utf-8") for claim in chosen}
    with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder:
        preview = Preview(root, Path(folder), texts=None, show=_say_nothing)
        preview.rebuild()
        try:
            return [one_edit(preview, claim, _retitled(text)) for claim, text in texts.items()]
        finally:
            for claim, text in texts.items():
                claim.write_text(text, encoding="utf-8")


def _retitled(text: str) -> str:
    """Return a claim's file with another title, as long as it was: its first word in capitals."""
    return _TITLE.sub(lambda word: word[0].upper(), text, count=1)


def _cpu() -> float:
    """Return the seconds of the processors that this process and those it has waited for took so far."""
    return sum(os.times()[:4])


def _say_nothing(_checked: Checked) -> None:
    """Leave the findings unread."""


if __name__ == "__main__":
    collect_garbage_seldom()
    print(json.dumps([asdict(edit) for edit in edits(Path(sys.argv[1]))]))
