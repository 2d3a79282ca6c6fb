"""Has the publisher build the written pages, and one empty page of each kind as the shell of all others.

Other modules know only pages that the publisher built, and not how it builds them.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimgraph.brought.places import DOCS, OVERRIDES, brought_pages
from claimgraph.index.addresses import GLOSSARY
from claimgraph.loading.files import SETTINGS
from claimgraph.publish.choice import chosen_publisher
from claimgraph.publish.engine import PublishError, Task
from claimgraph.publish.settings import laid_out
from claimgraph.publish.shell import SLOTS, OpenPage, Shell, actions, at_places, cut
from claimgraph.publish.written_folds import with_folds
from claimgraph.publish.written_terms import with_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from claimgraph.publish.shell import Chunks
    from claimgraph.templating.terms import Terms

_PROTOTYPE = "0-prototype-"
"""The beginning of the last part of a prototype's address. No id begins with a digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prototype:
    """A kind of page to build a shell for.

    `parent` is the folder of its pages, such as `claims/`; empty for pages like `figures/`. `tab` is the address of the
    section that is marked as the current one; empty for none. A `wide` page has no table of contents beside it.
    """

    parent: str = ""
    tab: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the publisher built.

    `shells` has the shell of each prototype, by its kind. `pages` are the addresses of the written pages, sorted; that
    of the home page is empty, and `404.html` is not among them. `open_pages` are the written pages with slots for
    generated HTML, by address; they are not in the output yet. `search_index` is the publisher's JSON of the text of
    written pages, which is not in the output either. `site_url` ends in a slash and `repository` does not; None if they
    are unset. `has_claim_files` says whether the site has one file of data for each claim. `warnings` and
    `is_of_files_alone` are the publisher's own.
    """

    shells: Mapping[str, Shell]
    pages: tuple[str, ...]
    open_pages: Mapping[str, OpenPage]
    search_index: str
    site_name: str
    site_url: str | None
    repository: str | None
    has_claim_files: bool
    warnings: tuple[str, ...]
    is_of_files_alone: bool


def publish(  # noqa: PLR0913
    *,
    root: Path,
    staged_docs: Path,
    output: Path,
    prototypes: Mapping[str, Prototype],
    strict: bool | None,
    terms: Terms | None = None,
) -> Published:
    """Build the written pages and a shell for each kind of page. Raises PublishError if the publisher fails.

    Args:
        root: The checkout, whose `mkdocs.yml` has the settings. Pages that are not in its `docs/` have no links to edit
            them, since they came with the program.
        staged_docs: A copy of the written pages, for the build alone. The prototypes are added to it, at addresses that
            no id can have, and leave no trace in the output.
        output: The folder to build into. Its contents are removed first, and it gets no sitemap.
        prototypes: The kinds of pages.
        strict: Whether a warning is an error; None leaves that to `mkdocs.yml`.
        terms: The terms of the glossary, to which each written page links at their first use outside of links, headings
            and code. The page of the glossary links to none.
    """
    for stale in sorted(staged_docs.rglob(f"{_PROTOTYPE}*")):
        shutil.rmtree(stale)
    mark = _mark(staged_docs)
    addresses = {kind: f"{prototype.parent}{_PROTOTYPE}{kind}/" for kind, prototype in prototypes.items()}
    for kind, address in addresses.items():
        _stage(staged_docs / address, kind, prototypes[kind])
    slots = {slot: f"@@{mark}:{slot}@@" for slot in SLOTS}
    with laid_out(root) as settings:
        task = Task(
            settings=settings,
            own_settings=root / SETTINGS,
            overrides=settings.parent / OVERRIDES,
            docs=staged_docs,
            output=output,
            slots=slots,
            strict=strict,
            unlisted=(f"{_PROTOTYPE}*/", *(f"/{path}" for path in brought_pages())),
        )
        result = chosen_publisher()(task)
    repository = _repository(result.repository)
    shells = {
        kind: Shell(chunks=_take(output, address, mark), depth=address.count("/"), repository=repository)
        for kind, address in addresses.items()
    }
    pages = tuple(sorted(_address(output, html) for html in output.rglob("index.html")))
    finished = {}
    for page in pages:
        links = actions(repository, _own_file(root, staged_docs, page), page)
        finished[page] = _finish(output, page, mark, links, _edit(page, terms))
    open_pages = {page: opened for page, opened in finished.items() if opened is not None}
    missing = output / "404.html"
    missing.write_text(_closed(cut(missing.read_text("utf-8"), mark), ""), "utf-8")
    return Published(
        shells=shells,
        pages=pages,
        open_pages=open_pages,
        search_index=result.search_index,
        site_name=result.site_name,
        site_url=result.site_url,
        repository=repository,
        has_claim_files=_has_claim_files(result.claim_files),
        warnings=result.warnings,
        is_of_files_alone=result.is_of_files_alone,
    )


def _mark(staged_docs: Path) -> str:
    """Return the beginning of this build's slots: a hash of all written pages, which none of them can contain."""
    digest = hashlib.sha256()
    for path in sorted(staged_docs.rglob("*")):
        if path.is_file():
            digest.update(b"%d " % path.stat().st_size + path.read_bytes())
    return digest.hexdigest()[:32]


