"""Follows the links of a built site."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from pathlib import Path


class _Page(HTMLParser):
    """The addresses to which a page leads, or which it loads, and the ids of its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note them."""
        del tag
        for name, value in attrs:
            if name in {"href", "src"} and value is not None:
                self.links.append(value)
            elif name == "id" and value:
                self.ids.add(value)


def dead_links(site: Path) -> list[tuple[str, str]]:
    """Return each page with each address in it, on this site, at which there is nothing."""
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): _Page(path.read_text("utf-8"))
        for path in sorted(site.rglob("index.html"))
    }
    return [
        (place, link) for place, page in pages.items() for link in page.links if not _is_there(site, pages, place, link)
    ]


def _is_there(site: Path, pages: dict[str, _Page], place: str, link: str) -> bool:
    whole = urlsplit(urljoin(f"http://here/{place}", link))
    if whole.scheme != "http" or whole.netloc != "here":
        return True
    path, anchor = unquote(whole.path).removeprefix("/"), unquote(whole.fragment)
    if path in pages:
        return not anchor or "=" in anchor or ":~:" in anchor or anchor in pages[path].ids
    return (site / path).is_file()
