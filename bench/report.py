"""Sets what was measured in a table, with what it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.measuring import Cost
    from bench.output_size import Data, OutputSize

_MEGA: Final = 1_000_000
_KILO: Final = 1_000

MOST_GROWTH: Final = 11
"""By how much checking and building may grow where the claims grow by ten."""
MOST_EDIT_SECONDS: Final = 1
MOST_CHECK_SECONDS: Final = 1
MOST_ANALYSIS_SECONDS: Final = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """All that was measured at one size; what belongs to Hugo is None where it is missing.

    `words` is how many words a page has.
    """

    size: int
    words: str
    check: Cost
    build: Cost
    edit: Cost
    analysis: Cost
    hugo: Cost | None
    output: OutputSize
    hugo_output: OutputSize | None

    @property
    def costs(self) -> tuple[tuple[str, Cost], ...]:
        """The costs by name, in the order shown."""
        hugo = (("Hugo build", self.hugo),) if self.hugo else ()
        return (
            ("check", self.check),
            ("build (checks first)", self.build),
            *hugo,
            ("one edit", self.edit),
            ("analysis alone", self.analysis),
        )


def report(all_measured: Sequence[Measured], own_check: Cost) -> str:
    """Return the whole report. `own_check` is the check of the repository's own claims."""
    lines: list[str] = []
    for measured in all_measured:
        lines += [*_costs(measured), "", *_outputs(measured), ""]
    if len(all_measured) > 1:
        lines += [*_growth(all_measured[0], all_measured[-1]), ""]
    lines += _targets(all_measured, own_check)
    return "\n".join(lines) + "\n"


def _costs(measured: Measured) -> Iterator[str]:
    yield f"{measured.size:,} claims, {measured.words} words a page; medians"
    yield f"  {'':22}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'ms a claim':>12}"
    for name, cost in measured.costs:
        each = cost.wall / measured.size * _KILO
        yield f"  {name:22}{cost.wall:9.2f}{cost.cpu:9.2f}{cost.peak / _MEGA:9.0f}{each:12.3f}"
    if measured.hugo:
        wall, cpu = measured.build.wall / measured.hugo.wall, measured.build.cpu / measured.hugo.cpu
        yield f"  {'build / Hugo':22}{wall:9.2f}{cpu:9.2f}{measured.build.peak / measured.hugo.peak:9.2f}"


def _outputs(measured: Measured) -> Iterator[str]:
    yield f"  {'':22}{'files':>9}{'MB':>9}{'a page':>24}{'search data':>24}{'map data':>24}"
    outputs = (("site", measured.output), ("Hugo's", measured.hugo_output))
    for name, output in outputs:
        if output is not None:
            data = "".join(_data(data) for data in (output.page, output.search, output.map))
            yield f"  {name:22}{output.files:9,}{output.total / _MEGA:9.1f}{data}"


def _data(data: Data) -> str:
    return f"{f'{data.plain / _KILO:,.1f} ({data.compressed / _KILO:,.1f}) kB' if data.plain else '-':>24}"


def _growth(small: Measured, large: Measured) -> Iterator[str]:
    yield f"growth from {small.size:,} to {large.size:,} claims ({large.size / small.size:g} times as many)"
    for (name, one), (_, other) in zip(small.costs, large.costs, strict=True):
        yield f"  {name:22}{other.wall / one.wall:9.2f}{other.cpu / one.cpu:9.2f}{other.peak / one.peak:9.2f}"


def _targets(all_measured: Sequence[Measured], own_check: Cost) -> Iterator[str]:
    small, large = all_measured[0], all_measured[-1]
    if large.hugo:
        yield _target(f"build of {large.size:,} / Hugo", large.build.wall / large.hugo.wall, 1)
    if large.size > small.size:
        growth = (large.check.wall + large.build.wall) / (small.check.wall + small.build.wall)
        most = MOST_GROWTH * large.size / small.size / 10
        yield _target(f"check and build of {large.size:,} / of {small.size:,}", growth, most)
    yield _target(f"one edit of {large.size:,}, seconds", large.edit.wall, MOST_EDIT_SECONDS)
    yield _target(f"analysis of {large.size:,}, seconds", large.analysis.wall, MOST_ANALYSIS_SECONDS)
    yield _target("check of the repository's own claims, seconds", own_check.wall, MOST_CHECK_SECONDS)


def _target(name: str, value: float, most: float) -> str:
    return f"target: {name} ≤ {most:g}: {value:.2f} {'✓' if value <= most else '✗'}"
