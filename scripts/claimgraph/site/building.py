"""Builds the website: stages the written pages, lets the publisher build the shell, pours the rest into it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from claimgraph.graph import argument_graph
from claimgraph.index.account import WORK, prospect
from claimgraph.index.home import Home
from claimgraph.index.view import view_of
from claimgraph.pages.changes.page import atom_feed
from claimgraph.pages.changes.told import HistoryMemory, changes_page, known_history
from claimgraph.pages.fills import CLAIM_PLACE, PLACES, Fills
from claimgraph.pages.head.redirects import redirect_page, redirects
from claimgraph.pages.head.sitemap import sitemap
from claimgraph.pages.lists.explore import explore_rows
from claimgraph.pages.map.layout import lay_out
from claimgraph.pages.map.map_data import map_json
from claimgraph.pages.map.map_view import MAP_ADDRESS, map_view
from claimgraph.pages.map.network import network_json
from claimgraph.pages.pages import PROTOTYPES, Press
from claimgraph.pages.rules.rule_list import RuleText
from claimgraph.pages.search.search_index import FOLDER as SEARCH_FOLDER
from claimgraph.pages.search.search_index import search_files, written_entries
from claimgraph.publish.publisher import Published, publish
from claimgraph.rules.catalogue import RULES
from claimgraph.site.data import write_data
from claimgraph.site.data_memory import DataMemory
from claimgraph.site.dating import day_of
from claimgraph.site.files import page_file, put, remove_page
from claimgraph.site.output import built_aside, put_in_place
from claimgraph.site.share_pictures import write_share_pictures
from claimgraph.site.sharing import spread
from claimgraph.site.staging import BuildError, stage, stamp
from claimgraph.templating.blocks import Blocks
from claimgraph.templating.templates import TemplateFault, environment, prepare
from claimgraph.templating.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from jinja2 import Environment

    from claimgraph.analysis.solved import Solved
    from claimgraph.index.view import View
    from claimgraph.pages.changes.page import ChangesPage
    from claimgraph.pages.map.layout import Layout
    from claimgraph.pages.map.map_view import MapView
    from claimgraph.pages.pages import Page
    from claimgraph.publish.shell import FillPage
    from claimgraph.rules.rule import Examined

Keys: TypeAlias = "Mapping[str, tuple[object, ...]]"
"""What each poured page is made of, by address; empty where nothing is remembered."""

FEED: Final = "feed.xml"

__all__ = ("BuildError", "Built", "Memory", "build", "build_into")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the addresses of all pages, the home page's empty, and how many generated ones it wrote."""

    addresses: tuple[str, ...]
    written: int


@dataclass(slots=True)
class Memory:
    """What the last build into one folder made, so that the next one writes only what changed.

    `keys` are those of the poured pages that stand there, by address, where the memory `lasts` beyond one build;
    `former` are the addresses that only lead on, with the present one and the title. `templates` and `blocks` are those
    of the stamp; `map` is what the map shows, and `layout` where; `data` are the files of data, `history` git's, and
    `solved` is the debate, and `pictures` those of topics.
    """

    published: Published | None = None
    stamp: tuple[tuple[str, int, int], ...] = ()
    keys: dict[str, tuple[object, ...]] = field(default_factory=dict)
    former: dict[str, tuple[str, str]] = field(default_factory=dict)
    templates: Environment | None = None
    blocks: Blocks = field(default_factory=Blocks)
    map: MapView | None = None
    layout: Layout | None = None
    data: DataMemory = field(default_factory=DataMemory)
    history: HistoryMemory = field(default_factory=HistoryMemory)
    solved: Solved | None = None
    pictures: dict[str, str] = field(default_factory=dict)
    lasts: bool = True

    def take(self, other: Memory) -> None:
        """Know what `other` does, and nothing else."""
        for each in fields(self):
            setattr(self, each.name, getattr(other, each.name))


