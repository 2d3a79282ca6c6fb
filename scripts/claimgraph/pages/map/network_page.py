"""The page of pyvis's network: a frame that its script draws into, with the kinds of links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimgraph.pages.drawing.line_ends import RIGHT
from claimgraph.pages.drawing.link_style import LINK_STYLES

if TYPE_CHECKING:
    from claimgraph.pages.map.map_view import MapView


def network_page(view: MapView) -> dict[str, Any]:
    """Return what the network's page shows; without its script it leads to the map's outline."""
    topics = tuple(sorted(view.topics, key=lambda topic: topic.rank))
    return {"topics": topics, "styles": tuple(LINK_STYLES.values()), "ends": RIGHT}
