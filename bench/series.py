"""Runs the measured commands in series: a cold command, and the warm ones that follow it."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.edits import editable, edited
from bench.measuring import CommandError, measure, of_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bench.measured import Work
    from bench.measuring import Cost


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A command. If it `follows_edit`, a claim of the checkout has another title while it runs.

    `writes` is the site that it updates, None if it writes none. If it `prints_parts`, only the parts count whose cost
    it prints.
    """

    work: Work
    command: Sequence[str]
    follows_edit: bool = False
    writes: Path | None = None
    prints_parts: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """Steps, and the folders that are removed before the first one, so that it is cold.

    `prepare` is called once, before the first run.
    """

    steps: Sequence[Step]
    removed: Sequence[Path] = ()
    prepare: Callable[[], None] | None = None


def run_series(series: Series, checkout: Path, run: int) -> Iterator[tuple[Work, Cost]]:
    """Yield the cost of each step. Each run (0, 1, ...) edits another claim.

    Raises CommandError if a step fails, or if the page of an edited claim has not changed.
    """
    if series.prepare and run == 0:
        series.prepare()
    for folder in series.removed:
        shutil.rmtree(folder, ignore_errors=True)
    claims = editable(checkout)
    claim = claims[run % len(claims)]
    for step in series.steps:
        page = step.writes / "claims" / claim.stem / "index.html" if step.writes and step.follows_edit else None
        before = page.read_bytes() if page else None
        with ExitStack() as changes:
            if step.follows_edit:
                changes.enter_context(edited(claim))
            cost = measure(step.command)
        if page and page.read_bytes() == before:
            raise CommandError(f"{' '.join(step.command)}\n{claim} was edited, and its page stayed as it was")
        yield step.work, of_parts(cost) if step.prints_parts else cost
