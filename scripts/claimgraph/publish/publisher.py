"""The one door to MkDocs: it builds the written pages, and one empty page of each kind to pour others into.

Nothing else depends on more than "a page built by the publisher".
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config

from claimgraph.index.addresses import GLOSSARY
from claimgraph.publish.shell import SLOTS, FillPage, Shell, actions, at_places, cut
from claimgraph.publish.written_terms import with_terms
from claimgraph.templating.template_code import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

    from claimgraph.publish.shell import Chunks
    from claimgraph.templating.terms import Terms

_PROTOTYPE = "0-prototype-"
"""What the last part of a prototype's address begins with. No id begins with a digit."""

_UNUSED = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "search",
    "assets/javascripts/bundle.*",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/images/favicon.png",
    "assets/**/*.map",
)
"""What MkDocs and the theme put into the output and no page of this site uses."""


_COMPILED = Compiled()


class PublishError(Exception):
    """MkDocs did not build the site; `messages` are its own words, in order, each once."""

    def __init__(self, *messages: str) -> None:
        """Keep the messages one by one; as text, the error is one message a line."""
        super().__init__("\n".join(messages))
        self.messages = messages


@dataclass(frozen=True, slots=True, kw_only=True)
class Prototype:
    """A kind of page to build a shell for.

    `parent` is the folder its pages stand in, such as `claims/`, and empty for pages like `figures/`. `tab` is the
    address of the section that is marked as the current one, empty for none. A `wide` page has no contents beside it.
    """

    parent: str = ""
    tab: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the publisher built.

    `shells` has one shell for each prototype, by its kind. `pages` are the addresses of the written pages, in order;
    the home page is the empty one, and `404.html` is none of them. `open_pages` are those of them that wait for
    generated HTML, by address: they are not in the output until somebody writes them there. `search_index` is MkDocs'
    own JSON of the text of written pages, which is not in the output either. `site_url` ends in a slash and
    `repository` does not; None where they are unset. `has_claim_files` tells whether the site keeps one file of data
    for each claim. `warnings` are MkDocs' own words, in order.
    """

    shells: Mapping[str, Shell]
    pages: tuple[str, ...]
    open_pages: Mapping[str, FillPage]
    search_index: str
    site_name: str
    site_url: str | None
    repository: str | None
    has_claim_files: bool
    warnings: tuple[str, ...]


class _Messages(logging.Handler):
    """Keeps what MkDocs warns of, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


def publish(  # noqa: PLR0913
    *,
    root: Path,
    staged_docs: Path,
    output: Path,
    prototypes: Mapping[str, Prototype],
    strict: bool | None,
    terms: Terms | None = None,
) -> Published:
    """Build the written pages in `staged_docs` into `output`, by `mkdocs.yml` in `root`, with a shell for each kind.

    What `output` held is removed. `staged_docs` is for the build alone: the prototypes are put there, at addresses that
    no id can have, and leave no trace in the output. There is no sitemap: the whole site's is written elsewhere. Raise
    PublishError where MkDocs fails and, with `strict`, where it warns; None for what `mkdocs.yml` says of that.
    Each written page links to the `terms` of the glossary where it first uses them; not to those in links, headings
    and code, and the page of the glossary to none.
    """
    for stale in sorted(staged_docs.rglob(f"{_PROTOTYPE}*")):
        shutil.rmtree(stale)
    mark = _mark(staged_docs)
    addresses = {kind: f"{prototype.parent}{_PROTOTYPE}{kind}/" for kind, prototype in prototypes.items()}
    for kind, address in addresses.items():
        _stage(staged_docs / address, kind, prototypes[kind])
    config, repository, warnings = _run_mkdocs(root, staged_docs, output, mark, strict=strict)
    shells = {
        kind: Shell(chunks=_take(output, address, mark), depth=address.count("/"), repository=repository)
        for kind, address in addresses.items()
    }
    search_index = (output / "search" / "search_index.json").read_text("utf-8")
    for pattern in _UNUSED:
        for unused in sorted(output.glob(pattern)):
            _remove(unused)
    pages = tuple(sorted(_address(output, html) for html in output.rglob("index.html")))
    finished = {page: _finish(staged_docs, output, page, mark, repository, _edit(page, terms)) for page in pages}
    open_pages = {page: opened for page, opened in finished.items() if opened is not None}
    missing = output / "404.html"
    missing.write_text(_closed(cut(missing.read_text("utf-8"), mark), ""), "utf-8")
    return Published(
        shells=shells,
        pages=pages,
        open_pages=open_pages,
        search_index=search_index,
        site_name=config.site_name,
        site_url=config.site_url or None,
        repository=repository,
        has_claim_files=_has_claim_files(config),
        warnings=warnings,
    )


