"""The numbers written in a chart: shortened, and placed where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimgraph.pages.charts.bars import LEFT, TEXT
from claimgraph.pages.drawing.plotting import WIDTH
from claimgraph.pages.drawing.text_width import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_MARK: Final = 9
_ABOVE: Final = 12
_BELOW: Final = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """The divisor of the numbers in a chart, which leaves few digits; `word` is its name, empty for one."""

    by: Decimal
    word: str


_FACTORS: Final = (
    Factor(by=Decimal(10**9), word="thousand million"),
    Factor(by=Decimal(10**6), word="million"),
    Factor(by=Decimal(1000), word="thousand"),
)
_ONE: Final = Factor(by=Decimal(1), word="")


def factor_of(values: Iterable[str]) -> Factor:
    """Return the divisor of the numbers in a chart."""
    largest = max(abs(Decimal(value)) for value in values)
    return next((factor for factor in _FACTORS if largest >= factor.by), _ONE)


def short(value: str, factor: Factor) -> str:
    """Return a number as a chart writes it: as recorded, or divided and rounded to three digits."""
    if factor.by == 1:
        return value.replace("-", "\u2212")
    divided = Decimal(value) / factor.by
    digits = max(0, 2 - max(0, divided.copy_abs().adjusted()))
    return f"{round(divided, digits).normalize():,f}".replace("-", "\u2212")


def placed_labels(marks: Sequence[tuple[float, float, str]], *, top: float, foot: float) -> list[dict[str, Any]]:
    """Return the position of each mark's label: above the mark, below it, or higher, clear of other labels and marks.

    Args:
        marks: The position of each mark, across and down, and its label.
        top: The upper bound of the labels.
        foot: The lower bound. A label without room is left out.
    """
    taken: list[_Box] = [(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for x, y, _ in marks]
    found = []
    for across, down, label in marks:
        half = text_width(label) * TEXT / 2
        x = min(max(across, LEFT + half), WIDTH - half)
        for y in (down - _ABOVE, down + _BELOW, down - _ABOVE - TEXT):
            box = (x - half, y - TEXT * 0.75, x + half, y)
            if top < box[1] and box[3] < foot and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append({"text": label, "x": x, "y": y})
                break
    return found


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
