"""All generated pages of the site: their addresses, their values, and the HTML made from these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from claimgraph.index.addresses import claim_address, source_address, topic_address, voice_address
from claimgraph.pages.claim.page import claim_html, claim_page
from claimgraph.pages.map.outline import outline_html
from claimgraph.pages.source.page import source_html, source_page
from claimgraph.pages.topic.page import topic_html, topic_page
from claimgraph.pages.voice.page import voice_html, voice_page
from claimgraph.publish.publisher import Prototype

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimgraph.index.home import Home
    from claimgraph.index.view import View
    from claimgraph.publish.rendering import Renderer
    from claimgraph.publish.shell import Content

PROTOTYPES: Final = {
    "claim": Prototype(parent="claims/", tab="claims/"),
    "topic": Prototype(parent="topics/", tab="topics/"),
    "source": Prototype(parent="sources/", tab="sources/"),
    "voice": Prototype(parent="voices/", tab="voices/"),
    "outline": Prototype(parent="map/", tab="map/", wide=True),
}
"""The kinds of generated pages, each with the prototype of its shell."""

_HTML: Final[Mapping[str, Callable[[Renderer, Any], Content]]] = {
    "claim": claim_html,
    "topic": topic_html,
    "source": source_html,
    "voice": voice_html,
    "outline": outline_html,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One generated page. `value` makes the page's frozen value, which is all that its template reads."""

    address: str
    kind: str
    value: Callable[[], object]


def pages(view: View, home: Home) -> Iterator[Page]:
    """Yield all generated pages by kind, each kind in the order of ids."""
    for id_ in view.corpus.claims:
        yield Page(address=claim_address(id_), kind="claim", value=partial(claim_page, view, home, id_))
    for id_ in view.corpus.topics:
        yield Page(address=topic_address(id_), kind="topic", value=partial(topic_page, view, home, id_))
    for id_ in view.corpus.sources:
        yield Page(address=source_address(id_), kind="source", value=partial(source_page, view, id_))
    for id_ in view.voices:
        yield Page(address=voice_address(id_), kind="voice", value=partial(voice_page, view, id_))


def page_html(renderer: Renderer, kind: str, address: str, value: object) -> bytes:
    """Return the whole HTML of a page of this kind at this address, in UTF-8."""
    pieces = renderer.shells[kind].pieces(address, _HTML[kind](renderer, value))
    return b"".join([piece.encode() for piece in pieces])
