"""The commands that are measured at one size, and their order."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from bench.hugo import command
from bench.measured import Measured, Work
from bench.measuring import measure
from bench.output_size import output_size
from bench.same_bytes import write_same_bytes
from bench.series import Series, Step, run_series

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bench.measuring import Cost

PYTHON: Final = sys.executable
_CACHE: Final = ".cache"
"""The folder of a checkout with everything that is kept between runs."""
_HUGO_MAKES: Final = ("public", "resources", "cache")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The folder with the corpus of a size and its pages for Hugo. `program` is Hugo, None if it is not installed."""

    folder: Path
    size: int
    program: str | None

    @property
    def checkout(self) -> Path:
        """The invented checkout."""
        return self.folder / "checkout"

    @property
    def site(self) -> Path:
        """The site that is built from it."""
        return self.checkout / "site"

    @property
    def pages(self) -> Path:
        """The pages for Hugo."""
        return self.folder / "hugo"

    @property
    def same_bytes(self) -> Path:
        """The pages with which Hugo writes as many bytes as we do."""
        return self.folder / "hugo-same-bytes"


def measured(place: Place, runs: int, say: Callable[[str], None]) -> Measured:
    """Write the corpus, and run everything `runs` times. `say` gets a line after each step.

    Every other run is in reverse order, so that no series always runs before or after the same one.
    """
    words = _written(place, say)
    series = _all_series(place)
    costs: list[dict[Work, Cost]] = []
    for run in range(runs):
        costs.append({})
        for each in series if run % 2 == 0 else reversed(series):
            for work, cost in run_series(each, place.checkout, run):
                costs[run][work] = cost
                say(f"{place.size:,} claims, run {run + 1} of {runs}: {work}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s")
    built = {Work.BUILD: place.site}
    if place.program:
        built |= {Work.HUGO: place.pages / "public", Work.HUGO_SAME: place.same_bytes / "public"}
    return Measured(
        size=place.size, words=words, runs=costs, sites={work: output_size(site) for work, site in built.items()}
    )


def claimgraph(root: Path, *arguments: str) -> tuple[str, ...]:
    """Return a command of ours in a checkout."""
    return (PYTHON, "-m", "claimgraph", "--root", str(root), *arguments)


def _written(place: Place, say: Callable[[str], None]) -> str:
    """Write the corpus of a size if it does not exist; return the number of words on a page."""
    note = place.folder / "words"
    if not note.is_file():
        shutil.rmtree(place.folder, ignore_errors=True)
        say(f"{place.size:,} claims: writing them")
        measure((PYTHON, "-m", "bench.writing", str(place.size), str(place.folder)))
    return note.read_text(encoding="utf-8").strip()


def _all_series(place: Place) -> tuple[Series, ...]:
    """Return all series. The last one needs the sites that those before it build."""
    checkout, cache = place.checkout, place.checkout / _CACHE
    check, build = claimgraph(checkout, "check", "--strict"), claimgraph(checkout, "build", "--strict")
    preview, analysis = ((PYTHON, "-m", f"bench.{name}", str(checkout)) for name in ("editing", "analysing"))
    ours = (
        Series(
            removed=(cache,),
            steps=(
                Step(work=Work.CHECK, command=check),
                Step(work=Work.CHECK_AGAIN, command=check),
                Step(work=Work.CHECK_EDIT, command=check, follows_edit=True),
            ),
        ),
        Series(
            removed=(cache, place.site),
            steps=(
                Step(work=Work.BUILD, command=build),
                Step(work=Work.BUILD_EDIT, command=build, follows_edit=True, writes=place.site),
            ),
        ),
        Series(steps=(Step(work=Work.PREVIEW_EDIT, command=preview, prints_parts=True),)),
        Series(steps=(Step(work=Work.ANALYSIS, command=analysis, prints_parts=True),)),
    )
    if not place.program:
        return ours
    prepare = partial(write_same_bytes, place.pages, place.site, place.same_bytes)
    return (
        *ours,
        _hugo(Work.HUGO, place.program, place.pages),
        _hugo(Work.HUGO_SAME, place.program, place.same_bytes, prepare),
    )


def _hugo(work: Work, program: str, pages: Path, prepare: Callable[[], None] | None = None) -> Series:
    step = Step(work=work, command=command(program, pages))
    return Series(steps=(step,), removed=[pages / name for name in _HUGO_MAKES], prepare=prepare)
