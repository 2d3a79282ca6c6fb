"""The day of a site's files."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING

from claimgraph.changes.dating import day_of

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 1)


def commit(root: Path, day: str) -> None:
    """Commit everything in a folder, as of a day."""
    days = {"GIT_COMMITTER_DATE": f"{day}T23:30:00+0100", "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"}
    names = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        command = ["git", "-C", str(root), *names, *arguments]
        subprocess.run(command, check=True, env={**os.environ, **days})


def test_it_is_that_of_the_last_commit(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("one", "utf-8")
    commit(tmp_path, "2026-02-03")
    assert day_of(tmp_path, TODAY, {}) == date(2026, 2, 3)
    (tmp_path / "file").write_text("two", "utf-8")
    assert day_of(tmp_path, TODAY, {}) == date(2026, 2, 3)
    commit(tmp_path, "2026-02-04")
    assert day_of(tmp_path, TODAY, {}) == date(2026, 2, 4)


def test_what_is_set_goes_first(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("one", "utf-8")
    commit(tmp_path, "2026-02-03")
    assert day_of(tmp_path, TODAY, {"SOURCE_DATE_EPOCH": "86399"}) == date(1970, 1, 1)
    assert day_of(tmp_path, TODAY, {"SOURCE_DATE_EPOCH": "soon"}) == date(2026, 2, 3)


def test_without_a_commit_it_is_today(tmp_path: Path) -> None:
    assert day_of(tmp_path, TODAY, {}) == TODAY
    assert day_of(tmp_path / "nowhere", TODAY, {}) == TODAY
