"""The words and numbers written in a chart: shortened, and placed where there is room."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimgraph.pages.charts.bars import LEFT, LONGEST, TEXT
from claimgraph.pages.drawing.plotting import WIDTH
from claimgraph.pages.drawing.text_width import text_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimgraph.pages.charts.numbers import Number

_Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom."""

MARK: Final = 9
"""Half the width of a mark, with some room round it."""

_ABOVE: Final = 12
_BELOW: Final = 26
_BOLD: Final = 1.12
"""The factor by which bold letters are wider."""

_NEAR: Final = 26
"""A name that is farther than this from what it names has a line to it."""

_WIDTHS: Final = (LONGEST * 0.9, LONGEST * 0.6)
"""How wide a name may be, in em: better on one line than on two."""

_LINES: Final = 3
_STEP: Final = 6
_FARTHEST: Final = 110


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


def written(number: Number, factor: Factor) -> str:
    """Return a number as a chart writes it in words, such as "under 1.6 million"."""
    if factor.by == 1:
        return number.plain
    return f"{number.about}{short(number.value, factor)} {factor.word}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name with its place: each line's text and where that begins, and the line to what it names, None if near."""

    lines: tuple[dict[str, Any], ...]
    leader: dict[str, Any] | None


class Room:
    """The room in a chart, from `top` to `foot`, in which nothing covers anything else."""

    def __init__(self, *, top: float, foot: float) -> None:
        """Begin with an empty chart."""
        self._top, self._foot = top, foot
        self._taken: list[_Box] = []
        self._walls: list[tuple[float, float, float]] = []

    def block(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep a place clear of what is written from now on."""
        self._taken.append((left, top, right, bottom))

    def wall(self, left: float, right: float, at: float) -> None:
        """Keep a level line clear, across which no name is put from what it names."""
        self.block(left, at - 2, right, at + 2)
        self._walls.append((left, right, at))

    def numbers(self, marks: Sequence[tuple[float, float, str]]) -> list[dict[str, Any]]:
        """Return the place of each mark's number: above the mark, below it, or higher; one without room is left out.

        Args:
            marks: The position of each mark, across and down, and its number.
        """
        found = []
        for across, down, label in marks:
            half = text_width(label) * TEXT / 2
            x = min(max(across, LEFT + half), WIDTH - half)
            for y in (down - _ABOVE, down + _BELOW, down - _ABOVE - TEXT):
                if self._takes((x - half, y - TEXT * 0.75, x + half, y)):
                    found.append({"text": label, "x": x, "y": y})
                    break
        return found

    def name(self, text: str, points: Sequence[tuple[float, float]]) -> Name | None:
        """Return the place of a bold name as near as possible to one of some points, None if there is no room there."""
        for distance, width in product(range(_ABOVE + 2, _FARTHEST, _STEP), _WIDTHS):
            lines = wrapped(text, width=width / _BOLD, lines=_LINES)
            wide = max(text_width(line) for line in lines) * TEXT * _BOLD
            for point, left, top in _places(points, distance, wide, len(lines) * TEXT):
                box = (left - 2, top, left + wide, top + len(lines) * TEXT)
                if not self._is_behind(point, box) and self._takes(box):
                    return Name(
                        lines=tuple(
                            {"text": line, "x": round(left, 2), "y": round(top + TEXT * (number + 0.78), 2)}
                            for number, line in enumerate(lines)
                        ),
                        leader=_leader(point, box),
                    )
        return None

    def _is_behind(self, point: tuple[float, float], box: _Box) -> bool:
        """Tell whether a level line is between a point and a box."""
        _, y = _nearest(point, box)
        return any(
            min(y, point[1]) < at < max(y, point[1])
            and left <= max(box[2], point[0])
            and min(box[0], point[0]) <= right
            for left, right, at in self._walls
        )

    def _takes(self, box: _Box) -> bool:
        """Take the place of a box, if it is in the chart and free."""
        if box[1] <= self._top or box[3] >= self._foot or any(_meet(box, other) for other in self._taken):
            return False
        self._taken.append(box)
        return True


def _places(
    points: Sequence[tuple[float, float]], distance: float, wide: float, high: float
) -> Iterator[tuple[tuple[float, float], float, float]]:
    """Yield a point with the left and top of a box above or below it: to its right, to its left, and in its middle."""
    for x, y in points:
        for top in (y - distance - high, y + distance):
            for left in (x - MARK, x + MARK - wide, x - wide / 2):
                yield (x, y), min(max(left, LEFT), WIDTH - wide), top


def _leader(point: tuple[float, float], box: _Box) -> dict[str, Any] | None:
    """Return a line from the nearest place of a box to the mark at a point, None if that is near."""
    x, y = _nearest(point, box)
    if (distance := math.hypot(point[0] - x, point[1] - y)) <= _NEAR:
        return None
    short_of = MARK / distance
    return {
        "x": round(x, 2),
        "y": round(y, 2),
        "x2": round(point[0] + (x - point[0]) * short_of, 2),
        "y2": round(point[1] + (y - point[1]) * short_of, 2),
    }


def _nearest(point: tuple[float, float], box: _Box) -> tuple[float, float]:
    return min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
