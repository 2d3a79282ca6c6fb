"""Tell what has changed since a git revision: what it does to the argument, what was written, what the check finds."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.changes.comparison import compare
from claimgraph.changes.formats import as_json, as_markdown, as_text
from claimgraph.changes.notes import notes
from claimgraph.changes.revisions import RevisionError, lay_revision
from claimgraph.changes.state import State, capture_files
from claimgraph.checking.whole import check
from claimgraph.cli.failure import UsageError, checkout
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
    root = checkout(options)
    before = _revision(root, options.base)
    after = _state(root) if options.head is None else _revision(root, options.head)
    sys.stdout.write(FORMATS[options.format](compare(before, after)))
    return 0


def _revision(root: Path, revision: str) -> State:
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        try:
            lay_revision(root, revision, Path(folder))
        except RevisionError as error:
            raise UsageError(str(error)) from error
        return _state(Path(folder))


def _state(root: Path) -> State:
    checked = check(root)
    examined = checked.examined
    return State(
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        findings=checked.findings,
        captures=capture_files(root, examined.captured),
    )
