"""The measurements at one size."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from bench.measuring import Cost, median

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bench.output_size import OutputSize

WALL: Final[Callable[[Cost], float]] = attrgetter("wall")
CPU: Final[Callable[[Cost], float]] = attrgetter("cpu")
PEAK: Final[Callable[[Cost], float]] = attrgetter("peak")


class Work(StrEnum):
    """The work that is measured: cold without a cache or an old site, or warm in a new process right after that."""

    CHECK = "check, cold"
    CHECK_AGAIN = "check, warm, nothing changed"
    CHECK_EDIT = "check, warm, one edit"
    BUILD = "build, cold"
    BUILD_EDIT = "build, warm, one edit"
    PREVIEW_EDIT = "one edit in the preview"
    ANALYSIS = "analysis alone"
    HUGO = "Hugo, as many pages"
    HUGO_SAME = "Hugo, the same bytes"


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """All measurements with `size` claims and `words` words a page.

    `runs` has the cost of each work in each run. `sites` has the sizes of the built sites. If Hugo is not installed,
    both lack its works.
    """

    size: int
    words: str
    runs: Sequence[Mapping[Work, Cost]]
    sites: Mapping[Work, OutputSize]

    def cost(self, work: Work) -> Cost | None:
        """Return the median cost of a work; None if it was not measured."""
        costs = [run[work] for run in self.runs if work in run]
        return median(costs) if costs else None

    def ratio(self, work: Work, other: Work, number: Callable[[Cost], float]) -> float | None:
        """Return the ratio of the costs of two works by one number; None if one of them was not measured.

        It is the median of the ratios in each run, since other work on the machine varies less within a run.
        """
        ratios = [number(run[work]) / number(run[other]) for run in self.runs if work in run and other in run]
        return statistics.median(ratios) if ratios else None
