"""Checks the two revisions that a command compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.changes.revisions import RevisionError
from claimgraph.checking.sides import Side, side_of
from claimgraph.cli.failure import UsageError, checkout

if TYPE_CHECKING:
    from types import SimpleNamespace


def sides(options: SimpleNamespace) -> tuple[Side, Side]:
    """Return what is in both revisions, checked. Raises UsageError if there is none of a name."""
    root = checkout(options)
    try:
        return side_of(root, options.base), side_of(root, options.head)
    except RevisionError as error:
        raise UsageError(str(error)) from error
