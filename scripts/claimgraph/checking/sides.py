"""The two sides of a comparison: a git revision of a checkout, and another one or the files as they are."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.changes.revisions import lay_revision
from claimgraph.changes.state import State, capture_files
from claimgraph.checking.whole import check

if TYPE_CHECKING:
    from claimgraph.rules.rule import Examined


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side: `name` is that of its revision, empty for the files as they are."""

    name: str
    state: State
    examined: Examined


def side_of(root: Path, revision: str | None) -> Side:
    """Return a git revision of a checkout, checked; None stands for the files as they are.

    Raises RevisionError if there is no such revision.
    """
    if revision is None:
        return _side(root, "")
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        lay_revision(root, revision, Path(folder))
        return _side(Path(folder), revision)


def _side(root: Path, name: str) -> Side:
    checked = check(root)
    examined = checked.examined
    state = State(
        corpus=examined.corpus,
        verdicts=examined.verdicts,
        findings=checked.findings,
        captures=capture_files(root, examined.captured),
    )
    return Side(name=name, state=state, examined=examined)
