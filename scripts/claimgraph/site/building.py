"""Builds the website: stages the written pages, lets the publisher build the shell, pours the rest into it."""

from __future__ import annotations

import os
import re
import shutil
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimgraph.graph import argument_graph
from claimgraph.model.values import ID_PATTERN
from claimgraph.rendering.layout import lay_out
from claimgraph.rendering.map_view import MAP_ADDRESS, map_view
from claimgraph.rendering.network import network_json
from claimgraph.rendering.pages import CLAIM_PLACE, PLACES, PROTOTYPES, Press
from claimgraph.rendering.publisher import Published, publish
from claimgraph.rendering.redirects import redirect_page, redirects
from claimgraph.rendering.rule_list import RuleText
from claimgraph.rendering.search_index import FOLDER as SEARCH_FOLDER
from claimgraph.rendering.search_index import search_files, written_entries
from claimgraph.rendering.sitemap import sitemap
from claimgraph.rendering.templates import TemplateFault, environment
from claimgraph.rendering.view import view_of
from claimgraph.rules.catalogue import RULES
from claimgraph.site.output import built_aside, put_in_place
from claimgraph.site.sharing import spread
from claimgraph.wikilinks import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimgraph.rendering.pages import Page
    from claimgraph.rules.rule import Examined


_ID: Final = re.compile(ID_PATTERN)


class BuildError(Exception):
    """The site cannot be built from what is there; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the addresses of all pages, the home page's empty, and how many generated ones it wrote."""

    addresses: tuple[str, ...]
    written: int


@dataclass(slots=True)
class Memory:
    """What the last build into one folder made, so that the next one writes only what changed.

    `keys` are those of the poured pages that stand there, by address; `former` the addresses that only lead on.
    """

    published: Published | None = None
    stamp: tuple[tuple[str, int, int], ...] = ()
    keys: dict[str, tuple[object, ...]] = field(default_factory=dict)
    former: frozenset[str] = frozenset()


def build(root: Path, output: Path, examined: Examined, *, strict: bool | None = False) -> Built:
    """Build the whole site aside, then put it at `output` in one step."""
    with built_aside(output) as (made, scratch):
        return build_into(root, made, scratch, examined, Memory(), strict=strict)


def build_into(  # noqa: PLR0913
    root: Path, folder: Path, scratch: Path, examined: Examined, memory: Memory, *, strict: bool | None = False
) -> Built:
    """Bring the site in `folder` up to date; `memory` says what stands there already.

    Where the publisher has to build anew, so is the whole site, aside, so that a failure there leaves `folder` whole.
    Raises PublishError and BuildError; with `strict` also where MkDocs warns, None for what `mkdocs.yml` says.
    """
    stamp = _stamp(root)
    if memory.published is not None and memory.stamp == stamp:
        return _write(root, folder, examined, memory.published, memory)
    anew, staged = scratch / "site", scratch / "docs"
    shutil.rmtree(anew, ignore_errors=True)
    shutil.rmtree(staged, ignore_errors=True)
    stage(root / "docs", staged)
    published = publish(root=root, staged_docs=staged, output=anew, prototypes=PROTOTYPES, strict=strict)
    fresh = Memory(published=published, stamp=stamp)
    built = _write(root, anew, examined, published, fresh)
    put_in_place(anew, folder)
    memory.published, memory.stamp = fresh.published, fresh.stamp
    memory.keys, memory.former = fresh.keys, fresh.former
    return built


def _press(root: Path, examined: Examined, published: Published) -> Press:
    titles = {id_: topic.record.title for id_, topic in examined.corpus.topics.items()}
    return Press(
        view=view_of(examined.corpus, examined.verdicts),
        templates=environment(root),
        shells=published.shells,
        map=map_view(argument_graph(examined.corpus), titles),
        rules=tuple(RuleText(id=rule.id, severity=rule.severity.value, text=rule.text) for rule in RULES.values()),
    )


