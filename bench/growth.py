"""The growth of a number with the number of claims."""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def exponent(sizes: Sequence[int], values: Sequence[float]) -> float:
    """Return the exponent of growth: 1 if values are proportional to the sizes, 2 if to the squares of the sizes.

    It is the slope of the line through the logarithms of all points, by least squares. Raises StatisticsError if there
    are fewer than two sizes.
    """
    return statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, values)]).slope


def extrapolated(sizes: Sequence[int], values: Sequence[float], size: int) -> float:
    """Return the expected value at a size: on the line through the two largest sizes, or in proportion to one."""
    if len(sizes) == 1:
        return values[0] * size / sizes[0]
    line = statistics.linear_regression(sizes[-2:], values[-2:])
    return line.slope * size + line.intercept
