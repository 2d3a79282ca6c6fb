"""The only module that uses vl-convert: Vega turns the specification of a chart into SVG, and SVG becomes PNG and PDF.

Vega (https://vega.github.io/vega/) runs in a JavaScript engine that vl-convert brings along, which starts with the
first chart. From Vega's SVG only the few elements and attributes are taken that a chart needs. So a page gets nothing
that could run, load or restyle, whatever a claim is called and whatever Vega writes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from xml.etree.ElementTree import fromstring

from markupsafe import Markup, escape

from claimgraph.pages.drawing.pdf_order import in_order

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Spec: TypeAlias = Mapping[str, Any]
"""A part of a Vega specification, as in JSON."""

WIDTH: Final = 480
"""The width of every chart in its own units; a page scales it to the room there is."""

_SCHEMA: Final = "https://vega.github.io/schema/vega/v6.json"
"""A name, which is never fetched."""

_ELEMENTS: Final = frozenset({"g", "line", "path", "rect", "text"})
_ATTRIBUTES: Final = (
    *("transform", "d", "x", "y", "x2", "y2", "width", "height"),
    *("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap"),
    *("text-anchor", "font-size", "font-weight"),
)
_NO_MOVE: Final = Markup(' transform="translate(0,0)"')
_NUMBER: Final = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart to be drawn.

    `id` is unique on its page. `title` and `description` are plain text for screen readers. `height` is in the same
    units as `WIDTH`. `inner` is the Vega specification without what all charts share.
    """

    id: str
    title: str
    description: str
    height: int
    inner: Spec


def drawn(chart: Chart) -> Markup:
    """Return the inside of an SVG whose view box is `WIDTH` by the chart's height.

    The same chart gives the same bytes on every machine. So a specification places nothing by the measured width of a
    text: it names all ticks, and has no titles and no legend.
    """
    from vl_convert import vega_to_svg  # noqa: PLC0415  few commands draw, and it starts an engine

    shared = {"$schema": _SCHEMA, "width": WIDTH, "height": chart.height, "padding": 0, "autosize": "none"}
    svg = vega_to_svg({**shared, **chart.inner}, allowed_base_urls=[])
    return Markup("").join(_pieces(fromstring(svg)))  # noqa: S314  it is our own drawing


def painted(svg: str) -> bytes:
    """Return an SVG as PNG, of the size that the SVG has in pixels.

    It uses the fonts that vl-convert brings along (such as Arimo and Tinos) and those of this machine, and fetches
    nothing. Raises ValueError if the text is no SVG.
    """
    from vl_convert import svg_to_png  # noqa: PLC0415  as above

    return bytes(svg_to_png(svg))


def printed(svg: str) -> bytes:
    """Return an SVG as PDF with a page of its size, without a date. Raises ValueError if the text is no SVG.

    It uses the fonts that vl-convert brings along, such as Liberation Sans, and those of this machine.
    """
    from vl_convert import svg_to_pdf  # noqa: PLC0415  as above

    return in_order(bytes(svg_to_pdf(svg)))


def _pieces(parent: Element) -> list[Markup]:
    """Return the visible elements inside another, in order."""
    made = []
    for child in parent:
        name = child.tag.rpartition("}")[2]
        if (
            name not in _ELEMENTS
            or child.get("display") == "none"
            or child.get("class") in {"background", "foreground"}
        ):
            continue
        inside = escape(child.text or "") if name == "text" else Markup("").join(_pieces(child))
        if name == "text":
            made.append(Markup("<text{}>{}</text>").format(_attributes(child), inside))
        elif name != "g":
            made.append(Markup("<{}{}/>").format(name, _attributes(child)))
        elif inside:
            attributes = _attributes(child)
            made.append(Markup("<g{}>{}</g>").format(attributes, inside) if attributes else inside)
    return made


def _attributes(element: Element) -> Markup:
    given = ((name, element.get(name)) for name in _ATTRIBUTES)
    kept = [Markup(' {}="{}"').format(name, _NUMBER.sub(_short, value)) for name, value in given if value]
    return Markup("").join(attribute for attribute in kept if attribute != _NO_MOVE)


def _short(number: re.Match[str]) -> str:
    """Return a number rounded to hundredths of a unit, a difference that nobody sees."""
    return f"{round(float(number[0]), 2) + 0.0:g}"
