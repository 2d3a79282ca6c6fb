"""The page of pyvis's network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.pages.map.map_view import NETWORK_ADDRESS, MapView
from claimgraph.pages.map.network_page import network_page
from claimgraph.templating.templates import environment, render
from tests.pages.map_views import HOSTILE, Parsed, view_of

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATES = environment(Path(__file__).parents[3])


def page_of(view: MapView) -> Markup:
    return render(TEMPLATES, "network.html", here=NETWORK_ADDRESS, **network_page(view))


def test_its_script_and_style_are_files_of_this_site() -> None:
    parsed = Parsed(page_of(view_of({"t": "a"})))
    assert parsed.values("script", "src") == ["../../assets/javascripts/network.js"]
    assert parsed.values("div", "data-library") == ["../../assets/vendor/vis-network/vis-network.min.js"]
    assert parsed.values("link", "href") == ["../../assets/stylesheets/map.css"]
    assert parsed.values("div", "data-network") == ["../network.json"]


def test_without_its_script_it_leads_to_the_outline() -> None:
    parsed = Parsed(page_of(view_of({"t": "a"})))
    (frame,) = [attributes for _, attributes in parsed.tags if attributes.get("id") == "network-frame"]
    assert "hidden" in frame
    assert parsed.values("a", "href")[0] == "../#outline"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_becomes_markup(text: str) -> None:
    view = view_of({"t": "a"})
    hostile = replace(view, topics=tuple(replace(topic, title=text) for topic in view.topics))
    plain, parsed = Parsed(page_of(view)), Parsed(page_of(hostile))
    assert parsed.tags == plain.tags
    assert parsed.text.count(text) == 1
