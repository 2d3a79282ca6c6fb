"""The targets of the measurements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.growth import exponent, extrapolated
from bench.measured import CPU, PEAK, WALL, Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.measured import Measured
    from bench.measuring import Cost

_KILO: Final = 1_000
_MEGA: Final = 1_000_000
_RATIOS: Final = (
    (Work.HUGO, 3),
    (Work.HUGO_SAME, 1),
)
_MEMORY: Final = 1
"""The most memory, as a multiple of Hugo's for as many pages."""
_SECONDS: Final = (
    (Work.BUILD_EDIT, 1_000, 0.5),
    (Work.PREVIEW_EDIT, 1_000, 0.5),
    (Work.BUILD_EDIT, 10_000, 2),
    (Work.PREVIEW_EDIT, 10_000, 2),
    (Work.CHECK, 10_000, 4),
    (Work.CHECK_AGAIN, 10_000, 0.7),
    (Work.CHECK_EDIT, 10_000, 0.7),
    (Work.ANALYSIS, 10_000, 1),
)
_OWN_CHECK_SECONDS: Final = 1
_EXPONENT: Final = 1.1
_PAGE: Final = 16
_PAGE_COMPRESSED: Final = 5
_SITE_CLAIMS: Final = 10_000
_SITE: Final = 250
_SITE_FILES: Final = 12_000
_HOSTED_CLAIMS: Final = 30_000
"""The number of claims whose site has to fit on GitHub Pages."""
_HOSTED: Final = 1_000
"""The most megabytes of a site on GitHub Pages ("GitHub Pages limits": 1 GB)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A number that may be at most `most`; `unit` is empty for a plain number.

    `claims` is the size of the corpus, `digits` the number of decimals shown. `value` is None if it was not measured.
    `cpu` is the same by CPU time instead of wall time, which other work on the machine affects less; None if the number
    is no time.
    """

    name: str
    claims: str
    most: float
    unit: str = ""
    digits: int = 2
    value: float | None
    cpu: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value divided by the most that it may be."""
        return None if self.value is None else self.value / self.most

    @property
    def outcome(self) -> str:
        """Whether the target is met."""
        if self.ratio is None:
            return "not measured"
        return "met" if self.ratio <= 1 else "missed"


def targets(all_measured: Sequence[Measured], own_check: Cost) -> Iterator[Target]:
    """Yield all targets. Sizes must be sorted; `own_check` is the check of the repository's own claims."""
    yield from _ratios(all_measured)
    yield from _seconds(all_measured)
    yield Target(
        name="check of the repository's own claims",
        claims="own",
        most=_OWN_CHECK_SECONDS,
        unit="s",
        value=own_check.wall,
        cpu=own_check.cpu,
    )
    yield from _exponents(all_measured)
    yield from _pages(all_measured)
    yield from _whole_sites(all_measured)


def _ratios(all_measured: Sequence[Measured]) -> Iterator[Target]:
    for measured in all_measured:
        claims = f"{measured.size:,}"
        for other, most in _RATIOS:
            value, cpu = (measured.ratio(Work.BUILD, other, number) for number in (WALL, CPU))
            yield Target(name=f"{Work.BUILD} / {other}", claims=claims, most=most, value=value, cpu=cpu)
        memory = measured.ratio(Work.BUILD, Work.HUGO, PEAK)
        yield Target(name=f"memory: {Work.BUILD} / Hugo", claims=claims, most=_MEMORY, value=memory)


def _seconds(all_measured: Sequence[Measured]) -> Iterator[Target]:
    by_size = {measured.size: measured for measured in all_measured}
    for work, size, most in _SECONDS:
        cost = by_size[size].cost(work) if size in by_size else None
        value, cpu = (cost.wall, cost.cpu) if cost else (None, None)
        yield Target(name=work, claims=f"{size:,}", most=most, unit="s", value=value, cpu=cpu)


def _exponents(all_measured: Sequence[Measured]) -> Iterator[Target]:
    """Yield the growth of check and build from the smallest to the largest size."""
    sizes = [measured.size for measured in all_measured]
    for work in (Work.CHECK, Work.BUILD):
        costs = [cost for measured in all_measured if (cost := measured.cost(work))]
        value, cpu = (exponent(sizes, [*map(number, costs)]) if len(sizes) > 1 else None for number in (WALL, CPU))
        yield Target(
            name=f"exponent of growth: {work}",
            claims=f"{sizes[0]:,} to {sizes[-1]:,}",
            most=_EXPONENT,
            value=value,
            cpu=cpu,
        )


def _pages(all_measured: Sequence[Measured]) -> Iterator[Target]:
    for measured in all_measured:
        page, claims = measured.sites[Work.BUILD].page, f"{measured.size:,}"
        for name, most, length in (
            ("a claim's page", _PAGE, page.plain),
            ("a claim's page, compressed", _PAGE_COMPRESSED, page.compressed),
        ):
            yield Target(name=name, claims=claims, most=most, unit="kB", digits=1, value=length / _KILO)


def _whole_sites(all_measured: Sequence[Measured]) -> Iterator[Target]:
    sites = {measured.size: measured.sites[Work.BUILD] for measured in all_measured}
    megabytes = {size: site.total / _MEGA for size, site in sites.items()}
    claims, site = f"{_SITE_CLAIMS:,}", sites.get(_SITE_CLAIMS)
    yield Target(
        name="the whole site", claims=claims, most=_SITE, unit="MB", digits=0, value=megabytes.get(_SITE_CLAIMS)
    )
    yield Target(
        name="the whole site",
        claims=claims,
        most=_SITE_FILES,
        unit="files",
        digits=0,
        value=site.files if site else None,
    )
    is_known = _HOSTED_CLAIMS in megabytes
    yield Target(
        name="the whole site on GitHub Pages",
        claims=f"{_HOSTED_CLAIMS:,}{'' if is_known else ' (estimate)'}",
        most=_HOSTED,
        unit="MB",
        digits=0,
        value=megabytes[_HOSTED_CLAIMS]
        if is_known
        else extrapolated([*megabytes], [*megabytes.values()], _HOSTED_CLAIMS),
    )
