"""Builds the website: has the written pages published, and writes every file whose value has changed."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from claimgraph.changes.dating import day_of
from claimgraph.changes.history import for_page
from claimgraph.data.dataset import Dataset
from claimgraph.data.files import data_files, data_index, pieced_files
from claimgraph.data.listed import DataPage
from claimgraph.data.manifest import Filed
from claimgraph.graph import argument_graph
from claimgraph.incremental.artefacts import Artefact, Output
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.parallel import beside
from claimgraph.incremental.store import Store, program_version
from claimgraph.index.view import view_of
from claimgraph.pages.changes.as_data import changes_file
from claimgraph.pages.changes.history_in_words import HistoryCache, change_sets, changes_page, known_history
from claimgraph.pages.head.feed import has_feeds
from claimgraph.pages.head.redirects import redirects
from claimgraph.pages.map.map_view import map_view
from claimgraph.pages.pages import PROTOTYPES, pages
from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.pages.search.entries import search_entries, written_entries
from claimgraph.pages.search.search_index import search_files
from claimgraph.pages.written import CLAIM_PLACE, FACE_OFF_PLACE, PLACES, PLACES_OF_CLAIMS, Site
from claimgraph.rules.catalogue import RULES
from claimgraph.site.artefacts import Sources, beyond_claims, of_claims
from claimgraph.site.feeds import topic_feeds
from claimgraph.site.former import FormerCache, former_states
from claimgraph.site.kept import emptied, keep_site, kept_site
from claimgraph.site.output import built_aside
from claimgraph.site.rendering import PAGE, SiteRenderers
from claimgraph.site.shells import shell_of
from claimgraph.site.staging import BuildError
from claimgraph.templating.templates import TemplateFault, prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimgraph.index.view import View
    from claimgraph.pages.map.map_view import MapView
    from claimgraph.publish.publisher import Published
    from claimgraph.rules.rule import Examined
    from claimgraph.site.shells import SiteShell

_BEFORE: Final = "site-before"
"""The folder, among what is kept, of the site before."""

_MADE: Final = frozenset({*PROTOTYPES, "written"}) - {"outline"}
"""The kinds of artefacts that are generated pages, or written pages with generated parts."""

_RULES: Final = tuple(RuleText(id=rule.id, severity=rule.severity.value, text=rule.text) for rule in RULES.values())

__all__ = ("BuildError", "Builder", "Built", "build")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The addresses of all pages (empty for the home page), and the number of pages that the build wrote."""

    addresses: tuple[str, ...]
    written: int


def build(root: Path, output: Path, examined: Examined, *, strict: bool | None = False) -> Built:
    """Build the whole site beside `output`, then put it there in one step.

    Files of the last build at `output` whose values have not changed are not made again.
    """
    store, place = Store(root), str(output.absolute())
    with built_aside(output, store.folder / _BEFORE) as (made, scratch):
        former = kept_site(store, place)
        files = former.output(made) if former is not None else Output(emptied(made))
        built = Builder(root, files, scratch).build(examined, strict=strict)
        moved = [address for address, _, _ in redirects(examined.corpus)]
        _require_all(files, [*built.addresses, *moved])
    keep_site(store, files, place, former)
    return built


