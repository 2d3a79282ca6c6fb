"""The line and the words of each kind of link, the same on every picture.

No style means good or bad. Kinds differ in the pattern of the line and in its end, so that readers can tell them apart
without colour (WCAG 2.2, 1.4.1). The colours are in the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class LinkStyle:
    """The style of one kind of link.

    `dashes` are the lengths of strokes and gaps in turn, in pixels at full size; empty for a solid line. `end` is the
    end of the line by vis-network's names: triangle, bar, diamond or circle. With `both_ways` the line begins like
    that, too. `width` is in pixels. `onward` and `inward` are the kind as a predicate, for the claim that makes the
    link and for the one that it names; the title of the other claim follows. Pages of claims use the same words.
    """

    kind: str
    onward: str
    inward: str
    dashes: tuple[int, ...]
    end: str
    width: float
    both_ways: bool = False

    @cached_property
    def stroke(self) -> Markup:
        """The SVG attributes of the line."""
        dashes = f' stroke-dasharray="{" ".join(map(str, self.dashes))}"' if self.dashes else ""
        return Markup(f'stroke-width="{self.width}"{dashes}')  # noqa: S704  all are numbers


LINK_STYLES: Final[Mapping[str, LinkStyle]] = MappingProxyType(
    {
        style.kind: style
        for style in (
            LinkStyle(
                kind="supports", onward="supports", inward="is supported by", dashes=(), end="triangle", width=1.5
            ),
            LinkStyle(
                kind="counts_against",
                onward="counts against",
                inward="has a reason against it in",
                dashes=(8, 3),
                end="bar",
                width=1.5,
            ),
            LinkStyle(
                kind="opposes",
                onward="opposes",
                inward="is opposed by",
                dashes=(12, 4),
                end="bar",
                width=2.5,
                both_ways=True,
            ),
            LinkStyle(
                kind="undercuts",
                onward="casts doubt on a quote or link of",
                inward="has a quote or link doubted by",
                dashes=(6, 4),
                end="diamond",
                width=1.5,
            ),
            LinkStyle(kind="limits", onward="limits", inward="is limited by", dashes=(2, 3), end="circle", width=1.5),
            LinkStyle(
                kind="rivals",
                onward="gives another figure than",
                inward="has another figure beside it in",
                dashes=(2, 3, 6, 3),
                end="circle",
                width=1.5,
                both_ways=True,
            ),
            LinkStyle(
                kind="context", onward="gives context to", inward="has context in", dashes=(1, 4), end="circle", width=1
            ),
        )
    }
)
"""The style of each kind, in the order in which kinds are shown."""
