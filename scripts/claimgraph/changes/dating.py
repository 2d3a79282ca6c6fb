"""The day that a site gives for the state of claims: that of its files, so that the same files make the same bytes."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from claimgraph.changes.git import git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EPOCH: Final = "SOURCE_DATE_EPOCH"


def day_of(root: Path, today: date, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day of `SOURCE_DATE_EPOCH` if that is set, or else of the last commit, or else `today`.

    The variable is that of reproducible-builds.org: seconds since 1970, in UTC. The day of a commit is that of its
    committer's own time zone. Uncommitted changes do not matter. Without git, or outside a checkout, it is `today`.
    """
    if (seconds := environment.get(_EPOCH, "")).isdigit():
        return datetime.fromtimestamp(int(seconds), UTC).date()
    try:
        day = git(root, ["log", "-1", "--format=%cd", "--date=short", "--", "."])
        return date.fromisoformat(day.decode().strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return today
