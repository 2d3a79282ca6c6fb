"""The publisher's work for a checkout, done again only if one of its files has changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimgraph.brought.places import DOCS, OVERRIDES, SETTINGS, overrides, pages
from claimgraph.incremental.digests import digest_of
from claimgraph.incremental.texts import KeptTexts
from claimgraph.index.home import Home
from claimgraph.loading.files import SETTINGS as OWN_SETTINGS
from claimgraph.pages.pages import PROTOTYPES
from claimgraph.publish.choice import name_of_publisher
from claimgraph.publish.publisher import publish
from claimgraph.publish.rendering import Renderer
from claimgraph.site.staging import stage, stamp
from claimgraph.templating.templates import FOLDER as TEMPLATES
from claimgraph.templating.templates import environment
from claimgraph.templating.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from claimgraph.incremental.store import Store
    from claimgraph.model.corpus import Corpus
    from claimgraph.publish.publisher import Published

_KEPT: Final = "shell"
"""The name under which the publisher's work is kept."""
_DRAWINGS: Final = "drawings"
"""The name under which the insides of charts are kept."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SiteShell:
    """The publisher's work for the files of a stamp, with the renderer that belongs to it.

    `files` has the contents of its files by path, and `look` is the digest of the templates and the glossary.
    """

    stamp: tuple[tuple[str, int, int], ...]
    published: Published
    files: Mapping[str, bytes]
    renderer: Renderer
    look: bytes

    @property
    def home(self) -> Home:
        """The site."""
        published = self.published
        return Home(name=published.site_name, url=published.site_url, repository=published.repository)


def shell_of(  # noqa: PLR0913
    root: Path, corpus: Corpus, scratch: Path, store: Store, *, strict: bool | None, last: SiteShell | None
) -> SiteShell:
    """Return the publisher's work. Raises PublishError and BuildError.

    Args:
        root: The checkout.
        corpus: Its corpus, whose glossary counts.
        scratch: A folder for the work.
        store: What is kept between runs.
        strict: Whether a warning of the publisher is an error; None leaves that to `mkdocs.yml`.
        last: The work that this process did last, None if there is none.
    """
    now = stamp(root)
    if last is not None and last.stamp == now:
        return last
    glossary = corpus.glossary.record if corpus.glossary else None
    contents = {path: file.read_bytes() for path, file in _published_files(root).items()}
    own = tuple(path for path in contents if (root / path).is_file())  # these have links to edit them
    key = digest_of((contents, own, SETTINGS.read_bytes(), glossary, strict, name_of_publisher()))
    kept: tuple[bytes, Published, Mapping[str, bytes]] | None = store.load(_KEPT)
    if kept is None or kept[0] != key:
        kept = (key, *_publish(root, corpus, scratch, strict=strict))
        if kept[1].is_of_files_alone:
            store.save(_KEPT, kept)
    _, published, files = kept
    templates = {path: text for path, text in contents.items() if path.rpartition("/")[0] == TEMPLATES}
    renderer = Renderer(templates=environment(root), shells=published.shells, drawings=KeptTexts(store, _DRAWINGS))
    look = digest_of((templates, glossary))
    return SiteShell(stamp=now, published=published, files=files, renderer=renderer, look=look)


def _published_files(root: Path) -> dict[str, Path]:
    """Return the files that the publisher is given, by their path in a checkout, without the program's settings."""
    found = {f"{DOCS}/{path}": file for path, file in pages(root).items()}
    found |= {f"{OVERRIDES}/{path}": file for path, file in overrides(root).items()}
    own = root / OWN_SETTINGS
    return {**found, OWN_SETTINGS: own} if own.is_file() else found


def _publish(
    root: Path, corpus: Corpus, scratch: Path, *, strict: bool | None
) -> tuple[Published, Mapping[str, bytes]]:
    """Publish into a folder of `scratch`; return the contents of its files as well."""
    staged, folder = scratch / "docs", scratch / "published"
    for stale in (staged, folder):
        shutil.rmtree(stale, ignore_errors=True)
    stage(root, staged)
    terms = Terms()
    terms.use(corpus.glossary)
    published = publish(root=root, staged_docs=staged, output=folder, prototypes=PROTOTYPES, strict=strict, terms=terms)
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return published, {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