def build(root: Path, output: Path, examined: Examined, *, strict: bool | None = False) -> Built:
    """Build the whole site aside, then put it at `output` in one step."""
    with built_aside(output) as (made, scratch):
        return build_into(root, made, scratch, examined, Memory(lasts=False), strict=strict)


def build_into(  # noqa: PLR0913
    root: Path, folder: Path, scratch: Path, examined: Examined, memory: Memory, *, strict: bool | None = False
) -> Built:
    """Bring the site in `folder` up to date; `memory` says what stands there already.

    Where the publisher has to build anew, so is the whole site, aside, so that a failure there leaves `folder` whole.
    Raises PublishError and BuildError; with `strict` also where MkDocs warns, None for what `mkdocs.yml` says.
    """
    now = stamp(root)
    if memory.published is not None and memory.stamp == now:
        return _write(root, folder, examined, memory.published, memory)
    anew, staged = scratch / "site", scratch / "docs"
    shutil.rmtree(anew, ignore_errors=True)
    shutil.rmtree(staged, ignore_errors=True)
    stage(root / "docs", staged)
    terms = Terms()
    terms.use(examined.corpus.glossary)
    published = publish(root=root, staged_docs=staged, output=anew, prototypes=PROTOTYPES, strict=strict, terms=terms)
    fresh = Memory(published=published, stamp=now, lasts=memory.lasts)
    built = _write(root, anew, examined, published, fresh)
    _require_all(anew, [*built.addresses, *fresh.former])
    put_in_place(anew, folder)
    memory.take(fresh)
    return built


def _press(root: Path, examined: Examined, published: Published, memory: Memory) -> Press:
    if memory.templates is None:
        memory.templates = environment(root)
    prepare(memory.templates, examined.corpus.glossary)
    day = day_of(root, datetime.now(UTC).date())
    view = view_of(examined.corpus, examined.verdicts, day, memory.solved)
    if memory.solved is None:
        _solve(view)
    memory.solved = view.analysis.solved
    titles = {id_: view.topic(id_).title for id_ in view.topics if id_ in examined.corpus.topics}
    return Press(
        view=view,
        templates=memory.templates,
        blocks=memory.blocks,
        shells=published.shells,
        home=Home(name=published.site_name, url=published.site_url),
        map=map_view(argument_graph(examined.corpus), titles, view.analysis.standings),
        rules=tuple(RuleText(id=rule.id, severity=rule.severity.value, text=rule.text) for rule in RULES.values()),
    )


def _solve(view: View) -> None:
    """Find what would change each claim, once for its page and its data, which other processes write."""
    for found in spread(partial(prospect, view), tuple(view.corpus.claims)):
        if found is not None:
            view.analysis.solved.know(found, WORK)


def _write(root: Path, folder: Path, examined: Examined, published: Published, memory: Memory) -> Built:
    press = _press(root, examined, published, memory)
    pages = list(press.pages())
    former = {address: (present, title) for address, present, title in redirects(press.view.corpus)}
    addresses = [*published.pages, *(page.address for page in pages)]
    _require_distinct([*addresses, *(address for address, _, _ in redirects(press.view.corpus))])
    _require_known(published)
    gone = (memory.keys.keys() | memory.former).difference(addresses, former)
    keys = {page.address: page.key for page in pages} if memory.lasts else {}
    rows = explore_rows(press.view)
    data = write_data(folder, press.view, examined, memory.data, rows=rows, keys=keys, home=press.home)
    press = replace(press, data=data, explore=rows, changes=_write_changes(root, folder, press, memory))
    try:
        written = _write_pages(folder, press, pages, keys, published.open_pages, memory)
        _write_map(folder, press, memory)
        write_share_pictures(folder, press.home, press.view, memory.pictures)
    except TemplateFault as error:
        raise BuildError(str(error)) from error
    for address, leads in former.items():
        if memory.former.get(address) != leads:
            put(page_file(folder, address), redirect_page(address, *leads))
    for address in gone:
        remove_page(folder, address)
    memory.former = former
    _write_search(folder, search_files(written_entries(published.search_index), press.search_entries()))
    if published.site_url is not None:
        put(folder / "sitemap.xml", sitemap(published.site_url, ((address, None) for address in addresses)))
    return Built(addresses=tuple(addresses), written=written)


