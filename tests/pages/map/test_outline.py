"""The page of the map: everything it shows, in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimgraph.pages.drawing.link_style import LINK_STYLES
from claimgraph.pages.drawing.standing_marks import STATES
from claimgraph.pages.map.map_view import MAP_ADDRESS
from claimgraph.pages.map.outline import (
    MODULES,
    OutlineClaim,
    OutlineLink,
    OutlineTopic,
    map_html,
    map_page,
    outline,
    outline_html,
)
from claimgraph.publish.rendering import Renderer
from claimgraph.templating.templates import environment
from tests.pages.map_views import HOSTILE, Parsed, drawn, shuffled, view_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from claimgraph.pages.map.map_view import MapView

TEMPLATES = environment(Path(__file__).parents[3])
ROOT = Path(__file__).parents[3] / "site_overrides"
CALM = "Not disputed here"


RENDERER = Renderer(templates=TEMPLATES, shells={})


def page_of(view: MapView) -> Markup:
    return map_html(RENDERER, MAP_ADDRESS, map_page(view, date(2026, 11, 22)))


def parts_of(view: MapView) -> dict[str, Markup]:
    """Return the outline's pages, by address."""
    return {f"map/outline/{topic.id}.html": outline_html(RENDERER, topic).content for topic in outline(view)}


def test_topics_and_claims_stand_by_title() -> None:
    view = view_of({"u": "ab", "t": "c"}, ("a", "limits", "c"), ("a", "supports", "b"))
    links = (
        OutlineLink(says="supports", id="b", title="b", address="claims/b/", because="a is why"),
        OutlineLink(says="limits", id="c", title="c", address="claims/c/", because="a is why"),
    )
    alone = {id_: OutlineClaim(id=id_, title=id_, address=f"claims/{id_}/", state=CALM, links=()) for id_ in "bc"}
    first = OutlineClaim(id="a", title="a", address="claims/a/", state=CALM, links=links)
    assert outline(view) == (
        OutlineTopic(id="t", title="T", question="", posters=("pdf", "svg"), address="topics/t/", claims=(alone["c"],)),
        OutlineTopic(
            id="u", title="U", question="", posters=("pdf", "svg"), address="topics/u/", claims=(first, alone["b"])
        ),
    )


def test_order_of_reading_changes_nothing() -> None:
    assert outline(shuffled(drawn(1), 1)) == outline(drawn(1))


def test_every_claim_and_link_is_in_its_topics_part_and_the_page_leads_to_each_part() -> None:
    view = drawn(3)
    parts = parts_of(view)
    page = "".join(parts.values())
    assert list(parts) == [f"map/outline/{topic.id}.html" for topic in view.topics]
    leads = [href for href in Parsed(page_of(view)).values("a", "href") if href and href.startswith("outline/")]
    assert [f"map/{lead}" for lead in leads] == list(parts)
    parsed = Parsed(page)
    links = [f"../../claims/{id_}/" for id_ in (*(c.id for c in view.claims), *(link.target for link in view.links))]
    hrefs = [href for href in parsed.values("a", "href") if href and href.startswith("../../claims/")]
    assert sorted(hrefs) == sorted(links)
    assert page.count(" is why") == len(view.links)
    for link in view.links:
        assert f">{link.target}</a>: {link.source} is why" in page


def test_every_part_can_be_addressed_once() -> None:
    view, found = drawn(4), set()
    for page in (page_of(view), *parts_of(view).values()):
        ids = [id_ for tag, attributes in Parsed(page).tags if (id_ := attributes.get("id"))]
        assert len(set(ids)) == len(ids)
        found.update(ids)
    assert {f"claim-{claim.id}" for claim in view.claims} <= found
    assert {f"topic-{topic.id}" for topic in view.topics} <= found


def test_it_is_whole_without_its_script() -> None:
    parsed = Parsed(page_of(view_of({"t": "a"})))
    (frame,) = [attributes for _, attributes in parsed.tags if attributes.get("id") == "map-frame"]
    assert "hidden" in frame
    assert "The map is drawn by a script. While none is drawn here, the outline below says the same" in parsed.text


def test_its_script_and_style_are_files_of_this_site() -> None:
    parsed = Parsed(page_of(view_of({"t": "a"})))
    assert parsed.values("script", "src") == ["../assets/javascripts/map/main.js"]
    style, *ahead, data = parsed.values("link", "href")
    assert style == "../assets/stylesheets/map.css"
    assert ahead == [f"../assets/javascripts/map/{name}.js" for name in MODULES]
    assert data == "map.json"
    assert not [name for _, name in parsed.names() if name == "style" or name.startswith("on")]


def test_all_that_the_script_imports_is_fetched_ahead() -> None:
    files = {path.stem for path in (ROOT / "assets/javascripts/map").glob("*.js")}
    assert {*MODULES, "main"} == files
    imported = {
        name
        for path in (ROOT / "assets/javascripts/map").glob("*.js")
        for name in re.findall(r'from "\./(\w+)\.js"', path.read_text("utf-8"))
    }
    assert imported == set(MODULES)


def test_the_key_has_every_kind_and_every_standing_in_words_and_form() -> None:
    parsed = Parsed(page_of(view_of({"t": "a"})))
    inputs = [attributes for tag, attributes in parsed.tags if tag == "input"]
    boxes = [(each["name"], each["value"]) for each in inputs if each["type"] == "checkbox"]
    assert boxes == [
        *(("kinds", kind) for kind in LINK_STYLES),
        *(("standing", name) for name in STATES.values()),
    ]
    words = " ".join(parsed.text.split())
    assert "supports counts against opposes, both ways casts doubt on a quote or link of limits" in words
    assert "Show theses by their reasons Reasons on both sides Reasons for it only Reasons against it only" in words
    assert "No reasons recorded Show claims by how they stand No evidence recorded Contradicted" in words
    assert "As recorded on this site on 22 November 2026; not a verdict on truth." in words


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    view = view_of({"t": "ab"}, ("a", "supports", "b"))
    hostile = replace(
        view,
        claims=tuple(replace(claim, title=text) for claim in view.claims),
        links=tuple(replace(link, because=text) for link in view.links),
        topics=tuple(replace(topic, title=text) for topic in view.topics),
    )
    plain, parsed = (Parsed("".join((page_of(each), *parts_of(each).values()))) for each in (view, hostile))
    assert parsed.tags == plain.tags
    assert parsed.odd == []
    assert parsed.text.count(text) == 7
