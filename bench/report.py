"""The report: tables in Markdown, which can be pasted into a note; the last one has all targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.measured import CPU, PEAK, WALL, Work
from bench.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bench.measured import Measured
    from bench.measuring import Cost
    from bench.output_size import Data
    from bench.targets import Target

_KILO: Final = 1_000
_MEGA: Final = 1_000_000
_NOTHING: Final = "-"
_COSTS: Final = ("claims", "what", "wall s", "CPU s", "peak MB", "times Hugo's", "times Hugo's, same bytes")
_SITES: Final = ("claims", "site", "files", "MB", "claim's page kB", "search data kB", "map data kB")
_TARGETS: Final = ("target", "claims", "at most", "measured", "by CPU", "ratio", "")


_ABOUT_COSTS: Final = """\
Costs are medians. The peak is the memory of all processes together. The last columns tell how many times Hugo's wall
seconds, CPU seconds and peak they are, in the same run."""
_ABOUT_SITES: Final = "Sites: a claim's page is the one of median size; compressed by gzip in brackets."

_ABOUT_TARGETS: Final = """\
Targets: the ratio is what was measured to the target, and 1 or less meets it. By CPU: the same by the seconds of the
processors, which tell more where other work runs beside."""


def report(all_measured: Sequence[Measured], own_check: Cost, machine: str) -> str:
    """Return the whole report; `own_check` is the check of the repository's own claims, `machine` names the machine."""
    sections = (
        f"{machine}; {all_measured[-1].words} words a page.",
        _ABOUT_COSTS,
        _table(_COSTS, (row for measured in all_measured for row in _costs(measured))),
        _ABOUT_SITES,
        _table(_SITES, (row for measured in all_measured for row in _sites(measured))),
        _ABOUT_TARGETS,
        _table(_TARGETS, map(_target, targets(all_measured, own_check))),
    )
    return "\n\n".join(sections) + "\n"


def _costs(measured: Measured) -> Iterator[tuple[str, ...]]:
    for work in Work:
        if cost := measured.cost(work):
            yield (
                f"{measured.size:,}",
                work,
                f"{cost.wall:.2f}",
                f"{cost.cpu:.2f}",
                f"{cost.peak / _MEGA:.0f}",
                *(_times(measured, work, other) for other in (Work.HUGO, Work.HUGO_SAME)),
            )


def _times(measured: Measured, work: Work, other: Work) -> str:
    """Return the ratios of the costs of two works: wall time, CPU time and memory."""
    ratios = [measured.ratio(work, other, number) for number in (WALL, CPU, PEAK)]
    return ", ".join(f"{ratio:.2f}" for ratio in ratios if ratio is not None) or _NOTHING


def _sites(measured: Measured) -> Iterator[tuple[str, ...]]:
    for work, site in measured.sites.items():
        data = map(_data, (site.page, site.search, site.map))
        yield f"{measured.size:,}", work, f"{site.files:,}", f"{site.total / _MEGA:.1f}", *data


def _data(data: Data) -> str:
    return f"{data.plain / _KILO:,.1f} ({data.compressed / _KILO:,.1f})" if data.plain else _NOTHING


def _target(target: Target) -> tuple[str, ...]:
    return (
        target.name,
        target.claims,
        f"{target.most:,g} {target.unit}".rstrip(),
        *(
            _NOTHING if value is None else f"{value:,.{target.digits}f} {target.unit}".rstrip()
            for value in (target.value, target.cpu)
        ),
        _NOTHING if target.ratio is None else f"{target.ratio:.2f}",
        target.outcome,
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with columns as wide as needed; the first two are aligned to the left."""
    lines = [head, *rows]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(head))]
    rule = ["-" * width if column < 2 else "-" * (width - 1) + ":" for column, width in enumerate(widths)]  # noqa: PLR2004
    return "\n".join(f"| {' | '.join(map(_set, line, widths, rule))} |" for line in (head, rule, *lines[1:]))


def _set(cell: str, width: int, rule: str) -> str:
    return cell.rjust(width) if rule.endswith(":") else cell.ljust(width)
