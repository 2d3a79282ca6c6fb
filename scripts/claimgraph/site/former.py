"""The states of claims before the changes that the site lists."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.changes.revisions import RevisionError, lay_revision
from claimgraph.checking.whole import examine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.changes.history import History
    from claimgraph.model.standing import State

MOST: Final = 2_000
"""The most claims of a map whose former states are told: to know them, all its former files are checked again."""


@dataclass(slots=True)
class FormerCache:
    """The states at a revision as last computed, so that a preview computes them once; no states if it has none."""

    revision: str = ""
    states: Mapping[str, State] = field(default_factory=dict)


def former_states(root: Path, found: History | None, count: int, cache: FormerCache) -> Mapping[str, State]:
    """Return the state of each claim before the oldest change in a history.

    Args:
        root: The checkout.
        found: Its history; None if it has none.
        count: How many claims it has now.
        cache: What is known of it.

    Returns:
        The states by the claims' ids; empty without a history, for a map of more than `MOST` claims, and where git does
        not have the revision.
    """
    if found is None or not found.commits or count > MOST:
        return {}
    revision = f"{found.commits[-1].name}^"
    if cache.revision != revision:
        cache.revision, cache.states = revision, _states(root, revision)
    return cache.states


def _states(root: Path, revision: str) -> Mapping[str, State]:
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        try:
            lay_revision(root, revision, Path(folder))
        except RevisionError:
            return {}
        standings = examine(Path(folder)).analysis.standings
        return {id_: standing.state for id_, standing in standings.items()}
