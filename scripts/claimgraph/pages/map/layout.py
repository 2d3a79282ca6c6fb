"""Where every claim stands on the map: by topic, in blocks.

Positions depend on ids and links alone, never on an order of reading or a hash, so one corpus has one map. A block's
size goes by steps, so a new claim mostly moves claims of its own topic alone; only where it brings its block to the
next step can other blocks move.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.pages.map.layers import layered
from claimgraph.pages.map.packing import packed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimgraph.pages.map.layers import Group
    from claimgraph.pages.map.map_view import MapView

COLUMN: Final = 224
ROW: Final = 100
"""The distance of two claims' centres, in the map's units (pixels at full size), across and down."""

PAD: Final = 24
HEAD: Final = 176
"""The room of a block beside its claims, and above them for its title."""

GAP: Final = 64
"""The room between two blocks."""

_WIDE: Final = 1.6
"""How much wider than high each block is to be, about."""

_MAP_WIDE: Final = 1.5
"""The same for the map: between a frame beside a panel and a phone held upright."""

_WIDTHS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
"""The widths a block may have, in columns."""

_SLACK: Final = 1.15
"""A block has so much more room than its claims need, for those to come."""

_LEVEL: Final = frozenset({"opposes", "rivals"})
"""Kinds of link that go both ways, so that neither claim belongs above the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A topic's rectangle: its left upper corner and its size, in the map's units. Its title stands at its top."""

    topic: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The centre (x, y) of each claim by id, and the blocks by topic; x to the right and y down, from 0."""

    places: Mapping[str, tuple[int, int]]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inside:
    """A block before it has a place: its size in cells, and each claim's cell."""

    columns: int
    rows: int
    cells: Mapping[str, tuple[float, int]]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in the map's units, with the gap to the next block."""
        return self.columns * COLUMN + 2 * PAD + GAP, self.rows * ROW + HEAD + PAD + GAP


def lay_out(view: MapView) -> Layout:
    """Return where the claims of `view` stand; two of them are at least a row or a column apart."""
    inside = _insides(view)
    topics = sorted(inside)
    sizes = [inside[topic].size for topic in topics]
    corners = _corners(sizes)
    places: dict[str, tuple[int, int]] = {}
    blocks: list[Block] = []
    for topic, (x, y), (width, height) in zip(topics, corners, sizes, strict=True):
        blocks.append(Block(topic=topic, x=x, y=y, width=width - GAP, height=height - GAP))
        left, top = x + PAD + COLUMN // 2, y + HEAD + ROW // 2
        for id_, (column, row) in inside[topic].cells.items():
            places[id_] = (left + round(column * COLUMN), top + row * ROW)
    return Layout(places=MappingProxyType(dict(sorted(places.items()))), blocks=tuple(blocks))


def _insides(view: MapView) -> dict[str, _Inside]:
    """Lay out each topic's block by itself; links between topics move nothing."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    topic_of: dict[str, str] = {}
    for id_, topic in sorted((claim.id, claim.topic) for claim in view.claims):
        members[topic].append(id_)
        topic_of[id_] = topic
    links: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for source, target, kind in sorted(view.drawn):
        topic = topic_of[source]
        if source != target and topic == topic_of[target]:
            links[topic].append((source, target, kind in _LEVEL))
    return {topic: _inside(ids, links[topic]) for topic, ids in members.items()}


def _inside(ids: list[str], links: list[tuple[str, str, bool]]) -> _Inside:
    columns = _block_width(len(ids))
    parts = _parts(ids, links)
    groups = [_group(part, columns) for part in parts]
    corners = packed([(group.columns, group.rows) for group in groups], width=columns)
    cells: dict[str, tuple[float, int]] = {}
    for (members, _), group, (x, y) in zip(parts, groups, corners, strict=True):
        for id_, (column, row) in zip(members, group.places, strict=True):
            cells[id_] = (x + column, y + row)
    used = 1 + max(row for _, row in cells.values())
    step = max(1, columns // 2)
    return _Inside(columns=columns, rows=-(-used // step) * step, cells=cells)


def _parts(ids: list[str], links: list[tuple[str, str, bool]]) -> list[tuple[list[str], list[tuple[str, str, bool]]]]:
    """Return the claims that hang together, with their links, in order of each part's first id."""
    first = {id_: id_ for id_ in ids}

    def root(id_: str) -> str:
        while first[id_] != id_:
            first[id_] = first[first[id_]]
            id_ = first[id_]
        return id_

    for source, target, _ in links:
        one, other = sorted((root(source), root(target)))
        first[other] = one
    members: defaultdict[str, list[str]] = defaultdict(list)
    inner: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for id_ in ids:
        members[root(id_)].append(id_)
    for link in links:
        inner[root(link[0])].append(link)
    return [(part, inner[key]) for key, part in members.items()]


def _group(part: tuple[list[str], list[tuple[str, str, bool]]], columns: int) -> Group:
    ids, links = part
    number = {id_: index for index, id_ in enumerate(ids)}
    down = [(number[source], number[target]) for source, target, level in links if not level]
    level = [(number[source], number[target]) for source, target, level in links if level]
    return layered(len(ids), down, level, columns=columns)


def _block_width(count: int) -> int:
    """Return the columns of a block of so many claims: the least step that makes it about as wide as wanted."""
    for columns in _WIDTHS:
        if columns * columns * COLUMN / (_WIDE * ROW) >= count * _SLACK:
            return columns
    return _WIDTHS[-1]


def _corners(sizes: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Pack the blocks into the width, of a few, that makes the map smallest where it is shown as wide as wanted."""
    area = sum(width * height for width, height in sizes)
    widest = max((width for width, _ in sizes), default=0)
    tries = {max(widest, round(math.sqrt(area * _MAP_WIDE) * 2 ** (step / 8))) for step in range(-1, 6)}

    def shown(corners: tuple[tuple[int, int], ...]) -> float:
        right = max((x + width for (x, _), (width, _) in zip(corners, sizes, strict=True)), default=0)
        bottom = max((y + height for (_, y), (_, height) in zip(corners, sizes, strict=True)), default=0)
        return max(right / _MAP_WIDE, bottom)

    return min((packed(sizes, width=width) for width in sorted(tries)), key=shown)
