"""Pages at former addresses that redirect to the present ones without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimgraph.index.links import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimgraph.model.corpus import Corpus

_PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
    '<meta http-equiv="refresh" content="0; url={href}">\n'
    '<meta name="robots" content="noindex">\n<link rel="canonical" href="{href}">\n'
    "<title>{title}</title></head>\n"
    '<body><p>This page has moved: <a href="{href}">{title}</a>.</p></body></html>\n'
)


_MOVED = (("map/network/", "map/", "Map"),)
"""The former addresses of the engine's own pages: the network of all claims is now one for each topic."""


def redirects(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield each former address, the present one, and the page's title, by kind of page; last those of the engine."""
    kinds: tuple[tuple[str, Mapping[str, object]], ...] = (
        ("claims", corpus.claims),
        ("topics", corpus.topics),
        ("sources", corpus.sources),
        ("voices", corpus.voices),
    )
    for folder, entries in kinds:
        for id_, entry in entries.items():
            record = getattr(entry, "record", None)
            for alias in getattr(record, "aliases", ()):
                title = getattr(record, "title", "") or getattr(record, "name", id_)
                yield f"{folder}/{alias}/", f"{folder}/{id_}/", str(title)
    yield from _MOVED


def redirect_page(former: str, present: str, title: str) -> str:
    """Return the HTML of the page at a former address."""
    return str(_PAGE.format(href=escape(relative(former, present)), title=title))
