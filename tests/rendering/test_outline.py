"""The page of the map: everything it shows, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimgraph.rendering.blocks import Blocks
from claimgraph.rendering.outline import OutlineClaim, OutlineLink, OutlineTopic, map_page, outline
from claimgraph.rendering.templates import environment
from tests.rendering.map_views import HOSTILE, Parsed, drawn, shuffled, view_of

TEMPLATES = environment(Path(__file__).parents[2])


def test_topics_and_claims_stand_by_title() -> None:
    view = view_of({"u": "ab", "t": "c"}, ("a", "qualifies", "c"), ("a", "supports", "b"))
    links = (
        OutlineLink(says="supports", id="b", title="b", address="claims/b/", because="a is why"),
        OutlineLink(says="qualifies", id="c", title="c", address="claims/c/", because="a is why"),
    )
    alone = {id_: OutlineClaim(id=id_, title=id_, address=f"claims/{id_}/", links=()) for id_ in "bc"}
    first = OutlineClaim(id="a", title="a", address="claims/a/", links=links)
    assert outline(view) == (
        OutlineTopic(id="t", title="T", address="topics/t/", claims=(alone["c"],)),
        OutlineTopic(id="u", title="U", address="topics/u/", claims=(first, alone["b"])),
    )


def test_order_of_reading_changes_nothing() -> None:
    assert outline(shuffled(drawn(1), 1)) == outline(drawn(1))


def test_every_claim_and_link_is_on_the_page() -> None:
    view = drawn(3)
    page = map_page(view, TEMPLATES, Blocks())
    parsed = Parsed(page)
    links = [f"../claims/{claim.id}/" for claim in view.claims] + [f"../claims/{link.target}/" for link in view.links]
    hrefs = [href for href in parsed.values("a", "href") if href and href.startswith("../claims/")]
    assert sorted(hrefs) == sorted(links)
    assert page.count(" is why") == len(view.links)
    for link in view.links:
        assert f">{link.target}</a>: {link.source} is why" in page


def test_every_part_can_be_addressed_once() -> None:
    view = drawn(4)
    ids = [id_ for tag, attributes in Parsed(map_page(view, TEMPLATES, Blocks())).tags if (id_ := attributes.get("id"))]
    assert len(set(ids)) == len(ids)
    assert {f"claim-{claim.id}" for claim in view.claims} <= set(ids)
    assert {f"topic-{topic.id}" for topic in view.topics} <= set(ids)


def test_it_is_whole_without_its_script() -> None:
    parsed = Parsed(map_page(view_of({"t": "a"}), TEMPLATES, Blocks()))
    (frame,) = [attributes for _, attributes in parsed.tags if attributes.get("id") == "map-frame"]
    assert "hidden" in frame
    assert "The map is drawn by a script. While none is drawn here, the outline below says the same" in parsed.text


def test_its_script_and_style_are_files_of_this_site() -> None:
    parsed = Parsed(map_page(view_of({"t": "a"}), TEMPLATES, Blocks()))
    sources = parsed.values("script", "src")
    assert sources == ["../assets/vendor/vis-network/vis-network.min.js", "../assets/javascripts/map.js"]
    assert parsed.values("link", "href") == ["../assets/stylesheets/map.css"]
    assert not [name for _, name in parsed.names() if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    view = view_of({"t": "ab"}, ("a", "supports", "b"))
    hostile = replace(
        view,
        claims=tuple(replace(claim, title=text) for claim in view.claims),
        links=tuple(replace(link, because=text) for link in view.links),
        topics=tuple(replace(topic, title=text) for topic in view.topics),
    )
    plain, parsed = Parsed(map_page(view, TEMPLATES, Blocks())), Parsed(map_page(hostile, TEMPLATES, Blocks()))
    assert parsed.tags == plain.tags
    assert parsed.odd == []
    assert parsed.text.count(text) == 6
