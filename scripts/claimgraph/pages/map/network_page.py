"""The page of pyvis's network: a frame that its script draws into, with the kinds of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.map.map_view import NETWORK_ADDRESS
from claimgraph.templating.templates import render

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from claimgraph.pages.map.map_view import MapView


def network_page(view: MapView, templates: Environment) -> Markup:
    """Return what is poured into the network's page; without its script it leads to the map's outline."""
    topics = sorted(view.topics, key=lambda topic: topic.rank)
    styles = tuple(LINK_STYLES.values())
    return render(templates, "network.html", here=NETWORK_ADDRESS, topics=topics, styles=styles, ends=RIGHT)