def _stage(folder: Path, kind: str, prototype: Prototype) -> None:
    folder.mkdir(parents=True)
    hidden = "[toc]" if prototype.wide else "[]"
    front_matter = (
        "title: Prototype",
        f"prototype: {kind}",
        f"tab: {prototype.tab!r}",
        f"hide: {hidden}",
        "search: {exclude: true}",
    )
    text = "\n".join(("---", *front_matter, "---\n"))
    (folder / "index.md").write_text(text, "utf-8")


def _repository(value: object) -> str | None:
    """Return `extra.repository` without its last slash; None if unset."""
    if value is None:
        return None
    if not isinstance(value, str) or urlsplit(value).scheme != "https" or not urlsplit(value).hostname:
        message = f"mkdocs.yml: extra.repository is {value!r}, expected an address like https://github.com/OWNER/NAME"
        raise PublishError(message)
    return value.rstrip("/")


def _has_claim_files(value: object) -> bool:
    """Return `extra.claim_files`; False if unset."""
    if value is None:
        return False
    if not isinstance(value, bool):
        message = f"mkdocs.yml: extra.claim_files is {value!r}, expected true or false"
        raise PublishError(message)
    return value


def _take(output: Path, address: str, mark: str) -> Chunks:
    """Cut the prototype at `address`, and remove it from the output with the folders that become empty."""
    html = output / address / "index.html"
    chunks = cut(html.read_text("utf-8"), mark)
    html.unlink()
    for folder in html.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return chunks


def _edit(address: str, terms: Terms | None) -> Callable[[str], str]:
    """Return the function that folds the written page at `address`, and marks the terms of the glossary in it."""
    if terms is None or address == GLOSSARY:
        return with_folds
    marked = partial(with_terms, marked=terms.through_pieces(address))
    return lambda html: with_folds(marked(html))


def _own_file(root: Path, docs: Path, address: str) -> str | None:
    """Return the path of the file behind a written page; None if it came with the program."""
    name = f"{address}index.md" if (docs / address / "index.md").is_file() else f"{address.rstrip('/')}.md"
    path = f"{DOCS}/{name}"
    return path if (root / path).is_file() else None


def _finish(output: Path, address: str, mark: str, links: str, edit: Callable[[str], str]) -> OpenPage | None:
    """Finish one written page; if it has slots for generated HTML, return it and remove it from the output.

    `links` are those to edit it.
    """
    html = output / address / "index.html"
    chunks = cut(html.read_text("utf-8"), mark, edit)
    opened = at_places(chunks.filled({"actions": links}), address)
    if opened.names:
        html.unlink()
        return opened
    html.write_text(_closed(chunks, links), "utf-8")
    return None


def _closed(chunks: Chunks, links: str) -> str:
    return chunks.join({"actions": links, "toc": "", "tocmore": ""})


def _address(output: Path, html: Path) -> str:
    folder = html.parent.relative_to(output).as_posix()
    return "" if folder == "." else f"{folder}/"
