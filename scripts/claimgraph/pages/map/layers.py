"""Places the claims of one connected group in layers, so that what bears on a claim stands above it.

The layered method of Sugiyama, Tagawa and Toda (1981) in its simplest form: layers by longest path, order within a
layer by barycentres. Everything is decided by the order of the nodes, so equal input gives equal places. Time is linear
in nodes and links, but for sorting.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SWEEPS = 4
"""So often each layer is put into the order of its neighbours; more changes little."""

MOST_LAYERS = 4
"""So many layers a group may have for each column it may take, so that it stays about as wide as high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A placed group: for each node, in the order given, its column (from 0, may be a fraction) and row (from 0).

    Two nodes of one row are at least one column apart. `columns` and `rows` are the size of the whole.
    """

    places: tuple[tuple[float, int], ...]
    columns: int
    rows: int


def layered(count: int, down: Sequence[tuple[int, int]], level: Sequence[tuple[int, int]], *, columns: int) -> Group:
    """Place nodes 0 … count - 1 in at most so many columns.

    `down` are links that lead from a node to one below it, where no circle forbids; `level` are links that only ask for
    nearness. Of a circle, the link that closes it, searched from the first node on, does not count.
    """
    onward: list[list[int]] = [[] for _ in range(count)]
    near: list[list[int]] = [[] for _ in range(count)]
    for source, target in down:
        onward[source].append(target)
    for source, target in (*down, *level):
        near[source].append(target)
        near[target].append(source)
    height = _no_higher(_heights(onward), MOST_LAYERS * columns)
    top = max(height)
    layers: list[list[int]] = [[] for _ in range(top + 1)]
    for node in range(count):
        layers[top - height[node]].append(node)
    return _placed(_ordered(layers, near, count), near, columns)


def _heights(onward: list[list[int]]) -> list[int]:
    """Return each node's longest path downward, in links, by a search in depth that needs no recursion."""
    height = [0] * len(onward)
    state = [0] * len(onward)  # 0 not seen, 1 on the path that is being searched, 2 done
    for start in range(len(onward)):
        if state[start]:
            continue
        state[start] = 1
        path = [(start, iter(onward[start]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if state[target] == 0:
                    state[target] = 1
                    path.append((target, iter(onward[target])))
                    break
                if state[target] == 2:  # noqa: PLR2004  done, as said above
                    height[node] = max(height[node], height[target] + 1)
            else:
                state[node] = 2
                path.pop()
                if path:
                    above = path[-1][0]
                    height[above] = max(height[above], height[node] + 1)
    return height


def _no_higher(height: list[int], most: int) -> list[int]:
    """Press heights into at most so many layers, keeping their order: a long chain would make a strip of the map."""
    top = max(height)
    if top < most:
        return height
    return [own * most // (top + 1) for own in height]


def _ordered(layers: list[list[int]], near: list[list[int]], count: int) -> list[list[int]]:
    """Put each layer into the order of its neighbours' mean positions, to and fro; ties keep their order."""
    at = [0.0] * count
    for layer in layers:
        _spread(layer, at)
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            mean = {node: sum(at[other] for other in near[node]) / len(near[node]) for node in layer if near[node]}
            layer.sort(key=lambda node, mean=mean: mean.get(node, at[node]))  # type: ignore[misc]
            _spread(layer, at)
    return layers


def _spread(layer: list[int], at: list[float]) -> None:
    """Set the positions of a layer's nodes to equal steps between 0 and 1."""
    for rank, node in enumerate(layer):
        at[node] = (rank + 0.5) / len(layer)


def _placed(layers: list[list[int]], near: list[list[int]], columns: int) -> Group:
    """Give rows and columns: a layer that is too wide takes several rows, filled column by column to keep its order."""
    depth = [-(-len(layer) // columns) for layer in layers]
    width = max(-(-len(layer) // rows) for layer, rows in zip(layers, depth, strict=True))
    stacked: list[tuple[int, list[list[int]]]] = []
    row = 0
    for layer, rows in zip(layers, depth, strict=True):
        stacked.append((row, [layer[start : start + rows] for start in range(0, len(layer), rows)]))
        row += rows
    places: dict[int, tuple[float, int]] = {}
    for first, stacks in (*stacked, *stacked[-2::-1]):  # down, then up again, when all neighbours have places
        wanted = [_wanted(stack, near, places) for stack in stacks]
        for column, stack in zip(_apart(wanted, width), stacks, strict=True):
            for below, node in enumerate(stack):
                places[node] = (column, first + below)
    return Group(places=tuple(places[node] for node in range(len(places))), columns=width, rows=row)


def _wanted(stack: list[int], near: list[list[int]], places: dict[int, tuple[float, int]]) -> float | None:
    """Return the mean column of the neighbours that are placed already, None where there are none."""
    placed = [places[other][0] for node in stack for other in near[node] if other in places]
    return sum(placed) / len(placed) if placed else None


def _apart(wanted: list[float | None], width: int) -> list[float]:
    """Return columns as near to those wanted as order, a distance of one and the width allow, in halves."""
    spare = width - len(wanted)
    made: list[float] = []
    least = 0.0
    for rank, wish in enumerate(wanted):
        column = spare / 2 + rank if wish is None else wish
        column = round(min(max(column, least), rank + spare) * 2) / 2
        made.append(column)
        least = column + 1
    return made
