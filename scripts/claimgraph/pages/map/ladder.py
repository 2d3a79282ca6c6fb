"""Where the boxes and lines of a claim's neighbourhood stand: a ladder, in units of a picture that is WIDTH wide.

Above the claim's own box stand those that bear on it, below it those that it bears on. The links of one kind share a
rail at the left; the rail of a rung further away runs further out, so no two lines cross. All lengths are pixels at
full size, x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.pages.drawing.line_ends import DOWN, RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.text_width import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimgraph.pages.drawing.link_style import LinkStyle

WIDTH: Final = 360
"""Drawn at 320, a text of 14 is still 12 high."""

_EDGE: Final = 1
_FONT: Final = 14
_BOLD: Final = 1.15
"""Bold letters are so much wider."""
_LINE: Final = 18
_LINES: Final = 3
_PAD: Final = 8
_BASELINE: Final = 14
"""From the top of a line to the foot of its letters."""

_FIRST_RAIL: Final = 12
_RAIL: Final = 18
_LABEL: Final = 20
_GAP: Final = 7
_BETWEEN: Final = 12
TEXT: Final = (_PAD, _PAD + _BASELINE, _LINE)
"""Where a box's first line begins, across and down from its corner, and how far down the next one is."""

_TO_OWN: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What stands in a box: a plain title, and the address that it leads to."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Claims to be drawn with one kind of link, under one `label`; at least one."""

    kind: str
    label: str
    claims: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box: its left upper corner and size, and the lines of its title."""

    title: str
    url: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        """Whether its lines leave out a part of the title."""
        return " ".join(self.lines) != self.title

    @property
    def middle(self) -> int:
        """Half way down."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """Boxes with one kind of link: label and its place, boxes, and the SVG paths of the lines and of their ends."""

    style: LinkStyle
    label: str
    place: Markup
    boxes: tuple[Box, ...]
    line: str
    ends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A whole picture: the rungs above and below the claim's own box, from top to bottom, `left` where labels begin.

    `more_above` and `more_below` are the baselines of the lines that lead to what is not drawn, None where all is.
    """

    height: int
    left: int
    own: Box
    above: tuple[Rung, ...]
    below: tuple[Rung, ...]
    more_above: int | None
    more_below: int | None


def ladder(title: str, above: Sequence[Kin], below: Sequence[Kin], *, more_above: bool, more_below: bool) -> Ladder:
    """Return the picture of the claim with this title, with these rungs above and below it, from top to bottom."""
    left = _FIRST_RAIL + _RAIL * max(len(above), len(below))
    y = _EDGE
    at_top = y + _BASELINE if more_above else None
    if more_above:
        y += _LABEL + _GAP
    stacks_above = []
    for kin in above:
        stacks_above.append(_stack(kin, left, y))
        y = _bottom(stacks_above[-1]) + _BETWEEN
    own = _box(Named(title=title, url=""), x=_EDGE, y=y + (_TO_OWN - _BETWEEN if above else 0), bold=_BOLD)
    y = own.y + own.height + _TO_OWN - _LABEL // 2
    stacks_below = []
    for kin in below:
        stacks_below.append(_stack(kin, left, y))
        y = _bottom(stacks_below[-1]) + _BETWEEN
    bottom = _bottom(stacks_below[-1]) if below else own.y + own.height
    at_bottom = bottom + _GAP + _BASELINE if more_below else None
    return Ladder(
        height=(bottom if at_bottom is None else at_bottom + _GAP) + _EDGE,
        left=left,
        own=own,
        above=tuple(_rung_above(*pair, rank, own) for rank, pair in enumerate(zip(above, stacks_above, strict=True))),
        below=tuple(
            _rung_below(*pair, len(below) - 1 - rank, own)
            for rank, pair in enumerate(zip(below, stacks_below, strict=True))
        ),
        more_above=at_top,
        more_below=at_bottom,
    )


def _stack(kin: Kin, x: int, y: int) -> tuple[Box, ...]:
    """Return the boxes of one rung, with room for its label above them."""
    boxes = []
    y += _LABEL
    for claim in kin.claims:
        boxes.append(_box(claim, x=x, y=y))
        y += boxes[-1].height + _GAP
    return tuple(boxes)


def _label_at(boxes: tuple[Box, ...]) -> Markup:
    return _place(boxes[0].x, boxes[0].y - _LABEL + _BASELINE)


def _bottom(boxes: tuple[Box, ...]) -> int:
    return boxes[-1].y + boxes[-1].height


def _box(claim: Named, *, x: int, y: int, bold: float = 1.0) -> Box:
    width = WIDTH - _EDGE - x
    lines = wrapped(claim.title, width=(width - 2 * _PAD) / _FONT / bold, lines=_LINES)
    return Box(
        title=claim.title,
        url=claim.url,
        x=x,
        y=y,
        width=width,
        height=2 * _PAD + _LINE * max(1, len(lines)),
        lines=lines,
    )


@lru_cache(maxsize=1 << 14)
def _place(x: int, y: int) -> Markup:
    return Markup(f'x="{x}" y="{y}"')  # noqa: S704  both are numbers


def _rung_above(kin: Kin, boxes: tuple[Box, ...], rank: int, own: Box) -> Rung:
    """Lead the boxes' lines to the rail and it down to the claim; the topmost rung has the outermost rail."""
    style = LINK_STYLES[kin.kind]
    rail, left = _FIRST_RAIL + _RAIL * rank, boxes[0].x
    stubs = "".join(f"M{left} {box.middle}H{rail}" for box in boxes[1:])
    ends = f"M{rail} {own.y}{DOWN[style.end]}"
    if style.both_ways:
        ends += "".join(f"M{left} {box.middle}{RIGHT[style.end]}" for box in boxes)
    line = f"M{left} {boxes[0].middle}H{rail}V{own.y}{stubs}"
    return Rung(style=style, label=kin.label, place=_label_at(boxes), boxes=boxes, line=line, ends=ends)


def _rung_below(kin: Kin, boxes: tuple[Box, ...], rank: int, own: Box) -> Rung:
    """Lead the rail down from the claim and lines from it to the boxes; the lowest rung has the outermost rail.

    What goes both ways stands above.
    """
    style = LINK_STYLES[kin.kind]
    rail, left = _FIRST_RAIL + _RAIL * rank, boxes[0].x
    stubs = "".join(f"M{rail} {box.middle}H{left}" for box in boxes[:-1])
    ends = "".join(f"M{left} {box.middle}{RIGHT[style.end]}" for box in boxes)
    line = f"M{rail} {own.y + own.height}V{boxes[-1].middle}H{left}{stubs}"
    return Rung(style=style, label=kin.label, place=_label_at(boxes), boxes=boxes, line=line, ends=ends)
