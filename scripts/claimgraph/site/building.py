"""Builds the website: stages the written pages, lets the publisher build the shell, pours every page, writes the rest."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from claimgraph.graph import argument_graph
from claimgraph.rendering.pages import CLAIM_PLACE, PROTOTYPES, Press
from claimgraph.rendering.publisher import Published, publish
from claimgraph.rendering.redirects import redirect_page, redirects
from claimgraph.rendering.rule_list import RuleText
from claimgraph.rendering.search_index import merged
from claimgraph.rendering.sitemap import sitemap
from claimgraph.rendering.templates import environment
from claimgraph.rendering.view import View, view_of
from claimgraph.rules.catalogue import RULES
from claimgraph.site.output import built_aside
from claimgraph.wikilinks import WikiLink, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimgraph.rules.rule import Examined

SEARCH_INDEX: Final = "search/search_index.json"


class BuildError(Exception):
    """The site cannot be built from what is there; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the addresses of all pages, the home page's empty, and how many of them were written anew."""

    addresses: tuple[str, ...]
    written: int


@dataclass(slots=True)
class Memory:
    """What the last build into one folder made, so that the next one writes only what changed."""

    published: Published | None = None
    stamp: tuple[tuple[str, int, int], ...] = ()
    index: str = ""
    keys: dict[str, tuple[object, ...]] = field(default_factory=dict)


def build(root: Path, output: Path, examined: Examined, *, strict: bool = False) -> Built:
    """Build the whole site aside, then put it at `output` in one step."""
    with built_aside(output) as (made, scratch):
        return build_into(root, made, scratch, examined, Memory(), strict=strict)


def build_into(  # noqa: PLR0913
    root: Path, folder: Path, scratch: Path, examined: Examined, memory: Memory, *, strict: bool = False
) -> Built:
    """Bring the site in `folder` up to date; `memory` says what stands there already."""
    stamp = _stamp(root)
    if memory.published is None or memory.stamp != stamp:
        staged = scratch / "docs"
        shutil.rmtree(staged, ignore_errors=True)
        stage(root / "docs", staged)
        memory.published = publish(
            root=root, staged_docs=staged, output=folder, prototypes=PROTOTYPES, strict=strict
        )
        memory.index = (folder / SEARCH_INDEX).read_text("utf-8")
        memory.stamp = stamp
        memory.keys = {}
    view = view_of(examined.corpus, examined.verdicts)
    press = Press(
        view=view,
        templates=environment(root),
        shells=memory.published.shells,
        picture=_picture,
        map=lambda _view: Markup(""),
        rules=tuple(RuleText(id=rule.id, severity=rule.severity.value, text=rule.text) for rule in RULES.values()),
    )
    return _write(folder, press, memory.published, memory)


def _picture(view: View, claim_id: str) -> Markup | None:
    return None


def _stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a written page, a template or the publisher's settings do."""
    files = [root / "mkdocs.yml", *(root / "docs").rglob("*"), *(root / "site_overrides").rglob("*")]
    return tuple(
        (str(path), status.st_mtime_ns, status.st_size)
        for path in sorted(files)
        if path.is_file() and (status := path.stat())
    )


def stage(docs: Path, staged: Path) -> None:
    """Copy the written pages, with each `[[id]]` as a place at which the link is poured in after the build.

    A claim's title is data: it never passes through Markdown.
    """
    for path in sorted(docs.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        target = staged / path.relative_to(docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            target.write_text("".join(_staged(path.read_text("utf-8"))), "utf-8")
        else:
            shutil.copyfile(path, target)


def _staged(markdown: str) -> Iterable[str]:
    for piece in pieces(markdown):
        yield f"<!-- pour: {CLAIM_PLACE}{piece.id} -->" if isinstance(piece, WikiLink) else piece


def _write(folder: Path, press: Press, published: Published, memory: Memory) -> Built:
    pages = list(press.pages())
    former = list(redirects(press.view.corpus))
    addresses = [*published.pages, *(page.address for page in pages)]
    _require_distinct([*addresses, *(address for address, _, _ in former)])
    written = 0
    for page in pages:
        if memory.keys.get(page.address) != page.key:
            _put(folder / page.address / "index.html", page.make())
            written += 1
    for address, opened in published.open_pages.items():
        _put(folder / address / "index.html", opened.fill(press.fills(address)))
        written += 1
    for address, present, title in former:
        _put(folder / address / "index.html", redirect_page(address, present, title))
    for gone in memory.keys.keys() - {page.address for page in pages}:
        shutil.rmtree(folder / gone, ignore_errors=True)
    memory.keys = {page.address: page.key for page in pages}
    _put(folder / SEARCH_INDEX, merged(memory.index, press.search_entries()))
    if published.site_url is not None:
        _put(folder / "sitemap.xml", sitemap(published.site_url, ((address, None) for address in addresses)))
    _require_all(folder, [*addresses, *(address for address, _, _ in former)])
    return Built(addresses=tuple(addresses), written=written)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


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
