"""All files of the site as artefacts: those that depend on the view alone, and those that depend on more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimgraph.incremental.artefacts import Artefact
from claimgraph.incremental.digests import digest_of
from claimgraph.pages.head.redirects import redirects
from claimgraph.pages.head.share_picture import COMMON, share_address, share_svg, site_svg
from claimgraph.pages.head.sitemap import sitemap
from claimgraph.pages.lists.explore import EXPLORE_DATA, EXPLORE_TEXTS, explore_json, explore_rows, explore_texts
from claimgraph.pages.lists.glossary import MEANINGS, meanings
from claimgraph.pages.map.map_data import MAP_DATA, name_files
from claimgraph.pages.map.map_view import OUTLINE
from claimgraph.pages.map.network import networks
from claimgraph.pages.map.outline import outline
from claimgraph.pages.map.poster import poster, poster_address, poster_forms
from claimgraph.pages.pages import pages
from claimgraph.pages.parts.citing import FORMS, RECORDS, records
from claimgraph.pages.parts.face_offs import face_off
from claimgraph.pages.written import BEYOND_CLAIMS, part
from claimgraph.site.feeds import feeds
from claimgraph.site.form_files import form_files
from claimgraph.site.rendering import PAGE, Redirect, WrittenPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimgraph.pages.written import Site
    from claimgraph.publish.publisher import Published
    from claimgraph.publish.shell import OpenPage
    from claimgraph.quotes.prepared import PreparedSource

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sources:
    """What a site's files are made from: the values for parts of pages, and the publisher's work.

    `prepared` are the sources with a capture, by id. `files` has the contents of the publisher's files, by path.
    """

    site: Site
    prepared: Mapping[str, PreparedSource]
    published: Published
    files: Mapping[str, bytes]


def of_claims(made: Sources) -> Iterator[Artefact]:
    """Yield the files that depend only on the view and the publisher's work."""
    site, home = made.site, digest_of(made.site.home)
    for address, page in made.published.open_pages.items():
        if BEYOND_CLAIMS.isdisjoint(page.names):
            yield _written(site, address, page)
    for generated in pages(site.view, site.home):
        yield Artefact(path=f"{generated.address}{PAGE}", kind=generated.kind, value=generated.value)
    yield Artefact(path=EXPLORE_DATA, kind="text", value=lambda: explore_json(site.view, explore_rows(site.view)))
    yield Artefact(path=EXPLORE_TEXTS, kind="text", value=lambda: explore_texts(explore_rows(site.view)))
    yield Artefact(path=MEANINGS, kind="text", value=lambda: meanings(site.view))
    yield from form_files(made.site.view, made.prepared)
    for topic in site.view.by_topic:
        for form in FORMS:
            value = partial(records, site.view, site.home, topic, form)
            yield Artefact(path=f"{RECORDS}{topic}.{form}", kind="text", value=value, of=home)
    for topic in site.view.corpus.topics:
        value_of_poster = partial(poster, site.view, site.home, topic)
        for form in poster_forms(len(site.view.corpus.topics)):
            yield Artefact(path=poster_address(topic, form), kind=f"poster-{form}", value=value_of_poster, of=home)
    for path, content in made.files.items():
        yield Artefact(path=path, kind="bytes", value=partial(_same, content), of=digest_of(content))


def beyond_claims(made: Sources, addresses: Iterable[str], search: Iterable[tuple[str, str]]) -> Iterator[Artefact]:
    """Yield the other files: those on the data, git's history, former addresses, and all pages at once.

    Args:
        made: What they are made from.
        addresses: The addresses of all pages.
        search: The addresses and texts of the search index's files.
    """
    site = made.site
    for address, page in made.published.open_pages.items():
        if not BEYOND_CLAIMS.isdisjoint(page.names):
            yield _written(site, address, page)
    for former, present, title in redirects(site.view.corpus):
        yield _constant(f"{former}{PAGE}", "redirect", Redirect(former=former, present=present, title=title))
    yield _constant(MAP_DATA, "map", site.map)
    for topic in outline(site.map):
        yield _constant(f"{OUTLINE}{topic.id}.html", "outline", topic)
    for address, network in networks(site.map):
        yield _constant(address, "network", network)
    for name, text in name_files(site.map):
        yield _constant(name, "text", text)
    for name, text in search:
        yield _constant(name, "text", text)
    if site.home.url is not None:
        yield from _of_an_address(made, site.home.url, addresses)


def _of_an_address(made: Sources, url: str, addresses: Iterable[str]) -> Iterator[Artefact]:
    """Yield the files of a site that has an address: feeds, the sitemap, and pictures for other sites."""
    site = made.site
    for path, feed in feeds(site, url):
        yield _constant(path, "bytes", feed)
    yield _constant(SITEMAP, "bytes", sitemap(url, addresses))
    if COMMON not in made.files:
        yield _constant(COMMON, "picture", site_svg(site.home.name))
    for id_, entry in site.view.corpus.topics.items():
        thesis = next((thesis for thesis in entry.record.theses if thesis in site.view.corpus.claims), None)
        face = face_off(site.view, thesis, is_short=True) if thesis else None
        yield _constant(share_address(id_), "picture", share_svg(site.home.name, entry.record, face))


def _written(site: Site, address: str, page: OpenPage) -> Artefact:
    def value() -> WrittenPage:
        return WrittenPage(page=page, parts=tuple(part(site, name) for name in page.names))

    return Artefact(path=f"{address}{PAGE}", kind="written", value=value, of=digest_of(page), is_whole=True)


def _constant(path: str, kind: str, value: object) -> Artefact:
    return Artefact(path=path, kind=kind, value=partial(_same, value))


def _same(value: object) -> object:
    return value