class Builder:
    """Builds the site of one checkout into one folder, as often as needed; only what changed is made again."""

    def __init__(self, root: Path, output: Output, scratch: Path) -> None:
        """Prepare builds.

        Args:
            root: The checkout.
            output: The files of the site.
            scratch: An empty folder.
        """
        self.output = output
        self._root = root
        self._scratch = scratch
        self._shell: SiteShell | None = None
        self._search: tuple[bytes, tuple[tuple[str, str], ...]] = b"", ()
        self._history = HistoryCache()
        self._former = FormerCache()
        self.inputs = b""
        """A digest of everything that the site is made from, except the files that were checked."""

    def build(
        self, examined: Examined, *, strict: bool | None = False, only: Callable[[str], bool] | None = None
    ) -> Built:
        """Bring the site up to date. Raises PublishError and BuildError.

        With `strict`, a warning of the publisher is an error; None leaves that to `mkdocs.yml`. With `only`, it writes
        just the files that depend on the view alone and whose paths `only` accepts.
        """
        shell = shell_of(self._root, examined.corpus, self._scratch, Store(self._root), strict=strict, last=self._shell)
        _require_known(shell.published)
        prepare(shell.renderer.templates, examined.corpus.glossary)
        view = self._look_up(examined, shell)
        addresses = [*shell.published.pages, *(page.address for page in pages(view, shell.home))]
        _require_distinct([*addresses, *(former for former, _, _ in redirects(view.corpus))])
        renderers = SiteRenderers(shell.renderer, home=shell.home, version=program_version(), look=shell.look)
        try:
            written = self._write(shell, view, examined, addresses, renderers, only)
        except TemplateFault as error:
            raise BuildError(str(error)) from error
        self._shell = shell
        self.inputs = digest_of((program_version(), shell.look, shell.home, shell.published.shells, str(view.as_of)))
        return Built(addresses=tuple(addresses), written=sum(artefact.kind in _MADE for artefact in written))

    def _write(  # noqa: PLR0913, PLR0917
        self,
        shell: SiteShell,
        view: View,
        examined: Examined,
        addresses: list[str],
        renderers: SiteRenderers,
        only: Callable[[str], bool] | None,
    ) -> list[Artefact]:
        """Write the files whose values have changed and return them; remove files that the site no longer has."""
        output, home = self.output, shell.home
        dataset = Dataset(
            view=view,
            home=home,
            captured=frozenset(examined.captured),
            has_claim_files=shell.published.has_claim_files,
        )
        found = known_history(self._root, self._history)
        shown_part = None if found is None else for_page(found)
        former = former_states(self._root, shown_part, len(examined.corpus.claims), self._former)
        changes = changes_page(shown_part, view, former, has_feed=home.url is not None, feeds=topic_feeds(view, home))
        shown = _shown(view, examined)
        history = change_sets(found, view) if has_feeds(home, view.corpus.topics) else ()
        site = Site(view=view, home=home, map=shown, rules=_RULES, data=DataPage(), changes=changes, history=history)
        prepared = examined.prepared_sources
        made = Sources(site=site, prepared=prepared, published=shell.published, files=shell.files)
        data = [*data_files(dataset), changes_file(changes, dataset)]
        following, pieced = [*data, *of_claims(made)], pieced_files(dataset)
        if only is not None:
            following = [artefact for artefact in following if only(artefact.path)]
            pieced = replace(pieced, files=tuple(file for file in pieced.files if only(file.path)))
            written = output.update(following, renderers, view.tables.recorder)
            output.update_pieces(pieced, view.tables.recorder)
            return written
        with self._searched(shell.published, view) as search:
            written = output.update(following, renderers, view.tables.recorder)
            output.update_pieces(pieced, view.tables.recorder)
            of_data = [*(artefact.path for artefact in data), *(file.path for file in pieced.files)]
            index, page = data_index(dataset, _manifest(output, of_data))
            made = replace(made, site=replace(site, data=page))
            others = [index, *beyond_claims(made, addresses, search())]
        written += output.update(others, renderers, None)
        output.keep({*of_data, *(artefact.path for artefact in (*following, *others))})
        return written

    def _look_up(self, examined: Examined, shell: SiteShell) -> View:
        """Return the view of the corpus, and forget the values that have read a changed fact."""
        view = view_of(examined.analysis, day_of(self._root, datetime.now(UTC).date()))
        self.output.traces.look(view.tables, digest_of((shell.home, str(view.as_of))))
        return view

    @contextmanager
    def _searched(self, published: Published, view: View) -> Iterator[Callable[[], tuple[tuple[str, str], ...]]]:
        """Yield what waits for the files of the search index, which are made meanwhile if an entry has changed."""
        entries = (*written_entries(published.search_index), *search_entries(view))
        glossary = view.corpus.glossary
        said = glossary.record.readers_say if glossary else ()
        key = digest_of((entries, said))
        if self._search[0] == key:
            yield lambda: self._search[1]
            return
        with beside(lambda: tuple(search_files(entries, (), said)), len(entries)) as made:

            def found() -> tuple[tuple[str, str], ...]:
                self._search = key, made()
                return self._search[1]

            yield found


def _shown(view: View, examined: Examined) -> MapView:
    """Return what the map shows."""
    topics = examined.corpus.topics
    records = {id_: topics[id_].record for id_ in view.topics if id_ in topics}
    return map_view(argument_graph(examined.corpus), records, view.analysis.standings)


def _manifest(output: Output, paths: list[str]) -> tuple[Filed, ...]:
    known = ((path, output.written[path]) for path in paths)
    return tuple(Filed(address=path, size=one.size, digest=one.digest.hex()) for path, one in known)


def _require_known(published: Published) -> None:
    for address, opened in published.open_pages.items():
        for name in opened.names:
            wrong = _wrong_with(name)
            if wrong:
                message = f"the page /{address} has <!-- pour: {name} -->, {wrong}"
                raise BuildError(message)


def _wrong_with(name: str) -> str:
    """Return what is wrong with a place of a written page; empty if nothing is."""
    kind, _, ids = name.partition(" ")
    if kind in PLACES_OF_CLAIMS:
        return "" if ids else f"which names no claim: write a paragraph such as {kind}: [[id]] [[id]]"
    if kind not in PLACES and not kind.startswith((CLAIM_PLACE, FACE_OFF_PLACE)):
        return "and there is no such part; there is: " + ", ".join((*PLACES, *PLACES_OF_CLAIMS))
    return f"and only these take claims: {', '.join(PLACES_OF_CLAIMS)}" if ids else ""


def _require_distinct(addresses: list[str]) -> None:
    seen: set[str] = set()
    for address in addresses:
        if address in seen:
            message = f"two pages have the address /{address}: rename the file in docs/, or the claim's alias"
            raise BuildError(message)
        seen.add(address)


def _require_all(output: Output, addresses: list[str]) -> None:
    """Raise AssertionError if pages are missing or unexpected, which would be our own bug."""
    found = {path.removesuffix(PAGE) for path in output.written if path.rpartition("/")[2] == PAGE}
    wanted = set(addresses)
    if found != wanted:
        message = f"pages lost: {sorted(wanted - found)[:5]}; pages from nowhere: {sorted(found - wanted)[:5]}"
        raise AssertionError(message)
