"""A page that the publisher built, cut into chunks once, so that pouring content into it is a join."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from claimgraph.publish.content_policy import content_policy, inline_scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SLOTS = ("policy", "title", "description", "address", "head", "content", "open", "close", "actions", "toc", "tocmore")
"""What the shell's templates can mark; see `site_overrides/main.html` and its `partials/`."""

BRANCH = "main"
"""The branch that links to edit a file and to its history name."""

_PLACE = re.compile(r"(?:<span>)?<!-- pour: ([a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*) -->(?:</span>)?")
_BETWEEN_TAGS = re.compile(r"[ \t]*\n\s*")
_LEFT_OVER = re.compile(
    r"""<div\ data-md-component="(?:skip|announce)">\s*</div>\s*
    |<input\b[^>]*\bid="__search"[^>]*>\s*
    |<div\ class="md-dialog".*?</div>\s*</div>\s*
    |[ ]data-md-component="[a-z]+\"""",
    re.VERBOSE | re.DOTALL,
)
"""What the theme writes for its own script, which no page of this site runs."""

_TOP = 2
_DEEPER = ' class="em-toc--3"'
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TocEntry:
    """One line of a page's contents: `text` is plain, `anchor` the id of a heading, `level` 2 or deeper."""

    anchor: str
    text: str
    level: int = 2


