"""Packs rectangles side by side without overlap, in an order that depends on their sizes and names alone.

The skyline heuristic, bottom-left: each rectangle goes where its far edge comes to lie lowest, then leftmost (Jylänki,
"A thousand ways to pack the bin", 2010, section 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def packed(sizes: Sequence[tuple[int, int]], *, width: int) -> tuple[tuple[int, int], ...]:
    """Return the corner (x, y) nearest to the origin of each rectangle, in the order given.

    `sizes` are widths and heights, in any unit; y grows without bound. The largest is placed first; of two
    equally large ones, the one given first. A rectangle wider than `width` stands alone at x = 0.
    """
    places: list[tuple[int, int]] = [(0, 0)] * len(sizes)
    skyline = [(0, 0, width)]  # x, y and length of each step, from left to right
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index][0] * sizes[index][1]):
        wide, high = min(sizes[index][0], width), sizes[index][1]
        at, y = _lowest(skyline, wide, width)
        x = skyline[at][0]
        places[index] = (x, y)
        skyline = _raised(skyline, at, x + wide, y + high)
    return tuple(places)


def _lowest(skyline: list[tuple[int, int, int]], wide: int, width: int) -> tuple[int, int]:
    """Return the step to begin at and the y to stand at: the lowest, and of these the leftmost."""
    best: tuple[int, int] | None = None
    for start, (x, own, _) in enumerate(skyline):
        if x + wide > width:
            break
        if best is not None and own >= best[1]:
            continue
        y, reach = own, start
        while reach < len(skyline) and skyline[reach][0] < x + wide:
            y = max(y, skyline[reach][1])
            reach += 1
        if best is None or y < best[1]:
            best = (start, y)
    if best is None:  # cannot be: nothing is wider than the first step's whole
        message = f"nothing {wide} wide fits into {width}"
        raise ValueError(message)
    return best


def _raised(skyline: list[tuple[int, int, int]], at: int, right: int, y: int) -> list[tuple[int, int, int]]:
    """Return the skyline with everything from step `at` up to x = `right` at height y; equal neighbours are joined."""
    x = skyline[at][0]
    rest: list[tuple[int, int, int]] = []
    for step_x, step_y, length in skyline[at:]:
        if step_x + length > right:
            begin = max(step_x, right)
            rest.append((begin, step_y, step_x + length - begin))
    before = skyline[:at]
    joined: list[tuple[int, int, int]] = []
    for step in (*before, (x, y, right - x), *rest):
        if joined and joined[-1][1] == step[1]:
            joined[-1] = (joined[-1][0], step[1], joined[-1][2] + step[2])
        else:
            joined.append(step)
    return joined