def _stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a written page, a template or the publisher's settings do.

    Raises BuildError for a symbolic link among them: MkDocs would follow it out of the checkout.
    """
    links = sorted(path for path in _entries(root) if path.is_symlink())
    if links:
        wrong = "is no plain file, but a symbolic link: put the file itself there"
        raise BuildError("\n".join(f"{path.relative_to(root).as_posix()} {wrong}" for path in links))
    statuses = ((path, path.stat()) for path in sorted(_entries(root)))
    return tuple(
        (str(path), status.st_mtime_ns, status.st_size) for path, status in statuses if stat.S_ISREG(status.st_mode)
    )


def _entries(root: Path) -> Iterator[Path]:
    """Yield what the publisher reads, folders too, without following links."""
    for name in ("mkdocs.yml", "docs", "site_overrides"):
        yield root / name
        for folder, folders, files in os.walk(root / name):
            yield from (Path(folder, inner) for inner in (*folders, *files))


def stage(docs: Path, staged: Path) -> None:
    """Copy the written pages, with each `[[id]]` as a place at which the link is poured in after the build.

    A claim's title is data: it never passes through Markdown. Raises BuildError for a page that is not UTF-8, and for
    two at one address, of which MkDocs would let one overwrite the other.
    """
    at: dict[str, str] = {}
    for path in sorted(docs.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        inner = path.relative_to(docs)
        target = staged / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md" or path.name == "index.html":
            address = (inner.parent if path.stem in {"index", "README"} else inner.with_suffix("")).as_posix()
            if (first := at.setdefault(address, inner.as_posix())) != inner.as_posix():
                message = f"docs/{first} and docs/{inner.as_posix()} are both the page /{address}/: rename one of them"
                raise BuildError(message)
        if path.suffix == ".md":
            target.write_text("".join(_staged(_text(path, inner))), "utf-8")
        else:
            shutil.copyfile(path, target)


def _text(path: Path, inner: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BuildError(f"docs/{inner.as_posix()} is not UTF-8: save it as UTF-8") from error


def _staged(markdown: str) -> Iterable[str]:
    for piece in pieces(markdown):
        if isinstance(piece, str):
            yield piece
        elif _ID.fullmatch(piece.id):
            yield f"<!-- pour: {CLAIM_PLACE}{piece.id} -->"
        else:
            yield markdown[piece.start : piece.end]


def _write(root: Path, folder: Path, examined: Examined, published: Published, memory: Memory) -> Built:
    press = _press(root, examined, published)
    pages = list(press.pages())
    former = list(redirects(press.view.corpus))
    addresses = [*published.pages, *(page.address for page in pages)]
    everything = [*addresses, *(address for address, _, _ in former)]
    _require_distinct(everything)
    _require_known(published)
    try:
        written = _write_pages(folder, press, pages, published, memory)
        network = network_json(press.map, lay_out(press.map), press.templates)
    except TemplateFault as error:
        raise BuildError(str(error)) from error
    _put(folder / MAP_ADDRESS / "network.json", network)
    for address, present, title in former:
        _put(folder / address / "index.html", redirect_page(address, present, title))
    for gone in (memory.keys.keys() | memory.former).difference(everything):
        _remove(folder, gone)
    memory.keys = {page.address: page.key for page in pages}
    memory.former = frozenset(address for address, _, _ in former)
    _write_search(folder, search_files(written_entries(published.search_index), press.search_entries()))
    if published.site_url is not None:
        _put(folder / "sitemap.xml", sitemap(published.site_url, ((address, None) for address in addresses)))
    _require_all(folder, everything)
    return Built(addresses=tuple(addresses), written=written)


def _write_pages(folder: Path, press: Press, pages: list[Page], published: Published, memory: Memory) -> int:
    """Write the generated pages that changed; return how many."""
    changed = [page for page in pages if memory.keys.get(page.address) != page.key]
    for page in changed:
        memory.keys.pop(page.address, None)  # should one fail, those before it are no longer what they were
    spread(lambda page: _put(folder / page.address / "index.html", page.make()), changed)
    filled = [
        _put(folder / address / "index.html", opened.fill(press.fills(address)))
        for address, opened in published.open_pages.items()
    ]
    return len(changed) + sum(filled)


def _write_search(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the search index, and remove what an earlier one had more."""
    names = set()
    for name, text in files:
        _put(folder / name, text)
        names.add(folder / name)
    for stale in set((folder / SEARCH_FOLDER).iterdir()) - names:
        stale.unlink()


def _put(path: Path, text: str) -> bool:
    """Write a file unless it has this text; tell whether it was written."""
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _remove(folder: Path, address: str) -> None:
    """Remove a page, and its folder where nothing else is in it."""
    page = folder / address / "index.html"
    page.unlink(missing_ok=True)
    if page.parent.is_dir() and not any(page.parent.iterdir()):
        page.parent.rmdir()


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
    found = {path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")}
    wanted = {address.rstrip("/") or "." for address in addresses}
    if found != wanted:
        message = f"pages lost: {sorted(wanted - found)[:5]}; pages from nowhere: {sorted(found - wanted)[:5]}"
        raise AssertionError(message)
