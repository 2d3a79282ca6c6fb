"""Where the claims of one topic's network stand: in layers, each claim above what it bears on.

Positions depend on ids and links alone, never on an order of reading or a hash, so one corpus has one network.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimgraph.pages.map.layers import layered
from claimgraph.pages.map.packing import packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimgraph.pages.map.layers import Group

COLUMN: Final = 224
ROW: Final = 120
"""The distance of two claims' centres, in the network's units (pixels at full size), across and down."""

_WIDE: Final = 1.6
"""How much wider than high the network is to be, about."""

_WIDTHS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256)
"""The widths a network may have, in columns."""

_LEVEL: Final = frozenset({"opposes", "rivals"})
"""Kinds of link that go both ways, so that neither claim belongs above the other."""


def lay_out(claims: Iterable[str], links: Iterable[tuple[str, str, str]]) -> Mapping[str, tuple[int, int]]:
    """Return the centre (x, y) of each claim by id, x to the right and y down; two are a row or a column apart.

    `links` are the claims that make them, those that they name, and their kinds; both ends are among the claims.
    """
    ids = sorted(set(claims))
    drawn = [(one, other, kind in _LEVEL) for one, other, kind in sorted(set(links)) if one != other]
    columns = _width(len(ids))
    parts = _parts(ids, drawn)
    groups = [_group(part, columns) for part in parts]
    corners = packed([(group.columns, group.rows) for group in groups], width=columns)
    places: dict[str, tuple[int, int]] = {}
    for (members, _), group, (x, y) in zip(parts, groups, corners, strict=True):
        for id_, (column, row) in zip(members, group.places, strict=True):
            places[id_] = (round((x + column) * COLUMN), (y + row) * ROW)
    return MappingProxyType(dict(sorted(places.items())))


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


def _width(count: int) -> int:
    """Return the columns of a network of so many claims: the least step that makes it about as wide as wanted."""
    for columns in _WIDTHS:
        if columns * columns * COLUMN / (_WIDE * ROW) >= count:
            return columns
    return _WIDTHS[-1]
