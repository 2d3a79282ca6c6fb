"""Tell what has changed since a git revision: what it does to the argument, what was written, what the check finds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from claimgraph.changes.comparison import compare
from claimgraph.changes.formats import as_json, as_markdown, as_text
from claimgraph.changes.notes import notes
from claimgraph.cli.compared import sides
from claimgraph.findings import Severity
from claimgraph.location import Location
from claimgraph.reporting.github import annotation

if TYPE_CHECKING:
    from types import SimpleNamespace

    from claimgraph.changes.comparison import Changes


def as_annotations(changes: Changes) -> str:
    """Return a GitHub warning for each changed capture, and for the file of comparisons if it changed."""
    return "".join(
        annotation(Severity.WARNING, Location(path=note.path), note.title, note.text) for note in notes(changes)
    )


FORMATS: Final = {"text": as_text, "markdown": as_markdown, "json": as_json, "github": as_annotations}


def run(options: SimpleNamespace) -> int:
    """Print what has changed."""
    before, after = sides(options)
    sys.stdout.write(FORMATS[options.format](compare(before.state, after.state)))
    return 0