def _write_changes(root: Path, folder: Path, press: Press, memory: Memory) -> ChangesPage:
    """Write the feed, where the site has an address; return what the page of changes shows."""
    home, day = press.home, press.view.as_of
    changes = changes_page(known_history(root, memory.history), press.view, has_feed=home.url is not None)
    if home.url is not None:
        put(folder / FEED, atom_feed(changes, site_name=home.name, site_url=home.url, updated=day))
    return changes


class _Made(NamedTuple):
    """A page by its address, and what makes its HTML."""

    address: str
    make: Callable[[], str | bytes]


def _write_pages(  # noqa: PLR0913, PLR0917
    folder: Path,
    press: Press,
    pages: list[Page],
    keys: Keys,
    open_pages: Mapping[str, FillPage],
    memory: Memory,
) -> int:
    """Write the generated pages that changed; return how many."""
    changed = [page for page in pages if not memory.lasts or memory.keys.get(page.address) != keys[page.address]]
    for page in changed:
        memory.keys.pop(page.address, None)  # should one fail, those before it are no longer what they were
    fills = [_Made(address, partial(opened.fill, Fills(press, address))) for address, opened in open_pages.items()]
    poured = [_Made(page.address, page.encoded) for page in changed]
    if memory.lasts:  # the blocks of these pages are remembered in this process
        count = len(poured) + sum(put(page_file(folder, page.address), page.make()) for page in fills)
    else:
        poured, count = [*fills, *poured], len(poured) + len(fills)
    spread(lambda page: put(page_file(folder, page.address), page.make()), poured)
    memory.keys = dict(keys)
    return count


def _write_map(folder: Path, press: Press, memory: Memory) -> None:
    """Write the map's data unless it shows what it showed; where claims stand is found anew only as links change."""
    if memory.map == press.map:
        return
    if memory.layout is None or memory.map is None or not memory.map.is_linked_as(press.map):
        memory.layout = lay_out(press.map)
    put(folder / MAP_ADDRESS / "map.json", map_json(press.map, memory.layout))
    put(folder / MAP_ADDRESS / "network.json", network_json(press.map, memory.layout, press.templates))
    memory.map = press.map


def _write_search(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the search index, and remove what an earlier one had more."""
    names = set()
    for name, text in files:
        put(folder / name, text)
        names.add(folder / name)
    for stale in set((folder / SEARCH_FOLDER).iterdir()) - names:
        stale.unlink()


def _require_known(published: Published) -> None:
    for address, opened in published.open_pages.items():
        for name in opened.names:
            if name not in PLACES and not name.startswith(CLAIM_PLACE):
                there = ", ".join(PLACES)
                message = f"the page /{address} has <!-- pour: {name} -->, and there is no such part; there is: {there}"
                raise BuildError(message)


def _require_distinct(addresses: list[str]) -> None:
    seen: set[str] = set()
    for address in addresses:
        if address in seen:
            message = f"two pages have the address /{address}: rename the file in docs/, or the claim's alias"
            raise BuildError(message)
        seen.add(address)


def _require_all(folder: Path, addresses: list[str]) -> None:
    """Raise AssertionError where pages were lost or came from nowhere; that would be our own bug."""
    found = {os.path.relpath(at, folder) for at, _, names in os.walk(folder) if "index.html" in names}
    wanted = {address.rstrip("/") or "." for address in addresses}
    if found != wanted:
        message = f"pages lost: {sorted(wanted - found)[:5]}; pages from nowhere: {sorted(found - wanted)[:5]}"
        raise AssertionError(message)
