"""Turns the values of artefacts into the contents of files, by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from claimgraph.data.api.encoding import encoded
from claimgraph.data.api.files import RECORDS
from claimgraph.incremental.digests import digest_of
from claimgraph.pages.head.redirects import redirect_page
from claimgraph.pages.head.share_picture import share_png
from claimgraph.pages.map.map_data import map_json
from claimgraph.pages.map.network import network_json
from claimgraph.pages.map.poster_sheet import poster_pdf, poster_svg
from claimgraph.pages.pages import PROTOTYPES, page_html
from claimgraph.pages.written import part_html

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimgraph.index.home import Home
    from claimgraph.pages.written import Part
    from claimgraph.publish.rendering import Renderer
    from claimgraph.publish.shell import OpenPage

PAGE: Final = "index.html"
"""The name of a page's file, in the folder of its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A written page with the values of its slots."""

    page: OpenPage
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """A former address that redirects to the present one."""

    former: str
    present: str
    title: str


class SiteRenderers:
    """The renderers of all kinds of artefacts of one site."""

    def __init__(self, renderer: Renderer, *, home: Home, version: bytes, look: bytes) -> None:
        """Prepare the renderers.

        Args:
            renderer: The templates and shells.
            home: The site.
            version: A digest of the program.
            look: A digest of the templates and the glossary.
        """
        self._renderer = renderer
        self._home = home
        self._version = version
        self._look = look

    def key(self, kind: str) -> bytes:
        """Return a digest that changes whenever the renderer of this kind does."""
        if kind in PROTOTYPES:
            return digest_of((self._version, self._look, self._home, self._renderer.shells[kind]))
        return digest_of((self._version, self._look)) if kind == "written" else self._version

    def render(self, kind: str, path: str, value: Any) -> bytes:  # noqa: ANN401  each kind has its own
        """Return the contents of the file at this path."""
        if kind in PROTOTYPES:
            return page_html(self._renderer, kind, path.removesuffix(PAGE), value)
        if kind == "written":
            parts = {part.place: part_html(self._renderer, part, path.removesuffix(PAGE)) for part in value.parts}
            html: str = value.page.fill(parts)
            return html.encode()
        if kind == "network":
            return network_json(value, self._renderer.templates).encode()
        return _PLAIN[kind](value)


_PLAIN: Final[Mapping[str, Callable[[Any], bytes]]] = {
    "bytes": bytes,
    "text": str.encode,
    RECORDS: encoded,
    "redirect": lambda value: redirect_page(value.former, value.present, value.title).encode(),
    "map": lambda value: map_json(value).encode(),
    "picture": share_png,
    "poster-svg": lambda value: poster_svg(value).encode(),
    "poster-pdf": poster_pdf,
}