def _mark(staged_docs: Path) -> str:
    """Return what this build's slots begin with: a hash of all written pages, so none of them can hold it."""
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


def _run_mkdocs(
    root: Path, docs: Path, output: Path, mark: str, *, strict: bool | None
) -> tuple[MkDocsConfig, str | None, tuple[str, ...]]:
    """Run MkDocs once, quietly; return its settings, the repository's home, and the warnings."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger, messages = logging.getLogger("mkdocs"), _Messages()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(messages)
    try:
        config = load_config(
            config_file=str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(output), strict=strict
        )
        config.extra["slots"] = {slot: f"@@{mark}:{slot}@@" for slot in SLOTS}
        repository = _repository(config)
        _remember_templates(config.theme)
        build(config)
    except PublishError:
        raise
    except (Exception, SystemExit) as error:  # MkDocs lets through what its plugins and templates raise, and exits
        raise PublishError(*dict.fromkeys((*messages.texts, str(error)))) from error
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate
    return config, repository, tuple(messages.texts)


def _remember_templates(theme: Theme) -> None:
    """Let a theme's templates be compiled once in this process, and not for every build."""
    environment = theme.get_env

    def get_env() -> Environment:
        made = environment()
        made.bytecode_cache = _COMPILED
        return made

    theme.get_env = get_env  # type: ignore[method-assign]


def _repository(config: MkDocsConfig) -> str | None:
    """Return `extra.repository` without its last slash, None where it is unset."""
    value = config.extra.get("repository")
    if value is None:
        return None
    if not isinstance(value, str) or urlsplit(value).scheme != "https" or not urlsplit(value).hostname:
        message = f"mkdocs.yml: extra.repository is {value!r}, expected an address like https://github.com/OWNER/NAME"
        raise PublishError(message)
    return value.rstrip("/")


def _has_claim_files(config: MkDocsConfig) -> bool:
    """Return `extra.claim_files`, False where it is unset."""
    value = config.extra.get("claim_files", False)
    if not isinstance(value, bool):
        message = f"mkdocs.yml: extra.claim_files is {value!r}, expected true or false"
        raise PublishError(message)
    return value


def _take(output: Path, address: str, mark: str) -> Chunks:
    """Cut the prototype at `address`, and remove it from the output with the folders that are empty without it."""
    html = output / address / "index.html"
    chunks = cut(html.read_text("utf-8"), mark)
    html.unlink()
    for folder in html.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return chunks


def _edit(address: str, terms: Terms | None) -> Callable[[str], str]:
    """Return what marks the terms of the glossary in the written page at `address`."""
    if terms is None or address == GLOSSARY:
        return str
    return partial(with_terms, marked=terms.through_pieces(address))


def _finish(  # noqa: PLR0913, PLR0917
    docs: Path, output: Path, address: str, mark: str, repository: str | None, edit: Callable[[str], str]
) -> FillPage | None:
    """Settle one written page; return it, and take it out of the output, if it waits for generated HTML."""
    html = output / address / "index.html"
    source = f"{address}index.md" if (docs / address / "index.md").is_file() else f"{address.rstrip('/')}.md"
    chunks = cut(html.read_text("utf-8"), mark, edit)
    links = actions(repository, f"docs/{source}", address)
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


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