def shown_toc(*parts: tuple[str, str, object]) -> tuple[TocEntry, ...]:
    """Return the contents of a page: of parts by id and title, those that show something."""
    return tuple(TocEntry(anchor=anchor, text=text) for anchor, text, shown in parts if shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is poured into a prototype.

    `title` and `description` are plain text, escaped here. `content` is the inner HTML of the article, with its `h1`.
    `edit_path` is the repository's path of the file behind the page, None where there is no one file. `head` holds
    further elements of the head, such as a style sheet.
    """

    title: str
    description: str
    content: Markup
    toc: tuple[TocEntry, ...] = ()
    edit_path: str | None = None
    head: Markup = _NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotContent:
    """What is put at one `<!-- pour: name -->` of a written page, with the entries it adds to the page's contents."""

    content: Markup
    toc: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunks:
    """A built page, cut at its slots.

    `texts` has one entry more than `slots`: slot n stands between text n and text n + 1. A slot may occur any number
    of times.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    def join(self, values: Mapping[str, str]) -> str:
        """Return the page with every slot filled; a slot without a value raises KeyError."""
        return "".join(self.pieces(values))

    def pieces(self, values: Mapping[str, str]) -> list[str]:
        """Return the page in pieces."""
        parts = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            parts.append(values[slot])
            parts.append(text)
        return parts

    def filled(self, values: Mapping[str, str]) -> Chunks:
        """Return the same page with the slots that `values` names filled for good, and the others left open."""
        texts = [self.texts[0]]
        slots: list[str] = []
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            if slot in values:
                texts[-1] = "".join((texts[-1], values[slot], text))  # not +, with which Markup escapes its neighbour
            else:
                slots.append(slot)
                texts.append(text)
        return Chunks(texts=tuple(texts), slots=tuple(slots))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """One built prototype of a kind of page; `depth` is the number of folders above its pages."""

    chunks: Chunks
    depth: int
    repository: str | None

    def page(self, address: str, content: Content) -> str:
        """Return the whole HTML of the page at `address`, such as `claims/fudge/`; see `pieces`."""
        return "".join(self.pieces(address, content))

    def pieces(self, address: str, content: Content) -> list[str]:
        """Return the page in pieces: most have ASCII characters alone, and are written as they stand in memory.

        Raise ValueError for an address of another depth, whose relative links would all be wrong.
        """
        if address.count("/") != self.depth:
            message = f"this shell is for pages {self.depth} deep, so not for {address!r}"
            raise ValueError(message)
        return self.chunks.pieces(
            {
                "title": escape(content.title),
                "description": escape(content.description),
                "address": quote(address),
                "head": content.head,
                "content": content.content,
                "toc": contents(content.toc),
                "actions": actions(self.repository, content.edit_path, address),
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A written page with places for generated HTML.

    `names` are those places in order, each once; one that takes claims has their ids after it, as in `timeline a b`.
    """

    chunks: Chunks
    address: str
    names: tuple[str, ...]

    def fill(self, fills: Mapping[str, SlotContent]) -> str:
        """Return the whole HTML of the page; a name that `fills` lacks raises KeyError."""
        made = {name: fills[name] for name in self.names}
        toc = tuple(entry for fill in made.values() for entry in fill.toc)
        values = {f"pour: {name}": fill.content for name, fill in made.items()}
        return self.chunks.join({**values, "toc": contents(toc), "tocmore": _items(toc)})


def cut(html: str, mark: str, edit: Callable[[str], str] = str) -> Chunks:
    """Cut a built page at its slots, and settle which scripts it may run.

    `mark` is what this build's slots begin with, which nobody who wrote a page can have known. Only the shell's own
    inline scripts are allowed: what stands between the slots `open` and `close` came from a written page, and is put
    through `edit`.
    """
    pieces = re.split(rf"@@{re.escape(mark)}:([a-z]+)@@", html)
    slots, texts = pieces[1::2], pieces[0::2]
    written = slots.index("open") + 1 if "open" in slots else None
    own = [edit(text) if at == written else _lean(text) for at, text in enumerate(texts)]
    scripts = inline_scripts("".join(text for at, text in enumerate(own) if at != written))
    chunks = Chunks(texts=tuple(own), slots=tuple(slots))
    return chunks.filled({"policy": content_policy(scripts), "open": "", "close": ""})


def _lean(text: str) -> str:
    """Return the shell's HTML without indents and without what the theme's script would need."""
    return _LEFT_OVER.sub("", _BETWEEN_TAGS.sub("\n", text))


def at_places(chunks: Chunks, address: str) -> OpenPage:
    """Return the written page at `address` with each `<!-- pour: name -->` in it as a slot of its own."""
    texts: list[str] = []
    slots: list[str] = []
    names: list[str] = []
    for at, text in enumerate(chunks.texts):
        first, *rest = _PLACE.split(text)
        texts.append(first)
        for name, following in zip(rest[0::2], rest[1::2], strict=True):
            names.append(name)
            slots.append(f"pour: {name}")
            texts.append(following)
        if at < len(chunks.slots):
            slots.append(chunks.slots[at])
    opened = Chunks(texts=tuple(texts), slots=tuple(slots))
    return OpenPage(chunks=opened, address=address, names=tuple(dict.fromkeys(names)))


@lru_cache(maxsize=1 << 12)
def contents(entries: tuple[TocEntry, ...]) -> str:
    """Return the HTML of a page's list of contents, empty where it has no entries."""
    if not entries:
        return ""
    return f'\n<div class="md-nav__title">On this page</div>\n<ul class="md-nav__list">{_items(entries)}\n</ul>'


def actions(repository: str | None, path: str | None, address: str) -> str:
    """Return the links to edit the file at `path`, to its history and to report a problem; empty without a repository.

    GitHub's addresses: `/edit/BRANCH/PATH`, `/commits/BRANCH/PATH`, `/issues/new?title=…`.
    """
    if repository is None:
        return ""
    links = [(f"{repository}/issues/new?title={quote('Problem on /' + address, safe='')}", "Report a problem")]
    if path is not None:
        links = [
            (f"{repository}/edit/{BRANCH}/{quote(path)}", "Edit this page"),
            (f"{repository}/commits/{BRANCH}/{quote(path)}", "History of this page"),
            *links,
        ]
    items = "".join(f'<li><a href="{escape(href)}" rel="noopener">{text}</a></li>' for href, text in links)
    return f'<ul class="em-actions">{items}</ul>'


def _items(entries: tuple[TocEntry, ...]) -> str:
    return "".join(
        f'\n<li{_DEEPER if entry.level > _TOP else ""}><a href="#{escape(entry.anchor)}">{escape(entry.text)}</a></li>'
        for entry in entries
    )
